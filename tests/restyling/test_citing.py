"""A page in a citation style: the reference as the style has it, and behind it what else the entry says."""

import pytest
from restyled_pages import FULL, INITIALS, read, text_of

import pubparse
from pubparse import UsageError

APA = [
    "1. **He, K.**\\*, Chen, X.\\*, & Girshick, R. (2022). [Masked Autoencoders Are Scalable Vision Learners]"
    "(https://arxiv.org/abs/2111.06377). *CVPR*. (Oral). [[code](https://github.com/facebookresearch/mae)]",
    "2. **He, K.**, Gkioxari, G., Dollár, P., & Girshick, R. (2017). Mask R-CNN. *ICCV*.",
    "3. **He, K.**, Sun, J., & Tang, X. (2013). Guided Image Filtering. *IEEE TPAMI*, *35*(6), 1397–1409.",
]


def test_the_reference_and_what_else_the_entry_says() -> None:
    done = pubparse.restyle(read(INITIALS), style="apa")
    was, now = INITIALS.splitlines(), text_of(done).splitlines()
    assert [new for old, new in zip(was, now, strict=True) if old != new] == APA
    assert done.kept == ()


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago", "vancouver"])
def test_a_second_time_changes_nothing(style: str) -> None:
    done = pubparse.restyle(read(INITIALS), style=style)
    assert done.edits
    assert pubparse.restyle(done.page, style=style).edits == ()


def test_no_name_is_cut_off() -> None:
    names = ", ".join(f"{letter}. Author{letter.lower()}" for letter in "ABCDEFGHIJ")
    page = f"# P\n\n* **K. He**, {names}. Reading Many Names Aloud. In CVPR 2009.\n"
    assert "J. Authorj" in text_of(pubparse.restyle(read(page), style="ieee"))


def test_initials_without_stops_are_all_written() -> None:
    page = FULL.replace("Jian Sun", "JA Sun")
    assert "Sun, J. A." in text_of(pubparse.restyle(read(page), style="apa"))


def test_markup_in_a_title_stays() -> None:
    page = FULL.replace("*Guided Image Filtering*", "Guided $k$-Means and <i>E. coli</i> Filtering")
    assert "Guided $k$-Means and <i>E. coli</i> Filtering" in text_of(pubparse.restyle(read(page), style="apa"))


def test_what_the_style_does_not_print_keeps_the_entry_or_is_dropped_if_asked() -> None:
    page = read(FULL.replace("ECCV, 2010.", "ECCV, pages 1–14. Springer, 2010."))
    (kept,) = pubparse.restyle(page, style="apa").kept
    assert (kept.publication.line, kept.reason) == (4, "the style does not print publisher")
    done = pubparse.restyle(page, style="apa", drop=True)
    assert done.kept == ()
    assert [one.values for one in done.left_out if "publisher" in one.values] == [("publisher", "given names in full")]


def test_no_such_style() -> None:
    with pytest.raises(UsageError, match="there is no citation style"):
        pubparse.restyle(read(FULL), style="nobody")


@pytest.mark.parametrize("sign", ["*", "_"])
def test_an_emphasis_around_venue_and_year_leaves_nothing_behind(sign: str) -> None:
    page = f"* Guided Filtering<br>\n  **K. He**, J. Sun<br>\n  {sign}ECCV 2010{sign} · **Oral** · [PDF](a.pdf)\n"
    entry = "* **He, K.**, & Sun, J. (2010). Guided Filtering. *ECCV*. **Oral** · [PDF](a.pdf)"
    assert entry in text_of(pubparse.restyle(read(page), style="apa"))


def test_what_would_be_read_is_told_as_a_person_knows_it() -> None:
    page = "* **K. He**, J. Sun. *Guided Image Filtering*. IEEE TPAMI, 35(6):1–40, 2013.\n"
    (kept,) = pubparse.restyle(read(page), style="vancouver").kept
    assert kept.reason == "venue.name would read as 'TPAMI', not 'IEEE TPAMI'"


def test_an_address_that_the_reference_tells_stands_there_once() -> None:
    page = pubparse.parse(
        "# Articles\n\nTversky, A. (1977). Features of similarity. *Psychological Review, 84*(4), 327–352. "
        "https://doi.org/10.1037/0033-295X.84.4.327\n"
    )
    text = pubparse.restyle(page, style="ieee").page.source.text
    assert text.endswith("pp. 327–352, 1977, doi: 10.1037/0033-295X.84.4.327.\n")
