"""Entries and a seed in, a whole page out: list markers, breaks inside entries, headings, legends."""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from tools.training.pieces import Example, PageWriter, Piece, Pieces, bare, hard_wrap, pick, text_of

_NUMBERED = re.compile(r"\d{1,9}[.)]\s")
_MARKERS = [
    (30, "- "), (22, "* "), (3, "+ "), (12, "{n}. "), (5, "[{n}] "), (2, "\\[{n}\\] "), (1.5, "{n}\\. "), (1, "{n}) "), (1, "{n}、"), (1, "[J{n}] "), (1, "• "), (14, ""), (2, "### "), (2, "#### "), (1, "> "), (3, "<li>"), (1, "<p>"), (1, "*   "), (1, "-   "),
]  # fmt: skip
_LINE_MARKERS = [
    (22, "- "), (16, "* "), (8, "{n}. "), (2, "[{n}] "), (30, ""), (6, "### "), (3, "#### "), (1, "> "), (2, "<li>"), (3, "+ "), (2, "<p>"),
]  # fmt: skip
_BREAKS = [(9, "  \n"), (9, "<br>\n"), (5, "\\\n"), (3, " \\\\\n"), (3, "<br>"), (2, "<br/>"), (2, "<br />\n"), (3, "\n"), (3, "\n\n"), (4, "\n- "), (1.5, "\n* ")]
_HEADINGS = ["# Publications", "## Publications", "# Selected Publications", "## Papers", "# 📝 Publications", "## Journal Articles", "# Research", "### Peer-reviewed", "Publications\n============", "## Selected Papers"]
_LEGENDS = ["\\* equal contribution", "(\\* denotes equal contribution)", "{m}: corresponding author", "\\* indicates equal contribution, {m} corresponding author.", "{m} denotes corresponding author", "*Names in bold are mine.*"]


class Layout(NamedTuple):
    """`marker` before each entry, `break_` between its lines, `gap` between entries; `years` puts them under headings."""

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
        """The lines of an entry as one, without its marker."""
        out: Pieces = []
        for place, line in enumerate(lines):
            if place:
                out += bare(self._break(place, rng))
            out += line
        return hard_wrap(out, self.width, self.indent) if self.width and not self.marker.startswith("#") else out

    def _break(self, place: int, rng: random.Random) -> str:
        break_ = self.break_
        if self.marker.startswith("#"):
            break_ = "\n" if place == 1 else break_.replace("\n- ", "  \n").replace("\n* ", "  \n")
        elif self.html:
            break_ = "<br>\n" if rng.random() < 0.8 else "<br>"
        elif self.marker.startswith(">"):
            return "  \n> "
        elif not self.indent:
            break_ = "  \n" if break_.startswith("\n") else break_
        elif break_ == "\n":
            break_ = "\n"
        return break_.replace("\n\n", "\n\n" + self.indent).replace("\n", "\n" + self.indent, 1) if "\n\n" not in break_ else "\n\n" + self.indent


def draw_layout(rng: random.Random) -> Layout:
    """A layout, as often as pages have it."""
    lines = rng.random() < 0.42
    marker = pick(rng, _LINE_MARKERS if lines else _MARKERS)
    if marker[:1] == "#":
        lines = True
    loose = not marker or marker[0] in "#•[\\>" or "、" in marker or rng.random() < 0.35
    return Layout(
        lines,
        marker,
        pick(rng, _BREAKS),
        "\n\n" if loose and not marker.startswith("<") else "\n",
        pick(rng, [(7, ""), (3, "## {}"), (2, "### {}"), (0.5, "**{}**"), (0.3, "## {} ##")]),
        pick(rng, [(12, 0), (1, 72), (1, 88)]),
        pick(rng, [(4, ""), (1, rng.choice(_LEGENDS))]),
    )


def write_page(entries: Sequence[tuple[int, Pieces]], layout: Layout, rng: random.Random, marks: Sequence[str]) -> Example:
    """The page of these entries, each with its year."""
    page = PageWriter()
    page.add(rng.choice(_HEADINGS) + "\n\n")
    if layout.legend:
        page.add(layout.legend.format(m=marks[-1] if marks else "†") + "\n\n")
    wrapper = "" if not layout.html else "ul" if layout.marker == "<li>" else ""
    groups = _by_year(entries) if layout.years else [(0, [pieces for _, pieces in entries])]
    number = 0
    for year, group in groups:
        if year:
            page.add(layout.years.format(year) + "\n\n")
        if wrapper:
            page.add(f"<{wrapper}>\n")
        for pieces in group:
            number += 1
            _write(page, pieces, layout, number)
        if wrapper:
            page.add(f"</{wrapper}>\n")
        page.add("\n")
    return page.example()


def _write(page: PageWriter, pieces: Pieces, layout: Layout, number: int) -> None:
    marker = layout.marker.format(n=number)
    end = {"<li>": "</li>", "<p>": "</p>"}.get(layout.marker, "")
    if not layout.html and _NUMBERED.match(text_of(pieces)) and len(pieces) > 1 and pieces[1].text[0] in ".)":
        pieces = [pieces[0], Piece("\\" + pieces[1].text), *pieces[2:]]
    page.entry([Piece(marker), *pieces, Piece(end)])
    page.add(layout.gap)


def _by_year(entries: Sequence[tuple[int, Pieces]]) -> list[tuple[int, list[Pieces]]]:
    groups: dict[int, list[Pieces]] = {}
    for year, pieces in entries:
        groups.setdefault(year, []).append(pieces)
    return sorted(groups.items(), reverse=True)


def visible(pieces: Pieces) -> str:
    """What an entry says, with its markup."""
    return text_of(pieces)
