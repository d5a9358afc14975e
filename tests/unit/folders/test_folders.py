"""Folders of sites: read as their authors mean them, each value where it stands, whatever is in the files."""

from pathlib import Path
from typing import Any

import pytest
from folder_checks import check_places, names, write
from hypothesis import given
from hypothesis import strategies as st
from inputs import FEW, FIXTURES, entries, hostile, one_of

import pubparse
from pubparse import Page, Publication, UsageError
from pubparse.folders.front_matter import Scalar, read_values
from pubparse.text.source import read_files
from pubparse.text.span import Span

FOLDERS = FIXTURES / "folders"
SITES = ["academicpages", "hugo-blox", "wowchemy"]


def read(site: str, **options: Any) -> Page:
    return pubparse.parse_folder(FOLDERS / site, **options)


def facts(one: Publication) -> tuple[Any, ...]:
    """Authors, title, venue, year, date, volume, issue, pages and DOI."""
    venue = one.venue and one.venue.name
    return (names(one), one.title, venue, one.date, one.volume, one.issue, one.pages, one.ids.doi)


def test_academicpages() -> None:
    page = read("academicpages")
    assert [facts(one) for one in page.publications] == [
        (
            "Hamming, R. W.", "Error Detecting and Error Correcting Codes", "Bell System Technical Journal",
            "1950-04-01", "29", "2", "147–160", "10.1002/j.1538-7305.1950.tb00463.x",
        ),
        (
            "Felix A. Gers; Jürgen Schmidhuber; Fred Cummins", "Learning to Forget: Continual Prediction with LSTM",
            "Neural Computation", "2000-10-01", "12", "10", "2451–2471", "10.1162/089976600300015015",
        ),
        (
            "Kaiming He; Xiangyu Zhang; Shaoqing Ren; Jian Sun", "Identity Mappings in Deep Residual Networks",
            "European Conference on Computer Vision (ECCV)", "2016-10-08", None, None, None, None,
        ),
        (
            "Mehryar Mohri; Afshin Rostamizadeh; Ameet Talwalkar", "Foundations of Machine Learning",
            None, "2018-12-25", None, None, None, None,
        ),
    ]  # fmt: skip
    codes, forget, identity, book = page.publications
    assert [one.type for one in page.publications] == ["journal", "journal", "conference", "book"]
    assert book.publisher == "MIT Press"
    assert [(link.kind, link.url) for link in forget.links] == [
        ("paper", "http://example.org/files/forget.pdf"),
        ("slides", "http://example.org/files/slides1.pdf"),
        ("bibtex", "http://example.org/files/forget.bib"),
    ]
    assert [author.is_self for author in identity.authors] == [False, False, False, True]
    assert forget.fields["authors[1].name"].text == "J&uuml;rgen Schmidhuber"
    assert forget.fields["authors[1].name"].transform == "markup"
    assert identity.fields["title"].text == "Identity Mappings in\n  Deep Residual Networks"
    assert book.fields["authors[2].name"].text == "Ameet Talwalkar"
    assert codes.fields["ids.doi"].text == "10.1002/j.1538-7305.1950.tb00463.x"


def test_hugo_blox() -> None:
    page = read("hugo-blox")
    alexnet, deep, dropout = page.publications
    assert facts(alexnet) == (
        "Alex Krizhevsky; Ilya Sutskever; Geoffrey Hinton",
        "ImageNet Classification with Deep Convolutional Neural Networks",
        "Advances in Neural Information Processing Systems", "2012-12-03", "25", None, "1097–1105", None,
    )  # fmt: skip
    assert facts(deep) == (
        "Yann LeCun; Yoshua Bengio; Geoffrey Hinton", "Deep learning", "Nature", "2015-05-28", "521", "7553",
        "436-444", "10.1038/nature14539",
    )  # fmt: skip
    assert dropout.title == "Dropout: A Simple Way to Prevent Neural Networks from Overfitting"
    assert (dropout.year, dropout.date) == (2014, "2014"), "the first of January stands for the year"
    assert alexnet.venue
    assert alexnet.venue.acronym == "NeurIPS"
    assert [award.text for award in alexnet.awards] == ["Test of Time Award"]
    assert [author.roles for author in deep.authors] == [("equal",), (), ("equal", "corresponding")]
    assert [author.equal_group for author in deep.authors] == [1, None, 1]
    assert page.owner
    assert (page.owner.name, page.owner.evidence) == ("Geoffrey Hinton", "front matter")
    assert alexnet.authors[2].is_self
    assert alexnet.fields["authors[2].name"].text == "me"
    assert alexnet.fields["authors[2].name"].transform == "wording"


