"""What classes of HTML say: (field, text) of each that names one, and the text of each card."""

import pytest

import pubparse
from pubparse.layouts.named import names_of
from pubparse.markdown.blocks import parse_blocks
from pubparse.text.source import read_source


def read(page: str) -> tuple[list[tuple[str, str]], list[str]]:
    source, _ = read_source(page)
    names = names_of(parse_blocks(source).elements)
    fields = [(hint.field, page[slice(*hint.span)]) for hint in names.fields]
    return fields, [page[slice(*card)] for card in names.cards]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("pub-title", "title"),
        ("papertitle", "title"),
        ("publication__title", "title"),
        ("authors", "authors"),
        ("paper-author-list", "authors"),
        ("periodical", "venue"),
        ("conference-badge", "venue"),
        ("talk-title", None),
        ("page-title", None),
        ("subtitle", None),
        ("author-photo", None),
    ],
)
def test_knows_what_names_fields_of_works(name: str, field: str | None) -> None:
    fields, _ = read(f'<div><p class="title">T</p><p class="venue">V</p><p class="{name}">X</p></div>\n')
    assert {text: field for field, text in fields}.get("X") == field


def test_a_title_alone_may_be_that_of_anything() -> None:
    assert read('<div class="hero"><h1 class="title">Group</h1></div>\n') == ([], [])


def test_a_card_is_the_largest_element_around_one_title() -> None:
    card = '<div><b><i class="title">A</i></b><p class="venue">B</p></div>'
    _, cards = read(f"<section>{card}<div>{card}</div></section>\n")
    assert cards == [card, f"<div>{card}</div>"]


def test_a_heading_is_in_no_card() -> None:
    card = '<div><b class="title">A</b><p class="venue">B</p></div>'
    _, cards = read(f"<section><h2>2019</h2>{card}</section><section><h2>2018</h2>{card}</section>\n")
    assert cards == [card, card]


def test_what_is_named_in_a_field_is_no_part_of_it() -> None:
    fields, _ = read('<p class="title"><i class="venue">V</i> T</p>\n')
    assert fields == [("venue", "V"), ("title", " T")]


def test_elements_that_are_never_closed_are_none() -> None:
    assert read('<div class="pub"><p class="title">A\n\n<p class="venue">B\n') == ([], [])


def test_a_page_of_many_names_takes_its_time_once() -> None:
    page = '<div><b class="title">' * 3000 + "</b></div>" * 3000 + '<p class="venue">V</p>'
    names_of(parse_blocks(read_source(page)[0]).elements)


def test_items_of_a_list_that_are_called_papers_are_an_entry_each() -> None:
    titles = ["Mask R-CNN", "Focal loss for dense object detection", "Guided image filtering"]
    items = "".join(
        f'<li class="paper"><span class="title">{title}</span><br>\n'
        '<span class="authors">K. He, R. Girshick</span><br><i class="venue">ICCV 2017</i></li>\n'
        for title in titles
    )
    page = pubparse.parse(f"# Papers\n\n<ul>\n{items}</ul>\n")
    assert [one.title for one in page.publications] == titles


def test_a_span_for_each_author_is_not_the_list() -> None:
    (one,) = pubparse.parse(
        '- <span class="title">Guided image filtering</span><br><span class="author">K. He</span>, '
        '<span class="author">J. Sun</span>, <span class="author">X. Tang</span><br>'
        '<span class="venue">ECCV</span> 2010\n'
    ).publications
    assert [author.name for author in one.authors] == ["K. He", "J. Sun", "X. Tang"]
