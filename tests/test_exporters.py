"""What holds for every format: it is documented, takes any record, loses nothing silently, and gives the same twice."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from inputs import CASES, PAGES, SOURCE

import pubparse
from pubparse.bibliography.listed import listed
from pubparse.exporters.json_records import JSON
from pubparse.exporters.work import Work, told_by

ROOT = Path(__file__).parent.parent
FORMATS = [pytest.param(exporter, id=exporter.name) for exporter in pubparse.formats()]
READ = [pubparse.parse(text, path=f"{name}.md") for name, text in [*PAGES.items(), *CASES.items()]]


def contents(written: pubparse.Export) -> Iterator[str]:
    for name, content in written.files.items():
        assert not name.startswith("/")
        assert ".." not in name.split("/")
        yield content if isinstance(content, str) else content.decode("latin-1")


@pytest.mark.parametrize("exporter", FORMATS)
def test_it_says_what_it_is(exporter: pubparse.Exporter) -> None:
    first, _, rest = exporter.doc.partition("\n")
    assert first.startswith("Works in, ")
    assert rest.strip(), "who reads it, and what is lost"
    assert exporter.suffix.startswith(".")
    for name, field in exporter.options.model_fields.items():
        assert field.description, name
        assert not field.is_required(), name


@pytest.mark.parametrize("exporter", FORMATS)
def test_every_page_is_written_and_bears_the_sign(exporter: pubparse.Exporter) -> None:
    for page in READ:
        for content in contents(pubparse.export(page, exporter.name)):
            assert not page.publications or exporter.begins.match(content[:4096])
    assert all(
        not content or exporter.begins.match(content) for content in contents(pubparse.export([], exporter.name))
    )


@pytest.mark.parametrize("exporter", FORMATS)
def test_twice_is_the_same(exporter: pubparse.Exporter) -> None:
    first, second = (pubparse.export(pubparse.parse_file(SOURCE), exporter.name) for _ in range(2))
    assert first.files == second.files
    assert first.losses == second.losses


@pytest.mark.parametrize("exporter", FORMATS)
def test_losses_are_things_the_record_says_or_lacks(exporter: pubparse.Exporter) -> None:
    written = pubparse.export(READ, exporter.name)
    told = {work.key: dict(told_by(work.publication)) for work in written.works}
    for loss in written.losses:
        assert loss.text == told[loss.key].get(loss.path, "")
        assert loss.why


@pytest.mark.parametrize("exporter", FORMATS)
def test_no_publication_at_all(exporter: pubparse.Exporter) -> None:
    assert pubparse.export([], exporter.name).losses == ()


def test_keys_are_unique_over_pages() -> None:
    keys = [work.key for work in pubparse.export([*READ, *READ], "json").works]
    assert len(set(keys)) == len(keys)


def test_a_format_that_takes_nothing_loses_everything() -> None:
    page = pubparse.parse_file(SOURCE)
    works = tuple(map(Work, listed(page)))
    lost = [(loss.key, loss.path, loss.text) for loss in pubparse.Export(JSON, {}, works).losses]
    assert lost == [(one.id, *told) for one in page.publications for told in told_by(one)]


TOY = '''\
"""Works in, their titles out, one a line.

Who reads it: whoever likes titles.
"""

from pydantic import Field

from pubparse.exporters.contract import Exporter, Options


class Titles(Options):
    mark: str = Field("*", description="What stands before a title.")


def _write(works, options):
    return "Made by pubparse\\n" + "".join(f"{options.mark} {work.text('title')}\\n" for work in works)


EXPORTER = Exporter("titles", "Titles", ".txt", _write, Titles)
'''
WITH_TOY = """\
import sys
import pubparse.exporters
pubparse.exporters.__path__.append(sys.argv[1])
sys.path.append("docs")
import format_pages, pubparse
(toy,) = [exporter for exporter in pubparse.formats() if exporter.name == "titles"]
sys.stdout.reconfigure(encoding="utf-8")
print(format_pages.format_page(toy, pubparse.parse_file(format_pages.EXAMPLE)))
sys.argv = ["pubparse", "export", str(format_pages.EXAMPLE), "--to", "titles", "--mark", "-", "--report"]
from pubparse.cli.main import app
app()
"""


def test_a_new_format_is_one_new_file(tmp_path: Path) -> None:
    (tmp_path / "toy.py").write_text(TOY, encoding="utf-8")
    command = [sys.executable, "-c", WITH_TOY, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    docs, _, exported = done.stdout.rpartition("Made by pubparse\n")
    assert exported.splitlines()[2] == "- Mask R-CNN"
    assert "he2017mask: venue.name: ICCV: the format has no place for it" in done.stderr
    assert docs.startswith("# Titles\n")
    for told in (
        "whoever likes titles",
        "| `mark` | `'*'` | What stands before a title. |",
        "* Mask R-CNN",
        "- `year`: ",
    ):
        assert told in docs


def test_unknown_format() -> None:
    with pytest.raises(pubparse.UsageError, match="no format 'papyrus'"):
        pubparse.export([], "papyrus")


def test_unknown_option() -> None:
    with pytest.raises(pubparse.UsageError, match="no option 'colour'"):
        pubparse.export([], "json", colour="red")
