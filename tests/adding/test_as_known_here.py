"""A record as bibliographies have it, told as the page would: its venue, its owner, links of its identifiers."""

import pytest

import pubparse

ICCV = "{IEEE} International Conference on Computer Vision"
MEETING = f"2015 {ICCV}, {{ICCV}} 2015, Santiago, Chile, December 7-13, 2015"
YEARBOOK = "Neural Information Processing Systems"
NAACL = "the North American Chapter of the Association for Computational Linguistics"


def page_of(*venues: str) -> str:
    """Entries in these venues, one a year."""
    titles = ("Mask R-CNN", "Focal Loss for Dense Object Detection", "Guided Image Filtering", "Edge Boxes")
    lines = (
        f"- K. He, R. Girshick. {title}. In {venue}, {2017 - at}.\n"
        for at, (title, venue) in enumerate(zip(titles, venues, strict=False))
    )
    return "# Papers\n\n" + "".join(lines)


def added(page: str, booktitle: str, *, year: int, rest: str = "", author: str = "Girshick, Ross") -> pubparse.Added:
    """What comes of a paper that was given so."""
    bibtex = (
        f"@inproceedings{{x, author={{{author}}}, title={{Fast R-CNN}}, year={year}, booktitle={{{booktitle}}}{rest}}}"
    )
    (work,) = pubparse.read_bibliography(bibtex, format="bibtex").publications
    return pubparse.add(pubparse.parse(page), work)


@pytest.mark.parametrize(
    ("venues", "shown"),
    [
        (("ECCV", "CVPR", "NIPS"), "In ICCV, 2015."),
        (
            ("European Conference on Computer Vision (ECCV)", "International Conference on Machine Learning (ICML)"),
            "In IEEE International Conference on Computer Vision (ICCV), 2015.",
        ),
        (
            ("European Conference on Computer Vision", "International Conference on Machine Learning"),
            "In IEEE International Conference on Computer Vision, 2015.",
        ),
    ],
)
def test_a_venue_says_neither_when_nor_where_it_met(venues: tuple[str, ...], shown: str) -> None:
    paper = added(page_of(*venues), MEETING, year=2015)
    assert paper.publication.raw == f"- R. Girshick. Fast R-CNN. {shown}"
    assert paper.left_out == ("place",)


def test_a_yearbook_is_not_the_meeting() -> None:
    booktitle = f"Advances in {YEARBOOK} 30: Annual Conference on {YEARBOOK} 2017, December 4-9, 2017, Long Beach"
    paper = added(page_of("International Conference on Machine Learning", "ECCV"), booktitle, year=2017)
    assert paper.publication.raw == f"- R. Girshick. Fast R-CNN. In Advances in {YEARBOOK}, 2017."
    assert paper.left_out == ("volume", "place")


def test_proceedings_may_have_their_year_inside() -> None:
    booktitle = f"Proceedings of the 2018 Conference of {NAACL}, Volume 1 (Long Papers)"
    raw = added(page_of("ECCV", "CVPR"), booktitle, year=2018).publication.raw
    assert raw == f"- R. Girshick. Fast R-CNN. In Proceedings of the 2018 Conference of {NAACL}, 2018."


def test_a_venue_is_called_what_it_mostly_is() -> None:
    page = page_of("ICML", "ICML", "Conference on Computer Vision and Pattern Recognition")
    raw = added(page, "Proceedings of the 32nd International Conference on Machine Learning", year=2015).publication.raw
    assert raw == "- R. Girshick. Fast R-CNN. In ICML, 2015."


def test_the_owner_may_have_a_family_name_of_several_words() -> None:
    page = "# Papers\n\n" + "".join(
        f"- **van der Maaten, L.** and Hinton, G. (20{at}). {title}. *Machine Learning*.\n"
        for at, title in ((12, "Visualizing Non-Metric Similarities"), (10, "Learning a Parametric Embedding"))
    )
    raw = added(page, "Machine Learning", year=2014, author="van der Maaten, Laurens and LeCun, Yann").publication.raw
    assert raw.startswith("- **van der Maaten, L.** and LeCun, Y. (2014). Fast R-CNN.")


def test_stars_may_close_before_the_full_stop_of_a_name() -> None:
    page = "# Papers\n\n" + "".join(
        f"- Girshick, R., **He, K**., Dollár, P. ({2017 - at}). {title}. *ICCV*.\n"
        for at, title in enumerate(
            ("Mask R-CNN", "Focal Loss for Dense Detection", "Aggregated Residual Transformations")
        )
    )
    raw = added(page, "ICCV", year=2015, author="Ren, Shaoqing and He, Kaiming and Sun, Jian").publication.raw
    assert raw == "- Ren, S., **He, K**., Sun, J. (2015). Fast R-CNN. *ICCV*."


def test_initials_are_glued_where_names_of_several_have_them_so() -> None:
    page = "# Papers\n\n" + "".join(
        f"- Y. LeCun, G.E. Hinton, Y. Bengio, R. Girshick. {title}. In ICML, {year}.\n"
        for title, year in (("Mask R-CNN", 2017), ("Edge Boxes", 2014))
    )
    raw = added(page, "ICML", year=2015, author="Krizhevsky, Alex and Rumelhart, David E.").publication.raw
    assert raw.startswith("- A. Krizhevsky, D.E. Rumelhart.")


def test_an_identifier_is_linked_where_others_are() -> None:
    page = "# Papers\n\n" + "".join(
        f"- K. He. {title}. ICCV, {year}. DOI: [10.1109/{doi}](https://doi.org/10.1109/{doi})\n"
        for title, year, doi in (("Mask R-CNN", 2017, "ICCV.2017.322"), ("Focal Loss", 2016, "ICCV.2017.324"))
    )
    raw = added(page, "ICCV", year=2015, rest=", doi={10.1109/ICCV.2015.169}").publication.raw
    assert raw.endswith("ICCV, 2015. DOI: [10.1109/ICCV.2015.169](https://doi.org/10.1109/ICCV.2015.169)")


def test_each_entry_of_one_list_may_be_the_first() -> None:
    page = (
        page_of("ECCV", "CVPR").replace("- ", "1. ")
        + "\n## Books\n\n1. K. He. Vision. MIT Press, 2014.\n2. K. He. Nets."
    )
    assert "\n1. R. Girshick. Fast R-CNN. In ICCV, 2017.\n1. K. He, R. Girshick. Mask" in (
        added(page, "ICCV", year=2017).page.source.text
    )
