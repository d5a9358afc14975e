"""Bibliographies that want to do harm: what cannot be read is told, and what is read can be written again."""

import pytest

import pubparse

LONG = "9" * 5000


def bombs() -> dict[str, tuple[str, str]]:
    """A few kilobytes, in a format, that would be gigabytes or recurse without end."""
    joined = " # ".join(["a"] * 10_000)
    fields = ", ".join(f"f{at} = a" for at in range(10_000))
    children = "".join(f"@inbook{{k{at}, crossref = b}}\n" for at in range(3_000))
    return {
        "macros joined": ("bibtex", f"@string{{a = {{{'x' * 10_000}}}}}\n@misc{{k, title = {joined}}}"),
        "macros repeated": ("bibtex", f"@string{{a = {{{'x' * 100_000}}}}}\n@misc{{k, {fields}}}"),
        "one parent of many": ("bibtex", f"{children}@book{{b, title = {{{'x' * 100_000}}}}}"),
        "lists in each other": ("csl-json", "[" * 1_000_000),
        "objects in each other": ("csl-json", '[{"title":"T","a":' * 100_000),
        "a number without end": ("csl-json", f'[{{"title": "T", "volume": {LONG}}}]'),
    }


@pytest.mark.parametrize("name", bombs())
def test_bombs_are_told(name: str) -> None:
    form, text = bombs()[name]
    read = pubparse.read_bibliography(text, format=form)
    assert "unreadable-entry" in {problem.code for problem in read.problems}
    assert sum(len(one.title or "") for one in read.publications) < 50 * len(text)


def test_macros_are_not_followed_into_each_other() -> None:
    doubling = "".join(f"@string{{a{at} = a{at - 1} # a{at - 1}}}\n" for at in range(1, 60))
    read = pubparse.read_bibliography(f"@string{{a0 = {{x}}}}\n{doubling}@misc{{k, title = a59}}", format="bibtex")
    assert [one.title for one in read.publications] == ["a58a58"]


HARM = {
    "a file to read": ("bibtex", "@misc{k, title = {\\input{/etc/passwd} \\write18{id}}, author = {A Bee}}"),
    "a key that is a path": ("bibtex", "@misc{../../x, title = {T}, author = {A Bee}}"),
    "two in each other": ("bibtex", "@inbook{a, crossref = {b}} @inbook{b, crossref = {a}, title = {T}}"),
    "braces": ("bibtex", f"@misc{{k, title = {'{' * 50_000}T{'}' * 50_000}}}"),
    "commands in each other": ("bibtex", "@misc{k, title = {" + "\\emph{" * 3000 + "T" + "}" * 3000 + "}}"),
    "numbers": ("bibtex", f"@misc{{k, title = {{T}}, year = {LONG}, volume = {LONG}, month = {LONG}}}"),
    "a year in other digits": ("bibtex", "@misc{k, title = {T}, year = {٢٠٢٠}, month = {²}}"),
    "half a character": ("csl-json", '[{"id": "\\ud800", "title": "T\\ud800", "DOI": "\\udc00", "note": "\\ud800"}]'),
    "half a mark": (
        "csl-json",
        '[{"title":"T","author":[{"family":"B\\ud800"}],"custom":{"authors":[{"position":0,"marks":["\\ud800"],'
        '"roles":["\\udc00"],"equal_group":-5,"url":"\\ud800"}],"links":[{"url":"\\ud800","kind":"\\ud800"}]}}]',
    ),
    "other types": ("csl-json", '[{"title": "T", "author": [{"family": {}}, null, 1], "issued": [], "volume": 1e400}]'),
    "dates": ("csl-json", f'[{{"title": "T", "issued": {{"date-parts": [[{"9" * 4000}, 99, -1]]}}}}]'),
    "control characters": ("ris", "TY  - JOUR\nTI  - T\x1b[31m\x00\nAU  - ,,,\nID  - ../../x\nUR  - javascript:x"),
    "large numbers": ("ris", f"TY  - JOUR\nTI  - T\nPY  - {LONG}\nVL  - {LONG}\nSP  - {LONG}\nER  - "),
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_what_is_read_can_be_written(name: str) -> None:
    form, text = HARM[name]
    read = pubparse.read_bibliography(text, format=form)
    assert read.publications
    page = pubparse.parse("# Papers\n\n* A. Bee, C. Dee. Learning to Read. In ICML 2020.\n")
    for one in read.publications:
        assert one.date is None or one.date.isascii()
        assert one.model_dump_json()
        for exporter in pubparse.formats():
            for file, content in pubparse.export(one, exporter.name).files.items():
                assert ".." not in file
                assert content if isinstance(content, bytes) else content.encode()
        try:
            added = pubparse.add(page, one)
        except pubparse.PubparseError:
            continue
        assert added.page.source.to_bytes()
