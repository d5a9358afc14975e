"""The examples of the CommonMark specification: every place is exact, and all text is shown that a browser shows."""

import html
import re

import pytest
from inputs import COMMONMARK
from markdown_it import MarkdownIt
from reading import check, walk

BROWSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

UNLIKE = {
    96: "begins with what is YAML here",
    173: "a style sheet that is never closed hides nothing in CommonMark, and all in a browser",
    184: "an indented tag after HTML goes on with it",
    191: "an indented tag after HTML goes on with it",
    379: "`** foo bar**` is bold to the lenient second look",
    391: "`**foo bar **` is bold to the lenient second look",
}
"""Examples that show something else than CommonMark would, and why."""

UNSEEN = re.compile(
    r"<!---?>|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![^>]*>|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE
)
IMAGE = re.compile(r'<img\b[^>]*?alt="([^"]*)"[^>]*>')
TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^'">])*>""")
SPACE = re.compile(r"\s+")


def in_browser(markdown: str) -> str:
    page = IMAGE.sub(r"\1", UNSEEN.sub("", BROWSER.render(markdown)))
    return SPACE.sub("", html.unescape(TAG.sub("", page)))


def here(markdown: str) -> str:
    return SPACE.sub("", "".join(run.text for block in walk(check(markdown).blocks) for run in block.runs))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("example", COMMONMARK)
def test_example(example: int, newline: str) -> None:
    markdown = COMMONMARK[example].replace("\n", newline)
    assert (here(markdown) == in_browser(markdown)) is (example not in UNLIKE)


def test_all_examples_are_there() -> None:
    assert len(COMMONMARK) == 652
