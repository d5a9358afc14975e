"""Text of a page in, its `Page` out: the stages by name and in order. The file to read first.

    Source → Block → Entry → Lexeme → Lattice → PageFacts → Reading → Page(Publication …)
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pubparse.layouts import find_entries
from pubparse.markdown.blocks import parse_blocks
from pubparse.model.build import build_page
from pubparse.model.page import Page
from pubparse.page.decide import Told, choose, decide, draft, infer
from pubparse.page.front_matter import owner_hints, read_front_matter
from pubparse.text.source import read_source


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
    page: what could not be read is in its `problems`.
    """
    told = Told(owner, tuple((legend or {}).items()), frozenset(name.casefold() for name in ignore_sections))
    source, problems = read_source(text, path)
    document, more = parse_blocks(source)
    front_matter, yet_more = read_front_matter(source, document)
    listing = find_entries(document.blocks)
    drafts = choose(tuple(draft(entry) for entry in listing.entries), told)
    facts = infer(drafts, listing, told, owner_hints(front_matter))
    readings = tuple(decide(one, facts) for one in drafts)
    return build_page(source, readings, facts, front_matter, (*problems, *more, *yet_more))


def parse_file(
    path: str | Path,
    *,
    owner: str | None = None,
    legend: Mapping[str, str] | None = None,
    ignore_sections: Iterable[str] = (),
) -> Page:
    """Read a publication list from a file; raises OSError where the file cannot be read."""
    return parse(Path(path).read_bytes(), path=str(path), owner=owner, legend=legend, ignore_sections=ignore_sections)
