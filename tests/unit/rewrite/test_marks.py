"""Marks in more dress than one: a comma between two, a tag within a tag, the way most of a page's are written."""

import pytest

import pubparse
from pubparse.rewrite.marks import dressed
from pubparse.text.span import Span

DRESSED = """\
# Papers

‡ equal contribution, † corresponding author

* K. He<sup>‡,†</sup>, X. Chen<sup>‡</sup>, R. Girshick. "Masked Autoencoders Are Scalable Vision Learners." CVPR 2022.
* J. Sun<sup>†</sup>, K. He. "Guided Image Filtering." IEEE TPAMI, 2013.
"""


def with_marks(text: str, at: int, index: int, marks: str) -> str:
    page = pubparse.parse(text)
    edit = page.edit()
    edit.set(page.publications[at].id, f"authors[{index}].marks", marks)
    return edit.to_bytes().decode()


@pytest.mark.parametrize(
    ("at", "index", "marks", "old", "new"),
    [
        (0, 0, "", "K. He<sup>‡,†</sup>,", "K. He,"),
        (0, 0, "†", "K. He<sup>‡,†</sup>,", "K. He<sup>†</sup>,"),
        (0, 1, "‡ †", "X. Chen<sup>‡</sup>,", "X. Chen<sup>‡,†</sup>,"),
        (0, 2, "‡ †", "R. Girshick.", "R. Girshick<sup>‡,†</sup>."),
        (1, 1, "‡", "K. He. \"Guided", "K. He<sup>‡</sup>. \"Guided"),
    ],
)  # fmt: skip
def test_marks_joined_by_a_comma(at: int, index: int, marks: str, old: str, new: str) -> None:
    assert DRESSED.count(old) == 1
    text = with_marks(DRESSED, at, index, marks)
    assert text == DRESSED.replace(old, new)
    assert pubparse.parse(text).publications[at].authors[index].marks == tuple(marks.split())


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("<sup>", "*", "</sup>"),
        ("<sup><small>", "*", "</small></sup>"),
        ('<font color="red"><sup> ', "*", " </sup></font>"),
        ("$^{", "*", "}$"),
        ("$^", "*", "$"),
        ("<sup>^", "1", "^</sup>"),
        ("", "*", ""),
    ],
)
def test_what_raises_a_mark_goes_with_it(before: str, mark: str, after: str) -> None:
    text = f"K. He{before}{mark}{after}, X. Chen"
    start = len(f"K. He{before}")
    assert dressed(text, Span(start, start + 1)) == Span(len("K. He"), len(f"K. He{before}{mark}{after}"))


@pytest.mark.parametrize("text", ["K. He<sup>*</small>, X", "K. He<sup>*, X", "K. He*</sup>, X", "He^^*^, X"])
def test_what_does_not_pair_stays(text: str) -> None:
    at = text.index("*")
    assert dressed(text, Span(at, at + 1)) == Span(at, at + 1)


def test_a_mark_that_two_tags_raise_goes_with_both() -> None:
    text = DRESSED.replace("X. Chen<sup>‡</sup>", "X. Chen<sup><small>‡</small></sup>")
    assert with_marks(text, 0, 1, "") == DRESSED.replace("X. Chen<sup>‡</sup>", "X. Chen")
