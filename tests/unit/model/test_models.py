"""The models alone: what they take, what they refuse, and what they look like as JSON."""

import json
from typing import Any

import pydantic
import pytest

from pubparse.model import Author, Page, Publication
from pubparse.text.source import read_source
from pubparse.text.span import Span

AUTHOR: dict[str, Any] = {"name": "A. Lovelace", "family": "Lovelace", "marks": ("‡",), "span": Span(2, 13)}
PUBLICATION: dict[str, Any] = {
    "id": "lovelace1843notes",
    "line": 1,
    "end_line": 1,
    "span": Span(2, 60),
    "raw": "A. Lovelace‡. Notes.",
    "authors": (AUTHOR,),
    "title": "Notes",
    "fields": {"title": {"span": Span(15, 20), "text": "Notes", "confidence": 0.93}},
    "confidence": 0.9,
}


def page(**values: Any) -> Page:
    return Page.model_validate({"source": read_source("* A. Lovelace‡. Notes.")[0], **values})


@pytest.mark.parametrize("given", [Span(2, 13), (2, 13), [2, 13]])
def test_spans_are_spans_whatever_they_were(given: Any) -> None:
    span = Author.model_validate(AUTHOR | {"span": given}).span
    assert isinstance(span, Span)
    assert (span.start, span.end) == (2, 13)


@pytest.mark.parametrize("given", [(2,), (2, 13, 20), (-1, 3), "ab", None])
def test_what_is_no_span_is_refused(given: Any) -> None:
    with pytest.raises(pydantic.ValidationError):
        Author.model_validate(AUTHOR | {"span": given})


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(pydantic.ValidationError, match="Extra inputs"):
        Author.model_validate(AUTHOR | {"affiliation": "Royal Society"})


def test_no_key_is_missing_in_json() -> None:
    data = json.loads(page(publications=(PUBLICATION,)).to_json())["publications"][0]
    assert list(data) == list(Publication.model_fields)
    assert data["venue"] is None
    assert data["links"] == []
    assert set(data["ids"].values()) == {None}
    assert data["authors"][0]["span"] == [2, 13]
    assert data["fields"]["title"]["pieces"] is None


def test_publications_come_back_from_json() -> None:
    publication = Publication.model_validate(PUBLICATION)
    assert Publication.model_validate_json(publication.model_dump_json()) == publication


def test_json_shows_characters_as_they_are() -> None:
    assert '"marks":["‡"]' in page(publications=(PUBLICATION,)).to_json()
    assert page().to_json(indent=2).startswith('{\n  "schema_version": 1,\n')


def test_source_is_told_of_in_json_and_whole_in_python() -> None:
    source, _ = read_source(b"\xef\xbb\xbf* caf\xc3\xa9\r\n", "cv.md")
    told = page(source=source)
    assert told.source is source
    assert told.model_dump()["source"] == {
        "path": "cv.md",
        "sha256": source.sha256,
        "newline": "\r\n",
        "encoding": "utf-8-sig",
        "files": (),
    }


def test_path_that_is_no_text() -> None:
    source, _ = read_source("", "caf\udce9.md")
    assert json.loads(page(source=source).to_json())["source"]["path"] == "caf\ufffd.md"


def test_front_matter_is_any_data() -> None:
    given = {"title": "Papers", "tags": ["a", 1, None, 2.5, {"deep": True}]}
    assert page(front_matter=given).front_matter == given
