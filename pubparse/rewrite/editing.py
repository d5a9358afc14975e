"""A page and new values for its publications in, the edits that make them so out, each proved by reading again."""

from collections.abc import Iterator
from typing import Any

from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.pipeline import parse
from pubparse.problems import PubparseError, UsageError
from pubparse.rewrite.repeats import said_again
from pubparse.rewrite.values import derived, value_at, values_of
from pubparse.rewrite.wordings import wordings
from pubparse.text.edit import Edit, diff, edited, in_order


class EditError(PubparseError):
    """An edit would not have changed what was asked, or not that alone."""


class PageEdit:
    """Changes of a page, one after the other; the page itself stays as it is."""

    def __init__(self, page: Page, **told: Any) -> None:
        """`told` is what `parse` was told of the page, for reading it again."""
        if page.source.files:
            raise UsageError("the files of a folder are not edited as one page")
        self.page, self._told = page, told
        self.edits: tuple[Edit, ...] = ()
        """What changes where, in code points of `page.source.text`."""
        self._asked: dict[tuple[int, str], str] = {}

    def set(self, key: str, path: str, value: str | int) -> None:
        """Give the publication whose id is `key` a new value at a path: `title`, `venue.name`, `authors[3].name`.

        Raises EditError, with the reason, where the value does not stand in the entry itself, or where the page with
        the edit does not read as it should: the value as given, and all others as before. Raises UsageError where there
        is no such publication or path.
        """
        at = next((at for at, one in enumerate(self.page.publications) if one.id == key), None)
        if at is None:
            raise UsageError(f"no publication of the page has the id {key!r}")
        publication, new = self.page.publications[at], " ".join(str(value).split())
        try:
            old, origin = str(value_at(publication, path)), publication.fields.get(path)
        except KeyError as error:
            raise UsageError(f"a publication has no {path!r}") from error
        if not new:
            raise EditError(f"{path}: an empty value is not written: take the words that say it away by hand")
        if origin is None or origin.origin != "entry":
            where = f"is read from the {origin.origin}" if origin else "does not stand there"
            raise EditError(f"{key}: {path} {where}, so the entry has no place to write it")
        if old == new:
            return
        asked = {**self._asked, (at, path): new}
        reasons: list[str] = []
        for edits in self._ways(publication, path, old, new):
            reason = self._reason_against(edits, asked)
            if reason is None:
                self.edits, self._asked = in_order(self.page.source, (*self.edits, *edits)), asked
                return
            reasons.append(reason)
        raise EditError(f"{key}: {path} cannot become {new!r}: {reasons[0]}")

    def diff(self) -> str:
        """The edits as a unified diff."""
        return diff(self.page.source, self.edits)

    def to_bytes(self) -> bytes:
        """The page with the edits: all other bytes are as they came."""
        return edited(self.page.source, self.edits)

    def _ways(self, publication: Publication, path: str, old: str, new: str) -> Iterator[tuple[Edit, ...]]:
        """Ways to write a value; a year that does not change alone changes wherever the entry says it."""
        source, origin = self.page.source, publication.fields[path]
        yield from wordings(source, origin, old, new)
        if path in ("year", "date"):
            for edits in wordings(source, origin, old, new):
                own = origin.pieces or (origin.span,)
                again = said_again(source, publication, old, new)
                yield (
                    *edits,
                    *(edit for edit in again if not any(span.start <= edit.span.start < span.end for span in own)),
                )

    def _reason_against(self, edits: tuple[Edit, ...], asked: dict[tuple[int, str], str]) -> str | None:
        """Why these edits do not give what is asked and nothing else; None where they do."""
        try:
            data = edited(self.page.source, (*self.edits, *edits))
        except UsageError as error:
            return str(error)
        page = parse(data, path=self.page.source.path, **self._told)
        before, after = self.page.publications, page.publications
        if len(before) != len(after):
            return f"the page would read as {len(after)} publications, not {len(before)}"
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            wanted = {path: value for (number, path), value in asked.items() if number == at}
            around = _links_around(old, (*self.edits, *edits)) if wanted else ()
            for reason in _differences(old, new, wanted, around):
                return reason
        return None


def _links_around(publication: Publication, edits: tuple[Edit, ...]) -> tuple[str, ...]:
    """The texts of links in which something changes: a title that is a link is both."""
    return tuple(
        f"links[{at}].text"
        for at, link in enumerate(publication.links)
        if any(link.span.start <= span.start and span.end <= link.span.end for span, _ in edits)
    )


def _differences(old: Publication, new: Publication, wanted: dict[str, str], around: tuple[str, ...]) -> Iterator[str]:
    for path, value in wanted.items():
        try:
            read = value_at(new, path)
        except KeyError:
            read = None
        if str(read) != value:
            yield f"it would read as {read!r}"
    if old == new:
        return
    exempt = (*around, *(start for path in wanted for start in derived(path)))
    before, after = values_of(old), values_of(new)
    for path in before.keys() | after.keys():
        if before.get(path) != after.get(path) and not _begins(path, exempt):
            yield f"{old.id}: {path} would become {after.get(path)!r}"


def _begins(path: str, starts: tuple[str, ...]) -> bool:
    return any(path == start or path.startswith((f"{start}.", f"{start}[")) for start in starts)
