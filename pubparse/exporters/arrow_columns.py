"""Models and records in, Arrow fields and arrays out: nested where the record is nested, null where it is null."""

from collections.abc import Sequence
from itertools import accumulate, chain
from operator import attrgetter
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

if TYPE_CHECKING:
    import pyarrow as pa


def fields_of(struct: Any, *, absent: bool = False) -> "list[pa.Field]":
    """Give the parts of a model as Arrow fields; of what may be absent all parts may be, as Parquet wants it."""
    model = getattr(struct, "model_fields", None)
    parts = {name: part.annotation for name, part in model.items()} if model else struct.__annotations__
    return [_field(name, part, absent=absent) for name, part in parts.items()]


def _field(name: str, kind: Any, *, absent: bool = False) -> "pa.Field":
    """An Arrow field for an annotation of the models: `str`, `int | None`, `tuple[Author, ...]`."""
    import pyarrow as pa

    if NoneType in get_args(kind):
        kind, absent = get_args(kind)[0], True
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    parts = get_args(kind)
    if get_origin(kind) is tuple:
        arrow = pa.list_(_field("item", parts[0]))
    elif get_origin(kind) is dict:
        arrow = pa.map_(pa.string(), _field("value", parts[1]))
    elif hasattr(kind, "__annotations__"):
        arrow = pa.struct(fields_of(kind, absent=absent))
    else:
        arrow = {bool: pa.bool_(), int: pa.int64(), float: pa.float64()}.get(kind, pa.string())
    return pa.field(name, arrow, nullable=absent)


def columns_of(values: Sequence[Any], parts: "Sequence[pa.Field]") -> "list[pa.Array]":
    """Give the parts of records, each as an array of its own: many times faster than struct by struct."""
    return [column_of(list(map(attrgetter(part.name), values)), part) for part in parts]


def column_of(values: Sequence[Any], field: "pa.Field") -> "pa.Array":
    """Give values of one annotation as an array of the field that was made of it."""
    import pyarrow as pa

    kind, mask = field.type, None
    if field.nullable and kind.num_fields:  # nested: nothing stands in for what is null
        mask = pa.array([value is None for value in values], pa.bool_())
        values = [_NOTHING if value is None else value for value in values]
    if pa.types.is_list(kind):
        items = column_of(list(chain.from_iterable(values)), kind.value_field)
        return pa.ListArray.from_arrays(_offsets(values), items, type=kind, mask=mask)
    if pa.types.is_map(kind):
        keys = column_of(list(chain.from_iterable(values)), kind.key_field)
        items = column_of(list(chain.from_iterable(value.values() for value in values)), kind.item_field)
        return pa.MapArray.from_arrays(_offsets(values), keys, items, type=kind)
    if pa.types.is_struct(kind):
        return pa.StructArray.from_arrays(columns_of(values, kind.fields), fields=kind.fields, mask=mask)
    return pa.array(values, kind)


def _offsets(values: Sequence[Any]) -> "pa.Array":
    """Where each list begins among all items, and where the last one ends."""
    import pyarrow as pa

    return pa.array(list(accumulate(map(len, values), initial=0)), pa.int32())


class _Nothing(tuple[()]):
    """Stands where a list or a struct is null: it is empty, and whatever part of it is asked for is null."""

    __slots__ = ()

    def __getattr__(self, name: str) -> None:
        return None


_NOTHING = _Nothing()
