"""What the tests of layouts look at: a page in, its entries out as (first line, last line, text of each line)."""

from pubparse.layouts import Entry, Listing, find_entries
from pubparse.markdown.blocks import parse_blocks
from pubparse.text.source import read_source


def listing(page: str) -> Listing:
    source, _ = read_source(page)
    document = parse_blocks(source)
    return find_entries(document)


def lines(page: str, entry: Entry) -> tuple[int, int]:
    source, _ = read_source(page)
    return source.line(entry.span.start), source.line(entry.span.end - 1)


def found(page: str) -> list[tuple[int, int, str]]:
    return [(*lines(page, entry), text(entry)) for entry in listing(page).entries]


def text(entry: Entry) -> str:
    return "".join(run.text for run in entry.runs)


def spans(page: str) -> list[tuple[int, int]]:
    return [lines(page, entry) for entry in listing(page).entries]


def sections(page: str) -> list[list[str]]:
    return [[heading.text for heading in entry.section] for entry in listing(page).entries]
