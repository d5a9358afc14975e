"""Adding to a page: the entry is as the owner would have typed it, at its place, and all else stays as it was."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import pubparse
from pubparse import EditError, Page, Publication, UsageError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"

RESNET = """\
@inproceedings{he2016deep, title={Deep Residual Learning for Image Recognition}, year={2016}, pages={770--778},
  author={He, Kaiming and Zhang, Xiangyu and Ren, Shaoqing and Sun, Jian}, booktitle={CVPR}, publisher={IEEE},
  doi={10.1109/CVPR.2016.90}}
"""
LECUN = """\
@article{lecun2015deep, title={Deep learning}, author={LeCun, Yann and Bengio, Yoshua and Hinton, Geoffrey},
  journal={Nature}, volume={521}, number={7553}, pages={436--444}, year={2015}}
"""
LLAMA = """\
@misc{touvron2023llama, title={LLaMA: Open and Efficient Foundation Language Models}, year={2023},
  author={Touvron, Hugo and Lavril, Thibaut}, eprint={2302.13971}, archiveprefix={arXiv}}
"""
INITIALS = """\
# Papers

\\* equal contribution, † corresponding author

* **K. He**\\*, X. Chen\\*, R. Girshick†. Masked Autoencoders Are Scalable Vision Learners. In CVPR 2022.

* **K. He**, G. Gkioxari, P. Dollár, and R. Girshick. Mask R-CNN. In ICCV 2017.

* **K. He**, J. Sun, and X. Tang. Guided Image Filtering. IEEE TPAMI, 35(6):1397–1409, 2013.

* **K. He** and J. Sun. Statistics of Patch Offsets for Image Completion. In ECCV 2012.
"""
APA = """\
# Publications

- Vaswani, A., Shazeer, N., & **Parmar, N.** (2017). Attention is all you need. In *Advances in Neural Information Processing Systems* (pp. 5998–6008).
- **Parmar, N.**, & Vaswani, A. (2018). Image transformer. In *International Conference on Machine Learning* (pp. 4055–4064).
- Hochreiter, S., & **Parmar, N.** (1997). Long short-term memory. *Neural Computation*, *9*(8), 1735–1780.
"""  # noqa: E501
LINES = """\
# Papers

