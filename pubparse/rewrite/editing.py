"""A page and new values for its publications in, the edits that make them so out, each proved by reading again."""

from typing import Any

from pubparse.model.page import Page
from pubparse.pipeline import parse
from pubparse.problems import PubparseError, UsageError
from pubparse.rewrite.proof import Asked, reason_against
from pubparse.rewrite.values import as_printed, place_of, printed, value_at
from pubparse.rewrite.ways import ways
from pubparse.text.edit import Edit, diff, edited, in_order
from pubparse.text.source import carried


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

        `authors[3].marks` is all marks beside a name, with blanks between them; none take the marks away. `authors` is
        the list of names, with semicolons between them: who stays keeps type face, link and marks, and who is not named
        goes. `links[0].url` and `links[0].text` are those of a link.

        Raises EditError, with the reason, where the value does not stand in the entry itself, or where the page with
        the edit does not read as it should: the value as given, and all others as before. Raises UsageError where there
        is no such publication or path.
        """
        at = next((at for at, one in enumerate(self.page.publications) if one.id == key), None)
        if at is None:
            raise UsageError(f"no publication of the page has the id {key!r}")
        publication, new = self.page.publications[at], as_printed(path, value)
        if new != carried(new):
            raise UsageError(f"{path}: the value holds half a character, a lone surrogate")
        try:
            old, where = printed(value_at(publication, path)), place_of(publication, path)
        except KeyError as error:
            raise UsageError(f"a publication has no {path!r}") from error
        if not new and not path.endswith(".marks"):
            raise EditError(f"{path}: an empty value is not written: take the words that say it away by hand")
        if where != "entry":
            where = f"is read from the {where}" if where else "does not stand there"
            raise EditError(f"{key}: {path} {where}, so the entry has no place to write it")
        if old == new:
            return
        asked = {**self._asked, (at, path): new}
        reasons: list[str] = []
        for edits in dict.fromkeys(ways(self.page, publication, path, old, new)):
            reason = self._reason_against(edits, asked)
            if reason is None:
                self.edits, self._asked = in_order(self.page.source, (*self.edits, *edits)), asked
                return
            reasons.append(reason)
        why = reasons[0] if reasons else "its place on the page is not found"
        raise EditError(f"{key}: {path} cannot become {new!r}: {why}")

    def diff(self) -> str:
        """The edits as a unified diff."""
        return diff(self.page.source, self.edits)

    def to_bytes(self) -> bytes:
        """The page with the edits: all other bytes are as they came."""
        return edited(self.page.source, self.edits)

    def _reason_against(self, edits: tuple[Edit, ...], asked: Asked) -> str | None:
        """Why these edits do not give what is asked and nothing else; None where they do."""
        edits = (*self.edits, *edits)
        try:
            data = edited(self.page.source, edits)
        except UsageError as error:
            return str(error)
        return reason_against(self.page, parse(data, path=self.page.source.path, **self._told), asked, edits)
