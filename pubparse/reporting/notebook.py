"""A page or a publication in, the HTML that a notebook shows for it out."""

from typing import TYPE_CHECKING

from pubparse.reporting.templates import rendered

if TYPE_CHECKING:
    from pubparse.model.page import Page
    from pubparse.model.publication import Publication

_MOST = 100
"""Rows: the rest of a long list is counted."""


def table_of(page: "Page") -> str:
    """A row for each publication, of the first hundred."""
    return rendered("notebook-page.html", page=page, most=_MOST)


def record_of(publication: "Publication") -> str:
    """The record, a row for each field."""
    from pubparse.reporting.cards import rows_of

    return rendered("notebook-publication.html", rows=rows_of(publication, ()), work=publication)
