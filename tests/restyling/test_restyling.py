"""Restyling a page: its entries are written as another page's are, what is around them stays, and nothing is lost."""

from itertools import product
from pathlib import Path

import pytest
from restyled_pages import FULL, INITIALS, read, text_of

import pubparse
from pubparse import Restyled, UsageError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"

AS_APA = """\
# Publications

- Vaswani, A., Shazeer, N., & **Parmar, N.** (2017). Attention is all you need. In *Advances in Neural Information Processing Systems* (pp. 5998–6008).
- **Parmar, N.**, & Vaswani, A. (2018). Image transformer. In *International Conference on Machine Learning* (pp. 4055–4064).
- Hochreiter, S., & **Parmar, N.** (1997). Long short-term memory. *Neural Computation*, *9*(8), 1735–1780.
"""  # noqa: E501
LINES = """\
# Papers

10. **Fast R-CNN**<br>
    <u>Ross Girshick</u><br>
    *ICCV*, 2015
11. **Mask R-CNN**<br>
    Kaiming He, <u>Ross Girshick</u><br>
    *ICCV*, 2017
"""

IN_ONE = """\
# Papers

* BERT: Pre-training of Deep Bidirectional Transformers  
  J. Devlin, **K. Toutanova**  
  *NAACL 2019* · **Best Long Paper** · [PDF](https://aclanthology.org/N19-1423.pdf)
* Natural Questions: A Benchmark  
  T. Kwiatkowski, **K. Toutanova**  
  *TACL 2019* · [PDF](https://aclanthology.org/Q19-1026.pdf)
"""  # noqa: W291
ARTICLE = """# Papers

- **Turing, A. M.** (1950). Computing machinery and intelligence. *Mind*, *59*(236), 433–460.
"""


def restyled(page: str, like: str, *, drop: bool = False) -> Restyled:
    return pubparse.restyle(read(page), like=read(like), drop=drop)


def test_entries_are_written_as_the_other_page_does_and_all_else_stays() -> None:
    done = restyled(INITIALS, AS_APA)
    was, now = INITIALS.splitlines(), text_of(done).splitlines()
    assert [new for old, new in zip(was, now, strict=True) if old != new] == [
        "1. **He, K.**\\*, Chen, X.\\*, & Girshick, R. (2022). [Masked Autoencoders Are Scalable Vision Learners]"
        "(https://arxiv.org/abs/2111.06377). In *CVPR* (Oral). [code](https://github.com/facebookresearch/mae)",
        "2. **He, K.**, Gkioxari, G., Dollár, P., & Girshick, R. (2017). Mask R-CNN. In *ICCV*.",
        "3. **He, K.**, Sun, J., & Tang, X. (2013). Guided Image Filtering. *IEEE TPAMI*, *35*(6), 1397–1409.",
    ]
    assert not (done.kept or done.left_out)


