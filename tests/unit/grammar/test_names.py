"""In which order the parts of a name stand, where a list or a page tells."""

import pytest

import pubparse
from pubparse.grammar.names import CAPITALS, FAMILY_FIRST, NameParts, split_name


@pytest.mark.parametrize(
    ("name", "order", "parts"),
    [
        ("Aaron van den Oord", "", NameParts("Aaron", "Oord", "van den")),
        ("Oord A van den", "", NameParts("A", "Oord", "van den")),
        ("B. Agüera y Arcas", "", NameParts("B.", "Agüera y Arcas")),
        ("LI Kai", CAPITALS, NameParts("Kai", "LI")),
        ("Wei DONG", CAPITALS, NameParts("Wei", "DONG")),
        ("CODD EF", CAPITALS, NameParts("EF", "CODD")),
        ("EF CODD", CAPITALS, NameParts("EF", "CODD")),
        ("Blei David M.", FAMILY_FIRST, NameParts("David M.", "Blei")),
        ("van Rossum Guido", FAMILY_FIRST, NameParts("Guido", "Rossum", "van")),
        ("Bourdieu (Pierre)", "", NameParts("Pierre", "Bourdieu")),
        ("Xiaoming (Sean) Liu", "", NameParts("Xiaoming (Sean)", "Liu")),
        ("Smith, JR", "", NameParts("JR", "Smith")),
        ("KING, M.L., JR", "", NameParts("M.L.", "KING", suffix="JR")),
    ],
)
def test_parts(name: str, order: str, parts: NameParts) -> None:
    assert split_name(name, order) == parts


def test_names_that_only_blanks_part() -> None:
    text = "# Papers\n\n- Mikolov, T. Chen, K. Corrado, G. & Dean, J. (2013). Efficient estimation of words. *ICLR*.\n"
    (one,) = pubparse.parse(text).publications
    assert [(author.family, author.given) for author in one.authors] == [
        ("Mikolov", "T."), ("Chen", "K."), ("Corrado", "G."), ("Dean", "J."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("Institute of Medicine and National Research Council", 2),
        ("Society for Neuroscience and Ann B. Bee", 2),
        ("World Commission on Environment and Development", 1),
    ],
)
def test_a_group_ends_before_another_and_before_a_person(names: str, people: int) -> None:
    (one,) = pubparse.parse(f"# Papers\n\n- {names}. Our common future. *Nature* 12, 34, 1987.\n").publications
    assert len(one.authors) == people
