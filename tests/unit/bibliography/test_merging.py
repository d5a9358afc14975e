"""Joining pages of one group: what is kept, what is added and who it is from, and that nothing else changes."""

import pytest
from exporters.works import fixture_pages, person, publication, venue

import pubparse

LOVELACE = """\
# Publications

\\* equal contribution

* **Ada Lovelace**\\*, C. Babbage\\*, and M. Somerville. Weaving Algebra with Looms. In Advances in Neural Information \
Processing Systems, pages 10–20, 2020. [code](https://example.org/looms)
* **Ada Lovelace**. Notes of Her Own. *Machine Learning*, 3:1–9, 2019.
"""
BABBAGE = """\
# Papers

Marks: * corresponding author.

* A. Lovelace, **Charles Babbage**\\*, M. Somerville. Weaving Algebra with Looms. NeurIPS 2020. doi:10.1000/looms
* **Charles Babbage**\\*. On Engines. *Machine Learning*, 4:1–9, 2018.
"""
SOMERVILLE = """\
# Preprints

* A. Lovelace, C. Babbage, **Mary Somerville**. Weaving algebra with looms. arXiv preprint arXiv:1912.00001, 2019.
"""


@pytest.fixture(scope="module")
def lab() -> tuple[pubparse.Page, ...]:
    pages = {"lovelace.md": LOVELACE, "babbage.md": BABBAGE, "somerville.md": SOMERVILLE}
    return tuple(pubparse.parse(text, path=path) for path, text in pages.items())


def test_one_of_each_work(lab: tuple[pubparse.Page, ...]) -> None:
    merged = pubparse.merge(lab)
    assert [[work.title for work in page.publications] for page in merged.pages] == [  # type: ignore[union-attr]
        ["Weaving Algebra with Looms", "Notes of Her Own"],
        ["On Engines"],
        [],
    ]
    assert merged.alike == ()
    assert [work.title for work in merged.publications] == [
        "Weaving Algebra with Looms",
        "Notes of Her Own",
        "On Engines",
    ]


def test_the_fuller_value_of_each_field(lab: tuple[pubparse.Page, ...]) -> None:
    (joined,) = pubparse.merge(lab).joined
    work, kept = joined.publication, joined.kept.publication
    assert joined.kept.file == "lovelace.md"
    assert [other.file for other in joined.others] == ["babbage.md", "somerville.md"]
    assert work.venue
    assert (work.venue.name, work.venue.acronym) == ("Advances in Neural Information Processing Systems", "NeurIPS")
    assert (work.year, work.date, work.type, work.status, work.pages) == (2020, "2020", "conference", None, "10–20")
    assert (work.ids.doi, work.ids.arxiv) == ("10.1000/looms", "1912.00001")
    assert [author.name for author in work.authors] == ["Ada Lovelace", "Charles Babbage", "Mary Somerville"]
    assert [link.url for link in work.links] == ["https://example.org/looms"]
    assert (work.raw, work.line, work.span, work.section) == (kept.raw, kept.line, kept.span, kept.section)


def test_whoever_owns_a_page_is_self_and_marks_are_of_one_page(lab: tuple[pubparse.Page, ...]) -> None:
    assert lab[1].publications[0].authors[1].roles == ("corresponding",)
    (joined,) = pubparse.merge(lab).joined
    authors = joined.publication.authors
    assert [author.is_self for author in authors] == [True, True, True]
    assert [author.roles for author in authors] == [("equal",), ("equal",), ()], "none is corresponding: another page's"
    assert [author.equal_group for author in authors] == [1, 1, None]


def test_it_is_told_who_each_value_is_from(lab: tuple[pubparse.Page, ...]) -> None:
    (joined,) = pubparse.merge(lab).joined
    work, from_kept = joined.publication, joined.kept.publication
    assert {path: giver.file for path, giver in joined.taken.items() if not path.startswith(("links", "notes"))} == {
        "ids.doi": "babbage.md",
        "ids.arxiv": "somerville.md",
        "venue.acronym": "babbage.md",
        "authors[1].name": "babbage.md",
        "authors[1].is_self": "babbage.md",
        "authors[2].name": "somerville.md",
        "authors[2].is_self": "somerville.md",
    }
    sources = {page.source.path: page.source.text for page in lab}
    for path, origin in work.fields.items():
        text = sources[joined.taken.get(path, joined.kept).file]
        assert text[slice(*origin.span)] == origin.text, path
    assert {path for path in work.fields if path not in from_kept.fields} == {"ids.doi", "ids.arxiv"}
    assert [pair.sure for pair in joined.evidence] == [True, True]


def test_the_order_of_pages_does_not_matter(lab: tuple[pubparse.Page, ...]) -> None:
    (one,), (other,) = (pubparse.merge(pages).joined for pages in (lab, lab[::-1]))
    assert one.publication.ids == other.publication.ids
    assert one.publication.type == other.publication.type == "conference"
    assert [author.name for author in one.publication.authors] == [author.name for author in other.publication.authors]


