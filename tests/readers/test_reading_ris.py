"""RIS as sites and programs write it: what is read of it, and what happens to files that are cut."""

import pubparse

ENTRY = """\
TY  - JOUR
ID  - watson1953
AU  - Watson, J. D.
AU  - de Broglie, Louis
AU  - Brooks, F. P., Jr.
A1  - The ENCODE Project Consortium,
TI  - Molecular Structure of Nucleic Acids:
      A Structure for Deoxyribose Nucleic Acid
JO  - Nature
J2  - Nat. (Lond.)
PY  - 1953
DA  - 1953/04/25/
VL  - 171
IS  - 4356
SP  - 737
EP  - 738
SN  - 1476-4687
DO  - 10.1038/171737a0
AN  - 13054692
KW  - passed over
N1  - equal: J. D. Watson; L. de Broglie
N1  - Highly cited paper
N1  - 1234
L1  - https://e.org/a.pdf
ER  -
"""


def test_an_entry() -> None:
    read = pubparse.read_bibliography(ENTRY, path="refs.RIS")
    assert read.problems == ()
    (one,) = read.publications
    assert (one.id, one.line, one.end_line, one.type) == ("watson1953", 1, 25, "journal")
    assert one.title == "Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid"
    assert [(author.given, author.family, author.particle, author.suffix) for author in one.authors[:3]] == [
        ("J. D.", "Watson", None, None),
        ("Louis", "Broglie", "de", None),
        ("F. P.", "Brooks", None, "Jr."),
    ]
    assert one.authors[3].literal == "The ENCODE Project Consortium"
    assert [author.roles for author in one.authors] == [("equal",), ("equal",), (), ()]
    assert one.venue
    assert one.venue.acronym is None
    assert (one.venue.name, one.year, one.date, one.pages) == ("Nature", 1953, "1953-04-25", "737–738")
    assert (one.ids.issn, one.ids.doi, one.ids.pmid) == ("1476-4687", "10.1038/171737a0", "13054692")
    assert [award.text for award in one.awards] == ["Highly cited paper"]
    assert [note.text for note in one.notes] == ["1234"]
    assert [(link.url, link.kind) for link in one.links] == [("https://e.org/a.pdf", "pdf")]


def test_entries_without_an_end() -> None:
    text = (
        "junk\nTY  - THES\nT1  - A Thesis\nPB  - MIT\nM3  - PhD thesis\nTY  - BOOK\r\nTI  - A Book\r\nPB  - MIT Press"
    )
    first, second = pubparse.read_bibliography(text, format="ris").publications
    assert (first.title, first.venue and first.venue.name, first.line, first.end_line) == ("A Thesis", "MIT", 2, 5)
    assert (second.title, second.venue, second.publisher, second.line) == ("A Book", None, "MIT Press", 6)


def test_entries_that_say_nothing() -> None:
    read = pubparse.read_bibliography("TY  - JOUR\nER  - \nTY  - BOOK\nTI  - A\nER  - \n", format="ris")
    assert [one.title for one in read.publications] == ["A"]
    assert [(problem.code, problem.line) for problem in read.problems] == [("unreadable-entry", 1)]
