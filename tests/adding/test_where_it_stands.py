"""Where a paper goes on a page whose headings are years: under its own, whether entries print the year or not."""

import pytest

import pubparse

ENTRIES = {
    2022: "- X. Chen, K. He. Masked Autoencoders Are Scalable Vision Learners. In *CVPR*, 2022.",
    2017: "- K. He, R. Girshick. Mask R-CNN. In *ICCV*, 2017.",
    2012: "- K. He, J. Sun. Statistics of Patch Offsets for Image Completion. In *ECCV*, 2012.",
}
FRESH = "- S. Ren, K. He. Faster R-CNN. In *NIPS*, {year}."


def page_of(heading: str) -> pubparse.Page:
    sections = (f"{heading.format(year=year)}\n\n{entry}" for year, entry in ENTRIES.items())
    return pubparse.parse("# Publications\n\n" + "\n\n".join(sections) + "\n")


def paper(year: int) -> pubparse.Publication:
    authors, title = "Ren, Shaoqing and He, Kaiming", "Faster R-CNN"
    text = f"@inproceedings{{x, author={{{authors}}}, title={{{title}}}, booktitle={{NIPS}}, year={{{year}}}}}"
    return pubparse.read_bibliography(text, format="bibtex").publications[0]


@pytest.mark.parametrize("heading", ["## {year}", "## Year {year}", "**{year}**"])
@pytest.mark.parametrize("year", [2023, 2015, 2009])
def test_a_year_that_has_no_heading_gets_one(heading: str, year: int) -> None:
    text = pubparse.add(page_of(heading), paper(year)).page.source.text
    own, entry = heading.format(year=year), FRESH.format(year=year)
    assert f"{own}\n\n{entry}\n" in text
    headings = [line for line in text.splitlines() if line and line[0] in "#*"]
    years = sorted((*ENTRIES, year), reverse=True)
    assert headings == ["# Publications", *(heading.format(year=one) for one in years)]


@pytest.mark.parametrize("heading", ["## {year}", "## Year {year}"])
def test_a_year_that_has_a_heading_stands_under_it(heading: str) -> None:
    text = pubparse.add(page_of(heading), paper(2017)).page.source.text
    assert f"{heading.format(year=2017)}\n\n{FRESH.format(year=2017)}\n" in text


def test_one_entry_of_another_year_leaves_a_heading_what_it_is() -> None:
    page = pubparse.parse(page_of("## {year}").source.text.replace("*ECCV*, 2012", "*ECCV*, 2011"))
    text = pubparse.add(page, paper(2015)).page.source.text
    assert f"## 2015\n\n{FRESH.format(year=2015)}\n\n## 2012\n" in text


def test_a_section_without_a_year_takes_no_paper_of_another_kind() -> None:
    preprint = "- K. He. Neural Shapes. *arXiv preprint arXiv:1912.00001*, 2019."
    text = page_of("## {year}").source.text.replace(
        "# Publications\n", f"# Publications\n\n## Preprints\n\n{preprint}\n"
    )
    added = pubparse.add(pubparse.parse(text), paper(2015))
    assert added.publication.section == ("Publications", "2015")


def test_the_oldest_year_of_a_list_stands_before_the_next_list() -> None:
    book = "- K. He. Seeing Shapes. MIT Press, 2020."
    text = page_of("## {year}").source.text.replace("# Publications", "# Papers") + f"\n# Books\n\n{book}\n"
    added = pubparse.add(pubparse.parse(text), paper(2009))
    assert added.publication.section == ("Papers", "2009")
    assert added.page.publications[-1].section == ("Books",)


def test_a_heading_that_tells_when_a_list_begins_is_none_of_its_year() -> None:
    text = "## Since 2012\n\n" + "\n".join(ENTRIES.values()) + "\n"
    added = pubparse.add(pubparse.parse(text), paper(2015))
    assert added.publication.section == ("Since 2012",)
