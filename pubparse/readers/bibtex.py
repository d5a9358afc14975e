r"""The text of a .bib file in, its entries out: BibTeX, BibLaTeX, and what sites built on al-folio add.

LaTeX is read as the text it stands for. Macros (`@string`), values joined by `#` and `crossref` are followed. A name
in braces is not split, `and others` is "et al.". Roles are read from biblatex's annotations (`author+an`), from signs
on family names and the `annotation` that explains them; the state of a work and its awards from `note` and `pubstate`.
What a list of publications does not print is passed over: abstracts, keywords, files.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pubparse.readers.bib_fields import values_of
from pubparse.readers.contract import Entry, Flaw, Reader

if TYPE_CHECKING:
    from bibtexparser import model

Fields = dict[str, str]

_PIECE = re.compile(r'\\.|[{}"#]|[^\\{}"#]+', re.DOTALL)
_SITE = "---\n"
"""How a file begins that is part of a site: in its values stands HTML."""
_REFERENCE = re.compile(r"\\&(lt|amp);")
_SIGNS = {"lt": "<", "amp": "\\&"}
_OPEN = "it is never closed"
_CONTAINERS = frozenset({"book", "collection", "proceedings", "mvbook", "mvcollection", "mvproceedings"})
_NO_ENTRIES = frozenset({"", "xdata", "set", "control"})
_ROOM, _TIMES = 1_000_000, 20
"""Characters that the entries of any file may take from elsewhere in it, and how many times its length more."""


class _TooMuchError(ValueError):
    """A few lines stand for more text than there is room for."""


class _Borrowed:
    """What entries take from elsewhere in the file: `@string` macros and fields of the entry that they are in.

    There is room for a multiple of the file: a few lines of macros joined with themselves could fill a disk.
    """

    def __init__(self, macros: Mapping[str, str], room: int) -> None:
        self.macros, self.room = macros, room

    def take(self, texts: Iterable[str]) -> None:
        """Note that texts are taken; raises _TooMuchError where there is no room for them."""
        self.room -= sum(map(len, texts))
        if self.room < 0:
            raise _TooMuchError("its macros, or what it is in, would make the file many times as long")

    def value(self, written: str) -> str:
        """What stands in braces or quotes, behind a macro or as a number, and what `#` joins of these."""
        parts = _parts(written) if "#" in written else [written]
        self.take(macro for part in parts if (macro := self.macros.get(part.lower())))
        return "".join(_part(part, self.macros) for part in parts)


def _read(text: str) -> Iterator[Entry | Flaw]:
    from bibtexparser import model
    from bibtexparser.splitter import Splitter

    _keep_quiet()
    is_site = text.startswith(_SITE)
    library = Splitter(_REFERENCE.sub(lambda found: _SIGNS[found[1]], text) if is_site else text).split()
    alone = _Borrowed({}, 0)
    macros = {name.lower(): alone.value(string.value) for name, string in library.strings_dict.items()}
    borrowed = _Borrowed(macros, _ROOM + _TIMES * len(text))
    entries: list[tuple[model.Entry, Fields]] = []
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        entry = block.ignore_error_block if isinstance(block, model.ParsingFailedBlock) else block
        if isinstance(block, model.DuplicateFieldKeyBlock):
            yield from (Flaw(line, "repeated-field", name) for name in sorted(block.duplicate_keys))
        elif isinstance(block, model.ParsingFailedBlock) and entry is None:
            yield Flaw(line, "unreadable-entry", " ".join(str(block.error).split()) or _OPEN)
        if isinstance(entry, model.Entry) and entry.entry_type not in _NO_ENTRIES:
            try:
                entries.append((entry, _fields(entry, borrowed)))
            except _TooMuchError as error:
                yield Flaw(line, "unreadable-entry", str(error))
    yield from _entries(entries, borrowed)


@cache
def _keep_quiet() -> None:
    """The library tells of every block that it cannot read, on standard error where nobody else listens."""
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def _fields(entry: "model.Entry", borrowed: _Borrowed) -> Fields:
    """The values by name, in small letters; of a field that is there twice the first."""
    fields: Fields = {}
    for one in entry.fields:
        fields.setdefault(one.key.lower(), borrowed.value(one.value))
    return fields


def _parts(written: str) -> list[str]:
    """What `#` joins, apart from one in braces or quotes."""
    joints, depth, quoted = [-1], 0, False
    for piece in _PIECE.finditer(written):
        sign = piece[0]
        if sign == "#" and not depth and not quoted:
            joints.append(piece.start())
        depth += (sign == "{") - (sign == "}")
        quoted ^= sign == '"' and not depth
    return [written[start + 1 : end].strip() for start, end in pairwise([*joints, len(written)])]


def _part(written: str, macros: Mapping[str, str]) -> str:
    return written[1:-1] if written[:1] in {"{", '"'} else macros.get(written.lower(), written)


def _entries(entries: list[tuple["model.Entry", Fields]], borrowed: _Borrowed) -> Iterator[Entry | Flaw]:
    """The entries with what they take over from the one that they are in."""
    parents = {entry.key.lower(): (entry.entry_type, fields) for entry, fields in entries}
    for entry, fields in entries:
        line = (entry.start_line or 0) + 1
        end_line = line + (entry.raw or "").count("\n")
        whole, parent = parents.get(fields.get("crossref", "").lower(), ("", {}))
        taken = {name: value for name, value in parent.items() if name != "author"}
        if whole in _CONTAINERS and "title" in taken:
            taken.setdefault("booktitle", taken["title"])
            del taken["title"]
        try:
            borrowed.take(taken.values())
        except _TooMuchError as error:
            yield Flaw(line, "unreadable-entry", str(error))
        else:
            yield Entry(line, end_line, entry.key, values_of(entry.entry_type, taken | fields))


READER = Reader("bibtex", "BibTeX", ".bib", _read)
