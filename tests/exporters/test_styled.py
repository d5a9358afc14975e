"""Citation styles: what is written is what the style says, in every form, with the owner and the marks put back."""

import html.parser
import re
from pathlib import Path
from typing import Any

import pytest
from exporters.works import fixture_pages, hostile_publications, person, publication
from inputs import SOURCE
from markdown_it import MarkdownIt

import pubparse
from pubparse import Publication, UsageError
from pubparse.exporters.citation_styles import PRIVATE, SHORT, Style, find_style
from pubparse.exporters.signed_names import MARKS, OWNER, settled, signed, who
from pubparse.exporters.styled import _item
from pubparse.exporters.work import Work, one_line

COME_ALONG = ["apa", "ieee", "acm", "chicago", "mla", "vancouver", "nature", "harvard"]
FORMS = ["markdown", "html", "text"]
WORKS = [work for page in fixture_pages() for work in page.publications]
SOURCE_PAGE = pubparse.parse_file(SOURCE)
MARKED = re.compile(f"{MARKS[0]}[^{MARKS[1]}]*{MARKS[1]}|[{OWNER}]")


class Items(html.parser.HTMLParser):
    """The list items of a page: their texts, what is bold in each, and where links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.bold: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"ol", "ul", "li", "em", "i", "strong", "b", "sup", "sub", "a", "span", "p"}
        self.open.append(tag)
        self.texts += [""] * (tag == "li")
        self.bold += [""] * (tag in {"b", "strong"})
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "li" in self.open:
            self.texts[-1] += data
        if {"b", "strong"} & set(self.open):
            self.bold[-1] += data


def read(form: str, text: str) -> Items:
    return Items(MarkdownIt("commonmark").render(text) if form == "markdown" else text)


def written(given: Any, form: str, **options: Any) -> str:
    return pubparse.export(given, form, **options).text


def lines(given: Any, **options: Any) -> list[str]:
    """The references as plain text, without numbers."""
    text = written(given, "text", **options)
    return [re.sub(r"^\[?\d+[\].]+ +", "", line) for line in text.split("\n")[2:-1]]


def plain(texts: list[str]) -> list[str]:
    return [one_line(text) for text in texts]


@pytest.mark.parametrize("style", ["apa", "ieee", "vancouver"])
def test_every_form_says_the_same(style: str) -> None:
    for given in (WORKS[::12], hostile_publications()):
        expected = plain([line.replace("^", "") for line in lines(given, style=style, all_authors=True)])
        for form in ("markdown", "html"):
            found = read(form, written(given, form, style=style, all_authors=True))
            assert plain([text.replace("^", "") for text in found.texts]) == expected
            assert all(link.startswith(("http://", "https://")) for link in found.links)


def references(given: list[Publication], name: str) -> tuple[Style, list[str], list[Publication]]:
    style = Style(name, cut=False)
    works = [Work(one) for one in pubparse.bibliography.listed.listed(given)]
    items = [_item(work) for work in works]
    for item, work in zip(items, works, strict=True):
        item["author"] = [signed(at, author) for at, author in enumerate(work.publication.authors)]
    return style, [one.text for one in style.references(items)], [work.publication for work in works]


@pytest.mark.parametrize("name", ["apa", "ieee", "vancouver", "mla"])
def test_without_bold_and_marks_it_is_what_the_style_says(name: str) -> None:
    style, texts, works = references([*WORKS[::9], *hostile_publications()], name)
    for text, work in zip(texts, works, strict=True):
        bare = settled(text, work.authors, style.initials_end, bold=False, marks=False)
        full = settled(text, work.authors, style.initials_end, bold=True, marks=True)
        assert MARKED.sub("", full) == bare
        assert full.count(OWNER[0]) == sum(author.is_self for author in work.authors)
        assert full.count(MARKS[0]) == sum(bool(one_line("".join(author.marks))) for author in work.authors)
        assert who(text) == set(range(len(work.authors)))


@pytest.mark.parametrize("style", COME_ALONG)
def test_the_owner_is_bold_by_the_whole_name(style: str) -> None:
    for form in ("markdown", "html"):
        bold = read(form, written(SOURCE_PAGE, form, style=style, all_authors=True)).bold
        bold = [text for text in bold if not text.isdecimal()]  # some styles have volumes in bold
        assert set(bold) <= {"Z. Tang", "Tang, Z.", "Tang Z", "Zhenheng Tang", "Tang, Zhenheng"}
        assert len(bold) == sum(author.is_self for work in SOURCE_PAGE.publications for author in work.authors)


@pytest.mark.parametrize(
    ("author", "bold"),
    [
        ({"given": "Jean-Luc", "family": "Picard"}, {"Picard, J.-L.", "J.-L. Picard", "Picard JL", "Picard, J. L."}),
        ({"given": "Ludwig", "particle": "van", "family": "Beethoven"}, {"Beethoven, L. van", "L. van Beethoven"}),
        ({"given": "J. H.", "family": "Ward", "suffix": "Jr."}, {"Ward, J. H., Jr.", "J. H. Ward Jr.", "Ward JH Jr."}),
        ({"given": "明", "family": "李"}, {"李明"}),
        ({"literal": "The ATLAS Collaboration", "given": None, "family": None}, {"The ATLAS Collaboration"}),
    ],
)
@pytest.mark.parametrize("style", ["apa", "ieee", "vancouver", "acm"])
def test_names_of_many_shapes(author: dict[str, Any], bold: set[str], style: str) -> None:
    name = "李明" if author["family"] == "李" else "The ATLAS Collaboration"
    people = [person("Zoe Tang"), person(name, **author, is_self=True, marks=["*"]), person("X. Chu")]
    found = read("html", written(publication(authors=people), "html", style=style))
    more = {f"{author['given']} {author.get('family')}", "van Beethoven, L.", "van Beethoven L", "Ludwig van Beethoven"}
    assert set(found.bold) <= bold | more
    assert len(found.bold) == 1
    assert f"{found.bold[0]}*" in found.texts[0]


def test_titles_and_authors_are_read_back() -> None:
    """What the parser of pages makes of a list that was written for a page."""
    for style in ("apa", "ieee", "acm", "vancouver"):
        again = pubparse.parse(written(SOURCE_PAGE, "markdown", style=style, all_authors=True)).publications
        assert len(again) == len(SOURCE_PAGE.publications)
        for one, other in zip(SOURCE_PAGE.publications, again, strict=True):
            assert (other.title, other.year) == (one.title, one.year)
            assert [author.family for author in other.authors] == [author.family for author in one.authors]
            assert [author.is_self for author in other.authors] == [author.is_self for author in one.authors]
            assert [author.marks for author in other.authors] == [author.marks for author in one.authors]


def test_a_style_with_numbers_gives_a_numbered_list() -> None:
    few = SOURCE_PAGE.publications[:4]
    for style in COME_ALONG:
        numbered = style in {"ieee", "acm", "vancouver", "nature"}
        bullets = [line.split(" ")[0] for line in written(few, "markdown", style=style).split("\n")[2:-1]]
        assert bullets == ([f"{at}." for at in range(1, len(bullets) + 1)] if numbered else ["-"] * len(bullets))
        assert ("<ol" in written(few, "html", style=style)) == numbered


def test_order() -> None:
    works = [publication(id=name, authors=[person(f"Ada {name}")]) for name in ("Zuse", "Babbage", "Lovelace")]
    assert [line.split(",")[0] for line in lines(works)] == ["Zuse", "Babbage", "Lovelace"]
    assert [line.split(",")[0] for line in lines(works, sort="style")] == ["Babbage", "Lovelace", "Zuse"]


def test_lists_of_authors_are_cut_unless_forbidden() -> None:
    work = publication(authors=[person(f"Ada Family{at}") for at in range(9)])
    cut = pubparse.export(work, "text", style="ieee")
    assert "Family1" not in cut.text
    assert {loss.path for loss in cut.losses} == {f"authors[{at}].name" for at in range(1, 9)}
    whole = pubparse.export(work, "text", style="ieee", all_authors="true")
    assert all(f"Family{at}" in whole.text for at in range(9))
    assert whole.losses == ()


def test_what_is_not_printed_is_lost() -> None:
    work = publication(volume="3", ids={"isbn": "978-0-262-03924-6"}, status="in press", pages="666-731")
    losses = {loss.path: loss.text for loss in pubparse.export(work, "text", style="nature").losses}
    assert losses == {"ids.isbn": "978-0-262-03924-6", "status": "in press", "pages": "666-731"}


def test_only_english_titles_are_in_title_case() -> None:
    titles = {
        "An example of a new type of solutions": "An Example of a New Type of Solutions",
        "Deep learning": "Deep Learning",
        "Über formal unentscheidbare Sätze der Principia": "Über formal unentscheidbare Sätze der Principia",
        "К определению алгоритма": "К определению алгоритма",
        "Sur la théorie des fonctions": "Sur la théorie des fonctions",
    }
    for title, shown in titles.items():
        assert f"“{shown}.”" in written(publication(title=title), "text", style="chicago")


@pytest.mark.parametrize("style", ["vancouver", "chicago"])
def test_ranges_of_pages_are_cut_only_where_the_numbers_are_as_long(style: str) -> None:
    ranges = {"1–12": "1–12", "101–1012": "101–1012", "998–1002": "998–1002", "436–444": "436–44"}
    works = [publication(type="journal", pages=pages) for pages in ranges]
    assert [re.search(r"(\d+–\d+)\.", line)[1] for line in lines(works, style=style)] == [*ranges.values()]  # type: ignore[index]


def test_a_date_is_set_apart_and_what_is_not_there_leaves_no_sign() -> None:
    dated, bare = (
        publication(type="journal", year=1998, date="1998-05", volume="16"),
        publication(type="journal", year=1998),
    )
    assert ". 1998 May;16." in written(dated, "text", style="vancouver")
    assert written(bare, "text", style="vancouver").rstrip().endswith(". 1998.")


def test_a_preprint_has_its_address() -> None:
    found = read("html", written(publication(type="preprint", venue=None, ids={"arxiv": "2401.17644"}), "html"))
    assert found.links == ["https://arxiv.org/abs/2401.17644"]


def test_signs_of_our_own_in_a_text() -> None:
    odd = publication(title=f"Odd {OWNER}{MARKS}\U000f0100 title", authors=[person(f"Ada {OWNER}\U000f0100X")])
    for form in FORMS:
        assert not PRIVATE.search(written(odd, form))


def test_styles_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COME_ALONG:
        assert find_style(name).stem == SHORT.get(name, name)
    own = tmp_path / "own.csl"
    own.write_text(find_style("nature").read_text("utf-8"), "utf-8")
    link = '<link href="http://www.zotero.org/styles/own" rel="independent-parent"/>'
    (tmp_path / "other.csl").write_text(
        f'<style xmlns="http://purl.org/net/xbiblio/csl"><info>{link}</info></style>', "utf-8"
    )
    assert find_style("own", [tmp_path]) == find_style("other", [tmp_path]) == find_style(str(own)) == own
    monkeypatch.setenv("PUBPARSE_STYLES", str(tmp_path))
    assert find_style("other") == own
    assert lines(SOURCE_PAGE, style="other") == lines(SOURCE_PAGE, style="nature")


def test_no_such_style(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"no citation style 'papyrus'.*{re.escape(str(tmp_path))}"):
        written(SOURCE_PAGE, "text", style="papyrus", styles_dir=str(tmp_path))
    (tmp_path / "broken.csl").write_text("<style>", "utf-8")
    (tmp_path / "strange.csl").write_text("<html/>", "utf-8")
    for name in ("broken", "strange"):
        with pytest.raises(UsageError, match="no citation style"):
            written(SOURCE_PAGE, "text", style=name, styles_dir=str(tmp_path))
    with pytest.raises(UsageError, match="locale"):
        written(SOURCE_PAGE, "text", locale="tlh-XX")


def test_what_citeproc_cannot_do_is_told(tmp_path: Path) -> None:
    style = find_style("nature").read_text("utf-8")
    (tmp_path / "odd.csl").write_text(re.sub('<text macro="[a-z-]+"', '<text macro="nowhere"', style), "utf-8")
    with pytest.raises(UsageError, match="cannot write in the citation style odd"):
        written(SOURCE_PAGE, "text", style="odd", styles_dir=str(tmp_path))
