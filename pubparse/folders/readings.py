"""The facts of all files in, what reading their sentences as lists of publications tells out, file by file.

There are two lists: of the citations, and of authors, titles and venues put together. What a front matter says without
a sentence is not taken from them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from pubparse.folders.facts import Facts
from pubparse.folders.files import OWNERS
from pubparse.folders.front_matter import Scalar
from pubparse.folders.sheet import Sheet
from pubparse.layouts import find_entries
from pubparse.markdown.blocks import parse_blocks
from pubparse.model.build import build_page
from pubparse.model.page import Page
from pubparse.model.publication import Publication
from pubparse.page.decide import decide, draft, infer
from pubparse.page.told import Told
from pubparse.text.source import read_source
from pubparse.text.span import Span
from pubparse.text.visible import Visible


class Reading(NamedTuple):
    """A publication as it was read, and the way back from its spans to the source."""

    publication: Publication
    sheet: Sheet


class Readings(NamedTuple):
    """What was read of each file: of its citation, and of its facts put together; and the pages that they make."""

    citations: dict[int, Reading]
    facts: dict[int, Reading]
    pages: tuple[Page, Page]


def read_sentences(facts: Iterable[Facts], told: Told) -> Readings:
    """Read what it takes grammar to read; `told` is what is known of the site."""
    cited, composed = Sheet(), Sheet()
    citations: list[int] = []
    for at, one in enumerate(facts):
        if one.citation:
            citations.append(at)
            cited.begin()
            cited.put(one.citation.visible)
        composed.begin()
        _write(composed, one, told.owner)
    pages = (_read(cited.text, told), _read(composed.text, told))
    of_citations = {citations[at]: reading for at, reading in _by_entry(pages[0], cited).items()}
    return Readings(of_citations, _by_entry(pages[1], composed), pages)


def _read(text: str, told: Told) -> Page:
    """Read a list of which it is known that each entry is a publication."""
    source, _ = read_source(text)
    listing = find_entries(parse_blocks(source))
    blind = tuple(map(draft, listing.entries))
    facts = infer(blind, listing, told, ())
    return build_page(source, tuple(decide(one, facts) for one in blind), facts, None, ())


def _write(sheet: Sheet, facts: Facts, owner: str | None) -> None:
    """Put the facts together: `Ada Lovelace, Charles Babbage. "Notes." <i>Scientific Memoirs</i>`."""
    joint = "; " if any("," in author.text for author in facts.authors) else ", "
    for at, author in enumerate(facts.authors):
        sheet.join(joint if at else "")
        sheet.put(called(author, owner))
    if facts.names:
        sheet.put(facts.names.visible)
    sheet.join('. "' if facts.authors or facts.names else '"')
    sheet.put(facts.title.visible)
    sheet.join('."')
    if facts.venue:
        sheet.join(" <i>")
        sheet.put(facts.venue)
        sheet.join("</i>")
    if facts.beside:
        sheet.put(facts.beside)
    sheet.join(".")


def called(author: Scalar, owner: str | None) -> Visible:
    """The name of an author: the owner's, where it is what the site calls the owner."""
    if owner and author.text in OWNERS:
        return Visible.join([(owner, author.visible.span(0, len(author.text)), False)])
    return author.visible


def _by_entry(page: Page, sheet: Sheet) -> dict[int, Reading]:
    """The first publication that was read in each entry."""
    readings: dict[int, Reading] = {}
    for publication in page.publications:
        readings.setdefault(sheet.entry_at(Span(*publication.span).start), Reading(publication, sheet))
    return readings
