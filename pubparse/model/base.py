"""A frozen pydantic base and a span field in, the ground of every public record out."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetPydanticSchema
from pydantic_core import CoreSchema, core_schema

from pubparse.text.span import Span


def _span_schema(_source: Any, _handler: Any) -> CoreSchema:
    """Take a `Span` as it is (a record holds dozens, and copying each is what costs), or make one from a pair."""
    offset = core_schema.int_schema(ge=0)
    pair = core_schema.tuple_schema([offset, offset])
    made = core_schema.no_info_after_validator_function(Span._make, pair)
    given = core_schema.is_instance_schema(Span)
    return core_schema.json_or_python_schema(made, core_schema.union_schema([given, made], mode="left_to_right"))


SpanField = Annotated[Span, GetPydanticSchema(_span_schema)]
"""`[start, end)` in code points of `page.source.text`; two numbers in JSON."""


class Record(BaseModel):
    """Part of the public record: it cannot be changed, has no key that is not declared, and never leaves one out."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
