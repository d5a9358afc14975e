"""What holds for every format: it is documented, takes any record, loses nothing silently, and gives the same twice."""

from collections.abc import Iterator

import pytest
from inputs import CASES, PAGES, SOURCE

import pubparse
from pubparse.bibliography.listed import listed
from pubparse.exporters.json_records import JSON
from pubparse.exporters.work import Work, told_by

FORMATS = [pytest.param(exporter, id=exporter.name) for exporter in pubparse.formats()]
READ = [pubparse.parse(text, path=f"{name}.md") for name, text in [*PAGES.items(), *CASES.items()]]


def contents(written: pubparse.Export) -> Iterator[str]:
    for name, content in written.files.items():
        assert not name.startswith("/")
        assert ".." not in name.split("/")
        yield content if isinstance(content, str) else content.decode("latin-1")


@pytest.mark.parametrize("exporter", FORMATS)
def test_it_says_what_it_is(exporter: pubparse.Exporter) -> None:
    first, _, rest = exporter.doc.partition("\n")
    assert first.startswith("Works in, ")
    assert rest.strip(), "who reads it, and what is lost"
    assert exporter.suffix.startswith(".")
    for name, field in exporter.options.model_fields.items():
        assert field.description, name
        assert not field.is_required(), name


@pytest.mark.parametrize("exporter", FORMATS)
def test_every_page_is_written_and_bears_the_sign(exporter: pubparse.Exporter) -> None:
    for page in READ:
        for content in contents(pubparse.export(page, exporter.name)):
            assert not page.publications or exporter.sign in content[:4096]


@pytest.mark.parametrize("exporter", FORMATS)
def test_twice_is_the_same(exporter: pubparse.Exporter) -> None:
    first, second = (pubparse.export(pubparse.parse_file(SOURCE), exporter.name) for _ in range(2))
    assert first.files == second.files
    assert first.losses == second.losses


@pytest.mark.parametrize("exporter", FORMATS)
def test_losses_are_things_the_record_says_or_lacks(exporter: pubparse.Exporter) -> None:
    written = pubparse.export(READ, exporter.name)
    told = {work.key: dict(told_by(work.publication)) for work in written.works}
    for loss in written.losses:
        assert loss.text == told[loss.key].get(loss.path, "")
        assert loss.why


@pytest.mark.parametrize("exporter", FORMATS)
def test_no_publication_at_all(exporter: pubparse.Exporter) -> None:
    assert pubparse.export([], exporter.name).losses == ()


def test_keys_are_unique_over_pages() -> None:
    keys = [work.key for work in pubparse.export([*READ, *READ], "json").works]
    assert len(set(keys)) == len(keys)


def test_a_format_that_takes_nothing_loses_everything() -> None:
    page = pubparse.parse_file(SOURCE)
    works = tuple(map(Work, listed(page)))
    lost = [(loss.key, loss.path, loss.text) for loss in pubparse.Export(JSON, {}, works).losses]
    assert lost == [(one.id, *told) for one in page.publications for told in told_by(one)]


def test_unknown_format() -> None:
    with pytest.raises(pubparse.UsageError, match="no format 'papyrus'"):
        pubparse.export([], "papyrus")


def test_unknown_option() -> None:
    with pytest.raises(pubparse.UsageError, match="no option 'colour'"):
        pubparse.export([], "json", colour="red")
