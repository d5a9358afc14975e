"""Marks, the order of authors, who comes and who goes, and links: set where they stand, all else stays."""

from functools import cache

import pytest

import pubparse
from pubparse import EditError, Page, UsageError

PAGE = """\
# Papers

\\* equal contribution

* **K. He**\\*, X. Chen\\*, R. Girshick. "Masked Autoencoders Are Scalable Vision Learners." In CVPR 2022. \
[[code](https://example.org/mae)]
* [J. Sun](https://example.org/sun), **K. He**, and X. Tang<sup>†</sup>. Guided Image Filtering. IEEE TPAMI, 2013.
* X. Chen and **K. He**. Exploring Simple Siamese Learning. In CVPR '21 (**Oral**).
* **K. He**. Tutorial on Residual Nets. In ICML 2016.
* <b>K. He</b><sup>\\*</sup>, G. Gkioxari<sup>\\*</sup>. Mask R-CNN. In ICCV 2017.
"""


@cache
def read() -> Page:
    return pubparse.parse(PAGE)


def edited(at: int, *changes: tuple[str, str]) -> str:
    edit = read().edit()
    for path, value in changes:
        edit.set(read().publications[at].id, path, value)
    return edit.to_bytes().decode()


@pytest.mark.parametrize(
    ("at", "index", "marks", "old", "new"),
    [
        (0, 2, "*", "R. Girshick.", "R. Girshick\\*."),
        (0, 0, "* †", "**K. He**\\*,", "**K. He**\\*†,"),
        (0, 1, "†", "X. Chen\\*,", "X. Chen†,"),
        (0, 0, "", "**K. He**\\*,", "**K. He**,"),
        (1, 2, "", "X. Tang<sup>†</sup>.", "X. Tang."),
        (1, 1, "†", "**K. He**, and", "**K. He**<sup>†</sup>, and"),
        (1, 0, "†", "(https://example.org/sun),", "(https://example.org/sun)<sup>†</sup>,"),
        (3, 0, "*", "**K. He**. Tutorial", "**K. He**\\*. Tutorial"),
        (4, 1, "", "G. Gkioxari<sup>\\*</sup>", "G. Gkioxari"),
    ],
)
def test_marks(at: int, index: int, marks: str, old: str, new: str) -> None:
    text = edited(at, (f"authors[{index}].marks", marks))
    assert PAGE.count(old) == 1
    assert text == PAGE.replace(old, new)
    assert pubparse.parse(text).publications[at].authors[index].marks == tuple(marks.split())


def test_who_is_marked_has_the_role() -> None:
    before, after = read().publications[0], pubparse.parse(edited(0, ("authors[2].marks", "*"))).publications[0]
    assert [author.roles for author in before.authors] == [("equal",), ("equal",), ()]
    assert [author.roles for author in after.authors] == [("equal",)] * 3


@pytest.mark.parametrize(
    ("at", "names", "old", "new"),
    [
        (
            0,
            "R. Girshick; K. He; X. Chen",
            "**K. He**\\*, X. Chen\\*, R. Girshick.",
            "R. Girshick, **K. He**\\*, X. Chen\\*.",
        ),
        (0, "K. He; R. Girshick", "**K. He**\\*, X. Chen\\*, R.", "**K. He**\\*, R."),
        (0, "K. He; X. Chen; P. Dollár; R. Girshick", "R. Girshick.", "P. Dollár, R. Girshick."),
        (
            1,
            "X. Tang; K. He; J. Sun",
            "[J. Sun](https://example.org/sun), **K. He**, and X. Tang<sup>†</sup>.",
            "X. Tang<sup>†</sup>, **K. He**, and [J. Sun](https://example.org/sun).",
        ),
        (1, "J. Sun; X. Tang", ", **K. He**, and X. Tang", " and X. Tang"),
        (2, "K. He; X. Chen", "X. Chen and **K. He**.", "**K. He** and X. Chen."),
        (2, "X. Chen; K. He; H. Fan", "X. Chen and **K. He**.", "X. Chen, **K. He** and H. Fan."),
        (2, "K. He", "X. Chen and **K. He**.", "**K. He**."),
        (3, "K. He; J. Sun", "**K. He**. Tutorial", "**K. He**, J. Sun. Tutorial"),
        (
            1,
            "Xiaoou Tang; Kaiming He; J. Sun",
            "[J. Sun](https://example.org/sun), **K. He**, and X. Tang<sup>†</sup>.",
            "Xiaoou Tang<sup>†</sup>, **Kaiming He**, and [J. Sun](https://example.org/sun).",
        ),
    ],
)
def test_authors(at: int, names: str, old: str, new: str) -> None:
    text = edited(at, ("authors", names))
    assert PAGE.count(old) == 1
    assert text == PAGE.replace(old, new)
    assert [author.name for author in pubparse.parse(text).publications[at].authors] == names.split("; ")


@pytest.mark.parametrize(
    ("path", "value", "link"),
    [
        ("links[0].url", "https://example.org/mae.zip", "[code](https://example.org/mae.zip)"),
        ("links[0].text", "source", "[source](https://example.org/mae)"),
    ],
)
def test_links(path: str, value: str, link: str) -> None:
    assert edited(0, (path, value)) == PAGE.replace("[code](https://example.org/mae)", link)


def test_changes_of_all_sorts_add_up() -> None:
    text = edited(0, ("authors", "X. Chen; K. He; R. Girshick"), ("year", "2021"), ("links[0].text", "source"))
    assert "* X. Chen\\*, **K. He**\\*, R. Girshick." in text
    assert "In CVPR 2021. [[source]" in text


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [
        ("authors", "", EditError),
        ("authors", "In CVPR 2020", EditError),
        ("authors[0].marks", "x", EditError),
        ("authors[7].marks", "*", UsageError),
        ("links[3].url", "https://example.org", UsageError),
        ("links[0].kind", "", EditError),
    ],
)
def test_what_is_refused(path: str, value: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        edited(0, (path, value))
