import re
from itertools import pairwise

import pytest

from tools.training.homepage import homepages
from tools.training.locate import locate
from tools.training.pandoc_text import write_entry
from tools.training.pieces import FIELDS, HULLS, Example, Piece, fields_of, generator, hard_wrap, text_of
from tools.training.records import Work, load_works
from tools.training.tables import TABLES, load
from tools.training.templates import asks_for, expand
from tools.training.venues import draw_venue_style, print_venue

PAGES = homepages(1, 150)
KINDS = {"paper-conference", "workshop", "article-journal", "article", "book", "chapter", "thesis", "report"}


def folded(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", re.sub(r"</?\w+>", "", text).casefold()))


TITLES = {folded(work.title) for work in load_works()}
FAMILIES = {folded(person.family) for work in load_works() for person in work.authors}


@pytest.mark.parametrize("example", PAGES)
def test_spans_are_sound(example: Example) -> None:
    assert example.entries
    for labels in example.entries:
        assert labels.fields
        names = [name for name, *_ in labels.fields]
        assert set(names) <= set(FIELDS)
        assert all(names.count(name) <= 1 for name in HULLS)
        for name, start, end in labels.fields:
            text = example.page[start:end]
            assert 0 <= start < end <= len(example.page)
            assert text == text.strip(), (name, text)
        assert all(before[2] <= after[1] for before, after in pairwise(labels.fields)), labels
    firsts = [min(start for _, start, _ in labels.fields) for labels in example.entries]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("example", PAGES)
def test_entries_start_where_they_say(example: Example) -> None:
    for labels in example.entries:
        start = min(start for _, start, _ in labels.fields)
        line = example.page.count("\n", 0, start) + 1
        assert labels.start_line <= line <= labels.start_line + 1
        assert example.page.split("\n")[labels.start_line - 1].strip()


@pytest.mark.parametrize("example", PAGES)
def test_titles_and_authors_are_those_of_works(example: Example) -> None:
    for labels in example.entries:
        for name, start, end in labels.fields:
            text = example.page[start:end]
            if name == "title":
                assert folded(text) in TITLES, text
            elif name == "authors":
                assert any(family in folded(text) for family in FAMILIES), text


def test_the_same_seed_gives_the_same_pages() -> None:
    assert homepages(1, 5) == PAGES[:5]
    assert homepages(2, 5) != PAGES[:5]


def test_pages_differ_in_style() -> None:
    starts = {re.sub(r"\d+", "1", text.split("\n", 3)[2])[:2] for text, _ in PAGES}
    assert len(starts) > 12


def test_fields_run_from_their_first_piece_to_their_last() -> None:
    pieces = [
        Piece("**"),
        Piece("A. B.", "authors"),
        Piece("**, "),
        Piece("C", "authors"),
        Piece(": T", ""),
        Piece("x", "note"),
        Piece(" "),
        Piece("y", "note"),
    ]
    assert fields_of(pieces) == (("authors", 2, 12), ("note", 15, 16), ("note", 17, 18))


def test_wrapping_keeps_pieces() -> None:
    pieces = [Piece("one two - three ", "title"), Piece("four 5. five", "venue")]
    wrapped = hard_wrap(pieces, 6, "  ")
    assert text_of(wrapped).split() == text_of(pieces).split()
    assert not re.search(r"\n\s*(?:-|\d+\.) ", text_of(wrapped))
    assert [piece.field for piece in wrapped] == ["title", "venue"]


def test_records_are_whole() -> None:
    works = load_works()
    assert len(works) >= 500
    assert len({work.id for work in works}) == len(works)
    assert len(TITLES) == len(works)
    assert {work.kind for work in works} == KINDS
    for work in works:
        assert work.authors
        assert 1800 < work.year < 2030
        assert work.container or work.text("publisher"), work.id
        assert not re.search(r"\s{2}|^\s|\s$|\.$", work.title), work.id


NAMES = """A B C T W V venue Venue year yy volume issue pages page1 place publisher edition genre number arxiv category
preprint Preprint editors"""
FILES = "entries extras layouts names profiles titles traditions venues where"


def test_every_shape_can_be_filled() -> None:
    assert {path.stem for path in TABLES.glob("*.txt")} == set(FILES.split())
    for file in ("entries", "where", "traditions"):
        for name, table in load(file).items():
            for weight, shape in table:
                assert weight > 0
                assert asks_for(shape) <= set(NAMES.split()), (file, name, shape)
                assert expand(shape, {value: [Piece("x")] for value in asks_for(shape)}) is not None


def test_a_group_goes_where_a_value_is_missing() -> None:
    venue, year = [Piece("ICML", "venue")], [Piece("2015")]
    assert (
        text_of(expand("In {venue}⟨, pp. {pages}⟩⟨, {year}⟩", {"venue": venue, "year": year}) or []) == "In ICML, 2015"
    )
    assert expand("{venue} {year}", {"venue": venue}) is None


def test_a_year_within_a_venue_is_in_its_hull() -> None:
    work = next(work for work in load_works() if work.outlet == "EMNLP")
    style = draw_venue_style(generator("venue"))._replace(form="yearly", dress=("", ""))
    pieces = print_venue(work, style, generator("any", 3), year=True)
    assert re.fullmatch(rf"Proceedings of the {work.year} .*|.*EMNLP.*", text_of(pieces))


def found(text: str, work: Work) -> dict[str, str] | None:
    fields = locate(text, work)
    return None if fields is None else {name: text[start:end] for name, start, end in fields}


WORKS = {work.id: work for work in load_works()}
HUBEL = next(work for work in load_works() if work.title.startswith("Receptive Fields"))
KARP = next(work for work in load_works() if work.title.startswith("Reducibility"))


@pytest.mark.parametrize(
    ("text", "authors", "venue"),
    [
        (
            "Hubel, D. H., & Wiesel, T. N. (1962). {}. J. Physiol., 160(1), 106.",
            "Hubel, D. H., & Wiesel, T. N.",
            "J. Physiol.",
        ),
        ("1. Hubel DH, Wiesel TN. {}. J Physiol 1962;160:106.", "Hubel DH, Wiesel TN", "J Physiol"),
        (
            "D.H. HUBEL, T.N. WIESEL, “{},” The Journal of Physiology, 1962.",
            "D.H. HUBEL, T.N. WIESEL",
            "The Journal of Physiology",
        ),
        (
            "Hubel, David H. et al. {}. The Journal of Physiology.",
            "Hubel, David H. et al.",
            "The Journal of Physiology",
        ),
        (
            "[Hubel and Wiesel, 1962] Hubel, David H. and Wiesel, Torsten N. {}.",
            "Hubel, David H. and Wiesel, Torsten N.",
            None,
        ),
        ("———. {}. The Journal of Physiology.", "———", "The Journal of Physiology"),
    ],
)
def test_fields_are_found_in_rendered_text(text: str, authors: str, venue: str | None) -> None:
    fields = found(text.format(HUBEL.title.upper()), HUBEL)
    assert fields is not None
    assert fields["authors"] == authors
    assert fields.get("venue") == venue
    assert fields["title"] == HUBEL.title.upper()


def test_editors_are_found_apart() -> None:
    text = (
        f"Karp, R. M. {KARP.title}. In R. E. Miller & J. W. Thatcher (Eds.), {KARP.container}. Plenum Press, New York."
    )
    fields = found(text, KARP)
    assert fields is not None
    assert fields["authors"] == "Karp, R. M."
    assert fields["editors"] == "R. E. Miller & J. W. Thatcher"
    assert (fields["publisher"], fields["place"]) == ("Plenum Press", "New York")


def test_what_is_half_there_is_unsure() -> None:
    assert (
        found("Hubel DH, Wiesel TN. Receptive Fields, Binocular Interaction and Architecture. J Physiol 1962.", HUBEL)
        is None
    )
    assert found(f"Wiesel TN. {HUBEL.title}. J Physiol 1962.", HUBEL) is None


def test_pandoc_text_knows_where_each_character_stands() -> None:
    text = [
        {"t": "Str", "c": "1."},
        {"t": "Space"},
        {"t": "Emph", "c": [{"t": "Str", "c": "a[b]"}]},
        {"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "x"}], ["u", ""]]},
    ]
    line = write_entry(text)
    assert line.text == "- 1\\. *a\\[b\\]*[x](u)"
    assert line.seen == "1. a[b]x"
    assert [line.text[place] for place in line.places] == list(line.seen)
    start, end = line.span(3, 7)
    assert line.text[start:end] == "a\\[b\\]"
