"""What the caller says of a page in, `Told` out; what makes no sense is a `UsageError`."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pubparse.page.legend import roles
from pubparse.problems import UsageError
from pubparse.text.source import carried


class Told(NamedTuple):
    """What the caller, or a directive on the page, says of it: `owner_by` is which of them names the owner."""

    owner: str | None = None
    legend: tuple[tuple[str, str], ...] = ()
    ignore_sections: frozenset[str] = frozenset()
    owner_by: str = "option"


def told_by_caller(owner: str | None, legend: Mapping[str, str] | None, ignore_sections: Iterable[str]) -> Told:
    """Check what a caller says; UsageError for a role that is none, and for what is of the wrong type."""
    if owner is not None and not isinstance(owner, str):
        raise UsageError(f"owner is a name, not {type(owner).__name__}")
    if legend is not None and not isinstance(legend, Mapping):
        raise UsageError(f"legend gives each glyph its role, it cannot be {type(legend).__name__}")
    if any(text != carried(text) for text in (owner or "", *(legend or ()))):
        raise UsageError("a name or a glyph of the legend holds half a character, a lone surrogate")
    if isinstance(ignore_sections, str):
        raise UsageError("ignore_sections is a list of headings, not one string")
    for glyph, role in (legend or {}).items():
        if not glyph:
            raise UsageError(f"the legend gives the role {role} to no glyph")
        if role not in roles():
            raise UsageError(f"{role!r} is no role; roles are {', '.join(sorted(roles()))}")
    return Told(owner, tuple((legend or {}).items()), frozenset(name.casefold() for name in ignore_sections))
