"""Words that part names, or tell editors, are parts of some names and journals."""

import pytest

import pubparse

LIST = "## Publications\n\n- {}\n"


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("B. Agüera y Arcas, A. Torralba", ["B. Agüera y Arcas", "A. Torralba"]),
        ("J. Ortega y Gasset and A. Bee", ["J. Ortega y Gasset", "A. Bee"]),
        ("Ramón y Cajal, S.", ["Ramón y Cajal, S."]),
        ("A. Torralba y B. Freeman", ["A. Torralba", "B. Freeman"]),
        ("Procter and Gamble Team", ["Procter and Gamble Team"]),
        ("Planck and Fermi Collaborations", ["Planck", "Fermi Collaborations"]),
        ("A. Torralba and Planck Collaboration", ["A. Torralba", "Planck Collaboration"]),
    ],
)  # fmt: skip
def test_and_within_a_name(authors: str, names: list[str]) -> None:
    (one,) = pubparse.parse(LIST.format(f'{authors}. "On the Search for Things." *Nature*, 2015.')).publications
    assert [author.name for author in one.authors] == names


@pytest.mark.parametrize(
    "journal", ["Angew. Chem. Int. Ed.", "J. Org. Chem.", "Proc. Natl. Acad. Sci.", "Acta Crystallogr. Sect. A"]
)
def test_a_short_journal_has_no_editor(journal: str) -> None:
    (one,) = pubparse.parse(LIST.format(f"N. Miyaura, A. Suzuki, *{journal}* **1979**, *20*, 3437–3440.")).publications
    assert one.venue
    assert one.venue.name == journal
    assert one.editors == ()
