"""Where entries have words behind them, stand in tags, or name a server by its link, and what is added there."""

import pytest

import pubparse

FAST = """@inproceedings{x, author={Girshick, Ross and He, Kaiming}, title={Fast R-CNN}, booktitle={ICCV}, year=2015}"""


def text(page: str, bibtex: str = FAST) -> str:
    """The page with the paper."""
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    return pubparse.add(pubparse.parse(page), work).page.source.text


@pytest.mark.parametrize("form", ["> {}.", "<details><summary>Abstract</summary>{}.</details>"])
def test_what_tells_of_an_entry_stays_behind_it(form: str) -> None:
    first, last = (
        form.format(words)
        for words in (
            "A branch for masks is added to a detector of objects",
            "The output of this filter is a linear transform of a guide",
        )
    )
    page = f"""# Papers

- K. He, J. Sun. Mask Networks. ICCV, 2017.

{first}

- K. He, X. Tang. Guided Image Filters. ICCV, 2013.

{last}

# Teaching
"""
    added = "- R. Girshick, K. He. Fast R-CNN. ICCV, {}."
    assert text(page) == page.replace("- K. He, X", f"{added.format(2015)}\n\n- K. He, X")
    assert text(page, FAST.replace("2015", "2012")) == page.replace("# Teach", f"{added.format(2012)}\n\n# Teach")


def test_an_entry_among_tags_is_written_in_tags() -> None:
    page = """# Papers

## Conferences

<ul>
<li>K. He, J. Sun. <em>Guided Image Filters</em>. ECCV, 2014.</li>
<li>K. He, X. Tang. <em>Haze Removal</em>. CVPR, 2013.</li>
</ul>

## Journals

- K. He, J. Sun. *Residual Nets*. Nature, 2014.
- K. He, P. Dollár. *Focal Losses*. Science, 2013.
- K. He, G. Gkioxari. *Mask Networks*. Science, 2012.
"""
    assert "<li>R. Girshick, K. He. <em>Fast R-CNN</em>. ICCV, 2015.</li>\n<li>K. He" in text(page)


def test_a_preprint_names_its_server_where_others_do() -> None:
    page = "# Papers\n\n" + "".join(
        f"- K. He. {title}. {year}. [[paper](https://arxiv.org/abs/{number})]\n"
        for title, year, number in (("Mask R-CNN", 2017, "1703.06870"), ("Deep Residual Nets", 2016, "1512.03385"))
    )
    fast = (
        "@misc{x, author={Girshick, Ross}, title={Fast R-CNN}, year=2015, eprint={1504.08083}, archiveprefix={arXiv}}"
    )
    shown = "- R. Girshick. Fast R-CNN. 2015. [[paper](https://arxiv.org/abs/1504.08083)]"
    assert shown in text(page, fast)


def test_a_value_that_would_not_be_read_is_left_out() -> None:
    papers = ("K. He, J. Sun. Mask R-CNN. ICCV, IEEE, 2017", "K. He, P. Dollár. Focal Loss. ICCV, IEEE, 2016")
    page = "# Papers\n\n" + "".join(f"- {paper}.\n" for paper in papers)
    (work,) = pubparse.read_bibliography(FAST.replace("year", "publisher={Xyz}, year"), format="bibtex").publications
    added = pubparse.add(pubparse.parse(page), work)
    assert added.left_out == ("publisher",)
    assert added.publication.raw == "- R. Girshick, K. He. Fast R-CNN. ICCV, 2015."
