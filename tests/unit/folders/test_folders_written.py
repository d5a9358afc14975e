"""Folders that were exported: what is read of them is what was written, whatever that was."""

import re
from pathlib import Path
from typing import Any

import pytest
from exporters.works import fixture_pages, hostile_publications
from folder_checks import check_places, names, write
from inputs import FIXTURES

import pubparse
from pubparse import Publication
from pubparse.exporters.work import one_line

LIST_OF_AUTHORS = re.compile(r"^authors:\n(?:- .*\n)*", re.MULTILINE)

FORMS: list[tuple[str, dict[str, Any]]] = [
    ("academicpages", {}),
    ("hugo-blox", {}),
    ("hugo-blox", {"fields": "older"}),
    ("hugo-blox", {"me": False}),
    ("hugo-blox", {"me": False, "fields": "older"}),
]


def round_trip(some: Any, folder: Path, form: str, options: dict[str, Any]) -> list[tuple[Publication, Publication]]:
    """Each publication that was exported, with what is read of its file."""
    written = pubparse.export(some, form, **options)
    write(written.files, folder)
    page = pubparse.parse_folder(folder)
    assert {one.code for one in page.problems} <= {"unknown-owner"}
    check_places(page)
    read = dict(zip([file.path for file in page.source.files], page.publications, strict=True))
    pairs = zip(written.works, (name for name in written.files if name.endswith(".md")), strict=True)
    return [(work.publication, read[name]) for work, name in pairs]


@pytest.mark.parametrize(("form", "options"), FORMS, ids=str)
def test_what_is_exported_is_read_back(form: str, options: dict[str, Any], tmp_path: Path) -> None:
    me = None if form == "academicpages" or not options.get("me", True) else "admin" if options else "me"
    for at, page in enumerate(fixture_pages()):
        for one, back in round_trip(page, tmp_path / str(at), form, options):
            expected = [me if me and author.is_self else one_line(author.name) for author in one.authors]
            assert [author.name for author in back.authors] == expected
            assert back.title == one_line(one.title or "Untitled")
            assert (back.venue and back.venue.name) == (one.venue and one_line(one.venue.name))
            assert back.year == one.year
            assert back.ids.doi == one.ids.doi


def test_written_again_each_work_keeps_its_folder(tmp_path: Path) -> None:
    """Whoever `me` is: a folder of publications alone does not tell."""
    written = pubparse.export(pubparse.parse_file(FIXTURES / "publications.md"), "hugo-blox")
    write(written.files, tmp_path)
    again = pubparse.export(pubparse.parse_folder(tmp_path), "hugo-blox")
    assert sorted(again.files) == sorted(written.files)


def test_harm_is_read_back(tmp_path: Path) -> None:
    for form, options in FORMS:
        pairs = round_trip(hostile_publications(), tmp_path / f"{form}{len(options)}{options}", form, options)
        for one, back in pairs:
            is_me = form == "hugo-blox" and options.get("me", True)
            named = [author for author in one.authors if one_line(author.name) or (author.is_self and is_me)]
            assert len(back.authors) == len(named)
            assert back.year == one.year


def test_authors_in_a_citation_alone(tmp_path: Path) -> None:
    """A particle that also means "and" (Ramón y Cajal), and two family names alone, are all that is not read back."""
    right = wrong = 0
    for at, page in enumerate(fixture_pages()):
        files = pubparse.export(page, "academicpages").files
        folder = tmp_path / str(at)
        write({name: LIST_OF_AUTHORS.sub("", str(text)) for name, text in files.items()}, folder)
        read = pubparse.parse_folder(folder)
        back = {file.path: one for file, one in zip(read.source.files, read.publications, strict=True)}
        for one, name in zip(page.publications, files, strict=True):
            same = [author.name for author in one.authors] == [author.name for author in back[name].authors]
            are_alone = all(" " not in author.name for author in one.authors)
            assert same or are_alone or any(" y " in author.name for author in one.authors), names(one)
            right, wrong = right + same, wrong + (not same)
    assert wrong <= right / 100
