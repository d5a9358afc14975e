"""What one entry has, or one name alone, and what an added entry makes of it."""

import pubparse

ICCV = (
    """@inproceedings{x, author={Girshick, Ross and He, Kaiming}, title={Fast R-CNN}, booktitle={ICCV}, year=2015%s}"""
)


def raw(page: str, rest: str = "", bibtex: str = ICCV) -> str:
    (work,) = pubparse.read_bibliography(bibtex % rest, format="bibtex").publications
    return pubparse.add(pubparse.parse(page), work).publication.raw


def test_what_is_around_one_name_alone_is_around_all() -> None:
    page = """# Papers

- Deep Nets<br>
  <b>J. Sun</b><br> Nature, 2015
- Mask R-CNN<br>
  <b>K. He, P. Dollár</b><br> ICCV 2014
- Guided Image Filters<br>
  <b>K. He, X. Tang</b><br> ICCV 2013
"""
    assert raw(page) == "- Fast R-CNN<br>\n  <b>R. Girshick, K. He</b><br> ICCV 2015"


def test_a_year_said_twice_in_one_entry_is_said_where_others_say_it() -> None:
    page = "# Papers\n\n" + "".join(
        f"- He, K. & Sun, J. ({year}). {title}. *Pattern Analysis*{rest}.\n"
        for year, title, rest in (
            (2017, "Mask R-CNN", ", 39(2), 14–27"),
            (2015, "Guided Image Filters", ", May 2015"),
            (2013, "Optimized Product Quantization", ", 36(4), 744–755"),
        )
    )
    assert raw(page).startswith("- Girshick, R. & He, K. (2015). Fast R-CNN.")


def test_all_names_may_end_with_an_initial() -> None:
    page = """# Papers

- He, K, Sun, J, Ren, S, Tang, X. Guided Filters. ICCV 2013.
- Girshick, R, He, K, Dollar, P, Gkioxari, G. Mask R-CNN. ICCV 2012.
"""
    assert raw(page) == "- Girshick, R, He, K. Fast R-CNN. ICCV 2015."


def test_a_place_of_initials_keeps_its_full_stop() -> None:
    page = "# Papers\n\n" + "".join(
        f"- K. He, J. Sun. {title}. {venue}, {place}, {year}.\n"
        for title, venue, place, year in (
            ("Mask R-CNN", "ICCV", "Venice, Italy", 2017),
            ("Guided Image Filters", "ECCV", "Amsterdam, Netherlands", 2016),
        )
    )
    shown = "- R. Girshick, K. He. Fast R-CNN. ICCV, Washington D.C., 2015."
    assert raw(page, ", address={Washington D.C}") == shown
