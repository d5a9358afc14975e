"""A .bib file as people and programs keep it: what is read of it, and what happens to one that is broken."""

import logging

import pytest

import pubparse
from pubparse import Publication


def read(text: str) -> Publication:
    bibliography = pubparse.read_bibliography(text, format="bibtex")
    assert bibliography.problems == ()
    (one,) = bibliography.publications
    return one


def names(text: str) -> list[str]:
    return [one.name for one in read(f"@misc{{x, author = {{{text}}}}}").authors]


def test_an_entry() -> None:
    text = """\
    @string{nature = "Nature"}

    @Article{lecun2015,
      author  = {Yann LeCun and Bengio, Yoshua and {\\relax Geoffrey} E. Hinton},
      title   = "Deep {L}earning",
      journal = nature,
      year    = 2015,
      month   = may # "~28",
      volume  = 521, number = {7553},
      pages   = {436--444},
      doi     = {https://doi.org/10.1038/nature14539},
      issn    = {1476-4687}
    }
    """
    one = read(text)
    start, end = text.index("    @Article"), text.rindex("}") + 1
    assert (one.id, one.line, one.end_line, one.span, one.raw) == ("lecun2015", 3, 13, (start, end), text[start:end])
    assert [author.name for author in one.authors] == ["Yann LeCun", "Yoshua Bengio", "Geoffrey E. Hinton"]
    assert one.authors[2].given == "Geoffrey E."
    assert (one.title, one.type, one.year, one.date) == ("Deep Learning", "journal", 2015, "2015-05-28")
    assert one.venue
    assert (one.venue.name, one.venue.kind) == ("Nature", "journal")
    assert (one.volume, one.issue, one.pages) == ("521", "7553", "436–444")
    assert (one.ids.doi, one.ids.issn) == ("10.1038/nature14539", "1476-4687")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("van der Maaten, Laurens", ("Laurens", "Maaten", "van der", None, None)),
        ("Ludwig van Beethoven", ("Ludwig", "Beethoven", "van", None, None)),
        ("Brooks, Jr., Frederick P.", ("Frederick P.", "Brooks", None, "Jr.", None)),
        ("Frederick P. Brooks Jr.", ("Frederick P.", "Brooks", None, "Jr.", None)),
        ("John von Neumann III*", ("John", "Neumann", "von", "III", None)),
        ("Agüera y Arcas, Blaise", ("Blaise", "Agüera y Arcas", None, None, None)),
        ("J.~H. Conway", ("J. H.", "Conway", None, None, None)),
        ("{Garc{\\'\\i}a M{\\'a}rquez}, Gabriel", ("Gabriel", "García Márquez", None, None, None)),
        ('Kurt G{\\"o}del', ("Kurt", "Gödel", None, None, None)),
        ("{The ATLAS Collaboration}", (None, None, None, None, "The ATLAS Collaboration")),
        ("{Barnes and Noble, Inc.}", (None, None, None, None, "Barnes and Noble, Inc.")),
        ("Plato", (None, None, None, None, "Plato")),
    ],
)
def test_names(name: str, parts: tuple[str | None, ...]) -> None:
    (author,) = read(f"@misc{{x, author = {{{name}}}}}").authors
    assert (author.given, author.family, author.particle, author.suffix, author.literal) == parts


def test_names_as_a_page_prints_them() -> None:
    assert names("李, 明 and van der Maaten, Laurens and Brooks, Jr., F. P.") == [
        "李明",
        "Laurens van der Maaten",
        "F. P. Brooks Jr.",
    ]


def test_a_list_that_is_cut() -> None:
    one = read("@misc{x, author = {Vaswani, Ashish and Shazeer, Noam and others}}")
    assert ([author.family for author in one.authors], one.et_al) == (["Vaswani", "Shazeer"], True)


