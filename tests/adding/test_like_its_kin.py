"""What an entry has of those most like it: the same people, venues, pictures and counts; what stands beside it."""

from pathlib import Path

import pytest

import pubparse

CARDS = Path(__file__).parents[1] / "fixtures" / "pages" / "cards.md"
HE = "author={He, Kaiming and Sun, Jian}"
OWNER = "# Kaiming He\n\n"


def fresh(page: str, bibtex: str) -> str:
    """The one line that an addition puts in."""
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    before = page.splitlines()
    (line,) = (
        line for line in pubparse.add(pubparse.parse(page), work).page.source.text.splitlines() if line not in before
    )
    return line


def again(page: str, at: int) -> bool:
    """Whether an entry that is taken away comes back byte for byte."""
    read = pubparse.parse(page)
    before, one = read.publications[at - 1 : at + 1]
    left = pubparse.parse(page[: before.span.end] + page[one.span.end :])
    record = one.model_copy(update={"raw": "", "fields": {}})
    return pubparse.add(left, record, after=before.id).page.source.text == page


def papers(*names: str, title: str = "Deep Learning {}", rest: str = "In CVPR 201{}.") -> str:
    """Entries with these authors, one a year."""
    return "".join(f"* {some}. {title.format(at)}. {rest.format(9 - at)}\n\n" for at, some in enumerate(names))


def test_somebody_is_dressed_as_elsewhere() -> None:
    page = OWNER + papers(
        "**K. He**, <ins>J. Sun</ins>", "<ins>J. Sun</ins>, **K. He**", "R. Girshick, **K. He**, P. Dollár"
    )
    bibtex = f"@inproceedings{{x, title={{Hashing}}, {HE}, booktitle={{CVPR}}, year={{2013}}}}"
    assert fresh(page, bibtex) == "* **K. He**, <ins>J. Sun</ins>. Hashing. In CVPR 2013."


def test_a_mark_brings_no_end_of_what_is_around_another_name() -> None:
    legend = "\\* equal contribution\n\n"
    page = OWNER + legend + papers("<ins>J. Sun</ins>\\*, **K. He**", "**K. He**, X. Tang", "**K. He**, S. Ren")
    other = pubparse.parse(legend + "* X. Zhang, K. He\\*. Image Nets. In CVPR 2012.\n").publications[0]
    text = pubparse.add(pubparse.parse(page), other).page.source.text
    assert "* X. Zhang, **K. He**\\*. Image Nets. In CVPR 2012." in text


def test_what_nobody_sees_stays_between_a_name_and_its_stars() -> None:
    page = OWNER + papers(*["J. Sun, **<u>\u200bK. He\u200b</u>**"] * 3)
    assert again(page, 1)


def test_the_first_name_alone_may_have_the_family_name_ahead() -> None:
    page = papers(
        "He, Kaiming, Jian Sun, and Xiaoou Tang",
        "Sun, Jian, Kaiming He, and Shaoqing Ren",
        "Girshick, Ross, Kaiming He, and Jian Sun",
    )
    assert again(page, 1)


def test_lists_of_attributes_are_left_alone() -> None:
    page = papers(*["K. He, J. Sun"] * 3, title='[Deep Learning {}](https://a.org){{target="_blank"}}')
    assert again(page, 1)


@pytest.mark.parametrize("signs", ["***", "**", "*"])
def test_stars_are_closed_by_as_many(signs: str) -> None:
    assert again(papers(*["K. He, J. Sun"] * 3, title=f"{signs}Deep Learning {{}}{signs}"), 1)


def test_a_volume_has_its_issue_where_one_alone_has_none() -> None:
    page = papers("K. He, J. Sun", "K. He, X. Tang") + "* K. He, J. Sun. Dark Channels. Neuron, 33:2341–2353, 2010.\n"
    places = "volume={35}, number={6}, pages={1--9}, year={2013}"
    article = f"@article{{x, title={{Filters}}, {HE}, journal={{Nature}}, {places}}}"
    assert fresh(page, article) == "* K. He, J. Sun. Filters. Nature, 35(6):1–9, 2013."


@pytest.mark.parametrize(("pages", "shown"), [("7--9", "pp. 7–9"), ("7", "p. 7")])
def test_one_page_is_not_named_as_several(pages: str, shown: str) -> None:
    entries = ("pp. 770–778", "pp. 1–9", "pp. 5–8", "p. 3", "p. 12")
    page = "".join(f"* K. He, J. Sun. Title {at}. In CVPR, 201{9 - at}, {one}.\n\n" for at, one in enumerate(entries))
    bibtex = f"@inproceedings{{x, title={{Hashing}}, {HE}, booktitle={{CVPR}}, year={{2013}}, pages={{{pages}}}}}"
    assert fresh(page, bibtex) == f"* K. He, J. Sun. Hashing. In CVPR, 2013, {shown}."


def test_links_keep_their_order_where_some_entry_has_it() -> None:
    def links(*labels: str) -> str:
        return " ".join(f"[{label}](https://{label}.org/{len(labels)})" for label in labels)

    orders = (
        ("pdf", "code", "slides"),
        ("pdf", "slides", "code"),
        ("pdf", "code", "slides"),
        ("pdf", "slides", "code"),
    )
    page = "".join(
        f"* K. He, J. Sun. Title {at}. In CVPR 201{9 - at}. {links(*order)}\n\n" for at, order in enumerate(orders)
    )
    assert again(page, 1) and again(page, 2)


