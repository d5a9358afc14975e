"""Bold that CommonMark does not close, and what only looks like it."""

import pytest
from reading import check, runs_of

from pubparse.markdown.runs import BOLD


def bold(text: str) -> list[str]:
    check(text)
    return [run.text for run in runs_of(text) if run.styles & BOLD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. Bee, ** C. Dee**, E. Eff", [" C. Dee"]),
        ("A. Bee, **C. Dee **, E. Eff", ["C. Dee "]),
        ("**王：**李，张", ["王："]),
        ("（**王五）**李四，**张三）**赵", ["王五）", "张三）"]),
        ("A. Bee and **C. Dee,**\u200bE. Eff", ["C. Dee,"]),
        ("A. Bee, ** C. *D*ee**; **E**", [" C. ", "D", "ee", "E"]),
        ("a\n** b**\nc", [" b"]),
        ("| ** a** |\n|-|\n| ** b** |", [" a", " b"]),
    ],
)
def test_bold(text: str, expected: list[str]) -> None:
    assert bold(text) == expected
    assert "**" not in "".join(run.text for run in runs_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "A. Bee**, C. Dee**, E. Eff",
        "A. Bee **, C. Dee **, E. Eff",
        "A. Bee**, C. Dee, E. Eff",
        "** equal contribution",
        "** a** and ** b",
        "** a\nb**",
        "` ** a**`",
        "\\*\\* a\\*\\*",
        "**** a****",
        "** [a**](b)",
        "    ** a**",
    ],
)
def test_no_bold(text: str) -> None:
    assert bold(text) == []


def test_the_marks_are_left_out_and_nothing_moves() -> None:
    text = "x ** a** y"
    assert [(run.text, tuple(run.span)) for run in runs_of(text)] == [("x ", (0, 2)), (" a", (4, 6)), (" y", (8, 10))]
