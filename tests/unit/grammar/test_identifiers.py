"""Identifiers need their label and a number of its form; a label alone names nothing."""

import pytest

import pubparse
from pubparse.grammar.identifiers import trim_doi

ENTRY = "## Publications\n\n- D. D. Lee and H. S. Seung. Learning the parts of objects. Nature 401, 1999. {}\n"


def ids_of(said: str) -> dict[str, str]:
    (one,) = pubparse.parse(ENTRY.format(said)).publications
    assert (one.title, one.year) == ("Learning the parts of objects", 1999)
    return one.ids.model_dump(exclude_none=True)


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("PMID: 10548103", {"pmid": "10548103"}),
        ("PubMed 10548103", {"pmid": "10548103"}),
        ("ISSN 0028-0836, PMID 10548103.", {"issn": "0028-0836", "pmid": "10548103"}),
        ("doi: 10.1038/44565", {"doi": "10.1038/44565"}),
        ("(doi: 10.1016/0022-2496(77)90033-5)", {"doi": "10.1016/0022-2496(77)90033-5"}),
        ("arXiv:1207.7214v2", {"arxiv": "1207.7214v2"}),
        ("arXiv: [1207.7214]", {"arxiv": "1207.7214"}),
        ("hep-th/9711200", {"arxiv": "hep-th/9711200"}),
        ("arXiv:hep-th/9711200", {"arxiv": "hep-th/9711200"}),
    ],
)
def test_a_label_and_its_number(said: str, ids: dict[str, str]) -> None:
    assert ids_of(said) == ids


@pytest.mark.parametrize("said", ["PMID", "PMID:", "PMID: none", "ISSN", "ISSN: 12", "PMID: #", "hep-th", "hep-th/12"])
def test_a_label_alone(said: str) -> None:
    assert ids_of(said) == {}


@pytest.mark.parametrize("tail", ["", ".", ").", ")", ".pdf", "/full", ".).", "))"])
def test_what_hangs_on_a_doi(tail: str) -> None:
    assert trim_doi("10.1016/0022-2496(77)90033-5" + tail) == "10.1016/0022-2496(77)90033-5"
    assert trim_doi("10.1038/44565" + tail) == "10.1038/44565"
