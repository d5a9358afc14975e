"""A block in, the units that entries are put together from out: paragraphs, lines of one, items that belong to one."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pubparse.layouts.cuts import cut
from pubparse.layouts.joining import joined
from pubparse.layouts.lines import LABEL, Runs, extent
from pubparse.layouts.looks import CAPTION_WORDS, Look
from pubparse.markdown.blocks import Block
from pubparse.markdown.runs import BOLD, HARD_BREAK, IMAGE, ITALIC, Run
from pubparse.text.span import Span

_FACES: Final = BOLD | ITALIC
_LINKED: Final = 1 << 20
_LONG: Final = 24  # words
_BIBTEX: Final = re.compile(r"@[A-Za-z]{4,20}\s?\{")


class Unit(NamedTuple):
    """A paragraph, or one of the entries in it: its runs and what they look like; none where a rule is drawn."""

    runs: Runs
    span: Span
    look: Look
    labelled: bool = False
    is_cut: bool = False  # one of several in a paragraph
    is_quoted: bool = False  # a paragraph of a quotation

    @property
    def is_text(self) -> bool:
        """Whether there is more to it than pictures and labels of links."""
        return bool(self.runs) and not (self.look.image or self.look.prose or self.look.links)

    @property
    def is_told(self) -> bool:
        """Whether it is no part of an entry, as a quotation of some length that names nobody, either, is none."""
        look = self.look
        if look.is_told or _BIBTEX.match(look.text):
            return True
        return self.is_quoted and look.words > _LONG and not (look.people or look.dated)

    @property
    def has_lines(self) -> bool:
        """Whether the page breaks it into lines."""
        return any(run.styles & HARD_BREAK for run in self.runs)

    @property
    def face(self) -> int:
        """How it begins: bold, italic, as a link; 0 where that is like most text."""
        first = next((run for run in self.runs if run.text.strip() and not run.styles & IMAGE), self.runs[0])
        return _face(first)

    @property
    def is_of_one_face(self) -> bool:
        """Whether all of it looks as it begins, as a title that is set off does."""
        face = self.face
        return all(_face(run) == face for run in self.runs if any(map(str.isalnum, run.text)))

    @property
    def is_caption(self) -> bool:
        """Whether it may head what follows it."""
        if self.labelled or self.look.words > CAPTION_WORDS or self.look.people or self.look.is_whole:
            return False
        return self.is_text and not any(run.link for run in self.runs)


def units_of(block: Block) -> Iterator[Unit]:
    """Take a block apart: mostly into one unit; a fold into what it always shows, code into nothing."""
    if block.kind == "html":
        if runs := joined([block]):
            yield _unit(runs, block.span)
    elif block.kind == "rule":
        yield _unit((), block.span)
    elif block.children:
        for child in block.children:
            is_number = len(block.children) == 1 and child.marker[:1].isdigit()
            is_quoted = block.kind == "quote"
            yield _unit(joined([child]), child.span)._replace(labelled=is_number, is_quoted=is_quoted)
    elif block.runs and block.kind != "code":
        pieces = cut(joined([block]))
        for piece in pieces:
            span = block.span if len(pieces) == 1 else extent(piece)
            yield _unit(piece, span)._replace(is_cut=len(pieces) > 1)


def _face(run: Run) -> int:
    return run.styles & _FACES | (_LINKED if run.link else 0)


def _unit(runs: Runs, span: Span) -> Unit:
    look = Look(runs)
    return Unit(runs, span, look, labelled=bool(LABEL.match(look.text)))
