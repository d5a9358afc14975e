"""Markdown blocks: which there are, what they show, and where they stand."""

import pytest
from reading import check, outline, read, shown, walk

from pubparse.markdown.blocks import Block
from pubparse.text.source import read_source
from pubparse.text.span import Span


def standing(text: str, kind: str) -> list[str]:
    """Give the source of all blocks of a kind."""
    source = read_source(text)[0].text
    return [source[slice(*block.span)] for block in walk(check(text).blocks) if block.kind == kind]


def spans(text: str) -> list[str]:
    """Give the source of each run."""
    source = read_source(text)[0].text
    return [source[slice(*run.span)] for block in walk(check(text).blocks) for run in block.runs]


def test_headings() -> None:
    text = "# One #\n\n  ## Two ## #\n\nThree\nmore\n-----\n# \\#\n####### seven"
    assert outline(text) == [
        "heading 1 One",
        "heading 2 Two ##",
        "heading 2 Three more",
        "heading 1 #",
        "paragraph ####### seven",
    ]
    assert standing(text, "heading") == ["# One #", "  ## Two ## #", "Three\nmore\n-----", "# \\#"]


@pytest.mark.parametrize(
    ("heading", "place"),
    [("# a # a #", 2), ("# # #", 2), ("## 2 2 ##", 3), ("> # > #", 4), ("1. # 1 #", 5), ("#\ta", 2)],
)
def test_what_a_heading_says_stands_behind_its_mark(heading: str, place: int) -> None:
    (run,) = (run for block in walk(check(heading).blocks) for run in block.runs)
    assert run.span.start == place


def test_items_and_their_markers() -> None:
    text = "* a\n\n  more\n\n- b\n\n3. c\n4. d\n\n\n12) e\n*"
    assert outline(text) == [
        "list", "  item *", "    paragraph a", "    paragraph more",
        "list", "  item -", "    paragraph b",
        "list", "  item 3.", "    paragraph c", "  item 4.", "    paragraph d",
        "list", "  item 12)", "    paragraph e",
        "list", "  item *",
    ]  # fmt: skip
    assert standing(text, "item") == ["* a\n\n  more", "- b", "3. c", "4. d", "12) e", "*"]


def test_a_number_is_not_taken_for_the_marker() -> None:
    assert [run.span for block in walk(check("2. 2").blocks) for run in block.runs] == [Span(3, 4)]
    assert [run.span for block in walk(check("- - -x").blocks) for run in block.runs] == [Span(4, 6)]


def test_lists_in_quotes_in_lists() -> None:
    text = "> * one\n>   two\n> * three\n>\n>   > four\nlazy\n\n1. > - five\n   >   six"
    assert outline(text) == [
        "quote", "  list", "    item *", "      paragraph one two",
        "    item *", "      paragraph three", "      quote", "        paragraph four lazy",
        "list", "  item 1.", "    quote", "      list", "        item -", "          paragraph five six",
    ]  # fmt: skip
    assert spans(text) == ["one", "\n>   ", "two", "three", "four", "\n", "lazy", "five", "\n   >   ", "six"]


def test_tables() -> None:
    text = "| A | b |\n|---|:-:|\n| x \\| y | `p\\|q` |\n  no *pipes* | around\n|| only\none |"
    assert outline(text) == [
        "table",
        "  row", "    cell A", "    cell b",
        "  row", "    cell x | y", "    cell p|q",
        "  row", "    cell no pipes", "    cell around",
        "  row", "    cell", "    cell only",
        "  row", "    cell one", "    cell",
    ]  # fmt: skip
    assert spans(text) == [
        "A", "b", "x ", "\\|", " y", "p", "\\|", "q", "no ", "pipes", "around", "only", "one",
    ]  # fmt: skip
    assert standing(text, "cell") == ["A", "b", "x \\| y", "`p\\|q`", "no *pipes*", "around", "", "only", "one", ""]


@pytest.mark.parametrize("mark", ["> ", "1. ", "- ", "> - "])
def test_a_table_in_something_else(mark: str) -> None:
    rest = "".join(character if character == ">" else " " for character in mark)
    for first, second in ("| 1 | 1 |", "| 2 | > |"), ("| 1 | - |", "2 | >"):
        text = f"{mark}{first}\n{rest}--|--\n{rest}{second}"
        cells = [cell.strip() for row in (first, second) for cell in row.strip("| ").split("|")]
        assert spans(text) == cells == standing(text, "cell")


def test_code() -> None:
    text = "```bibtex\n@a{b,\n\n  c}\n```\n\n    x\n\ty\n\n> ~~~\n> z\n"
    assert outline(text) == ["code @a{b,//  c}", "code x/y", "quote", "  code z"]
    assert standing(text, "code") == ["```bibtex\n@a{b,\n\n  c}\n```", "    x\n\ty", "> ~~~\n> z"]


def test_rules_and_definitions() -> None:
    assert outline("a\n\n***\n\n[b]\n\n[b]: c 'd'\n\n- - -") == ["paragraph a", "rule", "paragraph b", "rule"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_move_nothing_else(newline: str) -> None:
    text = "\ufeff* a\n  b\n\n> c\n> d  \n> e\\\n> f\n\n| g | h |\n|---|---|\n| i | j |\n".replace("\n", newline)
    assert shown(text) == ["a b", "c d\ne\nf", "g", "h", "i", "j"]
    assert [part for part in spans(text) if newline not in part] == list("abcdefghij")


def test_nul_is_shown() -> None:
    assert spans("a\0b\n\n`c\0`") == ["a", "\0", "b", "c", "\0"]
    assert shown("a\0b\n\n`c\0`") == ["a\ufffdb", "c\ufffd"]


@pytest.mark.parametrize("closing", ["---", "..."])
def test_front_matter(closing: str) -> None:
    text = f"---\ntitle: a\n---b\n{closing}\n# c\n"
    document = check(text)
    assert document.front_matter == Span(4, 18)
    assert [block.kind for block in document.blocks] == ["heading"]
    assert document.blocks[0].span == Span(22, 25)


@pytest.mark.parametrize(
    "text", ["---\ntitle: a", "\n---\na: b\n---\n", "----\na: b\n---\n", "---\n\na\n\n---\n", "a\n---\nb\n---"]
)
def test_what_is_no_front_matter(text: str) -> None:
    assert check(text).front_matter is None


def test_toml() -> None:
    document = check("+++\ntitle = 'a'\n+++\n# c\n")
    assert document.front_matter == Span(4, 16)
    assert [block.kind for block in document.blocks] == ["heading"]
    assert check("+++\ntitle = 'a'\n").front_matter is None


def test_empty_front_matter() -> None:
    assert check("---\n---\na").front_matter == Span(4, 4)
    assert check("---\r\na: b\r\n---").front_matter == Span(5, 11)


def test_blanks_that_markdown_trims_but_does_not_call_blank() -> None:
    assert spans("\u00a0\nfoo\n\u2003\n\nbar\u00a0\n\u00a0") == ["foo", "bar"]


def test_nothing_is_no_block() -> None:
    for text in ("", "\n \n", "<span id='x'></span>", "{% include x %}", "<!-- x -->", "[a]: b"):
        assert read(text).blocks == ()


def test_what_is_nested_too_deep_is_text() -> None:
    for mark in "> ", "- ", "1. ", "- > ":
        assert "deep" in shown(mark * 10_000 + "deep")[-1]


def test_blocks_compare() -> None:
    assert read("* a").blocks == read("* a").blocks != read("* b").blocks
    assert Block("rule", Span(0, 3)) == read("---").blocks[0]
