"""The name of a template in, the text it makes of some values out; all values are escaped for HTML."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pubparse.exporters.printed import is_web
from pubparse.reporting.charts import ROWS, bars, link
from pubparse.reporting.network import network
from pubparse.reporting.years import columns, tracks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from markupsafe import Markup

    from pubparse.reporting.cards import Card

_STEERING = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    "|\r(?!\n)"
)
"""Characters that show nothing or change the direction of what is around them; joiners are letters of their scripts."""


def rendered(name: str, **values: Any) -> str:
    """Fill a template."""
    return _environment().get_template(name).render(**values)


@cache
def part(name: str) -> str:
    """Give a file that the report is made of."""
    return files("pubparse.reporting").joinpath("parts", name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(part), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "ROWS": ROWS, "bars_of": bars, "columns_of": columns, "link": link, "network_of": network, "tracks_of": tracks,
    }  # fmt: skip
    environment.filters |= {"controls": _controls, "is_web": is_web, "numbers": _numbers, "tokens": _tokens}
    return environment


def _numbers(card: "Card") -> dict[str, int]:
    """A number for each field that is shown: what fields are called in attributes, since there are many of them."""
    paths = [path for stretch in (*card.source, *card.shown) for path in stretch.fields]
    values = [value for row in card.rows for value in row.values]
    marks = [mark.path for value in values for mark in value.marks]
    return {path: at for at, path in enumerate(dict.fromkeys([*paths, *(value.path for value in values), *marks]))}


def _tokens(paths: "Iterable[str]", numbers: dict[str, int]) -> str:
    return ",".join([str(numbers[path]) for path in paths])


def _controls(text: str) -> "Markup":
    """Show characters that show nothing as what they are: `U+202E`."""
    from markupsafe import Markup, escape

    if not _STEERING.search(text):
        return escape(text)
    shown, at = [], 0
    for match in _STEERING.finditer(text):
        name = Markup("<span class=control>U+{:04X}</span>").format(ord(match[0]))
        shown += [escape(text[at : match.start()]), name]
        at = match.end()
    return Markup("").join([*shown, escape(text[at:])])
