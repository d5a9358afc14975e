"""BibTeX: entries as a person would write them."""

from exporters.works import person, publication, venue

import pubparse


def entry(protect: str = "whole", **values: object) -> str:
    return pubparse.export(publication(**values), "bibtex", protect=protect).text


def test_an_entry() -> None:
    authors = [
        person("Laurens van der Maaten", given="Laurens", particle="van der", family="Maaten"),
        person("J. H. Ward, Jr.", given="J. H.", family="Ward", suffix="Jr."),
        person("Knuth & Plass", literal="Knuth & Plass", given=None, family=None),
        person("S. Ramón y Cajal", given="S.", family="Ramón y Cajal"),
    ]
    text = entry(
        id="maaten2024", authors=authors, et_al=True, type="conference", venue=venue("Meeting on A & B", "conference"),
        title="Can LLMs Save 5%?", year=2024, date="2024-09-14", pages="12–20", status="in press",
        ids={"doi": "10.1000/a_b", "url": "https://x.org/~a/b_c%20d"},
    )  # fmt: skip
    assert (
        text
        == r"""% Made by pubparse

@inproceedings{maaten2024,
  author = {van der Maaten, Laurens and Ward, Jr., J. H. and {Knuth \& Plass} and {Ramón y Cajal}, S. and others},
  title = {{Can LLMs Save 5\%?}},
  booktitle = {{Meeting on A \& B}},
  year = {2024},
  pages = {12--20},
  month = sep,
  doi = {10.1000/a_b},
  url = {https://x.org/~a/b_c%20d},
  note = {in press},
}
"""
    )


def test_a_family_in_small_letters_is_no_particle() -> None:
    assert "author = {{hooks}, bell}," in entry(authors=[person("bell hooks")])


def test_what_is_protected() -> None:
    title = "Training BERT with X in the Wild"
    assert "title = {{Training BERT with X in the Wild}}" in entry(title=title)
    assert "title = {Training {BERT} with {X} in the Wild}" in entry("words", title=title)
    assert "title = {Training BERT with X in the Wild}" in entry("none", title=title)


def test_what_lacks_something_keeps_all_else_and_tells_what() -> None:
    lacking = publication(authors=[], title=None, year=None, year_from=None, date=None, volume="3", pages="666–731")
    written = pubparse.export(lacking, "bibtex")
    assert [line.strip() for line in written.text.splitlines()[2:-1]] == [
        "@article{lovelace1843notes,",
        "journal = {Scientific Memoirs},",
        "volume = {3},",
        "pages = {666--731},",
    ]
    why = "missing: written without it"
    assert [loss[1:] for loss in written.losses] == [(path, "", why) for path in ("authors", "title", "year")]
    assert "@book{" in entry(type="book", venue=None, publisher="Taylor", authors=[], editors=[person("Jane Roe")])


def test_keys_are_of_letters_that_bibtex_takes_and_occur_once() -> None:
    text = pubparse.export([publication(id="a b"), publication(id="a,b"), publication(id="ä")], "bibtex").text
    keys = [line.partition("{")[2].rstrip(",") for line in text.splitlines() if line.startswith("@")]
    assert len(set(keys)) == 3
    assert all(key.replace("-", "").isascii() and not set(" ,") & set(key) for key in keys)
