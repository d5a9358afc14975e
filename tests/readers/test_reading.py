"""What holds for every format: any text is read, what is not told is misuse, and time grows with the text."""

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from inputs import MANY

import pubparse
from pubparse.readers.read import readers

FORMATS = [reader.name for reader in readers()]
SCRAPS = """
    @article{ @misc{x, @string{a= author= title= year= {Bengio, Yoshua} {{x}} " # } , = \\ \\' \\href{ $ $$ % & ~ { }
    and others author+an={1=self;2} annotation={* crossref={x} note={in press;} [ ] null 1e999 99999999999999999999
    {"title": "T", "author": [{"literal": "A"}] "issued": {"date-parts": [[2015, 5]]} "custom": {"authors": [{}]}
""".split()
LINES = [
    "TY  - JOUR",
    "ER  - ",
    "AU  - A, B",
    "SP  - 1-2",
    "PY  - 2015/05/27/",
    "N1  - equal: x",
    "XX  -",
    "\n",
    "\r",
    "\0",
    "\ud800",
]


def test_formats() -> None:
    assert FORMATS == ["bibtex", "csl-json", "ris"]


@pytest.mark.parametrize("name", FORMATS)
@MANY
@given(scraps=st.lists(st.sampled_from(SCRAPS + LINES) | st.text(max_size=5)), between=st.sampled_from([" ", "\n", ""]))
def test_any_text_is_read(name: str, scraps: list[str], between: str) -> None:
    text = between.join(scraps)
    read = pubparse.read_bibliography(text, format=name)
    assert read.publications or read.problems or not text.strip("\ufeff \n\r\t") or text.isspace()
    for entry in read.publications:
        assert entry.raw == read.source.text[entry.span.start : entry.span.end]
    for one in (*read.publications, *read.problems):
        assert 1 <= one.line <= text.count("\n") + text.count("\r") + 1


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_that_are_no_text_are_told(name: str) -> None:
    read = pubparse.read_bibliography(b"\xef\xbb\xbf\xff", format=name)
    assert [problem.code for problem in read.problems] == ["invalid-utf8", "unreadable-entry"]


def test_no_bibliography_at_all() -> None:
    assert pubparse.read_bibliography(" \n", format="ris").problems == ()
    (problem,) = pubparse.read_bibliography("# Publications\n", path="a.bib").problems
    assert problem.message == "an entry cannot be read: there is no BibTeX in it"


def test_a_bibliography_is_a_page() -> None:
    """So that it is exported, compared and counted as one; but only Markdown is checked and changed."""
    bibliography = pubparse.read_bibliography("TY  - JOUR\nTI  - Deep Learning\nER  - \n", path="lab/refs.ris")
    assert bibliography.to_markdown() == "TY  - JOUR\nTI  - Deep Learning\nER  - \n"
    assert bibliography.source.path == "lab/refs.ris"
    assert bibliography.export("csv").text.count("Deep Learning") == 1
    shown = pubparse.read_bibliography("TY  - JOUR\nTI  - Deep  ( Learning\nER  - \n", path="lab/refs.ris")
    assert not pubparse.cards(shown)[0].troubles, "rules of Markdown do not hold for it"
    assert "Deep Learning" in bibliography.report()
    with pytest.raises(pubparse.UsageError, match="only a page of Markdown"):
        bibliography.edit()
    with pytest.raises(pubparse.UsageError, match="only a page of Markdown"):
        bibliography.check()
    with pytest.raises(pubparse.UsageError, match="only a page of Markdown"):
        pubparse.check(bibliography)


def test_a_format_that_is_not_told() -> None:
    with pytest.raises(pubparse.UsageError, match=r"\.bib \(bibtex\), \.json \(csl-json\), \.ris \(ris\)"):
        pubparse.read_bibliography("", path="refs.txt")
    with pytest.raises(pubparse.UsageError, match="no format 'endnote'"):
        pubparse.read_bibliography("", format="endnote")
    with pytest.raises(pubparse.UsageError, match="not told"):
        pubparse.read_bibliography("")


REPEATED = {
    "bibtex": [
        "@misc{x, title = {T}}\n",
        "@misc{x,\n",
        "{",
        '"a" # ',
        "Bee, Ann and ",
        "\\'",
        "1=self;",
        "note;",
        "$a$ ",
    ],
    "csl-json": ['{"title": "T"},', "[", '{"a":', '"author": [{"family": "Bee"}], ', "<i>"],
    "ris": ["TY  - JOUR\nTI  - T\n", "AU  - Bee, Ann\n", "more\n", "N1  - equal: Ann Bee\n", "; "],
}
AROUND = {
    "bibtex": "@article{{k, author = {{{0}}}, author+an = {{{0}}}, title = {{{0}}}, note = {{{0}}}, year = {0}}}",
    "csl-json": '[{{"title": "{0}", "note": "{0}", {0} "type": "book"}}]',
    "ris": "TY  - JOUR\nTI  - {0}\nN1  - {0}\nAU  - {0}\n",
}


@pytest.mark.parametrize(("name", "pattern"), [(name, one) for name, some in REPEATED.items() for one in some])
def test_effort_grows_with_the_text(name: str, pattern: str) -> None:
    """Eight times the text takes about eight times the work."""
    for around in ("{0}", AROUND[name]):

        def read(text: str) -> object:
            return pubparse.read_bibliography(text, format=name)

        read(around.format(pattern))  # what is loaded once
        few, many = (effort(read, around.format(pattern * count)) for count in (50, 400))
        assert many < 12 * few
