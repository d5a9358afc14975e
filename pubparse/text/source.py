"""The page as it came: text or bytes in, a `Source` (exact text, newline map, the bytes again) and problems out."""

import codecs
import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Final, Literal, NamedTuple

from pubparse.problems import Problem, UsageError
from pubparse.text.span import Span

Newline = Literal["\n", "\r\n", "\r", "mixed"]
Encoding = Literal["utf-8", "utf-8-sig"]

_BOM: Final = "\ufeff"
_REPLACEMENT: Final = "\ufffd"
_NEWLINE: Final = re.compile(r"\r\n?|\n")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]+")
_UTF_16: Final = tuple(mark.decode("utf-8", "surrogateescape") for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
_NUL: Final = re.compile(r"\0+")
_MANY: Final = 20
"""A text may be damaged in so many places, or in one of so many characters; what has more, and NULs, is none."""

_Errors = Literal["strict", "surrogateescape", "surrogatepass"]


class SourceFile(NamedTuple):
    """One of the files that a source is made of, and where it stands."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    r"""A page, exactly as it came.

    `text` is decoded and without a byte order mark; bytes that are not UTF-8, and lone surrogates, are U+FFFD in it
    (one for each). Newlines and NULs are as they came. All offsets are code points of `text`; lines and columns
    count from 1. As in CommonMark, a line ends at `\n`, `\r\n` or a lone `\r`. The files of a folder stand one after
    the other, as `files` tells.
    """

    text: str
    path: str | None = None
    newline: Newline | None = None
    encoding: Encoding = "utf-8"
    # `text` before U+FFFD took the place of what cannot be encoded, and how to encode that; None where nothing did.
    _exact: str | None = field(default=None, repr=False)
    _errors: _Errors = field(default="strict", repr=False)
    files: tuple[SourceFile, ...] = field(default=(), repr=False)
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes that came in."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def to_bytes(self) -> bytes:
        """Return exactly the bytes that came in; a string counts as its UTF-8."""
        return self._mark() + self._encode(len(self.text))

    def line(self, offset: int) -> int:
        """Return the number of the line that `offset` is on; a newline is on the line it ends."""
        self._check(offset)
        return bisect_right(self._line_starts(), offset)

    def place(self, offset: int) -> tuple[str | None, int]:
        """Return the file that `offset` is in, and the line there: of a folder, one of its files, path and all."""
        file = next((file for file in reversed(self.files) if file.span.start <= offset), None)
        if file is None:
            return self.path, self.line(offset)
        return f"{self.path or '.'}/{file.path}", self.line(offset) - self.line(file.span.start) + 1

    def column(self, offset: int) -> int:
        """Return the column of `offset` in its line, in code points."""
        return offset - self._line_starts()[self.line(offset) - 1] + 1

    def line_span(self, line: int) -> Span:
        """Return where `line` stands, without its newline."""
        starts = self._line_starts()
        if not 1 <= line <= len(starts):
            raise UsageError(f"line {line} is not one of 1 to {len(starts)}")
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def byte_offset(self, offset: int) -> int:
        """Return `offset` counted in the bytes that came in."""
        self._check(offset)
        return len(self._mark()) + len(self._encode(offset))

    def utf16_offset(self, offset: int) -> int:
        """Return `offset` counted in UTF-16 code units of `text`, as JavaScript and language servers do."""
        self._check(offset)
        return len(self.text[:offset].encode("utf-16-le")) // 2

    def _mark(self) -> bytes:
        return _BOM.encode() if self.encoding == "utf-8-sig" else b""

    def _encode(self, end: int) -> bytes:
        exact = self.text if self._exact is None else self._exact
        return exact[:end].encode("utf-8", self._errors)

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= len(self.text):
            raise UsageError(f"offset {offset} is not in a text of {len(self.text)} characters")

    def _line_starts(self) -> list[int]:
        if not self._starts:
            # One assignment, so that threads which meet here all leave the same list behind.
            self._starts[:] = [0, *(newline.end() for newline in _NEWLINE.finditer(self.text))]
        return self._starts


def read_source(text: str | bytes, path: str | None = None) -> tuple[Source, tuple[Problem, ...]]:
    """Decode `text`, and tell of what in it is no text.

    `path` is only kept: nothing is read from there.
    """
    if not isinstance(text, (str, bytes)):
        raise UsageError(f"a page is str or bytes, not {type(text).__name__}")
    if isinstance(text, bytes):
        exact, code = text.decode("utf-8", "surrogateescape"), "invalid-utf8"
        source = _source(exact, path, "surrogateescape")
    else:
        exact, code = text, "lone-surrogate"
        source = _source(exact, path, "surrogatepass")
    exact = exact.removeprefix(_BOM)
    return source, _problems(exact, code, (Span(0, len(exact)),))


def read_files(files: Iterable[tuple[str, bytes]], path: str | None = None) -> tuple[Source, tuple[Problem, ...]]:
    """Decode the files of a folder, each a path and its bytes, as one source, and tell of what in it is no text."""
    decoded = [(name, content.decode("utf-8", "surrogateescape")) for name, content in files]
    exact = "".join(text for _, text in decoded)
    mark = len(exact) - len(exact.removeprefix(_BOM))
    ends = accumulate((len(text) for _, text in decoded), initial=0)
    spans = [Span(max(start - mark, 0), end - mark) for start, end in pairwise(ends)]
    named = tuple(SourceFile(name, span) for (name, _), span in zip(decoded, spans, strict=True))
    return _source(exact, path, "surrogateescape", named), _problems(exact.removeprefix(_BOM), "invalid-utf8", spans)


def carried(text: str) -> str:
    """Text that every format can carry: U+FFFD in the place of a lone surrogate, which is half a character."""
    return _SURROGATES.sub(lambda damage: _REPLACEMENT * len(damage[0]), text)


def _source(exact: str, path: str | None, errors: _Errors, files: tuple[SourceFile, ...] = ()) -> Source:
    encoding: Encoding = "utf-8-sig" if exact.startswith(_BOM) else "utf-8"
    exact = exact.removeprefix(_BOM)
    shown = carried(exact)
    if shown == exact:
        return Source(exact, path, _newline(exact), encoding, files=files)
    return Source(shown, path, _newline(shown), encoding, exact, errors, files)


def _problems(exact: str, code: str, files: Iterable[Span]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for file in files:
        damages = [Problem(code, Span(*damage.span())) for damage in _SURROGATES.finditer(exact, *file)]
        nuls = [Problem("nul-character", Span(*nul.span())) for nul in _NUL.finditer(exact, *file)]
        if code == "invalid-utf8" and exact.startswith(_UTF_16, file.start):
            found.append(Problem("utf-16", file))
        elif damages and nuls and len(damages) + len(nuls) > max(_MANY, (file.end - file.start) / _MANY):
            found.append(Problem("binary", file))
        else:
            found += sorted(damages + nuls, key=lambda problem: problem.span)
    return tuple(found)


def _newline(text: str) -> Newline | None:
    pairs = text.count("\r\n")
    kinds: tuple[tuple[Newline, int], ...] = (
        ("\r\n", pairs),
        ("\n", text.count("\n") - pairs),
        ("\r", text.count("\r") - pairs),
    )
    found = [kind for kind, count in kinds if count]
    return found[0] if len(found) == 1 else "mixed" if found else None
