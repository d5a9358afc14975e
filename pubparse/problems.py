"""What could not be read, or looks wrong: a code and a span in, a `Problem` with a message out.

Any text can be parsed; what is amiss in it is told through problems. The two exceptions are for misuse only.
"""

from typing import Final, Literal, NamedTuple

from pubparse.text.span import Span

Severity = Literal["error", "warning", "info"]


class Code(NamedTuple):
    """What all problems of one code share; `message` may hold a `{detail}`."""

    severity: Severity
    message: str


CODES: Final[dict[str, Code]] = {
    # reading bytes and strings
    "utf-16": Code("error", "the page is UTF-16, and nothing of it can be read: save it as UTF-8"),
    "binary": Code("error", "the file is no text: what is read in it stands there by chance"),
    "invalid-utf8": Code("warning", "bytes that are not UTF-8 are shown as U+FFFD"),
    "lone-surrogate": Code("warning", "a lone surrogate is shown as U+FFFD"),
    "nul-character": Code("warning", "a NUL character is shown as U+FFFD"),
    # reading the page
    "unknown-directive": Code("warning", "pubparse knows no setting {detail!r}"),
    "front-matter": Code("warning", "the front matter cannot be read: {detail}"),
    "unread-list": Code("warning", "this may be a list of publications, and none of it could be read as one"),
    "bibtex": Code("warning", "the page is BibTeX, which `pubparse.read_bibliography` reads"),
    "too-long": Code("warning", "what stands here is too long for a publication, and is not read"),
    "bounded": Code("info", "there are so many ways to read this that those that fell far behind were given up"),
    # reading a folder
    "draft": Code("info", "a draft, which the site does not show, is not read"),
    "unknown-owner": Code("warning", "the site does not tell who {detail!r} is: that stands as a name"),
    "no-publication": Code("warning", "the file is no publication: {detail}"),
    "unreadable-file": Code("error", "the file cannot be read: {detail}"),
    # reading a bibliography
    "repeated-field": Code("warning", "the entry has {detail!r} twice: the first is read"),
    "unreadable-entry": Code("error", "an entry cannot be read: {detail}"),
}


class Problem(NamedTuple):
    """Something amiss: what kind (a key of `CODES`), where, and the particulars."""

    code: str
    span: Span
    detail: str = ""

    @property
    def severity(self) -> Severity:
        """How bad it is: `error`, `warning` or `info`."""
        return CODES[self.code].severity

    @property
    def message(self) -> str:
        """What to tell a person."""
        return CODES[self.code].message.format(detail=self.detail)


class PubparseError(Exception):
    """What every exception raised by this library is."""


class UsageError(PubparseError, ValueError):
    """The library was asked for something that makes no sense, whatever the page says."""
