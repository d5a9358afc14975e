"""A page and new values for its publications in, the edits that make them so out, each proved by reading again."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from pubparse.house_style.learn import learn
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import PubparseError, UsageError
from pubparse.rewrite.editable import refuse_what_is_no_markdown
from pubparse.rewrite.parts import LISTS, Part, new_part, part_at
from pubparse.rewrite.proof import Asked, reason_against
from pubparse.rewrite.splicing import put_in, take_out
from pubparse.rewrite.values import as_printed, items_of, place_of, printed, together, value_at
from pubparse.rewrite.ways import Ways, ways
from pubparse.text.edit import Edit, diff, edited
from pubparse.text.source import carried
from pubparse.text.span import Span

_MOST_READINGS = 12
"""What is refused has been read so often at most; nearly all that is written reads right the first time."""


class EditError(PubparseError):
    """An edit would not have changed what was asked, or not that alone."""


class PageEdit:
    """Changes of a page, one after the other; the page itself stays as it is."""

    def __init__(self, page: Page, **told: Any) -> None:
        """`told` is what `parse` was told of the page, for reading it again."""
        refuse_what_is_no_markdown(page)
        self.page, self._told = page, told
        self.edits: tuple[Edit, ...] = ()
        """What changes where, in code points of `page.source.text`."""
        self._asked: dict[tuple[int, str], str] = {}
        self._changes: dict[Span, str] = {}
        self._items: dict[tuple[int, str], list[str]] = {}

    def set(self, key: str, path: str, value: str | int) -> None:
        """Give the publication whose id is `key` a new value at a path: `title`, `venue.name`, `authors[3].name`.

        `authors[3].marks` is all marks beside a name, with blanks between them; none take the marks away. `authors` is
        the list of names, with semicolons between them: who stays keeps type face, link and marks, and who is not named
        goes. `links[0].url` and `links[0].text` are those of a link. An id that the entry does not have (`ids.doi`) is
        written as other entries write theirs; an empty value takes an id, a link (`links[0].url`) or an award
        (`awards[0].text`) away.

        Raises EditError, with the reason, where the value does not stand in the entry itself, or where the page with
        the edit does not read as it should: the value as given, and all others as before. Raises UsageError where there
        is no such publication or path.
        """
        at, publication = self._find(key)
        new = _text(path, as_printed(path, value))
        try:
            old, where = printed(value_at(publication, path)), place_of(publication, path)
        except KeyError as error:
            raise UsageError(f"a publication has no {path!r}") from error
        part = part_at(publication, path, new or old)
        if old == new:
            return
        if part and not (old and new):
            self._put(at, part, is_in=bool(new))
            return
        if not new and not path.endswith(".marks"):
            raise EditError(f"{path}: an empty value is not written: take the words that say it away by hand")
        if where != "entry":
            where = f"is read from the {where}" if where else "does not stand there"
            raise EditError(f"{key}: {path} {where}, so the entry has no place to write it")
        self._prove(at, path, new, ways(self.page, publication, path, old, new))

    def add(self, key: str, path: str, value: str) -> None:
        """Give the publication whose id is `key` one more of `awards`, or of `links`: `Code https://example.org/code`.

        It is written as other entries write theirs. Raises EditError, with the reason, where no way to write it reads
        as it should; UsageError where there is no such publication, or nothing to be added there.
        """
        at, _ = self._find(key)
        self._put(at, new_part(path, _text(path, value)), is_in=True)

    def diff(self) -> str:
        """The edits as a unified diff."""
        return diff(self.page.source, self.edits)

    def to_bytes(self) -> bytes:
        """The page with the edits: all other bytes are as they came."""
        return edited(self.page.source, self.edits)

    def _find(self, key: str) -> tuple[int, Publication]:
        found = next(((at, one) for at, one in enumerate(self.page.publications) if one.id == key), None)
        if found is None:
            raise UsageError(f"no publication of the page has the id {key!r}")
        return found

    def _put(self, at: int, part: Part, *, is_in: bool) -> None:
        """Put a part in, or take it out."""
        publication, style = self.page.publications[at], learn(self.page)
        if part.path not in LISTS:
            new = part.text if is_in else ""
        else:
            items = self._items.get((at, part.path), items_of(value_at(publication, part.path)))
            items = [*items, part.item] if is_in else [one for one in items if one != part.item]
            new = together(items)
        self._prove(at, part.path, new, (put_in if is_in else take_out)(style, publication, part))
        if part.path in LISTS:
            self._items[at, part.path] = items

    def _prove(self, at: int, path: str, new: str, some: Ways) -> None:
        """Take the first of some ways that reads as asked."""
        asked = {**self._asked, (at, path): new}
        reasons: list[str] = []
        for edits in islice(dict.fromkeys(some), _MOST_READINGS):
            changes = _with(self._changes, edits)
            reason = self._reason_against(_joined(changes), asked)
            if reason is None:
                self.edits, self._changes, self._asked = _joined(changes), changes, asked
                return
            reasons.append(reason)
        why = reasons[0] if reasons else "its place on the page is not found"
        raise EditError(f"{self.page.publications[at].id}: {path} cannot become {new!r}: {why}")

    def _reason_against(self, edits: tuple[Edit, ...], asked: Asked) -> str | None:
        """Why these edits do not give what is asked and nothing else; None where they do."""
        try:
            data = edited(self.page.source, edits)
        except UsageError as error:
            return str(error)
        return reason_against(self.page, parse(data, path=self.page.source.path, **self._told), asked, edits)


def _text(path: str, value: str) -> str:
    if value != carried(value):
        raise UsageError(f"{path}: the value holds half a character, a lone surrogate")
    return value


def _with(changes: Mapping[Span, str], edits: Iterable[Edit]) -> dict[Span, str]:
    """Changes and further ones; what is put in at one place twice is put in there one behind the other."""
    places = dict(changes)
    for span, new in edits:
        places[span] = places.get(span, "") + new if span.start == span.end else new
    return places


def _joined(changes: Mapping[Span, str]) -> tuple[Edit, ...]:
    """Changes in the order of the page, those that touch as one edit."""
    edits: list[Edit] = []
    for span, new in sorted(changes.items()):
        if edits and edits[-1].span.end == span.start:
            edits[-1] = Edit(Span(edits[-1].span.start, span.end), edits[-1].new + new)
        else:
            edits.append(Edit(span, new))
    return tuple(edits)