def edited(text: str, done: Restyled) -> str:
    for span, new in reversed(done.edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def test_the_edits_make_the_page() -> None:
    done = restyled(INITIALS, AS_APA)
    assert edited(INITIALS, done) == text_of(done)


def test_lines_are_moved_in_as_the_page_has_them() -> None:
    lines = text_of(restyled(FULL, LINES)).splitlines()
    assert lines[2:5] == [
        "* **Single Image Haze Removal**<br>",
        "  <u>Kaiming He</u>, Jian Sun<br>",
        "  *CVPR*, 2009",
    ]


def test_html_has_tags_where_markdown_has_stars() -> None:
    page = "# Papers\n\n<ul>\n<li><b>K. He</b>, J. Sun. Single Image Haze Removal. In CVPR 2009.</li>\n</ul>\n"
    entry = "<b>He, K.</b>, & Sun, J. (2009). Single Image Haze Removal. In <i>CVPR</i>."
    assert f"<li>{entry}</li>" in text_of(restyled(page, AS_APA))


def test_given_names_are_cut_and_that_is_told() -> None:
    done = restyled(FULL, AS_APA)
    assert "* **He, K.**, & Sun, J. (2009). Single Image Haze Removal." in text_of(done)
    assert [one.values for one in done.left_out] == [("given names in full",)] * 3


def test_names_are_never_made_longer() -> None:
    assert "**K. He**, G. Gkioxari, P. Dollár, R. Girshick. *Mask R-CNN*" in text_of(restyled(INITIALS, FULL))


def test_a_page_like_itself_loses_what_is_unlike_the_rest() -> None:
    even = f"{FULL}* **Kaiming He**, Jian Sun. *Fast Matting*. CVPR, 2010.\n* **Kaiming He**. *Hashing*. CVPR, 2013.\n"
    odd = even.replace("Sun. *Guided Image Filtering*.", "Sun, *Guided Image Filtering*,")
    assert text_of(restyled(odd, odd)) == even
    assert restyled(even, even).page is read(even)


def test_what_the_style_does_not_print_is_written_all_the_same_or_dropped_if_asked() -> None:
    page = FULL.replace("ECCV, 2010.", "ECCV, 1–14. Springer, 2010.")
    done = restyled(page, FULL)
    assert {(one.pages, one.publisher) for one in done.page.publications} == {(None, None), ("1–14", "Springer")}
    dropped = restyled(page, FULL, drop=True)
    assert text_of(dropped) == FULL
    assert [(one.publication.line, one.values) for one in dropped.left_out] == [(4, ("pages", "publisher"))]


def test_a_year_that_a_heading_tells_is_not_said_again() -> None:
    page = "# Papers\n\n## 2009\n\n* **K. He**, J. Sun. Haze Removal of Images. In CVPR.\n"
    assert "* **K. He**, J. Sun. *Haze Removal of Images*. CVPR." in text_of(restyled(page, FULL))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("* <!-- draft --> **K. He**, <!-- todo --> J. Sun. Haze Removal of Images. In CVPR 2009.", "<!-- todo -->"),
        ("| **K. He**, J. Sun | Haze Removal of Images | CVPR | 2009 |", "a row of a table"),
    ],
)
def test_what_cannot_be_written_so_is_left_and_told(entry: str, reason: str) -> None:
    table = "| Authors | Title | Venue | Year |\n|--|--|--|--|\n" if entry.startswith("|") else ""
    page = f"# Publications\n\n{table}{entry}\n"
    done = restyled(page, AS_APA)
    assert text_of(done) == page
    (kept,) = done.kept
    assert reason in kept.reason
    assert kept.publication.line == page[: page.index(entry)].count("\n") + 1


def test_headings_and_what_is_not_read_surely_are_left_alone() -> None:
    page = pubparse.parse_file(FIXTURES / "headings-french.md")
    done = pubparse.restyle(page, like=read(AS_APA))
    assert done.page is page
    reasons = {kept.publication.confidence > 0.5: kept.reason.partition(":")[0] for kept in done.kept}
    assert reasons == {
        True: "it has a heading of its own, which the style has not",
        False: "it is not read surely enough",
    }


PAGES = ("apa", "initials-first", "several-lines", "nested-bullets", "html-italian", "references-korean")


@pytest.mark.parametrize(("name", "other"), list(product(PAGES, ("apa", "initials-first", "several-lines"))))
def test_no_record_is_another_and_a_second_time_changes_nothing(name: str, other: str) -> None:
    page, like = (pubparse.parse_file(FIXTURES / f"{one}.md") for one in (name, other))
    done = pubparse.restyle(page, like=like)
    again = pubparse.restyle(done.page, like=done.page if name == other else like)
    assert again.edits == ()
    assert edited(page.source.text, done) == text_of(done)
    for old, new in zip(page.publications, done.page.publications, strict=True):
        assert (new.title, new.year, new.volume, new.ids.doi) == (old.title, old.year, old.volume, old.ids.doi)
        assert [one.family for one in new.authors] == [one.family for one in old.authors]
        assert [one.roles for one in new.authors] == [one.roles for one in old.authors]
        assert {link.url for link in old.links} <= {link.url for link in new.links}


REFS = pubparse.read_bibliography("@article{a, title={Deep learning}, year=2015}", format="bibtex")


