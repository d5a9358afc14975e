"""The models in, the JSON Schema (draft 2020-12) of the public record out."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from pubparse.model.page import Page

SCHEMA_ID = "https://pubparse.readthedocs.io/schema/page-1.json"


def json_schema() -> dict[str, Any]:
    """Give the schema that `page.to_json()` and `pubparse parse --to json` conform to."""
    schema = Page.model_json_schema(mode="serialization")
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": SCHEMA_ID, "title": "A page read by pubparse"}
    return head | {key: value for key, value in schema.items() if key not in head}
