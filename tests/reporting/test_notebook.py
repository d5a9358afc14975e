"""What a notebook shows: tables without anything that runs, and all of the record."""

from html.parser import HTMLParser

import pytest
from exporters.works import hostile_publications
from inputs import FIXTURES, PAGES

import pubparse


class Table(HTMLParser):
    """The cells of a table, row by row, and every element there is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows, self.elements = list[list[str]](), set[str]()
        self.feed(text)
        self.rows = [[cell.strip() for cell in row] for row in self.rows]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("style", "src", "href")]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_a_table(name: str) -> None:
    page = pubparse.parse(PAGES[name])
    rows = Table(page._repr_html_()).rows[1:]
    assert [row[2] for row in rows] == [one.title or "–" for one in page.publications]
    assert [row[0] for row in rows] == [str(one.year or "–") for one in page.publications]


def test_a_long_page_is_cut() -> None:
    lines = (f"* **A. Lovelace**, C. Babbage. Notes on the engine of number {at}. In ICML 2016.\n" for at in range(103))
    table = Table(pubparse.parse("".join(lines))._repr_html_())
    assert len(table.rows) == 1 + 100 + 1
    assert table.rows[-1] == ["and 3 more"]


def test_a_publication_is_its_record() -> None:
    one = pubparse.parse(PAGES["publications"]).publications[0]
    rows = dict(Table(one._repr_html_()).rows)
    assert rows["Title"] == one.title
    assert rows["Authors"].split(", ")[:3] == ["K. Lai * equal", "Z. Tang * equal", "X. Pan"]


def test_nothing_runs() -> None:
    page = pubparse.parse((FIXTURES / "hostile.md").read_text(encoding="utf-8"))
    texts = [page._repr_html_(), *(one._repr_html_() for one in (*page.publications, *hostile_publications()))]
    allowed = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "b", "span"}
    for text in texts:
        assert Table(text).elements <= allowed
