"""What the tests of this folder share: a page read, its leaves, what they show, and what holds of every page."""

from collections.abc import Iterator

from pubparse.markdown.blocks import Block, Document, parse_blocks
from pubparse.markdown.runs import HARD_BREAK, SOFT_BREAK, Run
from pubparse.text.source import read_source
from pubparse.text.visible import repairs

CHILD_KINDS = {"list": {"item"}, "table": {"row"}, "row": {"cell"}}


def read(text: str | bytes) -> Document:
    return parse_blocks(read_source(text)[0])


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from walk(block.children)


def runs_of(text: str) -> tuple[Run, ...]:
    """Give the runs of a page with one leaf, or those of all its leaves."""
    return tuple(run for block in walk(read(text).blocks) for run in block.runs)


def shown(text: str) -> list[str]:
    """Give what each leaf shows."""
    return ["".join(run.text for run in block.runs) for block in walk(read(text).blocks) if block.runs]


def outline(text: str) -> list[str]:
    """Give the kinds of all blocks, indented, with level, marker and what they show."""

    def lines(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
        for block in blocks:
            words = [block.kind, str(block.level or ""), block.marker, "".join(run.text for run in block.runs)]
            yield indent + " ".join(filter(None, words)).replace("\n", "/")
            yield from lines(block.children, indent + "  ")

    return list(lines(read(text).blocks, ""))


def check(text: str | bytes) -> Document:
    """Check what is promised for every page, and give it read."""
    source, _ = read_source(text)
    document = parse_blocks(source)
    assert source.to_bytes() == (text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    for block in walk(document.blocks):
        assert 0 <= block.span.start <= block.span.end <= len(source.text)
        assert not (block.runs and block.children)
        assert {child.kind for child in block.children} <= CHILD_KINDS.get(block.kind, {c.kind for c in block.children})
        check_runs(block, source.text)
    return document


def check_runs(block: Block, text: str) -> None:
    end = 0
    for run in block.runs:
        assert run.span.start >= end
        end = run.span.end
        assert run.text or run.link
        stands = text[slice(*run.span)]
        if stands != run.text:
            is_break = run.styles & (HARD_BREAK | SOFT_BREAK)
            assert is_break or not run.text or is_atom(stands, run.text), (stands, run.text)
        if run.link and run.link.span.end - run.link.span.start:
            assert run.link.span.start <= run.span.start <= run.span.end <= run.link.span.end
    assert end <= block.span.end


def is_atom(stands: str, text: str) -> bool:
    """Tell whether something else than stands there may be shown: an escape, an entity, an autolink, a repair …"""
    return (
        stands in {"\\" + text, "\\\\|"}
        or (stands.startswith("&") and stands.endswith(";"))
        or "%" in stands
        or "xn--" in stands.lower()
        or (stands == "\0" and text == "\ufffd")
        # Beside what is sure to be damaged, all is repaired that can be.
        or repairs("Ã¼ " + stands)[1:] == ((3, 3 + len(stands), text),)
    )
