"""Entries and a seed in, a whole page out: list markers, breaks inside entries, headings, legends."""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from tools.training.pieces import Example, PageWriter, Piece, Pieces, bare, fields_of, hard_wrap, pick, text_of
from tools.training.tables import draw

_NUMBERED = re.compile(r"\d{1,9}[.)]\s")
_CLOSING = {"<li>": "</li>", "<p>": "</p>"}


class Layout(NamedTuple):
    """`marker` before each entry, `break_` between its lines, `gap` between entries; `years` are their headings."""

    lines: bool
    marker: str
    break_: str
    gap: str
    years: str
    width: int
    legend: str

    @property
    def html(self) -> bool:
        """Whether entries are HTML."""
        return self.marker.startswith("<")

    @property
    def indent(self) -> str:
        """What continues an entry's lines."""
        if not self.marker or self.html or self.marker[0] in "#•[\\>":
            return ""
        return " " * len(self.marker.format(n=1))

    def join(self, lines: Sequence[Pieces], rng: random.Random) -> Pieces:
        """Make one of the lines of an entry, without its marker."""
        out: Pieces = []
        for place, line in enumerate(lines):
            out += [*bare(self._break(place, rng) if place else ""), *line]
        wraps = self.width and not self.marker.startswith(("#", ">"))
        return hard_wrap(out, self.width, self.indent) if wraps else out

    def _break(self, place: int, rng: random.Random) -> str:
        nested = self.break_ in ("\n- ", "\n* ")
        if self.marker.startswith("#"):
            return "\n" if place == 1 else "  \n" if nested else self.break_
        if self.html:
            return "<br>\n" if rng.random() < 0.8 else "<br>"
        if self.marker.startswith(">"):
            return "  \n> "
        if not self.indent:
            return "  \n" if self.break_.startswith("\n") else self.break_
        head, line_end, rest = self.break_.rpartition("\n")
        return f"{head}{line_end}{self.indent if line_end else ''}{rest}"


def draw_layout(rng: random.Random) -> Layout:
    """Draw a layout, as often as pages have it."""
    lines = rng.random() < 0.42
    marker = draw(rng, "layouts", "markers of lines" if lines else "markers")
    loose = not marker or marker[0] in "#•[\\>" or "、" in marker or rng.random() < 0.35
    return Layout(
        lines or marker.startswith("#"),
        marker,
        draw(rng, "layouts", "breaks"),
        "\n\n" if loose and not marker.startswith("<") else "\n",
        draw(rng, "layouts", "years"),
        pick(rng, [(12, 0), (1, 72), (1, 88)]),
        draw(rng, "layouts", "legends") if rng.random() < 0.2 else "",
    )


def write_page(
    entries: Sequence[tuple[int, Pieces]], layout: Layout, rng: random.Random, marks: Sequence[str]
) -> Example:
    """Write the page of these entries, each with its year."""
    page = PageWriter()
    page.add(draw(rng, "layouts", "headings") + "\n\n")
    if layout.legend:
        page.add(layout.legend.format(m=marks[-1] if marks else "†") + "\n\n")
    number = 0
    for year, group in _by_year(entries) if layout.years else [(0, [pieces for _, pieces in entries])]:
        if year:
            page.add(layout.years.format(year) + "\n\n")
        if layout.marker == "<li>":
            page.add("<ul>\n")
        for pieces in group:
            number += 1
            _write(page, pieces, layout, number)
        page.add("</ul>\n\n" if layout.marker == "<li>" else "\n")
    return page.example()


def _write(page: PageWriter, pieces: Pieces, layout: Layout, number: int) -> None:
    if not layout.html and len(pieces) > 1 and pieces[1].text[0] in ".)" and _NUMBERED.match(text_of(pieces)):
        pieces = [pieces[0], Piece("\\" + pieces[1].text), *pieces[2:]]  # a year, and no list of its own
    pieces = [Piece(layout.marker.format(n=number)), *pieces, Piece(_CLOSING.get(layout.marker, ""))]
    page.entry(text_of(pieces), fields_of(pieces))
    page.add(layout.gap)


def _by_year(entries: Sequence[tuple[int, Pieces]]) -> list[tuple[int, list[Pieces]]]:
    groups: dict[int, list[Pieces]] = {}
    for year, pieces in entries:
        groups.setdefault(year, []).append(pieces)
    return sorted(groups.items(), reverse=True)