def test_older_hugo_blox() -> None:
    variational, introduction = read("wowchemy").publications
    assert facts(variational) == (
        "Diederik P. Kingma; Max Welling", "Auto-Encoding Variational Bayes",
        "International Conference on Learning Representations", "2014-04-14", None, None, None, None,
    )  # fmt: skip
    assert facts(introduction) == (
        "Diederik P. Kingma; Max Welling", "An Introduction to Variational Autoencoders",
        "Foundations and Trends in Machine Learning", "2019-11-28", "12", "4", "307–392", "10.1561/2200000056",
    )  # fmt: skip
    assert variational.venue
    assert (variational.type, variational.venue.acronym, variational.ids.arxiv) == ("conference", "ICLR", "1312.6114")
    assert [author.is_self for author in variational.authors] == [True, False]
    assert [author.is_self for author in introduction.authors] == [True, False]
    assert variational.authors[1].marks == ("*",)
    assert variational.authors[1].roles == ()


def test_what_the_caller_tells() -> None:
    variational, _ = read("wowchemy", owner="D. P. Kingma", legend={"*": "equal"}).publications
    assert names(variational) == "D. P. Kingma; Max Welling"
    assert variational.authors[1].roles == ("equal",)
    with pytest.raises(UsageError, match="no role"):
        read("wowchemy", legend={"*": "nonsense"})


def test_notes_stay_with_their_authors(tmp_path: Path) -> None:
    text = "---\ntitle: T\nauthors: [A. Bee, '', C. Dee]\nauthor_notes: ['', x, Equal contribution]\n---\n"
    write({"a.md": text}, tmp_path)
    (one,) = pubparse.parse_folder(tmp_path).publications
    assert [(author.name, author.roles) for author in one.authors] == [("A. Bee", ()), ("C. Dee", ("equal",))]


def test_an_owner_whom_nobody_names() -> None:
    alexnet, *_ = pubparse.parse_folder(FOLDERS / "hugo-blox" / "content" / "publications" / "alexnet").publications
    assert names(alexnet) == "Alex Krizhevsky; Ilya Sutskever; me"
    assert [author.is_self for author in alexnet.authors] == [False, False, True]


