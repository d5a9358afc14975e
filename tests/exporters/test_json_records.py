"""JSON and JSON Lines: read back by `json`, the records as the schema has them."""

import json
from importlib.resources import files
from typing import Any

import pytest
from exporters.works import fixture_pages, hostile_publications
from jsonschema import Draft202012Validator

import pubparse

SCHEMA = json.loads(files("pubparse.model").joinpath("page.schema.json").read_text(encoding="utf-8"))
RECORD = Draft202012Validator({"$ref": "#/$defs/Publication", "$defs": SCHEMA["$defs"]})


def read(text: str, form: str) -> list[dict[str, Any]]:
    return list(json.loads(text)) if form == "json" else [json.loads(line) for line in text.split("\n")[:-1]]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_records_come_back(form: str) -> None:
    written = pubparse.export(fixture_pages(), form)
    records = read(written.text, form)
    files = [record.pop("file") for record in records]
    assert files == [work.file for work in written.works]
    given = [one.model_dump(mode="json") for page in fixture_pages() for one in page.publications]
    assert [record | {"id": ""} for record in records] == [record | {"id": ""} for record in given]
    assert [record["id"] for record in records] == [work.key for work in written.works]
    for record in records:
        RECORD.validate(record)
    assert written.losses == ()


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_harm(form: str) -> None:
    records = read(pubparse.export(hostile_publications(), form).text, form)
    assert [record["title"] for record in records] == [one.title for one in hostile_publications()]
