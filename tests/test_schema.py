"""The committed JSON Schema is that of the models, describes every key, and holds for real pages."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from inputs import FIXTURES
from jsonschema import Draft202012Validator

import pubparse
from pubparse.model.schema import json_schema

COMMITTED = json.loads(files("pubparse.model").joinpath("page.schema.json").read_text(encoding="utf-8"))
PAGES = sorted(FIXTURES.rglob("*.md"))


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Page", schema
    yield from schema["$defs"].items()


def test_committed_schema_is_that_of_the_models() -> None:
    assert json_schema() == COMMITTED, "run python -m tools.write_schema"


def test_schema_is_valid() -> None:
    Draft202012Validator.check_schema(COMMITTED)


def test_no_key_is_optional_unknown_or_unexplained() -> None:
    for name, schema in objects(COMMITTED):
        if "properties" not in schema:
            continue  # the value of a front matter key
        assert set(schema["required"]) == schema["properties"].keys(), name
        assert schema["additionalProperties"] is False, name
        for key, value in schema["properties"].items():
            assert value.get("description"), f"{name}.{key}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_conform(path: Path) -> None:
    page = pubparse.parse_file(path)
    data = json.loads(page.to_json())
    Draft202012Validator(COMMITTED).validate(data)
    assert data == page.model_dump(mode="json")
