"""A page and its findings in, the page with what can be mended mended out: no value changes but where it was meant to.

The mended text is read again. A fix after which another title, author, venue or year is read, or none, is dropped.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pubparse.lint.contract import Finding
from pubparse.model.page import Page
from pubparse.model.publication import FieldOrigin, Publication
from pubparse.rewrite.halving import most_of
from pubparse.text.edit import Edit, edited

if TYPE_CHECKING:
    from pubparse.text.span import Span

Reader = Callable[[bytes], Page]
"""How the page was read: with its path, and with what the caller told."""


class Mended(NamedTuple):
    """What became of a page."""

    page: Page
    """As it is now; the very same where nothing was mended."""
    applied: tuple[Finding, ...]
    """The findings whose fixes were made."""
    edits: tuple[Edit, ...]
    """What was done to the source that came in."""


def mend(page: Page, findings: Iterable[Finding], read: Reader, *, suggested: bool = False) -> Mended:
    """Make the safe fixes, and the suggested ones as well if so asked.

    Where two overlap or touch, the first is made: the other is found again on the next run.
    """
    wanted = [one for one in findings if one.fix and (suggested or one.safety == "safe")]
    best = most_of(list(_apart(wanted)), lambda kept, some: _mended(page, [*kept, *some], read))
    return best or Mended(page, (), ())


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what meets a fix before it."""
    taken: list[Span] = []
    for one in findings:
        spans = [edit.span for edit in one.fix or ()]
        if not any(span.start <= other.end and other.start <= span.end for span in spans for other in taken):
            taken += spans
            yield one


def _mended(page: Page, findings: Sequence[Finding], read: Reader) -> Mended | None:
    """The page with the fixes of some findings; None where they do harm."""
    edits = tuple(sorted(edit for one in findings for edit in one.fix or ()))
    fresh = read(edited(page.source, edits))
    old, new = page.publications, fresh.publications
    if len(old) != len(new) or not all(_is_as_meant(one, other, edits) for one, other in zip(old, new, strict=True)):
        return None
    return Mended(fresh, tuple(sorted(findings)), edits)


def _is_as_meant(old: Publication, new: Publication, edits: tuple[Edit, ...]) -> bool:
    """Tell whether all that an entry tells is as before, but for what was edited."""
    first, second = dict(_told(old)), dict(_told(new))
    if first.keys() != second.keys():
        return False
    return all(
        second[path] == value or _bare(second[path]) == _bare(_edited(value, old.fields.get(path), edits))
        for path, value in first.items()
    )


def _told(work: Publication) -> Iterator[tuple[str, str]]:
    """The values that matter, by their paths."""
    yield "title", work.title or ""
    yield "venue.name", work.venue.name if work.venue else ""
    yield "year", str(work.year)
    yield from ((f"authors[{at}].name", author.name) for at, author in enumerate(work.authors))


def _edited(value: str, origin: FieldOrigin | None, edits: tuple[Edit, ...]) -> str:
    """The source of a value with what was done to it there; the value itself where nothing was."""
    if origin is None:
        return value
    text, (start, end) = origin.text, origin.span
    inside = [edit for edit in edits if start <= edit.span.start and edit.span.end <= end]
    if not inside:
        return value
    for edit in reversed(inside):
        text = text[: edit.span.start - start] + edit.new + text[edit.span.end - start :]
    return text


def _bare(text: str) -> str:
    """The letters and digits of a text, and the blanks between them as one."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())