def test_merged_publications_are_valid_and_stay_as_they_are(lab: tuple[pubparse.Page, ...]) -> None:
    for given in (lab, [*fixture_pages(), *fixture_pages()]):
        merged = pubparse.merge(given)
        for work in merged.publications:
            assert pubparse.Publication.model_validate(work.model_dump()) == work
        again = pubparse.merge(merged.pages)
        assert again.joined == ()
        assert again.pages == merged.pages


def test_a_preprint_tells_nothing_of_the_published_work() -> None:
    preprint = publication(
        id="one", type="preprint", status="preprint", venue=venue("arXiv", "preprint"), year=1842, date="1842",
        ids={"arxiv": "1842.00001", "doi": "10.48550/arXiv.1842.00001"}, pages="1-99", publisher="arXiv",
    )  # fmt: skip
    published = publication(id="two", year=1843, date="1843")
    (joined,) = pubparse.merge([preprint, published]).joined
    assert joined.publication.model_dump(exclude={"ids"}) == published.model_dump(exclude={"ids"})
    assert joined.publication.ids == pubparse.Ids(arxiv="1842.00001")


def test_fuller_names_are_those_of_the_same_people() -> None:
    short = publication(id="one", authors=[person("A. Lovelace"), person("Z. Tang"), person("Z. Tang", is_self=True)])
    full = publication(id="two", authors=[person("Ada Lovelace"), person("Zhenhua Tang"), person("Zhenheng Tang")])
    misread = publication(id="three", authors=[person("Ada B. C. D. Lovelace"), person("Z. Tang"), person("Z. Tang")])
    (joined,) = pubparse.merge([short, full, misread]).joined
    assert [author.name for author in joined.publication.authors] == ["Ada Lovelace", "Zhenhua Tang", "Zhenheng Tang"]
    assert [author.is_self for author in joined.publication.authors] == [False, False, True]


def test_a_cut_list_is_completed() -> None:
    cut = publication(id="one", authors=[person("A. Lovelace")], et_al=True, pages="1-2", volume="3", issue="4")
    whole = publication(id="two", authors=[person("A. Lovelace"), person("Charles Babbage")])
    for given in ([cut, whole], [whole, cut]):
        (joined,) = pubparse.merge(given).joined
        assert [author.name for author in joined.publication.authors] == ["A. Lovelace", "Charles Babbage"]
        assert not joined.publication.et_al


def test_what_one_entry_lacks_is_taken_from_another() -> None:
    more = {"volume": "3", "publisher": "Taylor", "editors": [person("R. Taylor")], "date": "1843-09", "series": "S"}
    links = [{"text": "pdf", "url": f"https://a.example/{at}", "kind": "pdf", "span": (0, 0)} for at in range(3)]
    awards = [
        {"text": "Medal", "kind": "prize", "span": (0, 0)},
        {"text": "Oral", "kind": "presentation", "span": (0, 0)},
    ]
    notes = [{"text": text, "span": (0, 0)} for text in ("translated", "with notes")]
    one = publication(id="one", links=links[:2], awards=awards[:1], notes=notes[:1], issue="4", pages="1-2", **more)
    two = publication(id="two", links=links[1:], awards=awards[1:], notes=notes, issue="4", pages="1–2", edition="1st")
    for given in ([one, two], [two, one]):
        (joined,) = pubparse.merge(given).joined
        work = joined.publication
        assert (work.volume, work.publisher, work.date, work.series) == ("3", "Taylor", "1843-09", "S")
        assert [editor.name for editor in work.editors] == ["R. Taylor"]
        assert sorted(link.url[-1] for link in work.links) == ["0", "1", "2"]
        assert {award.text for award in work.awards} == {"Medal", "Oral"}
        assert sorted(note.text for note in work.notes) == ["translated", "with notes"]
        assert work.edition == "1st"


def test_export_with_merge(lab: tuple[pubparse.Page, ...]) -> None:
    written = pubparse.export(lab, "json", merge=True)
    assert [work.publication for work in written.works] == list(pubparse.merge(lab).publications)
    assert [work.file for work in written.works] == ["lovelace.md", "lovelace.md", "babbage.md"]
    assert len(pubparse.export(lab, "json").works) == 5


def test_a_path_that_is_no_text() -> None:
    page = pubparse.parse("* A. Lovelace. Notes. 1843.", path="\udcff.md")
    assert pubparse.export(page, "json").text.encode()


def test_what_others_say_otherwise_is_told() -> None:
    work = "A. Lovelace, C. Babbage. Weaving Algebra with Looms."
    pages = [
        pubparse.parse(f"# Papers\n\n* {work} {rest}\n", path=f"{name}.md")
        for name, rest in (
            ("a", "*Nature*, 12(3):45-67, 2020. doi:10.1000/looms"),
            ("b", "*Nature*, 13(3):45–67, 2021. doi:10.1000/looms"),
            ("c", "arXiv:1912.00001, 2019."),
        )
    ]
    (joined,) = pubparse.merge(pages).joined
    assert [(work.file, path, text) for work, path, text in joined.left] == [
        ("b.md", "year", "2021"),
        ("b.md", "volume", "13"),
    ]
