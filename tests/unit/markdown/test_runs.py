"""What a block shows, in runs of one look: styles, links, breaks, atoms, and what is left out."""

import pytest
from reading import check, runs_of, shown, walk

from pubparse.markdown.runs import (
    BOLD,
    CODE,
    HARD_BREAK,
    HEADER,
    IMAGE,
    ITALIC,
    SOFT_BREAK,
    STRIKE,
    SUB,
    SUP,
    UNDERLINE,
    Link,
    Run,
)
from pubparse.text.span import Span


def looks(text: str) -> list[tuple[str, int]]:
    check(text)
    return [(run.text, run.styles) for run in runs_of(text)]


def links(text: str) -> list[tuple[str, str | None]]:
    check(text)
    return [(run.text, run.link and run.link.url) for run in runs_of(text)]


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("**a**", BOLD), ("__a__", BOLD), ("<b>a</b>", BOLD), ("<STRONG class='x'>a</STRONG>", BOLD),
        ("*a*", ITALIC), ("<em>a</em>", ITALIC), ("<i>a</i>", ITALIC), ("<cite>a</cite>", ITALIC),
        ("***a***", BOLD | ITALIC), ("*<b>a*</b>", BOLD | ITALIC), ("__<i>a</i>__", BOLD | ITALIC), ("`a`", CODE),
        ("<code>a</code>", CODE), ("<tt>a</tt>", CODE), ("~~a~~", STRIKE), ("<del>a</del>", STRIKE),
        ("<s>a</s>", STRIKE), ("<u>a</u>", UNDERLINE), ("<ins>a</ins>", UNDERLINE), ("<sup>a</sup>", SUP),
        ("<sub>a</sub>", SUB), ('<span style="font-weight: bold">a</span>', BOLD),
        ('<font style="font-weight:700">a</font>', BOLD),
        ('<span style="text-decoration:underline; font-style:italic">a</span>', UNDERLINE | ITALIC),
        ('<span style="text-decoration: line-through">a</span>', STRIKE), ('<span class="me">a</span>', 0),
        ("<mark>a</mark>", 0), ("![a](b)", IMAGE), ("<img src=b alt='a'>", IMAGE),
    ],
)  # fmt: skip
def test_styles(text: str, styles: int) -> None:
    assert looks(text) == [("a", styles)]
    assert ("a", styles) in looks(f"* x {text} y")
    assert ("a", styles) in looks(f"|x|y|\n|-|-|\n|{text}|")
    if text.startswith("<"):
        assert ("a", styles) in looks(f"<p>{text}</p>")


def test_styles_end_where_they_end() -> None:
    assert looks("a **b** c <b>d</b> e") == [("a ", 0), ("b", BOLD), (" c ", 0), ("d", BOLD), (" e", 0)]
    assert looks("<b>a\n\nb</b> c") == [("a", BOLD), ("b", 0), (" c", 0)]
    assert looks("x <b>a") == [("x ", 0), ("a", BOLD)]
    assert looks("<b>a<i>b</b>c</i>d") == [("a", BOLD), ("b", BOLD | ITALIC), ("c", ITALIC), ("d", 0)]
    assert looks("**a</strong>b**") == [("a", BOLD), ("b", BOLD)]
    assert looks("<p><b>a<p>b</b>c</p>") == [("a", BOLD), ("b", 0), ("c", 0)]
    assert looks("<div><b><p>a</p><p>b</p></b><p>c") == [("a", BOLD), ("b", BOLD), ("c", 0)]


def test_head_cells() -> None:
    assert looks("|a|\n|-|\n|b|") == [("a", HEADER), ("b", 0)]
    assert looks("<table><tr><th>a<b>b<td>c") == [("a", HEADER), ("b", HEADER | BOLD), ("c", 0)]


def test_text_that_looks_alike_is_one_run() -> None:
    assert runs_of("a_b * c-d: (e)") == (Run("a_b * c-d: (e)", Span(0, 14), 0, None),)


def test_atoms() -> None:
    assert [(run.text, tuple(run.span)) for run in runs_of("a\\*b&amp;c\\d<u@v.w>&nope;")] == [
        ("a", (0, 1)), ("*", (1, 3)), ("b", (3, 4)), ("&", (4, 9)), ("c\\d", (9, 12)), ("u@v.w", (13, 18)),
        ("&nope;", (19, 25)),
    ]  # fmt: skip
    assert [run.is_verbatim for run in runs_of("a\\*&amp;")] == [True, False, False]


def test_soft_breaks() -> None:
    assert [(run.text, tuple(run.span)) for run in runs_of("a \n   b")] == [("a", (0, 1)), (" ", (1, 6)), ("b", (6, 7))]
    assert looks("a\nb")[1] == (" ", SOFT_BREAK)


