"""BibTeX for ORCID: plain, and with something to find the work by."""

from exporters.bib import by_bibtexparser
from exporters.works import NOWHERE, fixture_pages, person, publication

import pubparse

FIELDS = set(
    "author title journal booktitle school institution howpublished publisher address edition editor volume number "
    "series pages year month note type doi eprint archiveprefix url isbn issn".split()
)


def test_latin_is_ascii_and_other_scripts_stay() -> None:
    one = publication(title="Über “naïve” – x_1 深度 β", authors=[person("Éva Łuczak")])
    text = pubparse.export(one, "orcid").text
    assert (
        'title = {{\\"U}ber {\\textquotedblleft}na{\\"\\i}ve{\\textquotedblright} {\\textendash} x\\_1 深度 β}' in text
    )
    assert "author = {{\\L}uczak, {\\'E}va}" in text


def test_fields_are_those_everybody_knows() -> None:
    for entry in by_bibtexparser(pubparse.export(fixture_pages(), "orcid").text):
        assert entry.fields.keys() <= FIELDS


def test_a_link_to_the_paper_stands_in_for_an_address() -> None:
    links = [{"text": "PDF", "url": "https://x.org/é.pdf", "kind": "pdf", "span": NOWHERE}]
    written = pubparse.export(publication(links=links), "orcid")
    assert by_bibtexparser(written.text)[0].fields["url"] == "https://x.org/%C3%A9.pdf"
    assert not written.losses


def test_a_work_without_any_identifier_is_told() -> None:
    [loss] = pubparse.export(publication(), "orcid").losses
    assert (loss.path, loss.why) == ("ids", "missing: ORCID asks for an identifier or address")


def test_the_number_of_an_article_stands_in_for_its_pages() -> None:
    assert by_bibtexparser(pubparse.export(publication(article_number="e12"), "orcid").text)[0].fields["pages"] == "e12"
