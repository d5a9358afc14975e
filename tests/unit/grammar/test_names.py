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
