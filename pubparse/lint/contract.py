"""What a rule declares in, and what a check gives: findings, each with its place and perhaps a fix."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pubparse.lint.view import View
from pubparse.problems import Severity
from pubparse.text.edit import Edit
from pubparse.text.span import Span

Safety = Literal["safe", "suggested", "none"]
"""`safe`: what a reader sees is as meant; `suggested`: a person should look at it; `none`: there is no fix."""


class Flaw(NamedTuple):
    """What a rule found, and the edits that mend it, if it knows any."""

    span: Span
    message: str
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Rule:
    """Something that can be wrong with a page. The docstring of its module says what, why, and shows it."""

    code: str
    """A letter for the family and a number: `T706`."""
    name: str
    """What people call it: `double-space`."""
    safety: Safety
    """What its fixes may be trusted with."""
    check: Callable[[View], Iterator[Flaw]]
    """What it finds on a page."""
    severity: Severity = "warning"

    @property
    def doc(self) -> str:
        """What the rule's module says of it."""
        import sys

        return sys.modules[self.check.__module__].__doc__ or ""


class Finding(NamedTuple):
    """Something that a careful reader would tell the owner of the page."""

    span: Span
    """Where, in code points."""
    code: str
    """The rule that found it: `T706`."""
    name: str
    """The same in words: `double-space`."""
    message: str
    """What is wrong, in words."""
    line: int
    """Where it begins, counted from 1."""
    column: int
    """The place in that line, in code points from 1."""
    severity: Severity
    """`warning`: look at it; `info`: it may well be meant."""
    safety: Safety
    """What the fix may be trusted with."""
    fix: tuple[Edit, ...] | None
    """The edits that mend it; None where a person has to."""