def test_what_nobody_asks_for_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoding an abstract costs more than all else of an entry."""
    decoded: list[str] = []
    monkeypatch.setattr("pubparse.readers.bib_fields.plain", lambda text: decoded.append(text) or text)
    read("@misc{x, title = {A}, abstract = {B}, keywords = {C}, file = {D}, note = {E}}")
    assert sorted(decoded) == ["A", "E"]


def test_annotations() -> None:
    text = """@inproceedings{x, author = {Ashish Vaswani and Noam Shazeer and Niki Parmar and Jakob Uszkoreit},
      author+an = {1=self,equal1;2=equal1; 3 = equal2,corresponding;9=equal2},
      author+an:orcid = {2="0000-0002-1825-0097"}}"""
    authors = read(text).authors
    assert [one.is_self for one in authors] == [True, False, False, False]
    assert [one.roles for one in authors] == [("equal",), ("equal",), ("equal", "corresponding"), ()]
    assert [one.equal_group for one in authors] == [1, 1, 2, None]
    assert [one.orcid for one in authors] == [None, "0000-0002-1825-0097", None, None]


def test_marks_of_al_folio_and_what_they_mean() -> None:
    text = """@article{x, author = {Vaswani*, Ashish and Shazeer*†, Noam and Parmar‡, Niki},
      annotation = {* Equal contribution, † Corresponding author}}"""
    one = read(text)
    assert [author.family for author in one.authors] == ["Vaswani", "Shazeer", "Parmar"]
    assert [author.marks for author in one.authors] == [("*",), ("*", "†"), ("‡",)]
    assert [author.roles for author in one.authors] == [("equal",), ("equal", "corresponding"), ()]
    assert one.notes == ()


def test_an_annotation_that_explains_no_mark_is_a_note() -> None:
    one = read("@article{x, author = {Vaswani*, Ashish}, annotation = {Introduces the transformer}}")
    assert [note.text for note in one.notes] == ["Introduces the transformer"]


@pytest.mark.parametrize(
    ("fields", "venue", "identifier"),
    [
        ("journal = {arXiv preprint arXiv:1706.03762}", "arXiv", "1706.03762"),
        ("journal = {CoRR}, volume = {abs/1706.03762}", "CoRR", "1706.03762"),
        ("eprint = {1706.03762v7}, archiveprefix = {arXiv}, primaryclass = {cs.CL}", None, "1706.03762v7"),
        ("url = {https://arxiv.org/abs/hep-th/9711200}", None, "hep-th/9711200"),
    ],
)
def test_preprints(fields: str, venue: str | None, identifier: str) -> None:
    one = read(f"@{'article' if venue else 'misc'}{{x, title = {{T}}, {fields}}}")
    assert (one.type, one.status, one.ids.arxiv, one.volume) == ("preprint", "preprint", identifier, None)
    assert (one.venue.name if one.venue else None) == venue


@pytest.mark.parametrize(
    ("entry", "kind", "venue"),
    [
        (
            "@inproceedings{x, booktitle = {ICML Workshop on Deep Learning}}",
            "workshop",
            "ICML Workshop on Deep Learning",
        ),
        (
            "@incollection{x, booktitle = {Parallel Distributed Processing}}",
            "chapter",
            "Parallel Distributed Processing",
        ),
        ("@book{x, publisher = {MIT Press}}", "book", None),
        ("@mastersthesis{x, school = {MIT}}", "thesis", "MIT"),
        ("@techreport{x, institution = {DEC}, number = {124}}", "report", "DEC"),
        (
            "@online{x, entrysubtype = {preprint}, organization = {bioRxiv}, doi = {10.1101/1}}",
            "preprint",
            "bioRxiv",
        ),
        ("@misc{x, howpublished = {\\url{https://e.org/a_b}}}", "other", None),
    ],
)
def test_types(entry: str, kind: str, venue: str | None) -> None:
    one = read(entry)
    assert (one.type, one.venue.name if one.venue else None) == (kind, venue)


def test_what_a_thesis_is_called_is_kept() -> None:
    for kind in ("phdthesis", "mastersthesis"):
        one = read(f"@{kind}{{x, author = {{Claude E. Shannon}}, title = {{T}}, school = {{MIT}}, year = 1940}}")
        assert f"@{kind}{{x," in pubparse.export(one, "bibtex").text


def test_notes_say_how_far_a_work_has_come_and_what_it_won() -> None:
    one = read("@inproceedings{x, note = {To appear; Best Paper Award; with an appendix}}")
    assert one.status == "to appear"
    assert [award.text for award in one.awards] == ["Best Paper Award"]
    assert [note.text for note in one.notes] == ["with an appendix"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Schr{\"o}dinger's {\ae}ther, {\O}rsted \& {\L}ukasiewicz", "Schrödinger's æther, Ørsted & Łukasiewicz"),
        (r"On $\alpha$-{GAN}s~--- a ``survey''", "On α-GANs — a “survey”"),
        ("100% of cats & dogs", "100% of cats & dogs"),
        (r"\textbf{bold} \emph{and} {\it italic} \LaTeX{}", "bold and italic LaTeX"),
        (r"\href{https://e.org}{here} and \enquote{there}", "here and there"),
        (r"half \sqrt", r"half \sqrt"),
        ("{{{{deep}}}}", "deep"),
    ],
)
def test_latex(written: str, shown: str) -> None:
    assert read(f"@misc{{x, title = {{{written}}}}}").title == shown


def test_an_entry_takes_over_what_the_book_says_that_it_is_in() -> None:
    text = """@inproceedings{x, title = {Paxos Made Live}, author = {Tushar Chandra}, crossref = {podc}}
@proceedings{podc, title = {PODC}, year = 2007, editor = {Indranil Gupta}, publisher = {ACM}}"""
    one, whole = pubparse.read_bibliography(text, format="bibtex").publications
    assert one.venue
    assert (one.title, one.venue.name, one.year, one.publisher) == ("Paxos Made Live", "PODC", 2007, "ACM")
    assert (whole.type, whole.title, len(one.authors), len(one.editors)) == ("book", "PODC", 1, 1)


def test_what_is_broken_is_told_and_the_others_are_read(caplog: pytest.LogCaptureFixture) -> None:
    text = """% a comment
@article{good, title = {A}}

@article{open, title = {B
@article{twice, title = {C}, title = {D}}
@article{nothing}
@comment{jabref-meta: databaseType:bibtex;}
@misc{last, title = {E}}
"""
    with caplog.at_level(logging.CRITICAL):
        read = pubparse.read_bibliography(text, path="refs.bib")
    assert [(one.id, one.title, one.line) for one in read.publications] == [
        ("good", "A", 2),
        ("twice", "C", 5),
        ("last", "E", 8),
    ]
    assert [(problem.code, problem.line, problem.severity) for problem in read.problems] == [
        ("unreadable-entry", 4, "error"),
        ("repeated-field", 5, "warning"),
        ("unreadable-entry", 6, "error"),
    ]
    assert read.problems[1].message == "the entry has 'title' twice: the first is read"


def test_keys_are_kept_where_they_can_be() -> None:
    text = "".join(f"@misc{{{key}, title = {{{key} Title}}}}\n" for key in ("a:b/c", "ключ", "two", "two"))
    keys = [one.id for one in pubparse.read_bibliography(text, format="bibtex").publications]
    assert keys[0] == "a:b/c"
    assert all(key.isascii() for key in keys)
    assert len(set(keys)) == 4


def test_an_entry_that_is_never_closed_is_told_so() -> None:
    (problem,) = pubparse.read_bibliography("@article{open, title = {A\n", format="bibtex").problems
    assert problem.message == "an entry cannot be read: it is never closed"
