"""Identifiers on a page that prints them as whole addresses, as APA has it: put in, added and taken away so."""

import pytest

import pubparse

PAGE = """\
# Articles

Tversky, A. (1977). Features of similarity. *Psychological Review, 84*(4), 327–352. {}

Kahneman, D., & Tversky, A. (1979). Prospect theory. *Econometrica, 47*(2), 263–291. {}

Tversky, A., & Kahneman, D. (1992). Advances in prospect theory. *Journal of Risk and Uncertainty, 5*(4), 297–323.
"""
FORMS = ("https://doi.org/{}", "<https://doi.org/{}>", "http://dx.doi.org/{}")
DOIS = ("10.1037/0033-295X.84.4.327", "10.2307/1914185")
BIBTEX = """\
@article{x, author={Tversky, Amos}, title={Elimination by aspects}, journal={Psychological Review}, volume=79,
  number=4, pages={281--299}, year=1972, doi={10.1037/h0032955}}
"""


def page_in(form: str) -> pubparse.Page:
    return pubparse.parse(PAGE.format(*map(form.format, DOIS)))


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_is_added_with_its_address(form: str) -> None:
    (work,) = pubparse.read_bibliography(BIBTEX, format="bibtex").publications
    added = pubparse.add(page_in(form), work)
    assert added.publication.raw == (
        "Tversky, A. (1972). Elimination by aspects. *Psychological Review, 79*(4), 281–299. "
        + form.format("10.1037/h0032955")
    )
    assert added.left_out == ()


@pytest.mark.parametrize("form", FORMS)
def test_an_identifier_is_put_in_as_an_address(form: str) -> None:
    edit = page_in(form).edit()
    edit.set("tversky1992advances", "ids.doi", "10.1007/BF00122574")
    assert edit.to_bytes().decode().endswith(f"5*(4), 297–323. {form.format('10.1007/BF00122574')}\n")


@pytest.mark.parametrize("form", FORMS)
def test_an_identifier_is_taken_away_with_its_address(form: str) -> None:
    edit = page_in(form).edit()
    edit.set("tversky1977features", "ids.doi", "")
    assert "*Psychological Review, 84*(4), 327–352.\n" in edit.to_bytes().decode()


@pytest.mark.parametrize("form", FORMS)
def test_another_identifier_takes_the_place_of_the_old(form: str) -> None:
    edit = page_in(form).edit()
    edit.set("tversky1977features", "ids.doi", "10.1037/h0032955")
    assert edit.to_bytes().decode() == page_in(form).source.text.replace(DOIS[0], "10.1037/h0032955")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("at", [0, 1])
def test_an_entry_taken_away_comes_back_with_its_address(form: str, at: int) -> None:
    page = page_in(form)
    text, one = page.source.text, page.publications[at]
    left = pubparse.parse(text.replace(f"{one.raw}\n\n", ""))
    record = one.model_copy(update={"raw": "", "fields": {}})
    assert pubparse.add(left, record, before=left.publications[at].id).page.source.text == text


@pytest.mark.parametrize("form", FORMS)
def test_a_list_like_itself_keeps_its_addresses(form: str) -> None:
    page = page_in(form)
    assert pubparse.restyle(page, like=page).page.source.text == page.source.text


def test_an_address_is_told_as_the_page_tells_it() -> None:
    record = page_in("https://doi.org/{}").publications[0]
    text = pubparse.add(
        page_in("doi:{}."), record.model_copy(update={"title": "Elimination by aspects"})
    ).publication.raw
    assert text.endswith("*Psychological Review, 84*(4), 327–352. doi:10.1037/0033-295X.84.4.327.")


def test_an_address_that_shows_itself_leads_where_it_says() -> None:
    entries = (
        "- K. He, J. Sun. Guided Image Filtering. ECCV, 2010. **Code:** [https://x.org/{0}](https://x.org/{0})",
        "- K. He, X. Tang. Fast Matting. CVPR, 2010. **Code:** [https://x.org/{0}](https://x.org/{0})",
        "- X. Chen, K. He. Exploring Siamese Learning. CVPR, 2021. **Code:** [https://x.org/{0}](https://x.org/{0})",
    )
    first, second, third = (entry.format(name) for entry, name in zip(entries, ("gif", "matting", "siam"), strict=True))
    page, other = (pubparse.parse(f"# Papers\n\n{text}\n") for text in (f"{first}\n{second}", third))
    assert pubparse.add(page, other.publications[0]).publication.raw == third