def test_a_gap_is_as_beside_it() -> None:
    entries = papers(*["K. He, J. Sun"] * 8).rstrip("\n").split("\n\n")
    assert again("\n\n\n".join(entries[:4]) + "\n\n" + "\n\n".join(entries[4:]) + "\n", 2)


def test_pictures_are_named_after_the_number() -> None:
    page = pubparse.parse(CARDS.read_text("utf-8"))
    number = page.publications[1].ids.arxiv
    record = page.publications[1].model_copy(update={"raw": "", "fields": {}})
    start, end = page.publications[0].span.end, page.publications[1].span.end
    left = pubparse.parse(page.source.text[:start] + page.source.text[end:])
    assert f"src='images/{number}.png'" in pubparse.add(left, record).page.source.text


def test_a_work_without_a_number_gets_no_picture_of_another() -> None:
    page = pubparse.parse(CARDS.read_text("utf-8"))
    bibtex = f"@inproceedings{{x, title={{Hashing}}, {HE}, booktitle={{ICML}}, year={{2017}}, doi={{10.1109/2}}}}"
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    text = pubparse.add(page, work).page.source.text
    assert text.count(".png") == page.source.text.count(".png")


@pytest.mark.parametrize(
    ("number", "shown"),
    [("10-7654321", "Korean Patent 10-7654321"), ("WO2014123456A1", '." WO2014123456A1')],
)
def test_an_office_names_its_own_patents_alone(number: str, shown: str) -> None:
    page = '- A. Bee. "Method for Inversion." Korean Patent 10-1234567, 2019.\n'
    bibtex = f"@patent{{x, author={{Bee, A.}}, title={{Method for Folding}}, number={{{number}}}, year={{2020}}}}"
    line = fresh(f'# Patents\n\n{page}- A. Bee. "Method for Unrolling." Korean Patent 10-1234568, 2018.\n', bibtex)
    assert shown in line
    assert ("Korean" in line) == shown.startswith("Korean")


def test_editors_are_written_as_editors_are() -> None:
    page = """\
# Chapters

Tversky, A., & Kahneman, D. (1982). Evidential impact of base rates. In D. Kahneman, P. Slovic, & A. Tversky (Eds.), \
*Judgment under uncertainty* (pp. 153–160). Cambridge University Press.

Kahneman, D., Slovic, P., & Tversky, A. (Eds.). (1982). *Judgment under uncertainty*. Cambridge University Press.
"""
    bibtex = (
        "@incollection{x, author={Rumelhart, D. E. and Hinton, G. E.}, title={Learning internal representations},"
        " editor={Rumelhart, D. E. and McClelland, J. L. and Feldman, J. A.}, year=1986, pages={318--362},"
        " booktitle={Parallel distributed processing}, publisher={MIT Press}}"
    )
    assert fresh(page, bibtex) == (
        "Rumelhart, D. E., & Hinton, G. E. (1986). Learning internal representations. In D. E. Rumelhart,"
        " J. L. McClelland, & J. A. Feldman (Eds.), *Parallel distributed processing* (pp. 318–362). MIT Press."
    )
    book = "@book{x, editor={Leslie Smith and Fiona Gray}, title={Readings}, publisher={MIT Press}, year=1986}"
    assert fresh(page, book) == "Smith, L., & Gray, F. (Eds.). (1986). *Readings*. MIT Press."


def test_names_in_han_tell_nothing_of_initials() -> None:
    entries = (
        "- **Lin, C.-J.**, and Chang, C.-C. (2011). LIBSVM: A library for support vector machines. *TIST*, 2(3), 27.",
        "- **Lin, C.-J.** (2007). Projected gradient methods. *Neural Computation*, 19(10), 2756.",
        "- 林智仁、張智忠、許志偉、范榮恩、王詩凱、陳碧君、黃瑞凱 (2005)。支持向量機。*計算機學報*, 28(1), 1.",
    )
    page = pubparse.parse("# Papers\n\n" + "\n".join(entries) + "\n")
    text = """@article{x, author={Hsu, Chih-Wei and Lin, Chih-Jen}, title={A comparison of methods}, journal={TNN},
      volume={13}, number={2}, pages={415}, year={2002}}"""
    fresh = pubparse.add(page, pubparse.read_bibliography(text, format="bibtex").publications[0]).publication
    assert fresh.raw.startswith("- Hsu, C.-W., and **Lin, C.-J.** (2002)")


def test_a_journal_cut_word_by_word_ends_with_a_full_stop_as_others_do() -> None:
    entries = (
        "- S. Osher and J. Sethian. Fronts propagating. *J. Comput. Phys.*, 79:12, 1988.",
        "- S. Osher. A level set formulation. *SIAM J. Math. Anal.*, 24:1145, 1993.",
    )
    page = pubparse.parse("# Papers\n\n" + "\n".join(entries) + "\n")
    for journal, shown in (("SIAM J. Numer. Anal", "SIAM J. Numer. Anal."), ("J. Uncertainty Quantification",) * 2):
        text = f"""@article{{x, author={{Osher, S. and Shu, C.}}, title={{High-order schemes}}, journal={{{journal}}},
          volume={{28}}, pages={{907}}, year={{1991}}}}"""
        fresh = pubparse.add(page, pubparse.read_bibliography(text, format="bibtex").publications[0]).publication
        assert fresh.raw == f"- S. Osher and C. Shu. High-order schemes. *{shown}*, 28:907, 1991."