@pytest.mark.parametrize("mark", ["  \n", "\\\n", "<br>", "<br/>\n", "<BR />", "\n<br>\n", "</p>", "<div>"])
def test_hard_breaks(mark: str) -> None:
    assert looks(f"a{mark}b") == [("a", 0), ("\n", HARD_BREAK), ("b", 0)]


def test_two_breaks_are_two() -> None:
    assert shown("a<br><br>b<br>") == ["a\n\nb"]


def test_links() -> None:
    text = "[a *b*](c 'd') e"
    assert runs_of(text) == (
        Run("a ", Span(1, 3), 0, Link("c", "d", Span(0, 14))),
        Run("b", Span(4, 5), ITALIC, Link("c", "d", Span(0, 14))),
        Run(" e", Span(14, 16), 0, None),
    )
    first, second, _ = runs_of(text)
    assert first.link is second.link


def test_links_of_all_kinds() -> None:
    assert links("[a][b], [b], [b][]\n\n[b]: c") == [
        ("a", "c"), (", ", None), ("b", "c"), (", ", None), ("b", "c"),
    ]  # fmt: skip
    assert links("<https://a.b/c>") == [("https://a.b/c", "https://a.b/c")]
    assert links('x <a href="a?b&amp;c" title=d>e</a>') == [("x ", None), ("e", "a?b&c")]
    assert links("x <a href=http://a.b/?c=d>e</a>.") == [("x ", None), ("e", "http://a.b/?c=d"), (".", None)]
    assert links("<a name='a'>b</a>") == [("b", None)]


def test_a_link_of_html_ends_behind_its_closing_tag() -> None:
    text = "x <a href=y>a <b>b</b></a> z"
    _, first, second, _ = runs_of(text)
    assert first.link is second.link
    assert first.link
    assert text[slice(*first.link.span)] == "<a href=y>a <b>b</b></a>"


def test_a_link_around_nothing_visible_is_there() -> None:
    for text in ("[![](i.png)](a)", "<a href='a'><i class='icon'></i></a>", "[](a)", "* [<img src=x>](a)"):
        (run,) = runs_of(text)
        assert (run.text, run.link and run.link.url) == ("", "a")
        assert run.link
        assert run.span == run.link.span


def test_a_link_around_a_blank_is_there() -> None:
    assert links("a [ ](b)") == [("a ", None), (" ", "b")]
    assert links("<p>a <a href=b> </a></p>") == [("a ", None), (" ", "b")]


def test_images() -> None:
    assert looks("![a *b*](c)d") == [("a ", IMAGE), ("b", IMAGE | ITALIC), ("d", 0)]
    assert links("[![a](b) c](d)") == [("a", "d"), (" c", "d")]
    assert [(run.text, tuple(run.span)) for run in runs_of("<img alt='a&amp;b' src=c>")] == [
        ("a", (10, 11)), ("&", (11, 16)), ("b", (16, 17)),
    ]  # fmt: skip
    assert looks("![](b)") == looks("<img src=b>") == []


@pytest.mark.parametrize("character", "\u200b\ufeff\u2060\u00ad\u202a\u202e\u2066\u2069\u200e\u200f")
def test_what_is_invisible_is_left_out(character: str) -> None:
    assert [(run.text, tuple(run.span)) for run in runs_of(f"a{character}b")] == [("a", (0, 1)), ("b", (2, 3))]
    assert shown(f"a&#{ord(character)};b") == ["ab"]


@pytest.mark.parametrize("text", ["👩\u200d🔬", "✉\ufe0f", "a\u00a0b", "a\u3000b", "क्\u200dष"])
def test_what_is_visible_stays(text: str) -> None:
    assert shown(f"x {text} y") == [f"x {text} y"]
    assert len(runs_of(f"x {text} y")) == 1


def test_mojibake_is_undone() -> None:
    text = "X. ChuðŸ“§, MÃ¼ller **KÃ¶ster** [x](Ã¼)"
    assert shown(text) == ["X. Chu📧, Müller Köster x"]
    assert [(run.text, tuple(run.span)) for run in runs_of(text)][:3] == [
        ("X. Chu", (0, 6)),
        ("📧", (6, 10)),
        (", M", (10, 13)),
    ]
    assert runs_of(text)[-1].link == Link("%C3%83%C2%BC", "", Span(32, 39))


def test_runs_are_where_they_say() -> None:
    text = "> a\\*\n> `b\n> c` <b>d\n> e</b> &lt;\u200bf\0"
    check(text)
    assert [text[slice(*run.span)] for block in walk(check(text).blocks) for run in block.runs] == [
        "a", "\\*", "\n> ", "b", "\n> ", "c", " ", "d", "\n> ", "e", " ", "&lt;", "f", "\0",
    ]  # fmt: skip
