"""Any text at all can be read: nothing fails, all places hold, and eight times the text takes eight times the work."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st
from inputs import SOURCE
from reading import check, read

PAGE = SOURCE.read_bytes()

MARKDOWN = [
    "*", "**", "_", "`", "~~", "[", "](", "](u)", "![", ")", "\\", "\\|", "&amp;", "&#0;", "<http://a.b/%20>",
    "[r]: /u\n", "[r]", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "    ", "\t", " ", "- ", "1. ", "> ", "# ",
    " #", "---\n", "|", "|-|-|\n", "```\n",
]  # fmt: skip
HTML = [
    "<b>", "</b>", "<a href='x'>", "</a>", "<br>", "<img alt='i&amp;'>", "<div>", "</div>", "<p>", "<ul>",
    "<ol start=3>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "<th>", "</td>", "</table>",
    "<blockquote>", "<details>", "<summary>", "</details>", "<pre>", "</pre>", "<h2>", "</h2>", "<hr>", "<!--",
    "-->", "<script>", "</script>", "<?", "<dl>", "<dt>", "<dd>", "</dl>", "<",
]  # fmt: skip
OTHER = [
    "a", "A. Bee", "王", "：", "\u200b", "\u00ad", "\ufeff", "\0", "Ã¼", "ðŸ“§", "💡", "{:.c}", "{% x %}", "{{ y }}",
    "\u00a0", "\u2003", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\ud800",
]  # fmt: skip
pieces = st.lists(st.sampled_from(MARKDOWN + HTML + OTHER), max_size=40).map("".join)


@given(st.one_of(st.text(), st.binary(), pieces))
@settings(max_examples=400)
def test_any_text(text: str | bytes) -> None:
    check(text)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(PAGE)),
            st.one_of(st.binary(max_size=3), pieces.map(lambda p: p.encode(errors="replace"))),
        )
    )
)
@settings(max_examples=25)
def test_a_page_that_someone_typed_into(typed: list[tuple[int, bytes]]) -> None:
    page = PAGE
    for at, new in typed:
        page = page[:at] + new + page[at:]
    check(page)


def test_the_source_page() -> None:
    assert read(PAGE) == check(PAGE) == check(PAGE.decode())


PATTERNS = [
    "*", "a *", "**a ", "_a*b_", "[", "[a](", "![", "`a ``", "~", "<", "a<b ", "<b>", "</b>", "<div>", "<ul><li>",
    "<td>x", "<a href=x>y", '<a "', "<!--", "<div><!--\n\n", "<?", "a<script>", "&", "&amp;", "\\", "{%", "{{a ",
    "{:a", "{% comment %}", "[]{.a", "Ã¼a", "â€", "a\u200b", "a\0", "a\n", "a\\\n", "\n", "\r", " ", "\t", "> a\n",
    "- a\n", "x|y\n-|-\n", "\\|", " #", "** a**\n", "[a]: b\n", "    a\n", "---\n", "<br>",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_effort_grows_with_the_text(pattern: str) -> None:
    few, many = (effort(read, "a" + pattern * (size // len(pattern)) + "b") for size in (500, 4_000))
    assert many < 12 * few  # eight times the text; quadratic would be 64 times the work


def test_depth_needs_no_deep_stack() -> None:
    limit = sys.getrecursionlimit()
    for mark in ("> ", "- ", "> - ", "<div>", "<ul><li>", "<b>", "[", "![", "*", "**a "):
        check(mark * 5_000 + "a")
    assert sys.getrecursionlimit() == limit


def test_threads_do_not_meet() -> None:
    pages = [f"* **{n}** [a]({n})\n\n[r]: /{n}\n\n[r]\n".encode() + PAGE for n in range(8)]
    alone = [read(page) for page in pages]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(read, pages)) == alone
