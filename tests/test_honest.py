"""The second promise: every value is what stands in the source where it was read, or a named transform of that."""

import html
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from inputs import CASES, FEW, MANY, PAGES, hostile, lists, repaired
from pictures import look_up

from pubparse import FieldOrigin, Page, Publication, markers, parse
from pubparse.grammar.identifiers import ids_in_url
from pubparse.grammar.tags import MONTHS
from pubparse.grammar.title import TYPES_OF_LETTERS
from pubparse.markers import Genre, Role, Status
from pubparse.model.origins import TRANSFORMS
from pubparse.registry import collect

SINGLE = "title year date volume issue number series pages article_number publisher place edition".split()
QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "「": "」", "《": "》", "‘": "’"}


def check(text: str | bytes) -> Page:
    page = parse(text)
    for publication in page.publications:
        check_values(publication, page.source.text)
        check_fields(publication)
        check_marks(publication, page.source.text)
        check_looks(publication)
    return page


def check_values(publication: Publication, source: str) -> None:
    """What every entry of `fields` says is so."""
    record = publication.model_dump(mode="json")
    for path, field in publication.fields.items():
        value = look_up(record, path)
        place = f"line {publication.line}: {path} {value!r} {field!r}"
        assert value not in (None, ""), place
        assert source[slice(*field.span)] == field.text, place
        pieces = field.pieces or (field.span,)
        assert (pieces[0].start, pieces[-1].end) == field.span, place
        assert all(before.end < after.start for before, after in pairwise(pieces)), place
        read = [source[slice(*piece)] for piece in pieces]
        if field.transform is None:
            assert str(value) in ("".join(read), " ".join(read)), place
        else:
            assert holds(field, str(value), "".join(read), publication), place


def holds(field: FieldOrigin, value: str, read: str, publication: Publication) -> bool:
    """Whether the named transform of what stands there really gives the value."""
    assert field.transform in TRANSFORMS
    assert field.transform in CHECKS
    return CHECKS[field.transform](value, read, publication)


def bare(text: str) -> str:
    return "".join(text.split())


def shown(text: str) -> str:
    """Escapes and entities as what they show."""
    return re.sub(r"\\([!-/:-@\[-`{-~])|(&#?\w+;)|\0", lambda atom: atom[1] or html.unescape(atom[2] or "\ufffd"), text)


def undamaged(read: str) -> tuple[str, str]:
    """What is meant, by itself and beside more that is damaged, as the page around it may be."""
    return repaired(shown(read)), repaired(shown("Ã¼" + read)).removeprefix("ü")


def is_year(value: str, read: str, _: Publication) -> bool:
    digits = re.sub(r"\D", "", read)
    return len(digits) == 2 and value in ("19" + digits, "20" + digits) and 1950 <= int(value) < 2050


def is_date(value: str, read: str, _: Publication) -> bool:
    """Its year, month and day stand there, whatever else does."""
    numbers = {int(number) for number in re.findall(r"\d+", read)}
    words = {MONTHS.get(word.lower()) for word in re.findall(r"[^\W\d_]+", shown(repaired(read)))}
    year, *rest = map(int, value.split("-"))
    found = [rest[0] in words | numbers] if rest else []
    found += [rest[1] in numbers] if rest[1:] else []
    return (year in numbers or year % 100 in numbers) and all(found)


def is_in_address(value: str, read: str, publication: Publication) -> bool:
    """It is what an address there shows, or one of the ids in the target of a link that stands there."""
    start = publication.span.start
    places = {publication.raw[link.span.start - start : link.span.end - start]: link.url for link in publication.links}
    targets = [url for raw, url in places.items() if raw == read]
    return bare(value) in bare(unquote(shown(read))) or any(value in dict(ids_in_url(url)).values() for url in targets)


def is_year_of_arxiv(value: str, read: str, publication: Publication) -> bool:
    identifier = publication.ids.arxiv or ""
    digits = re.sub(r"\D", "", identifier)
    return publication.year_from == "identifier" and identifier in read and digits[:2] == value[2:]


def is_wording(value: str, read: str, _: Publication) -> bool:
    """The markers say that these words mean this; or they say that a list of authors was cut."""
    said = shown(repaired(read))
    if value == "True":
        return bool(re.search(r"al\b|others|colleagues|\d \w+ authors|…|\. ?\. ?\.|等|др|u\.\s?a\.|wsp", said))
    statuses = [one.status for one in collect(markers, Status) if one.matches(said)]
    types = [one.type for one in collect(markers, Genre) if one.matches(said)] + [TYPES_OF_LETTERS.get(said)]
    roles = [role.slug for role in collect(markers, Role) if re.fullmatch(rf"(?i)\W*(?:{role.beside})\W*", said)]
    return value in statuses + types + roles or (value == "preprint" and "print" in said.lower())


CHECKS: dict[str, Callable[[str, str, Publication], bool]] = {
    "white space": lambda value, read, _: bare(value) == bare(read) and value != read,
    "markup": lambda value, read, _: (
        bare(value) in (bare(shown(read)), bare(html.unescape(read)))
    ),  # HTML has no escapes
    "mojibake": lambda value, read, _: bare(value) in map(bare, undamaged(read)),
    "address": is_in_address,
    "two-digit year": is_year,
    "ISO 8601": is_date,
    "arXiv identifier": is_year_of_arxiv,
    "wording": is_wording,
}


