"""A document as the editor has it in, its page and what is found there out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lsprotocol import types
from pygls import uris

import pubparse
from pubparse import Finding, Page, Publication, Source, Span
from pubparse.cli.language_server.positions import Lines
from pubparse.cli.settings import settings

_BOM = "\ufeff"


@dataclass(frozen=True)
class Document:
    """One state of a document. What is asked of it is worked out once, when first asked for."""

    uri: str
    version: int
    text: str
    encoding: str
    """How the editor counts columns."""

    def changed(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> "Document":
        """Give the next state; each change is of what the one before it made."""
        document = self
        for change in changes:
            document = Document(self.uri, version, document.lines.edited(change), self.encoding)
        return document

    @cached_property
    def lines(self) -> Lines:
        """Where its places are."""
        return Lines(Source(self.text), self.encoding)

    @cached_property
    def page(self) -> Page:
        """The page it is."""
        return self.read(self.text)

    def read(self, text: str | bytes) -> Page:
        """Read another text as this document's."""
        return pubparse.parse(text, path=uris.to_fs_path(self.uri))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What a careful reader would tell its owner; nothing, where it is no list of publications.

        Raises UsageError and OSError where the settings of its folder make no sense or cannot be read.
        """
        path = uris.to_fs_path(self.uri)
        chosen = settings(None, None, Path(path).absolute().parent if path else Path.cwd())
        return self.page.check(**chosen) if self.page.publications else ()

    def publication(self, position: types.Position) -> Publication | None:
        """Give the publication whose entry is there."""
        at = self.lines.offset(position) - self._shift
        return next((work for work in self.page.publications if work.span.start <= at <= work.span.end), None)

    def place(self, span: Span) -> types.Range:
        """Give where a span of the page stands."""
        return self.lines.place(Span(span.start + self._shift, span.end + self._shift))

    def mends(self, findings: Sequence[Finding], *, suggested: bool) -> list[types.TextEdit]:
        """Give the edits that mend findings and do no harm: the page was read again with them."""
        mended = pubparse.mend(self.page, findings, self.read, suggested=suggested)
        return [types.TextEdit(self.place(edit.span), edit.new) for edit in mended.edits]

    @property
    def _shift(self) -> int:
        """A byte order mark is a character of the document, and none of the page."""
        return len(self.text) - len(self.text.removeprefix(_BOM))