@pytest.mark.parametrize(
    ("site", "problems"),
    [
        (
            "academicpages",
            [("2030-01-01-soon.md", "draft"), ("about.md", "no-publication"), ("broken.md", "front-matter")],
        ),
        ("hugo-blox", [("distilling/index.md", "draft")]),
        ("wowchemy", [("toml/index.md", "no-publication")]),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_with_its_place(site: str, problems: list[tuple[str, str]]) -> None:
    page = read(site)
    told = []
    for problem in page.problems:
        (file,) = (file for file in page.source.files if file.span.start <= problem.span.start < file.span.end)
        assert page.source.line(problem.span.start) == problem.line
        told.append(
            (file.path.split("/", 1)[1].removeprefix("publications/").removeprefix("publication/"), problem.code)
        )
    assert told == problems


@pytest.mark.parametrize("site", SITES)
def test_the_source_is_the_files_in_order(site: str) -> None:
    page = read(site)
    paths = [file.path for file in page.source.files]
    assert paths == sorted(paths)
    assert page.source.to_bytes() == b"".join((FOLDERS / site / path).read_bytes() for path in paths)
    for file in page.source.files:
        text = (FOLDERS / site / file.path).read_text(encoding="utf-8")
        assert page.source.text[file.span.start : file.span.end] == text
    for one in page.publications:
        assert sum(file.span.start <= one.span.start < one.span.end <= file.span.end for file in page.source.files) == 1
    data = page.model_dump(mode="json")["source"]["files"]
    assert data == [{"path": file.path, "span": list(file.span)} for file in page.source.files]


@pytest.mark.parametrize("site", SITES)
def test_every_value_has_its_place(site: str) -> None:
    check_places(read(site))


@pytest.mark.parametrize(
    ("yaml", "value", "stands"),
    [
        ("t: plain", "plain", ["plain"]),
        ("t: 'it''s'", "it's", ["it''s"]),
        ('t: "caf\\u00e9 \\"x\\""', 'café "x"', ['caf\\u00e9 \\"x\\"']),
        ('t: "a \\\n   b"', "a b", ["a ", "b"]),
        ("t: a\n  b", "a b", ["a\n  b"]),
        ("t: >\n  a\n  b\n", "a b", ["a\n  b"]),
        ("t: |\r\n  a\r\n  b\r\n", "a\nb", ["a\r\n  b"]),
        ("# 📧\nt: 👩\u200d🔬 x", "👩\u200d🔬 x", ["👩\u200d🔬 x"]),
    ],
)
def test_scalars_stand_where_they_do(yaml: str, value: str, stands: list[str]) -> None:
    text = f"---\n{yaml}"
    scalar = read_values(text, Span(4, len(text)))["t"]
    assert isinstance(scalar, Scalar)
    assert scalar.text == value
    pieces = scalar.visible.pieces(0, len(value))
    assert "".join(text[start:end] for start, end in pieces).replace("\\\n   ", "") == "".join(stands)


@pytest.mark.parametrize("yaml", ["a: [", "- a", "a: &x [1]\nb: *x", "a: \x07", "a: " + "[" * 9000, "\t- :"])
def test_yaml_that_is_none(yaml: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_values(yaml, Span(0, len(yaml)))


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        pubparse.parse_folder(tmp_path / "nowhere")
    assert pubparse.parse_folder(tmp_path).publications == ()


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    contents = {
        "a.md": b"\xef\xbb\xbf---\ntitle: A\xff\n---\n", "b.md": b"\xef\xbb\xbf---\ntitle: B\n---\n\xc3",
        "c.md": b"\xa9", "d.md": "---\ntitle: D\n---\n".encode("utf-16"), "e.md": b"",
    }  # fmt: skip
    write(contents, tmp_path)
    page = pubparse.parse_folder(tmp_path)
    assert page.source.to_bytes() == b"".join(contents.values())
    assert [one.title for one in page.publications] == ["A\ufffd", "B"]
    assert {problem.code for problem in page.problems} == {"invalid-utf8", "utf-16", "no-publication"}
    assert page.source.text[slice(*page.source.files[2].span)] == "\ufffd"


def test_a_page_with_a_list_is_no_paper(tmp_path: Path) -> None:
    paper = "---\ntitle: On Computable Numbers\n---\nA machine that prints.\n"
    entry = "* A. M. Turing. On Computable Numbers. Proc. London Math. Soc. 42, 230-265, 1936.\n"
    write({"a.md": paper, "list.md": f"---\ntitle: Publications\ndate: 2020-01-01\n---\n{entry}"}, tmp_path)
    page = pubparse.parse_folder(tmp_path)
    assert [one.title for one in page.publications] == ["On Computable Numbers"]
    assert [(one.code, one.line) for one in page.problems] == [("no-publication", 6)]


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.md": "---\ntitle: A\n---\n", "b.md": "---\ntitle: B\n---\n"}, tmp_path)
    opened = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return opened(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    page = pubparse.parse_folder(tmp_path)
    assert [one.title for one in page.publications] == ["B"]
    assert [(problem.code, problem.severity) for problem in page.problems] == [("unreadable-file", "error")]


KEYS = one_of(
    "title authors venue date citation publication publication_types doi links url_pdf author_notes hugoblox awards"
    " paperurl category draft".split()
)
VALUES = st.one_of(
    entries(),
    one_of(
        ["me", "'a''b'", '"\\u00e9"', ">\n  x\n  y", "[a, b]", "{a: b}", "- a", "~", "2020-13-77", "''", "*x", "&x"]
    ),
    hostile,
)


@FEW
@given(st.lists(st.one_of(hostile, st.lists(st.tuples(KEYS, VALUES), max_size=6)), max_size=4))
def test_nothing_makes_it_fail(files: list[Any]) -> None:
    from tempfile import TemporaryDirectory

    texts = [
        text if isinstance(text, str) else "---\n" + "".join(f"{key}: {value}\n" for key, value in text) + "---\n"
        for text in files
    ]
    with TemporaryDirectory() as folder:
        contents = {f"{at}.md": text.encode("utf-8", "surrogatepass") for at, text in enumerate(texts)}
        write(contents, Path(folder))
        page = pubparse.parse_folder(folder)
    check_places(page)
    assert page.source.to_bytes() == b"".join(contents.values())
    assert page.source.files == read_files(contents.items())[0].files
    page.to_json()


def test_an_owner_without_a_name_is_told(tmp_path: Path) -> None:
    text = "---\ntitle: Weaving Algebra with Looms\nauthors: [me, Charles Babbage]\n---\n"
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = pubparse.parse_folder(tmp_path).problems
    assert (problem.code, problem.line) == ("unknown-owner", 3)
    assert pubparse.parse_folder(tmp_path, owner="Ada Lovelace").problems == ()


def test_a_year_that_only_the_citation_gives_is_where_it_says(tmp_path: Path) -> None:
    citation = 'A. Lovelace (1843). "Notes on the Engine." <i>Scientific Memoirs</i>, 3, 666-731.'
    (tmp_path / "notes.md").write_text(
        f"---\ntitle: Notes on the Engine\ncitation: '{citation}'\n---\n", encoding="utf-8"
    )
    page = pubparse.parse_folder(tmp_path)
    assert page.publications[0].date == "1843"
    check_places(page)


def test_a_venue_that_names_a_sort_of_work(tmp_path: Path) -> None:
    """What is called a report appeared at an institution: that is no sort of work."""
    (tmp_path / "a.md").write_text('---\ntitle: "On Computable Numbers"\nvenue: "MIT Technical Report"\n---\n', "utf-8")
    (one,) = pubparse.parse_folder(tmp_path).publications
    assert one.venue
    assert (one.venue.name, one.venue.kind) == ("MIT Technical Report", "institution")
