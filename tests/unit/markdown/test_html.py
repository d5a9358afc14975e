"""HTML makes the blocks that Markdown would, however it is closed, and whatever stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check, outline, read, runs_of, shown

from pubparse.markdown.html import read_html
from pubparse.markdown.markup import ATOM, BREAK, CLOSE, COMMENT, OPEN, TEXT
from pubparse.markdown.nesting import MAX_DEPTH
from pubparse.text.span import Span


def test_pieces() -> None:
    text = "a &amp; b<BR/><img alt='x&lt;' src=y>\n <!-- c --><a HREF=\"d&amp;e\" href=f>g</a >"
    assert [(piece.kind, text[piece.start : piece.end], piece.name) for piece in read_html(text)] == [
        (TEXT, "a ", ""),
        (ATOM, "&amp;", "&"),
        (TEXT, " b", ""),
        (OPEN, "<BR/>", "br"),
        (OPEN, "<img alt='x&lt;' src=y>", "img"),
        (TEXT, "x", ""),
        (ATOM, "&lt;", "<"),
        (CLOSE, "", "img"),
        (BREAK, "\n ", ""),
        (COMMENT, "<!-- c -->", ""),
        (OPEN, '<a HREF="d&amp;e" href=f>', "a"),
        (TEXT, "g", ""),
        (CLOSE, "</a >", "a"),
    ]
    assert [dict(piece.attributes) for piece in read_html(text) if piece.name == "a" and piece.kind == OPEN] == [
        {"href": "d&e"}
    ]


@pytest.mark.parametrize("text", ["<", "a < b", "<3", "<a", "<a b='c>", "</", "< b>", "&nope;", "&", "&#;", "<a <b"])
def test_what_is_no_tag_is_text(text: str) -> None:
    assert {piece.kind for piece in read_html(text)} == {TEXT}


@pytest.mark.parametrize(
    "text", ["<script>a<b</script>", "<STYLE>a</Style>", "<svg><title>a</title></svg>", "<script>a"]
)
def test_what_is_hidden(text: str) -> None:
    assert not [piece for piece in read_html(text) if piece.kind in {TEXT, ATOM}]
    assert shown(f"<div>x{text}</div>") == ["x"]


def test_scripts_in_a_line() -> None:
    assert shown("a <script>b *c* <i>d</i></script> e") == ["a  e"]
    assert shown("a <script>b") == ["a b"]


@given(
    st.lists(
        st.sampled_from(["<", ">", "/", "a", "b ", "=", '"', "'", "&lt;", "&", "<!--", "-->", "\n", " ", "<br>", "!"])
    )
)
def test_pieces_are_in_order_and_lose_nothing(parts: list[str]) -> None:
    text, at = "".join(parts), 0
    for piece in read_html(text):
        assert at <= piece.start <= piece.end <= len(text)
        assert not text[at : piece.start].strip()
        at = piece.end
    assert at == len(text)


LISTS = [
    "<ul>\n<li>a</li>\n<li>b <b>c</b></li>\n</ul>",
    "<UL><LI>a<LI>b <B>c</B></UL>",
    "<ul><li><p>a</p></li><li><div>b <b>c</b></div></li></ul>",
    "<div>\n\n<ul>\n\n<li>a</li>\n\n<li>b <b>c</b></li>\n\n</ul>\n\n</div>",
    "<li>a\n<li>b <b>c</b>\n",
    "<ul>\n<li>\n\na\n\n</li>\n<li>\n\nb **c**\n\n</li>\n</ul>",
]


@pytest.mark.parametrize("text", LISTS)
def test_lists(text: str) -> None:
    assert outline(text) == ["list", "  item *", "    paragraph a", "  item *", "    paragraph b c"]


def test_numbered_lists() -> None:
    assert [line for line in outline("<ol start=3><li>a<li value='7'>b<li>c</ol><ol><li>d</ol>") if "item" in line] == [
        "  item 3.", "  item 7.", "  item 8.", "  item 1.",
    ]  # fmt: skip
    assert (
        outline("<ol reversed><li>a</ol>")[1] == outline("<ol start=x><li>a</ol>")[1].replace("1.", "*") == "  item *"
    )


def test_lists_in_lists() -> None:
    assert outline("<ul><li>a<ol><li>b</ol>c<li>d</ul>e") == [
        "list", "  item *", "    paragraph a", "    list", "      item 1.", "        paragraph b", "    paragraph c",
        "  item *", "    paragraph d",
        "paragraph e",
    ]  # fmt: skip


def test_markdown_in_html_in_markdown() -> None:
    assert outline("<ol>\n<li>\n\n* a\n* b\n\n</li>\n<li>c\n</ol>\n\n* d\n  <ul><li>e\n\n* f") == [
        "list",
        "  item 1.", "    list", "      item *", "        paragraph a", "      item *", "        paragraph b",
        "  item 2.", "    paragraph c",
        "list",
        "  item *", "    paragraph d", "    list", "      item *", "        paragraph e",
        "  item *", "    paragraph f",
    ]  # fmt: skip


def test_tables() -> None:
    whole = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>"
    for text in (whole, "<table><tr><th>a<th>b<tr><td>c<td></table>", "<tr><th>a<th>b<tr><td>c<td>"):
        assert outline(text) == ["table", "  row", "    cell a", "    cell b", "  row", "    cell c", "    cell"]


def test_a_cell_holds_text_or_blocks() -> None:
    assert outline("<table><tr><td><p>a</p><div>b</div><br>c") == ["table", "  row", "    cell a/b//c"]
    assert outline("<table><tr><td>a<ul><li>b</ul>c</td><td><h3>d</h3>") == [
        "table", "  row",
        "    cell", "      paragraph a", "      list", "        item *", "          paragraph b", "      paragraph c",
        "    cell", "      heading 3 d",
    ]  # fmt: skip
    assert outline("<table><tr><td><table><tr><td>a</table>b") == [
        "table", "  row", "    cell", "      table", "        row", "          cell a", "      paragraph b",
    ]  # fmt: skip
    assert outline("<table>\n<tr>\n<td>\n\n**a**\n\nb\n</td>\n</tr>\n</table>") == ["table", "  row", "    cell a/b"]


def test_other_blocks() -> None:
    assert outline("<h2>a</h2><blockquote><p>b</blockquote><hr>c") == [
        "heading 2 a",
        "quote",
        "  paragraph b",
        "rule",
        "paragraph c",
    ]
    assert outline("<dl><dt>a<dd>b<dd>c</dl>") == [
        "list", "  item dt", "    paragraph a", "  item dd", "    paragraph b", "  item dd", "    paragraph c",
    ]  # fmt: skip
    assert outline("<details><summary>a</summary>\n\n* b\n\n<pre><code>@c{\n  d}</code></pre></details>e") == [
        "html details", "  paragraph summary a", "  list", "    item *", "      paragraph b", "  code @c{/d}",
        "paragraph e",
    ]  # fmt: skip
    assert outline("<section><center>a</center><article>b</section>") == ["paragraph a", "paragraph b"]


def test_in_a_paragraph_of_markdown() -> None:
    assert outline("a <div>b</div><p>c</p> d") == ["paragraph a /b/c/ d"]
    assert outline("a <ul><li>b</ul> c") == ["paragraph a", "list", "  item *", "    paragraph b", "paragraph c"]
    assert outline("* a <td>b")[:3] == ["list", "  item *", "    paragraph a"]


def test_stray_closing_tags() -> None:
    assert outline("</ul></div>a</td></li></p></table></details></h1>b") == ["paragraph a", "paragraph b"]
    assert outline("* </ul>a\n* b</li></ul>\n* c") == [
        "list", "  item *", "    paragraph a", "  item *", "    paragraph b", "  item *", "    paragraph c",
    ]  # fmt: skip
    assert outline("<ul><li><table><tr><td>a</li></ul>b</table>c") == [
        "list", "  item *", "    table", "      row", "        cell ab", "    paragraph c",
    ]  # fmt: skip


def test_spans() -> None:
    text = "<div>\n<ol>\n<li><b>a</b> b</li>\n<li>c</ol>d <i>e</i>\n</div>"
    found, places = [], list(read(text).blocks)
    for block in places:
        found.append(text[slice(*block.span)])
        places += block.children
    assert found == [
        "<ol>\n<li><b>a</b> b</li>\n<li>c</ol>",
        "d <i>e</i>",
        "<li><b>a</b> b</li>",
        "<li>c",
        "<b>a</b> b",
        "c",
    ]


def test_comments() -> None:
    text = "a <!-- b --> c\n\n<!-- d\n\ne -->\n<!DOCTYPE f>\n"
    assert [text[slice(*span)] for span in check(text).hidden] == ["<!-- b -->", "<!-- d\n\ne -->", "<!DOCTYPE f>"]
    assert shown(text) == ["a  c"]


def test_a_comment_goes_on_where_markdown_ends_the_html() -> None:
    text = "<div>\n<!-- a\n\n* b\n* c <p>\n\n# d\n\n--> e\n</div>\n\nf <!-- g"
    assert outline(text) == ["paragraph e", "paragraph f <!-- g"]
    assert check(text).hidden == (Span(6, text.index("--> ") + 3),)
    assert shown("<div><!-- a\n\nb") == ["b"]


@pytest.mark.parametrize(
    "tag", ["div", "ul", "ul><li", "table", "table><tr><td", "blockquote", "b", "span", "details", "h1", "p", "x"]
)
def test_ten_thousand_tags(tag: str) -> None:
    document = check(f"<div><{tag}>" * 10_000 + "deep" + "</div>" * 10_000 + "after")
    blocks, depth = document.blocks, 0
    while blocks:
        depth += 1
        blocks = blocks[-1].children
    assert depth <= MAX_DEPTH + 3
    assert "deep" in "".join(shown(f"<{tag}>" * 10_000 + "deep"))


def test_attributes_that_say_nothing() -> None:
    assert [run.text for run in runs_of("<div a b=c d='e' f=\"g>h\" i=j/>k")] == ["k"]
