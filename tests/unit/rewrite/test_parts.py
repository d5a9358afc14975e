"""Awards, identifiers and links of an entry: put in as other entries have theirs, and taken out without a trace."""

import pytest

import pubparse
from pubparse import EditError, UsageError
from pubparse.rewrite.values import value_at

HEAD = "# Papers\n\n"
CODE = "https://github.com/facebookresearch/mae"
FIRST = "* **K. He**, X. Chen, R. Girshick. Masked Autoencoders Are Scalable Vision Learners. In CVPR 2022."
BEST = "* **K. He**, X. Zhang, S. Ren, J. Sun. Deep Residual Learning for Image Recognition. In CVPR 2016"
LINKED = "* K. He, J. Sun, X. Tang. [Guided Image Filtering](https://doi.org/10.1109/TPAMI.2012.213)."
LAST = "* S. Ren, K. He, R. Girshick, J. Sun. Faster R-CNN: Towards Real-Time Object Detection. TPAMI, 39(6), 2017."
PAGE = f"""{HEAD}\
{FIRST} [[PDF](https://arxiv.org/pdf/2111.06377)] [[Code]({CODE})]
{BEST} (**Best Paper Award**). [[PDF](https://arxiv.org/pdf/1512.03385)]
{LINKED} TPAMI, 35(6), 2013. doi:10.1109/TPAMI.2012.213
{LAST}
"""


def edit(at: int) -> tuple[pubparse.PageEdit, str]:
    page = pubparse.parse(PAGE)
    return page.edit(), page.publications[at].id


@pytest.mark.parametrize(
    ("at", "path", "value", "old", "new"),
    [
        (0, "awards", "Oral", "In CVPR 2022.", "In CVPR 2022 (**Oral**)."),
        (3, "awards", "Oral", "39(6), 2017.", "39(6), 2017 (**Oral**)."),
        (1, "links", f"Code {CODE}", "1512.03385)]", f"1512.03385)] [[Code]({CODE})]"),
        (3, "links", f"Source code {CODE}", "39(6), 2017.", f"39(6), 2017. [[Source code]({CODE})]"),
    ],
)
def test_one_more_is_written_as_others_are(at: int, path: str, value: str, old: str, new: str) -> None:
    changed, key = edit(at)
    changed.add(key, path, value)
    assert PAGE.count(old) == 1
    assert changed.to_bytes().decode() == PAGE.replace(old, new)


@pytest.mark.parametrize(
    ("at", "path", "value", "old", "new"),
    [
        (3, "ids.doi", "10.1109/TPAMI.2016.2577031", "(6), 2017.", "(6), 2017. doi:10.1109/TPAMI.2016.2577031"),
        (3, "ids.arxiv", "1506.01497", "39(6), 2017.", "39(6), 2017. [[PDF](https://arxiv.org/pdf/1506.01497)]"),
        (0, "ids.arxiv", "", "[[PDF](https://arxiv.org/pdf/2111.06377)] ", ""),
        (0, "links[1].url", "", f" [[Code]({CODE})]", ""),
        (1, "awards[0].text", "", " (**Best Paper Award**)", ""),
    ],
)
def test_an_id_is_put_in_and_parts_are_taken_out(at: int, path: str, value: str, old: str, new: str) -> None:
    changed, key = edit(at)
    changed.set(key, path, value)
    assert PAGE.count(old) == 1
    assert changed.to_bytes().decode() == PAGE.replace(old, new)


def test_an_id_goes_wherever_it_stands() -> None:
    """A title that is a link to it stays, without the link."""
    changed, key = edit(2)
    changed.set(key, "ids.doi", "")
    text = changed.to_bytes().decode()
    assert "* K. He, J. Sun, X. Tang. Guided Image Filtering. TPAMI, 35(6), 2013.\n" in text
    assert pubparse.parse(text).publications[2].ids.doi is None


