"""The name of a template in, the text it makes of some values out; all values are escaped for HTML."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pubparse.exporters.printed import leads_somewhere
from pubparse.reporting import charts

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_STEERING = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that show nothing or change the direction of what is around them."""


def rendered(name: str, **values: Any) -> str:
    """Fill a template."""
    return _environment().get_template(name).render(charts=charts, **values)


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
    environment.filters |= {"controls": _controls, "leads": leads_somewhere}
    return environment


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
