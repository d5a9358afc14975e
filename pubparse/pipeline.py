"""Text of a page in, its `Page` out: the stages by name and in order. The file to read first.

text → Source → Document → Listing → Draft … → the publications → PageFacts → Draft … → Page(Publication …)
 read_source parse_blocks find_entries draft      choose         infer      decide   build_page
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pubparse.layouts import Listing, find_entries
from pubparse.markdown.blocks import Document, parse_blocks
from pubparse.model.build import build_page
from pubparse.model.page import Page
from pubparse.page.bibliography import told_of_bibliography
from pubparse.page.choose import choose
from pubparse.page.decide import PageFacts, decide, draft, infer
from pubparse.page.directives import read_directives
from pubparse.page.draft import Draft
from pubparse.page.front_matter import owner_hints, read_front_matter, title_of
from pubparse.page.told import Told, told_by_caller
from pubparse.text.source import Source, read_source


class Trace(NamedTuple):
    """What every stage gave, from the first to the last: for `explain` and for whoever looks inside."""

    source: Source
    document: Document
    listing: Listing
    blind: tuple[Draft, ...]
    facts: PageFacts
    readings: tuple[Draft, ...]
    page: Page


def parse(
    text: str | bytes,
    *,
    path: str | None = None,
    owner: str | None = None,
    legend: Mapping[str, str] | None = None,
    ignore_sections: Iterable[str] = (),
) -> Page:
    """Read a publication list.

    `owner`, `legend` (glyph to role) and `ignore_sections` (headings) tell what the page does not. Any text gives a
    page: what could not be read is in its `problems`. Raises UsageError for arguments of another type, and for a role
    that is none.
    """
    return trace(text, path, told_by_caller(owner, legend, ignore_sections)).page


def trace(text: str | bytes, path: str | None, told: Told) -> Trace:
    """Run the stages, and keep what each gave."""
    source, problems = read_source(text, path)
    document = parse_blocks(source)
    front_matter, of_front_matter = read_front_matter(source, document)
    told, of_directives = read_directives(source, document.hidden, told)
    listing = find_entries(document)
    blind, of_lists = choose(tuple(draft(entry) for entry in listing.entries), told, title_of(front_matter, listing))
    facts = infer(blind, listing, told, owner_hints(front_matter))
    readings = tuple(decide(one, facts) for one in blind)
    problems += (*of_front_matter, *of_directives, *of_lists, *told_of_bibliography(source, blind))
    page = build_page(source, readings, facts, front_matter, problems)
    return Trace(source, document, listing, blind, facts, readings, page)


def parse_file(
    path: str | Path,
    *,
    owner: str | None = None,
    legend: Mapping[str, str] | None = None,
    ignore_sections: Iterable[str] = (),
) -> Page:
    """Read a publication list from a file; raises OSError where the file cannot be read."""
    return parse(Path(path).read_bytes(), path=str(path), owner=owner, legend=legend, ignore_sections=ignore_sections)