@pytest.mark.parametrize(
    "given", [{}, {"like": read(FULL), "style": "apa"}, {"like": read("# Nothing\n")}, {"like": REFS}]
)
def test_no_style_or_two(given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        pubparse.restyle(read(FULL), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("sign", ["*", "_"])
def test_one_emphasis_around_several_values_is_closed_behind_the_last(sign: str) -> None:
    like = IN_ONE.replace("*NAACL 2019*", f"{sign}NAACL 2019{sign}").replace("*TACL 2019*", f"{sign}TACL 2019{sign}")
    entry = f"  **A. M. Turing**  \n  {sign}Mind, 59(236), 433–460, 1950{sign}\n"
    assert text_of(restyled(ARTICLE, like)).endswith(entry)
    linked = ARTICLE.replace("460.", "460. https://doi.org/10.1093/mind/LIX.236.433")
    assert f"1950{sign}. https://doi.org" in text_of(restyled(linked, like))


def test_markdown_of_another_page_is_tags_in_html() -> None:
    page = "# Papers\n\n<ul>\n<li><b>K. He</b>, J. Sun. Single Image Haze Removal. In CVPR 2009.</li>\n</ul>\n"
    like = IN_ONE.replace("*NAACL 2019*", "_NAACL 2019_").replace("*TACL 2019*", "_TACL 2019_")
    entry = "Single Image Haze Removal<br>\n<b>K. He</b>, J. Sun<br>\n<i>CVPR 2009</i>"
    assert entry in text_of(restyled(page, like)).replace("\n    ", "\n")


def test_the_label_of_what_an_entry_does_not_have_is_not_written() -> None:
    like = '# P\n\n* **K. He**, J. Sun. "Guided Filtering." *PAMI*, 35(6):1397–1409, 2013. doi:10.1109/TPAMI.2012.213\n'
    done = restyled(ARTICLE, like)
    assert '"Computing machinery and intelligence." *Mind*, 59(236):433–460, 1950.\n' in text_of(done)


def test_a_colon_before_pages_is_only_behind_a_number() -> None:
    like = FULL.replace("ECCV, 2010.", "IEEE TPAMI, 35(6):1397–1409, 2010.")
    page = "# P\n\n* K. He, J. Sun: Haze Removal of Images. In: CVPR, pp. 1956–1963 (2009)\n"
    assert "*Haze Removal of Images*. CVPR, pp. 1956–1963, 2009." in text_of(restyled(page, like))


ABBREVIATED = """\
# Papers

[1] L. Lamport, "The part-time parliament," *ACM Trans. Comput. Syst.*, vol. 16, no. 2, pp. 133–169, May 1998.

[2] L. Lamport and R. Shostak, "Byzantine generals," *ACM Trans. Program. Lang. Syst.*, vol. 4, no. 3, pp. 1–40, 1982.
"""


def test_the_full_stop_of_an_abbreviated_venue_goes_with_it() -> None:
    page = ARTICLE.replace("**Turing, A. M.**", "Turing, A. M.")
    assert 'machinery and intelligence," *Mind*, vol. 59,' in text_of(restyled(page, ABBREVIATED))
    assert "*ACM Trans. Program. Lang. Syst.*, *4*(3), 1–40" in text_of(restyled(ABBREVIATED, ARTICLE))
    assert "*ACM Trans. Program. Lang. Syst.*, *4*(3), 1–40." in text_of(
        pubparse.restyle(read(ABBREVIATED), style="apa")
    )


def test_a_bibliography_is_not_edited() -> None:
    (work,) = REFS.publications
    with pytest.raises(UsageError, match="not edited"):
        pubparse.restyle(REFS, like=read(FULL))
    with pytest.raises(UsageError, match="not edited"):
        pubparse.add(REFS, work)


def test_an_owner_who_is_told_by_dress_alone_is_not_lost() -> None:
    page = "* A. Turing, **A. Church**. *Computability of Functions*. JSL, 1937.\n"
    like = pubparse.parse("* A. Turing. Computing Machinery and Intelligence. Mind, 1950.\n", owner="A. Turing")
    (kept,) = pubparse.restyle(read(page), like=like).kept
    assert kept.reason == "the style does not print which author is the owner"