def check_fields(publication: Publication) -> None:
    """Every value that is read off the page has an entry in `fields`, and what has none is `null`."""
    record: dict[str, Any] = publication.model_dump(mode="json")
    there = {key for key in SINGLE if record[key] is not None}
    there |= {f"ids.{key}" for key, value in record["ids"].items() if value is not None}
    there |= {f"{people}[{at}].name" for people in ("authors", "editors") for at in range(len(record[people]))}
    there |= {f"awards[{at}].text" for at in range(len(record["awards"]))}
    there |= {"venue.name"} if record["venue"] else set()
    there |= {"et_al"} if record["et_al"] else set()
    if publication.year_from != "entry":
        there.discard("date")  # it is the year, which has its place
    said_beside = {path for path in publication.fields if ".roles[" in path}  # a mark's role stands in the legend
    assert there == set(publication.fields) - {"status", "type"} - said_beside


def check_marks(publication: Publication, source: str) -> None:
    """Every mark stands where it is said to, and no name stands there."""
    fields = [field for path, field in publication.fields.items() if path.endswith("].name")]
    named = {place for field in fields for piece in field.pieces or (field.span,) for place in range(*piece)}
    for person in (*publication.authors, *publication.editors):
        for glyph, span in zip(person.marks, person.mark_spans, strict=True):
            read = undamaged(source[slice(*span)])
            assert any(glyph in one or one.startswith("$") for one in read), (glyph, read)
            assert named.isdisjoint(range(*span)), (glyph, person)


def check_looks(publication: Publication) -> None:
    """Values are bare: no marks on names, no quotes around titles, no year in a venue."""
    for person in (*publication.authors, *publication.editors):
        parts = (person.given, person.family, person.particle, person.suffix, person.literal)
        assert all(word in person.name for part in parts if part for word in part.split()), person
        assert person.name == person.name.strip(), person
    title = publication.title
    if title:
        assert not title.endswith((".", ",", ";", ":")), title
        assert not is_quoted(title), title
    if publication.venue:
        name = publication.venue.name
        years = re.findall(r"(?<!\d)\d{4}(?!\d)", name)  # of several years one may be the work's by chance
        assert years != [str(publication.year)], (name, publication.year)
        assert (publication.venue.track or "") in name
        acronym = publication.venue.acronym or ""
        assert acronym in name or acronym in publication.raw  # on a badge


def is_quoted(title: str) -> bool:
    """Whether the quote that a title begins with is closed at its end, and not before."""
    return title[0] in QUOTES and title.find(QUOTES[title[0]], 1) == len(title) - 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_fixtures(name: str) -> None:
    check(PAGES[name])


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_the_cases(name: str) -> None:
    check(CASES[name])


@given(lists())
@MANY
def test_text_that_looks_like_publications(text: str) -> None:
    check(text)


@given(hostile)
@FEW
def test_text_that_is_meant_to_be_hard(text: str) -> None:
    check(text)


@pytest.mark.parametrize("name", PAGES)
def test_no_two_marks_stand_in_one_place(name: str) -> None:
    for publication in parse(PAGES[name]).publications:
        places = sorted(span for author in publication.authors for span in author.mark_spans)
        assert all(before.end <= after.start for before, after in pairwise(places)), publication.raw


def test_no_blank_is_made_up_before_a_comma() -> None:
    (publication,) = parse("# Publications\n\n* Bee\\*, A., and Dee, C. Learning to Read. In ICML 2020.").publications
    assert [author.name for author in publication.authors] == ["Bee, A.", "Dee, C."]


@pytest.mark.parametrize(
    ("page", "path", "transform"),
    [
        ("* A. Bee. Learning  from\tData Sets. In ICML 2020.", "title", "white space"),
        ("* A. Bee. Learning R\\_Learn \\& Co. In ICML 2020.", "title", "markup"),
        ("<ol><li>A. Bee. <i>Bread \\&amp; H&eacute;l&egrave;ne</i>. In ICML 2020.</li></ol>", "title", "markup"),
        ("* A. Bee. Learning to Read. Cell, 12(3):1467â€“1474, 2020.", "pages", "mojibake"),
        (
            "* A. Bee, C. Dee. Learning to Read. In ICML 2020. [doi](https://doi.org/10.1145%2F2939672)",
            "ids.doi",
            "address",
        ),
        ("* A. Bee, C. Dee. Learning to Read. In SOSP '19.", "year", "two-digit year"),
        ("* A. Bee, C. Dee. Learning to Read. In SOSP, Sept. 2019.", "date", "ISO 8601"),
        ("* A. Bee, C. Dee. Learning to Read. [arXiv](https://arxiv.org/abs/2001.08361)", "year", "arXiv identifier"),
        ("* A. Bee. Learning to Read. PhD thesis, MIT, 2020.", "type", "wording"),
    ],
)
def test_every_transform_has_a_page(page: str, path: str, transform: str) -> None:
    (publication,) = check(page).publications
    assert publication.fields[path].transform == transform


def test_the_list_of_transforms_is_closed() -> None:
    assert set(CHECKS) == set(TRANSFORMS)