def test_several_changes_of_one_entry_add_up() -> None:
    changed, key = edit(0)
    changed.add(key, "awards", "Oral")
    changed.add(key, "awards", "Best Paper Finalist")
    changed.set(key, "year", 2021)
    changed.set(key, "links[1].text", "")
    one = pubparse.parse(changed.to_bytes()).publications[0]
    assert [award.text for award in one.awards] == ["Oral", "Best Paper Finalist"]
    assert (one.year, [link.text for link in one.links]) == (2021, ["PDF"])


@pytest.mark.parametrize("path", ["awards[0].text", "ids.arxiv"])
def test_what_is_taken_out_and_put_in_again_is_there(path: str) -> None:
    changed, key = edit(1)
    old = str(value_at(pubparse.parse(PAGE).publications[1], path))
    changed.set(key, path, "")
    again = pubparse.parse(changed.to_bytes()).edit()
    if path == "ids.arxiv":
        again.set(key, path, old)
    else:
        again.add(key, "awards", old)
    assert value_at(pubparse.parse(again.to_bytes()).publications[1], path) == old


@pytest.mark.parametrize(
    ("path", "value", "error"),
    [
        ("awards", "a paper of which no reader knows that it is one", EditError),
        ("awards", " ", UsageError),
        ("links", "https://example.org", UsageError),
        ("title", "Another", UsageError),
    ],
)
def test_what_cannot_be_added_is_refused(path: str, value: str, error: type[Exception]) -> None:
    changed, key = edit(0)
    with pytest.raises(error):
        changed.add(key, path, value)
    assert changed.to_bytes().decode() == PAGE


QUOTED = """\
# Papers

* **K. He**, X. Zhang. "Deep Residual Learning for Image Recognition." *CVPR*, 2016. (Best Paper) [[PDF](a.pdf)]
* X. Chen, **K. He**. "Exploring Simple Siamese Representation Learning." *CVPR*, 2021. (Oral) [[PDF](b.pdf)]
* **K. He**, H. Fan. "Momentum Contrast for Unsupervised Representation Learning." *CVPR*, 2020. [[PDF](c.pdf)]
"""
DOTTED = """\
# Papers

* BERT: Pre-training of Deep Bidirectional Transformers<br>
  J. Devlin, **K. Toutanova**<br>
  _NAACL 2019_ · **Best Long Paper** · [PDF](a.pdf)
* Feature-Rich Part-of-Speech Tagging<br>
  **K. Toutanova**, D. Klein<br>
  _NAACL 2003_ · [PDF](b.pdf)
"""
ROWS = """\
| Title | Authors | Venue | Year | Links |
|--|--|--|--|--|
| Attention Is All You Need | A. Vaswani, N. Shazeer | NeurIPS | 2017 | [PDF](a.pdf) |
| Tensor2Tensor for Neural Machine Translation | A. Vaswani, S. Bengio | AMTA | 2018 | [PDF](b.pdf) |
"""


@pytest.mark.parametrize(
    ("page", "at", "path", "value", "old", "new"),
    [
        (QUOTED, 0, "awards+", "Oral", "(Best Paper) ", "(Best Paper) (Oral) "),
        (QUOTED, 2, "awards+", "Oral", "2020. [[", "2020. (Oral) [["),
        (QUOTED, 0, "awards[0].text", "", "(Best Paper) ", ""),
        (DOTTED, 0, "awards+", "Test of Time Award", "Paper** · ", "Paper** · **Test of Time Award** · "),
        (DOTTED, 1, "awards+", "Test of Time Award", "2003_ · ", "2003_ · **Test of Time Award** · "),
        (DOTTED, 1, "links[0].url", "", " · [PDF](b.pdf)", ""),
        (DOTTED, 0, "links+", "Code c.zip", "(a.pdf)", "(a.pdf) [Code](c.zip)"),
        (ROWS, 0, "links[0].url", "", "[PDF](a.pdf)", ""),
    ],
)
def test_neighbours_stay_joined_as_they_are(page: str, at: int, path: str, value: str, old: str, new: str) -> None:
    read = pubparse.parse(page)
    changed, key = read.edit(), read.publications[at].id
    (changed.add if path.endswith("+") else changed.set)(key, path.rstrip("+"), value)
    assert page.count(old) == 1
    assert changed.to_bytes().decode() == page.replace(old, new)
