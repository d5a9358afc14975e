"""Tables in, an entry a row out; what the header calls a column is a hint for what stands in it."""

from collections.abc import Iterator
from typing import Final

from pubparse.layouts.entries import Claim, Entry, Hint, Layout, Prose
from pubparse.layouts.joining import joined, visible_leaves
from pubparse.layouts.lines import Runs, extent, text_of
from pubparse.layouts.looks import Look
from pubparse.lexicons.load import words
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import HEADER

_NAME: Final = "tables"
_COUNTING: Final = "row"
_NOTE: Final = "note"  # of what no other field holds
_MONTH: Final = "month"  # by its number, which tells nothing without the header
_COLUMNS: Final = {word: kind.rpartition("/")[2] for word, kind in words("fields").items()}


def _claims(blocks: tuple[Block, ...]) -> list[Claim]:
    return [
        Claim(at, at + 1, 0.9) for at, block in enumerate(blocks) if block.kind == "table" and not _only_places(block)
    ]


def _only_places(table: Block) -> bool:
    """Whether a table only puts parts of a page beside each other: a cell holds a list, or several entries."""
    for row in table.children:
        for cell in row.children:
            if any(child.kind in ("list", "heading", "table") for child in cell.children):
                return True
            if sum(Look(leaf.runs).is_whole for leaf in visible_leaves(cell.children)) > 1:
                return True
    return False


def _split(blocks: tuple[Block, ...]) -> Iterator[Entry | Prose]:
    for table in blocks:
        columns: list[str] = []
        for place, row in enumerate(table.children):
            cells = [joined([cell]) for cell in row.children]
            if place == 0 and _is_header(cells):
                columns = [_column(text_of(cell)) for cell in cells]
                columns = _titled(columns, table.children[1:])
                continue
            named = [*columns, *[""] * len(cells)][: len(cells)]
            runs = joined(
                block
                for column, block, cell in zip(named, row.children, cells, strict=True)
                if column != _COUNTING and not (column == _MONTH and text_of(cell).strip().isdigit())
            )
            hints = tuple(
                Hint(column, extent(cell)) for column, cell in zip(named, cells, strict=True) if column and cell
            )
            if runs:
                yield Entry(runs, row.span, _NAME, hints=hints)


def _titled(columns: list[str], rows: tuple[Block, ...]) -> list[str]:
    """Columns beside one of titles; where none is called so, the first may be one, `Model`, if it leads to papers."""
    if "title" in columns:
        return columns
    if columns[0] == _NOTE and rows and rows[0].children and Look(joined(rows[0].children[:1])).is_link:
        return ["title", *columns[1:]]
    return ["" if name == _NOTE else name for name in columns]


def _column(header: str) -> str:
    """What a column holds, by its header; "" where that is not known."""
    label = header.strip(" *:").lower()
    if label == "#":
        return _COUNTING
    parts = (label.strip("#"), *map(str.strip, label.split("/")))  # Journal/Conference
    known = next((_COLUMNS[part] for part in parts if part in _COLUMNS), "")
    return known or (_NOTE if _COLUMNS.get(label.rpartition(" ")[2]) == _NOTE else "")  # Input modality


def _is_header(cells: list[Runs]) -> bool:
    shown = [cell for cell in cells if cell]
    return bool(shown) and all(run.styles & HEADER for cell in shown for run in cell if run.text.strip())


TABLES = Layout(_NAME, _claims, _split)
