"""Bytes in, an exception out where a promise is broken: for whatever makes up pages, by chance or by coverage."""

from test_honest import check_fields, check_marks, check_values
from test_lossless import check as check_lossless

import pubparse
from pubparse import Page
from pubparse.readers.read import readers

STYLED = ("markdown", "html", "text")


def check(data: bytes) -> Page:
    """Check that these bytes come back, that nothing is invented, and that nothing that is done with a page fails."""
    page = check_lossless(data)
    for publication in page.publications:
        check_values(publication, page.source.text)
        check_fields(publication)
        check_marks(publication, page.source.text)
    check_exports(page)
    check_uses(page, data)
    for reader in readers():
        pubparse.read_bibliography(data, format=reader.name)
    return page


def check_exports(page: Page) -> None:
    """Check that every format can be written, under names that lead nowhere else.

    Those in a citation style take most of the time and differ in their last step only: each page is written in one.
    """
    left_out = {*STYLED} - {STYLED[len(page.source.text) % len(STYLED)]}
    for exporter in pubparse.formats():
        if exporter.name in left_out:
            continue
        written = pubparse.export(page, exporter.name)
        assert all(set(part) - {".", ""} for name in written.files for part in name.split("/"))
        assert written.losses is not None


def check_uses(page: Page, data: bytes) -> None:
    """Check that a page can be shown, counted, checked and mended, and that an edit of nothing changes nothing."""
    assert "</html>" in page.report()
    pubparse.statistics(page)
    pubparse.merge(page)
    mended = pubparse.mend(page, page.check(), pubparse.parse, suggested=True)
    check_lossless(mended.page.source.to_bytes())
    assert page.edit().to_bytes() == data
