"""A page before and after an edit in, why it does not give what was asked and nothing else out."""

from collections.abc import Iterator, Mapping

from pubparse.model.page import Page
from pubparse.model.person import Author
from pubparse.model.publication import Publication
from pubparse.rewrite.people import sources_of
from pubparse.rewrite.values import derived, names_in, printed, value_at, values_of
from pubparse.text.edit import Edit

_SPELLING = ("name", "given", "family", "particle", "suffix", "literal")

Asked = Mapping[tuple[int, str], str]
"""New values, by the number of the publication and the path."""


def reason_against(before: Page, after: Page, asked: Asked, edits: tuple[Edit, ...]) -> str | None:
    """Why `after`, the page with the edits, is not what was asked; None where it is."""
    if len(before.publications) != len(after.publications):
        return f"the page would read as {len(after.publications)} publications, not {len(before.publications)}"
    for at, (old, new) in enumerate(zip(before.publications, after.publications, strict=True)):
        wanted = {path: value for (number, path), value in asked.items() if number == at}
        for reason in _differences(old, new, wanted, _links_around(old, edits) if wanted else ()):
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
        if printed(read) != value:
            yield f"it would read as {printed(read) if read else None!r}"
    if old == new:
        return
    exempt = (*around, *(start for path in wanted for start in (*derived(path), *_inside(old, path))))
    if "venue.name" in wanted:
        old = _without_echo(old, new)
    if when := wanted.get("date") or wanted.get("year"):
        old = _with_notes_of(old, new, when[:4])
    before, after = values_of(_with_authors(old, new, wanted)), values_of(new)
    for path in before.keys() | after.keys():
        if before.get(path) != after.get(path) and not _begins(path, exempt):
            yield f"{old.id}: {path} would become {after.get(path)!r}"


def _inside(old: Publication, path: str) -> Iterator[str]:
    """The values that are read out of a venue: the publisher in `IEEE Network`."""
    if path == "venue.name":
        whole, (start, end) = old.fields[path].text, old.fields[path].span
        for name, origin in old.fields.items():
            if origin.text == whole or (start <= origin.span.start and origin.span.end <= end):
                yield name


def _with_authors(old: Publication, new: Publication, wanted: dict[str, str]) -> Publication:
    """The old record with the authors as asked: who stays is as before but for the spelling, and who is new as read."""
    names = names_in(wanted.get("authors", ""))
    if not names or len(names) != len(new.authors):
        return old
    origins = sources_of(old.authors, names)
    authors = [
        one if origin is None else _called(old.authors[origin], one)
        for one, origin in zip(new.authors, origins, strict=True)
    ]
    return old.model_copy(update={"authors": tuple(authors)})


def _called(one: Author, other: Author) -> Author:
    """Somebody as before, under the name that is read now."""
    return one.model_copy(update={name: getattr(other, name) for name in _SPELLING})


def _without_echo(old: Publication, new: Publication) -> Publication:
    """The old record without notes that only say the new venue once more: read so, they are none."""
    said = {new.venue.name, new.venue.acronym} if new.venue else set()
    return old.model_copy(update={"notes": tuple(note for note in old.notes if note.text not in said)})


def _with_notes_of(old: Publication, new: Publication, year: str) -> Publication:
    """The old record with the year asked for in notes that say the year, too, where the edit has changed it there."""
    if len(old.notes) != len(new.notes):
        return old
    notes = (
        fresh if note.text.replace(str(old.year), year) == fresh.text else note
        for note, fresh in zip(old.notes, new.notes, strict=True)
    )
    return old.model_copy(update={"notes": tuple(notes)})


def _begins(path: str, starts: tuple[str, ...]) -> bool:
    return any(path == start or path.startswith((f"{start}.", f"{start}[")) for start in starts)
