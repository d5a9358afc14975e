"""Changing a page in place: the value is there, all else is as it was, and what cannot be proved is refused."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from inputs import PAGES

import pubparse
from pubparse import EditError, Page, Publication, UsageError
from pubparse.rewrite.values import value_at

HEAD = "# Papers\n\n\\* equal contribution\n\n"
PAGE = (
    HEAD
    + """\
* **K. He**\\*, X. Chen\\*, R. Girshick. "Masked Autoencoders Are Scalable Vision Learners." In CVPR 2022, pages 1–9.
* **K. He**, J. Sun, X. Tang. Guided Image
  Filtering. IEEE TPAMI, 35(6):1397–1409, June 2013. doi:10.1109/TPAMI.2012.213
* K. Simonyan, **K. He**. [Deep *Residual* Nets](https://arxiv.org/abs/1512.03385). EMNLP 2015 Findings.
* X. Chen, **K. He**. Exploring Simple Siamese Learning. In CVPR '21 (**Oral**).

## 2020

* **K. He**, H. Fan. Momentum Contrast for Representation Learning. In CVPR.
"""
)


@cache
def read(text: str = PAGE) -> Page:
    return pubparse.parse(text)


def edited(at: int, *changes: tuple[str, str | int], text: str = PAGE) -> str:
    page = read(text)
    edit = page.edit()
    for path, value in changes:
        edit.set(page.publications[at].id, path, value)
    return edit.to_bytes().decode()


@pytest.mark.parametrize(
    ("at", "path", "value", "old", "new"),
    [
        (0, "title", "Masked Autoencoders See", "Masked Autoencoders Are Scalable Vision Learners", None),
        (0, "authors[0].name", "Kaiming He", "**K. He**\\*, X.", "**Kaiming He**\\*, X."),
        (0, "venue.name", "ECCV", "CVPR 2022", "ECCV 2022"),
        (0, "year", 2023, "CVPR 2022", "CVPR 2023"),
        (0, "pages", "10–19", "1–9", None),
        (1, "title", "Guided Image Smoothing", "Filtering", "Smoothing"),
        (1, "date", "2012-11", "June 2013", "November 2012"),
        (1, "volume", "36", "35(6)", "36(6)"),
        (1, "issue", "7", "35(6)", "35(7)"),
        (1, "ids.doi", "10.1109/TPAMI.2013.1", "10.1109/TPAMI.2012.213", None),
        (2, "title", "Deep Plain Nets", "Deep *Residual* Nets", "Deep *Plain* Nets"),
        (2, "venue.name", "ACL Findings", "EMNLP 2015 Findings", "ACL 2015 Findings"),
        (2, "ids.arxiv", "1603.05027", "1512.03385", None),
        (3, "year", "2020", "'21", "'20"),
        (3, "awards[0].text", "Best Paper", "Oral", None),
    ],
)
def test_a_value_is_changed_where_it_stands(at: int, path: str, value: str | int, old: str, new: str | None) -> None:
    assert PAGE.count(old) == 1
    assert edited(at, (path, value)) == PAGE.replace(old, new or str(value))


def test_a_year_that_is_said_twice_is_changed_twice() -> None:
    text = "# Papers\n\n* [**CHI'18**] A. Bee, C. Dee. Reading in Three Days of 2018. In CHI 2018, May 2018.\n"
    wanted = "# Papers\n\n* [**CHI'17**] A. Bee, C. Dee. Reading in Three Days of 2018. In CHI 2017, May 2017.\n"
    assert edited(0, ("year", 2017), text=text) == wanted


def test_days_ahead_of_print_and_of_a_visit_do_not_change_with_the_date() -> None:
    text = """# Papers

* Metcalfe R, Boggs D. Ethernet. Commun ACM. 1976 Jul;19(7):395-404. Epub 1976 Jan 8. (visited on 3/12/1976)
* Lamport L, Shostak R. The Byzantine generals problem. ACM Trans Program Lang Syst. 1982;4(3):382-401.
"""
    assert edited(0, ("date", "1975-07"), text=text) == text.replace("1976 Jul", "1975 Jul")


@pytest.mark.parametrize(
    ("venue", "label"), [("International Conference on Machine Learning (ICML)", "ICML"), ("Nature", "Nature")]
)
def test_an_acronym_on_a_badge_changes_with_the_venue(venue: str, label: str) -> None:
    old = "European Conference on Computer Vision (ECCV)"
    text = f"# Papers\n\n* [**ECCV'16**] K. He, J. Sun. Identity Mappings in Deep Residual Networks. In {old}, 2016.\n"
    assert edited(0, ("venue.name", venue), text=text) == text.replace(old, venue).replace("ECCV'", f"{label}'")


def test_an_acronym_in_the_address_of_a_badge_changes_with_the_venue() -> None:
    old, new = "European Conference on Computer Vision (ECCV)", "International Conference on Machine Learning (ICML)"
    text = f"""# Papers

- ![](https://img.shields.io/badge/ECCV-2016-blue) [Identity Mappings in Deep Residual Networks](https://example.org/a)
  - K. He, X. Zhang, S. Ren, J. Sun
  - {old}, 2016
- [Deep Residual Learning for Image Recognition](https://example.org/b)
  - K. He, X. Zhang, S. Ren, J. Sun
  - Conference on Computer Vision and Pattern Recognition (CVPR), 2016
"""
    assert edited(0, ("venue.name", new), text=text) == text.replace(old, new).replace("badge/ECCV", "badge/ICML")


def test_a_journal_on_a_badge_changes_with_the_venue() -> None:
    text = """# Papers

* ![](https://img.shields.io/badge/Nature-1986-red) Rumelhart D, Hinton G, Williams R. [Learning representations by back-propagating errors](https://example.org/a). Nature. 1986;323:533-536.
* ![](https://img.shields.io/badge/Science-2006-red) Hinton G, Salakhutdinov R. [Reducing the dimensionality of data with neural networks](https://example.org/b). Science. 2006;313:504-507.
"""  # noqa: E501
    assert edited(0, ("venue.name", "Neural Computation"), text=text) == text.replace(
        "badge/Nature", "badge/Neural_Computation"
    ).replace("Nature.", "Neural Computation.")


def test_a_value_over_two_lines_is_written_as_one() -> None:
    text = '# Papers\n\n* K. He, J. Sun. "Filtering." In: _Canadian Journal of\nForest Research_ 39.8 (2009), p. 9.\n'
    wanted = text.replace("Canadian Journal of\nForest Research", "Pattern Recognition")
    assert edited(0, ("venue.name", "Pattern Recognition"), text=text) == wanted


def test_what_stands_between_the_pieces_of_a_value_stays() -> None:
    """The year within the name is said once more in the badge, and is not dropped for that."""
    text = """# Papers

- ![](https://img.shields.io/badge/ECCV-2016-blue) [Identity Mappings in Deep Residual Networks](https://example.org/a)
  - K. He, X. Zhang, S. Ren, J. Sun
  - The 14th European Conference on Computer Vision (ECCV 2016)
"""
    changed = edited(0, ("venue.name", "International Conference on Machine Learning (ICML)"), text=text)
    assert "badge/ICML-2016-" in changed
    assert changed.count("2016") == 2


def test_changes_add_up() -> None:
    text = edited(0, ("title", "Masked Models"), ("year", 2021), ("authors[2].name", "Ross Girshick"))
    one = pubparse.parse(text).publications[0]
    assert (one.title, one.year, one.authors[2].name) == ("Masked Models", 2021, "Ross Girshick")


def test_what_means_something_to_markdown_is_escaped() -> None:
    text = edited(1, ("title", "Guided *Image* Filtering"))
    assert "Guided \\*Image\\*" in text
    assert pubparse.parse(text).publications[1].title == "Guided *Image* Filtering"


@pytest.mark.parametrize(
    ("at", "path", "value", "reason"),
    [
        (4, "year", 2019, "is read from the heading"),
        (0, "volume", "3", "does not stand there"),
        (0, "title", " ", "an empty value"),
        (0, "year", "soon", "it would read as None"),
        (0, "authors[0].name", "A. Bee, C. Dee", "authors"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(at: int, path: str, value: str | int, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        edited(at, (path, value))


def test_a_refused_change_leaves_the_others() -> None:
    page = read()
    edit = page.edit()
    edit.set(page.publications[0].id, "year", 2021)
    with pytest.raises(EditError):
        edit.set(page.publications[0].id, "volume", 3)
    assert edit.to_bytes().decode() == PAGE.replace("CVPR 2022", "CVPR 2021")


@pytest.mark.parametrize(("key", "path"), [("nobody1900", "title"), (None, "colour"), (None, "authors[9].name")])
def test_no_such_publication_or_value(key: str | None, path: str) -> None:
    page = read()
    with pytest.raises(UsageError):
        page.edit().set(key or page.publications[0].id, path, "x")


def test_the_rest_stays_byte_for_byte() -> None:
    """A byte order mark, both sorts of line ends, mojibake, odd blanks, bytes that are no UTF-8."""
    data = (
        b"\xef\xbb\xbf# Papers\r\n\r\n*  J. Garc\xc3\x83\xc2\xada , X. Chen.  One  Good Thing. In ICML 2019.\r\n"
        b"* X. Chen. Two Good Things. In ICML 2020. \xff\n"
    )
    page = pubparse.parse(data)
    edit = page.edit()
    edit.set(page.publications[1].id, "year", 2021)
    assert edit.to_bytes() == data.replace(b"2020", b"2021")


def test_the_difference_can_be_patched() -> None:
    page = read()
    edit = page.edit()
    edit.set(page.publications[3].id, "year", 2020)
    assert [line for line in edit.diff().splitlines() if re.match(r"[-+](?![-+])", line)] == [
        "-* X. Chen, **K. He**. Exploring Simple Siamese Learning. In CVPR '21 (**Oral**).",
        "+* X. Chen, **K. He**. Exploring Simple Siamese Learning. In CVPR '20 (**Oral**).",
    ]


WHERE = set("id line end_line span fields confidence authors editors venue links awards notes".split())
"""What says where something stands, or holds a part that does."""

OTHER = {"title": "A Unified Approach to Interpreting Model Predictions", "ids.doi": "10.1234/5678.9012"}


def settable(page: Page) -> Iterator[tuple[Publication, str, str]]:
    """The values of a page that stand in its entries, each with another that could stand there."""
    for one in page.publications:
        for path, origin in one.fields.items():
            if origin.origin == "entry" and (path in OTHER or path in {"volume", "issue", "pages"}):
                yield one, path, OTHER.get(path) or re.sub(r"\d", "7", origin.text)


def test_pages_of_the_fixtures() -> None:
    tried = refused = 0
    for page in map(pubparse.parse, PAGES.values()):
        for one, path, value in list(settable(page))[::11]:
            tried += 1
            edit = page.edit()
            try:
                edit.set(one.id, path, value)
            except EditError:
                refused += 1
            else:
                check(page, one, path, value, pubparse.parse(edit.to_bytes()))
    assert tried > 40
    assert refused <= tried // 20


def check(page: Page, one: Publication, path: str, value: str, again: Page) -> None:
    """The value is there, and the other publications are as they were."""
    assert len(again.publications) == len(page.publications)
    for before, after in zip(page.publications, again.publications, strict=True):
        if before is one:
            assert str(value_at(after, path)) == value
        else:
            assert before.model_dump(exclude=WHERE) == after.model_dump(exclude=WHERE)