- **[Mask R-CNN](https://arxiv.org/abs/1703.06870)**<br>
  Kaiming He, <u>Ross Girshick</u><br>
  *ICCV*, 2017
- **[Fast R-CNN](https://arxiv.org/abs/1504.08083)**<br>
  <u>Ross Girshick</u><br>
  *ICCV*, 2015
"""
YEARS = """\
# Publications

## 2019

1. Y. Bengio. *Meta-Transfer Objectives*. ICLR.

## 2014

1. I. Goodfellow, Y. Bengio. *Generative Adversarial Nets*. NIPS.
2. D. Bahdanau, Y. Bengio. *Neural Machine Translation*. ICLR.
"""
BACKWARDS = """\
# Articles

[3] <u>S. Weinberg</u>, "The cosmological constant problem," Rev. Mod. Phys. **61**, 1–23 (1989).

[2] B. W. Lee and <u>S. Weinberg</u>, "Lower bound on neutrino masses," Phys. Rev. Lett. **39**, 165–168 (1977).

[1] <u>S. Weinberg</u>, "A model of leptons," Phys. Rev. Lett. **19**, 1264–1266 (1967).
"""


@cache
def read(text: str) -> Page:
    return pubparse.parse(text)


def paper(text: str) -> Publication:
    return pubparse.read_bibliography(text, format="bibtex").publications[0]


def fresh_lines(page: str, publication: Publication, **place: str) -> list[str]:
    """What stands on the page with the entry and did not before; the rest is as it was, in order."""
    added = pubparse.add(read(page), publication, **place)
    before, after = page.splitlines(), added.page.source.text.splitlines()
    fresh = list(after)
    for line in before:
        assert line in fresh
        fresh.remove(line)
    return [line for line in fresh if line]


def test_a_spelling_that_is_rare_on_the_page_gives_way_to_the_usual_one() -> None:
    more = ["**K. He**, J. Sun. Fast Matting. In CVPR 2010.", "**K. He**, J. Sun. Hashing. In CVPR 2013."]
    thesis = "Kaiming He. Local Features of Images. PhD thesis, CUHK, 2011."
    page = pubparse.parse(INITIALS + "".join(f"\n* {entry}\n" for entry in (*more, thesis)))
    (paper,) = pubparse.read_bibliography(RESNET, format="bibtex").publications
    assert "* **K. He**, X. Zhang, S. Ren, and J. Sun. Deep Residual" in pubparse.add(page, paper).page.source.text


@pytest.mark.parametrize(
    ("page", "text", "lines"),
    [
        (
            INITIALS,
            RESNET,
            [
                "* **K. He**, X. Zhang, S. Ren, and J. Sun. Deep Residual Learning for Image Recognition. "
                "In CVPR 2016."
            ],
        ),
        (INITIALS, LECUN, ["* Y. LeCun, Y. Bengio, and G. Hinton. Deep learning. Nature, 521(7553):436–444, 2015."]),
        (
            APA,
            RESNET,
            [
                "- He, K., Zhang, X., Ren, S., & Sun, J. (2016). Deep Residual Learning for Image Recognition. "
                "In *CVPR* (pp. 770–778)."
            ],
        ),
        (APA, LECUN, ["- LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. *Nature*, *521*(7553), 436–444."]),
        (
            LINES,
            RESNET,
            [
                "- **[Deep Residual Learning for Image Recognition](https://doi.org/10.1109/CVPR.2016.90)**<br>",
                "  Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun<br>",
                "  *CVPR*, 2016",
            ],
        ),
    ],
)  # fmt: skip
def test_as_its_owner_types(page: str, text: str, lines: list[str]) -> None:
    assert fresh_lines(page, paper(text)) == lines


def test_what_the_page_does_not_print_is_left_out_and_told() -> None:
    assert set(pubparse.add(read(INITIALS), paper(RESNET)).left_out) == {"pages", "publisher", "ids.doi"}


def test_a_preprint_names_its_number() -> None:
    (line,) = fresh_lines(INITIALS, paper(LLAMA))
    assert line.startswith("* H. Touvron and T. Lavril. LLaMA: Open and Efficient Foundation Language Models.")
    assert "arXiv:2302.13971" in line


def test_the_order_of_years_is_kept() -> None:
    years = [one.year for one in pubparse.add(read(INITIALS), paper(RESNET)).page.publications]
    assert years == [2022, 2017, 2016, 2013, 2012]


@pytest.mark.parametrize(("place", "at"), [({"after": "he2012statistics"}, 4), ({"before": "he2022masked"}, 0)])
def test_beside_an_entry(place: dict[str, str], at: int) -> None:
    added = pubparse.add(read(INITIALS), paper(RESNET), **place)
    assert added.page.publications[at].title == "Deep Residual Learning for Image Recognition"


def test_a_year_without_a_heading_gets_one() -> None:
    text = pubparse.add(read(YEARS), paper(RESNET)).page.source.text
    entry = "1. K. He, X. Zhang, S. Ren, J. Sun. *Deep Residual Learning for Image Recognition*. CVPR."
    assert f"## 2016\n\n{entry}\n\n## 2014" in text


def test_a_year_with_a_heading_is_not_said_again() -> None:
    added = pubparse.add(read(YEARS), paper(RESNET.replace("2016}, p", "2014}, p")))
    assert (added.publication.year, added.publication.year_from) == (2014, "heading")


def test_numbers_move_on_as_far_as_they_must() -> None:
    text = pubparse.add(
        read(YEARS), paper(LECUN.replace("2015}}", "2014}}")), before="goodfellow2014generative"
    ).page.source.text
    assert text.split("## 2014")[1].count("\n1. ") == 1
    assert [line[:7] for line in text.split("## 2014")[1].splitlines() if line] == ["1. Y. L", "2. I. G", "3. D. B"]


def test_a_list_that_counts_backwards_goes_on_so() -> None:
    text = pubparse.add(read(BACKWARDS), paper(LECUN)).page.source.text
    numbers = [line[:3] for line in text.splitlines() if line.startswith("[")]
    assert numbers == ["[4]", "[3]", "[2]", "[1]"]
    assert '[4] Y. LeCun, Y. Bengio and G. Hinton, "Deep learning," Nature **521**, 436–444 (2015).' in text


def test_marks_are_those_of_the_page() -> None:
    other = pubparse.parse("# P\n\n‡ equal contribution\n\n* A. Radford‡, J. Wu‡. Language Models. In ICML 2019.\n")
    (line,) = fresh_lines(INITIALS, other.publications[0])
    assert line == "* A. Radford\\* and J. Wu\\*. Language Models. In ICML 2019."


def test_what_can_not_be_read_again_is_refused_with_the_reason() -> None:
    strange = paper(RESNET).model_copy(update={"title": "Deep. In ICML 1999. doi:10.1/x"})
    with pytest.raises(EditError, match="cannot be written in the style of the page: "):
        pubparse.add(read(INITIALS), strange)


@pytest.mark.parametrize(("page", "place"), [("", {}), ("# Papers\n", {}), (INITIALS, {"after": "nobody1900"})])
def test_nothing_to_go_by_or_beside(page: str, place: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        pubparse.add(read(page), paper(RESNET), **place)


@pytest.mark.parametrize("name", ["definitions-polish", "quotations-spanish", "numbered-russian", "table"])
def test_an_entry_taken_away_comes_back(name: str) -> None:
    """Byte for byte, on pages that are written as one, whichever entry it is but those that stand alone."""
    page = pubparse.parse((FIXTURES / f"{name}.md").read_text("utf-8"))
    text, same, pairs = page.source.text, 0, list(pairwise(page.publications))
    for before, one in pairs:
        left = pubparse.parse(text[: before.span.end] + text[one.span.end :])
        record = one.model_copy(update={"raw": "", "fields": {}})
        same += pubparse.add(left, record, after=before.id).page.source.text == text
    assert same >= 0.6 * len(pairs)


@pytest.mark.parametrize("title", ["Learning *x* and _y_", "Costs of $5 and <b>", "a|b [sic]", "Snow & Ice"])
def test_a_title_that_means_something_to_markdown_is_read_as_it_is(title: str) -> None:
    added = pubparse.add(read(INITIALS), paper(RESNET).model_copy(update={"title": title}))
    assert added.publication.title == title


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (("mars 1979", "juin 1986"), "- K. He, J. Sun. Deep Learning. *Actes*, décembre 2016."),
        (("Jan. 1979", "Jun. 1986"), "- K. He, J. Sun. Deep Learning. *Actes*, Dec. 2016."),
        (("May 1979", "Jun. 1986"), "- K. He, J. Sun. Deep Learning. *Actes*, Dec. 2016."),
        (("1979", "1986"), "- K. He, J. Sun. Deep Learning. *Actes*, 2016."),
        (("Okt. 1979", "Dez. 1986"), "- K. He, J. Sun. Deep Learning. *Actes*, 2016."),
    ],
)
def test_a_month_is_named_in_the_language_of_the_page_and_is_no_other(dates: tuple[str, ...], line: str) -> None:
    entries = (f"- P. Bourdieu, A. Sayad. Le capital {at}. *Actes*, {date}.\n" for at, date in enumerate(dates))
    record = paper("@article{x, author={He, K. and Sun, J.}, title={Deep Learning}, journal={Actes}, date={2016-12}}")
    assert fresh_lines(f"# Articles\n\n{''.join(entries)}", record) == [line]


def test_two_names_have_no_comma_before_and() -> None:
    page = "# Papers\n\n" + "".join(f"- A. Bee, C. Dee, and E. Eff. Title {at}. In CVPR 201{at}.\n" for at in range(3))
    record = paper("@inproceedings{x, author={He, K. and Sun, J.}, title={Haze}, booktitle={CVPR}, year={2009}}")
    assert fresh_lines(page, record) == ["- K. He and J. Sun. Haze. In CVPR 2009."]


def test_what_a_question_mark_hides_is_seen_behind_other_titles() -> None:
    page = INITIALS.replace("Mask R-CNN. In ICCV 2017", "Do Masks Matter? ICLR Blog 2017")
    record = paper("@inproceedings{x, author={He, K.}, title={Masks}, booktitle={ICLR Blog}, year={2017}}")
    assert fresh_lines(page, record) == ["* **K. He**. Masks. ICLR Blog 2017."]


def test_a_linked_title_stays_one_where_no_title_is_linked() -> None:
    other = pubparse.parse("# P\n\n* A. Radford, J. Wu. [Language Models](https://a.org/b.pdf). In ICML 2019.\n")
    (line,) = fresh_lines(INITIALS, other.publications[0])
    assert line == "* A. Radford and J. Wu. [Language Models](https://a.org/b.pdf). In ICML 2019."
