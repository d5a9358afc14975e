"""The public door, pinned: what `pubparse` exports, what it takes, and the keys of what it gives."""

import inspect
import subprocess
import sys
from pkgutil import iter_modules

import pydantic
import pytest
from inputs import SOURCE

import pubparse

NAMES = """
    Added Author Award Bibliography Card Coauthor Dropped Duplicate EditError Export Exporter FieldOrigin Finding Group
    Ids Joined Kept LegendEntry Likeness Link Listed Loss Mended Merged Note Owner Page PageEdit Problem Publication
    PubparseError Restyled Rule Source SourceInfo Span Statistics UsageError Venue Year __version__ add batch
    batch_schema cards check diff difference duplicates explain export formats is_bibliography json_schema mend merge
    parse parse_file parse_folder read_bibliography report restyle rules select statistics
"""
HEAVY = {
    "ftfy",
    "http",
    "jinja2",
    "markdown_it",
    "pandas",
    "polars",
    "pyarrow",
    "pydantic",
    "rapidfuzz",
    "regex",
    "rich",
    "yaml",
}

KEYS = {
    "Page": "schema_version source front_matter owner legend publications problems",
    "SourceInfo": "path sha256 newline encoding files",
    "Owner": "name variants evidence",
    "LegendEntry": "mark role text span section",
    "Problem": "code message span line severity",
    "Publication": """
        id line end_line span section raw authors et_al title venue year year_from date volume issue number series
        pages article_number publisher place edition editors ids links awards status type notes fields confidence
    """,
    "Author": """
        name given family particle suffix literal is_self marks mark_spans roles equal_group url orcid span
    """,
    "Venue": "name acronym track kind span",
    "Ids": "doi arxiv isbn issn pmid pmcid hal acl openreview url",
    "Link": "text url kind span",
    "Award": "text kind span",
    "Note": "text span",
    "FieldOrigin": "span pieces text origin transform confidence",
}


def test_exported_names() -> None:
    assert set(pubparse.__all__) == set(NAMES.split())
    assert all(hasattr(pubparse, name) for name in NAMES.split())
    assert set(dir(pubparse)) >= set(NAMES.split())


def test_no_module_hides_an_exported_name() -> None:
    modules = {module.name for module in iter_modules(pubparse.__path__)}
    assert not modules & set(pubparse.__all__), "importing the module would put it in the function's place"


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        pubparse.nonsense  # noqa: B018


@pytest.mark.parametrize("command", [["-c", "import pubparse, sys"], ["-m", "pubparse", "--version"]])
def test_door_loads_nothing_heavy(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & HEAVY


@pytest.mark.parametrize("function", ["parse", "parse_file", "parse_folder"])
def test_parameters(function: str) -> None:
    first, *others = inspect.signature(getattr(pubparse, function)).parameters.values()
    assert first.name == ("text" if function == "parse" else "path")
    assert {other.kind for other in others} == {inspect.Parameter.KEYWORD_ONLY}
    assert {other.name for other in others} - {"path"} == {"owner", "legend", "ignore_sections"}


@pytest.mark.parametrize("model", KEYS)
def test_keys_of_the_record(model: str) -> None:
    assert list(getattr(pubparse, model).model_fields) == KEYS[model].split()


def test_empty_page_has_every_key() -> None:
    data = pubparse.parse("").model_dump(mode="json")
    assert list(data) == KEYS["Page"].split()
    assert data["publications"] == data["legend"] == []
    assert data["front_matter"] is data["owner"] is data["source"]["path"] is None


def test_records_are_frozen() -> None:
    page = pubparse.parse_file(SOURCE)
    with pytest.raises(pydantic.ValidationError):
        page.publications[0].title = "another"  # type: ignore[misc]


def test_publication_by_its_key() -> None:
    page = pubparse.parse_file(SOURCE)
    assert page.publication(page.publications[3].id) is page.publications[3]
    with pytest.raises(KeyError):
        page.publication("nobody1900")


@pytest.mark.parametrize("text", ["", "a\n", "\ufeff* a\r\n\rb", "nul \0 and \ud800 alone"])
def test_text_comes_back(text: str) -> None:
    page = pubparse.parse(text)
    assert page.to_markdown() == text
    assert page.source.to_bytes() == text.encode("utf-8", "surrogatepass")


def test_bytes_come_back() -> None:
    page = pubparse.parse(b"\xef\xbb\xbf* caf\xe9\r\n")
    assert page.source.to_bytes() == b"\xef\xbb\xbf* caf\xe9\r\n"
    assert page.to_markdown() == "\ufeff* caf\ufffd\r\n"


def test_file_gives_what_its_bytes_give() -> None:
    assert pubparse.parse_file(SOURCE) == pubparse.parse(SOURCE.read_bytes(), path=str(SOURCE))
