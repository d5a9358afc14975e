"""The tokens are those of markdown-it itself, and each inline token is where it says it is."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inputs import COMMONMARK
from markdown_it import MarkdownIt

from pubparse.markdown.positions import MAX_BLOCK_NESTING, parse

PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SYMBOLS = [
    "*",
    "**",
    "_",
    "`",
    "~~",
    "[",
    "](",
    "](u)",
    ")",
    "![",
    "<",
    ">",
    "&amp;",
    "\\",
    "\n",
    "  \n",
    "\n\n",
    " ",
    "a",
    "1. ",
]
marks = st.lists(
    st.sampled_from([*SYMBOLS, "- ", "> ", "# ", "|", "\\|", "|-|-|\n", "<b>", "</b>", "    ", "\t", "王"])
).map("".join)


def summary(tokens: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Give tokens as markdown-it has them in the end: texts joined, empty ones left out."""
    out: list[tuple[Any, ...]] = []
    for token in tokens:
        kind = "text" if token.type in {"text_special", "autolink"} else token.type
        if kind == "text":
            if out and out[-1][0] == "text":
                out[-1] = ("text", out[-1][1] + token.content)
            elif token.content:
                out.append(("text", token.content))
            continue
        lines = None if kind in {"link_open", "link_close"} or token.nesting < 0 else token.map
        inside = summary(token.children or ())
        place = lines if kind.startswith(("paragraph", "heading", "inline", "list", "fence")) else None
        out.append((kind, token.tag, token.nesting, place, dict(token.attrs), token.info, token.hidden, inside))
    return out


def check_places(tokens: Iterable[Any], content: str) -> None:
    at = 0
    for token in tokens:
        start, end = token.map
        assert 0 <= start <= end <= len(content)
        if token.type == "text" and token.content:
            assert content[start:end] == token.content
        if token.type == "text_special":
            assert content[start:end] == token.markup
        if token.type in {"softbreak", "hardbreak"}:
            assert "\n" in content[start:end]
            assert not content[start:end].replace("\\\n", "").strip(" \t\n")
        if token.type == "html_inline":
            assert content[start:end] == token.content
        if token.type == "image":
            assert content[start:end].startswith("![" + token.content + "]")
            check_places(token.children or (), token.content)
        if not token.nesting:  # of `~~a~~~`, the tag comes before the third `~`
            assert start >= at
            at = end


SIGNS = re.compile(r"[(\[（\"“]\*|<sup>")


@pytest.mark.parametrize("example", COMMONMARK)
def test_example(example: int) -> None:
    check_tokens(COMMONMARK[example])


@given(marks)
def test_marks(text: str) -> None:
    check_tokens(text)


def check_tokens(text: str) -> None:
    tokens, plain = parse(text), PLAIN.parse(text)
    has_signs = SIGNS.search(text)  # asterisks in brackets, in quotes and raised are read as text on purpose
    if (
        not has_signs and max((token.level for token in plain), default=0) < 18
    ):  # from 20 on, markdown-it leaves out what there is
        assert summary(tokens) == summary(plain)
    for token in tokens:
        if token.type == "inline":
            check_places(token.children or (), token.content)


@pytest.mark.parametrize("mark", ["> ", "- ", "* ", "1. ", "> - "])
def test_what_is_nested_too_deep_is_text(mark: str) -> None:
    tokens = parse(mark * 10_000 + "deep\n\nafter")
    assert max(token.level for token in tokens) <= MAX_BLOCK_NESTING + 1
    contents = [token.content for token in tokens if token.type == "inline"]
    assert contents[0].endswith("deep")
    assert contents[1:] == ["after"]


def test_nothing_is_kept_from_one_text_to_the_next() -> None:
    before = summary(parse("[a] b"))
    assert "link_open" in str(summary(parse("[a] b\n\n[a]: c")))
    assert summary(parse("[a] b")) == before
