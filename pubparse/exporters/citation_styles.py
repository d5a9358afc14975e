"""Items of CSL-JSON and the name of a citation style in, references as lines of text with signs for their looks out."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from pubparse.problems import UsageError

# Signs for looks are characters that no text has: they outlive changes of case, and text is escaped after them.
ITALIC, BOLD, RAISED, LOWERED, CAPITALS = ("\U000f0000\U000f0001", "\U000f0002\U000f0003", "\U000f0004\U000f0005",
                                           "\U000f0006\U000f0007", "\U000f0008\U000f0009")  # fmt: skip
"""An opening and a closing sign each."""
_END, _QUOTE = "\U000f000e", "\U000f000f"
PRIVATE = re.compile("[\U000f0000-\U0010ffff]")
"""What signs are made of."""

_CLOSING = "\U000f0001\U000f0003\U000f0005\U000f0007\U000f0009"
_DOUBLED = re.compile(f"([.?!])([{_CLOSING}{_END}”’»]*[{_CLOSING}{_END}][{_CLOSING}{_END}”’»]*)[.](?![.])")
_DANGLING = re.compile(f"[;,:]([{_CLOSING}{_END}]*[.])")
_OUTSIDE = re.compile(f"([{_CLOSING}{_END}]*)”([{_CLOSING}]*)([.,])")
_NUMBERS = re.compile(r"\d+")
_MEANT = {_END: "", _QUOTE: "”"}

STYLES_VARIABLE = "PUBPARSE_STYLES"
SHORT = {
    "acm": "association-for-computing-machinery",
    "ama": "american-medical-association",
    "chicago": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "lncs": "springer-lecture-notes-in-computer-science",
    "mla": "modern-language-association",
}
"""What people call styles."""


class Reference(NamedTuple):
    """A work in a citation style."""

    label: str
    """Its number, as the style writes it; empty where the style has none."""
    text: str


class Style:
    """A citation style, read: UsageError where there is none of that name, or it is none."""

    def __init__(self, name: str, folders: Iterable[Path] = (), locale: str | None = None, *, cut: bool = True) -> None:
        from citeproc import LANGUAGE_NAMES, CitationStylesStyle
        from lxml.etree import LxmlError

        self.name = name
        path = find_style(name, folders)
        if locale and locale not in LANGUAGE_NAMES:
            raise UsageError(f"{locale!r} is none of the locales {', '.join(LANGUAGE_NAMES)}")
        try:
            self._style = CitationStylesStyle(str(path), locale=locale, validate=False)
        except (LxmlError, AttributeError) as error:
            raise UsageError(f"{path} is no citation style") from error
        if not self._style.has_bibliography():
            raise UsageError(f"the citation style {name} has no lists of references")
        root = self._style.root
        if not cut:
            for element in root.iter("{*}*"):
                for limit in {"et-al-min", "et-al-subsequent-min"} & set(element.keys()):
                    element.set(limit, str(10**9))
        numbers = root.iterfind('.//{*}*[@variable="citation-number"]')
        self._numbered = any(not list(number.iterancestors("{*}citation")) for number in numbers)
        _part_dates(root)
        found = {element.get("initialize-with", "") for element in root.iter("{*}*")}
        self.initials_end = sorted(found, key=len, reverse=True)
        """What stands behind an initial, somewhere in the style."""
        self._inside = root.get_locale_option("punctuation-in-quote").lower() == "true"

    def order(self, items: Sequence[Mapping[str, Any]]) -> list[int]:
        """Give the places of the items in the order that the style has them in: UsageError where citeproc-py cannot."""
        bibliography = self._bibliography(items)
        with _blame(self.name):
            bibliography.sort()
        return [int(key) for key in bibliography.keys]

    def references(self, items: Sequence[Mapping[str, Any]]) -> list[Reference]:
        """Write the items, in the order given: UsageError where citeproc-py cannot."""
        bibliography = self._bibliography(items)
        with _blame(self.name):
            written = [self._written(*one) for one in zip(bibliography.items, items, strict=True)]
        return [self._reference(number, str(lines[0]) if lines else "") for number, lines in enumerate(written, 1)]

    def _written(self, cited: Any, item: Mapping[str, Any]) -> Any:
        """What citeproc-py makes of an item; it cuts `1–12` to `1–2` unless told to leave ranges whole."""
        ends = _NUMBERS.findall(str(item.get("page", "")))
        root, name = self._style.root, "page-range-format"
        usual = root.get(name)
        if usual and len({*map(len, ends)}) > 1:
            root.set(name, "expanded")
        try:
            return self._style.render_bibliography([cited])
        finally:
            if usual:
                root.set(name, usual)

    def _bibliography(self, items: Sequence[Mapping[str, Any]]) -> Any:
        from citeproc import Citation, CitationItem, CitationStylesBibliography
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON([_known(item) | {"id": str(at)} for at, item in enumerate(items)])
        bibliography = CitationStylesBibliography(self._style, source, _FORMATTER)
        for at in range(len(items)):
            bibliography.register(Citation([CitationItem(str(at))]))
        return bibliography

    def _reference(self, number: int, text: str) -> Reference:
        text = _DANGLING.sub(r"\1", _DOUBLED.sub(r"\1\2", text))
        if self._inside:
            text = _OUTSIDE.sub(r"\1\3”\2", text)
        for sign, meant in _MEANT.items():
            text = text.replace(sign, meant)
        label = self._label(number, text) if self._numbered else ""
        return Reference(PRIVATE.sub("", label).strip(), text[len(label) :].strip())

    def _label(self, number: int, text: str) -> str:
        """The number that a text begins with, in its brackets, raised or not."""
        before, found, after = text.partition(str(number))
        if not found or PRIVATE.sub("", before).strip("[( "):
            return ""
        rest = after.lstrip(f"{_CLOSING}]).: ")
        return text[: len(text) - len(rest)]


def _part_dates(root: Any) -> None:
    """Put what parts the year from the month, in a style's own form of dates, where citeproc-py looks for it."""
    for date in root.iterfind(".//{*}locale/{*}date[@delimiter]"):
        for part in list(date)[1:]:
            part.set("prefix", date.get("delimiter") + part.get("prefix", ""))


@contextmanager
def _blame(style: str) -> Iterator[None]:
    """Tell of what a style asks of citeproc-py and it cannot do."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise UsageError(f"citeproc-py cannot write in the citation style {style}: {error}") from error


def find_style(name: str, folders: Iterable[Path] = ()) -> Path:
    """Find the file of a style; one that only points to another is that other. UsageError where there is none."""
    from lxml.etree import LxmlError, parse

    places = list(_places(folders))
    path = _file(name, places)
    try:
        parent = parse(str(path)).find('.//{*}info/{*}link[@rel="independent-parent"]')
    except LxmlError as error:
        raise UsageError(f"{path} is no citation style") from error
    return path if parent is None else _file(parent.get("href", "").rpartition("/")[2], [path.parent, *places])


def _file(name: str, places: Sequence[Path]) -> Path:
    name = SHORT.get(name.lower(), name)
    file = f"{name.removesuffix('.csl')}.csl"
    for path in (Path(name), *(place / folder / file for place in places for folder in ("", "dependent"))):
        if path.suffix == ".csl" and path.is_file():
            return path
    looked = ", ".join(dict.fromkeys(map(str, places)))
    raise UsageError(f"there is no citation style {name!r}: it is no file, and none of that name is in {looked}")


def _places(folders: Iterable[Path]) -> Iterator[Path]:
    from citeproc import STYLES_PATH

    yield from folders
    yield from (Path(place) for place in os.environ.get(STYLES_VARIABLE, "").split(os.pathsep) if place)
    yield Path(__file__).parent / "styles"
    yield from _SYSTEM
    yield Path.home() / "Zotero/styles"
    yield Path(STYLES_PATH)


_SYSTEM = (Path("/usr/share/citation-style-language/styles"), Path("/usr/local/share/citation-style-language/styles"))


def _known(item: Mapping[str, Any]) -> dict[str, Any]:
    """The variables that citeproc-py knows; their quotes and ends can be told from what the style adds."""
    from citeproc import VARIABLES

    known = {"id", "type", *VARIABLES, *(variable.replace("_", "-") for variable in VARIABLES)}
    values = {variable: value for variable, value in item.items() if variable in known}
    for variable, value in values.items():
        if isinstance(value, str):
            values[variable] = value.replace("”", _QUOTE) + (_END if variable in {"title", "container-title"} else "")
    return values


def _between(signs: str) -> Any:
    return lambda text: f"{signs[0]}{text}{signs[1]}"


_FORMATTER = SimpleNamespace(
    preformat=str, Italic=_between(ITALIC), Oblique=_between(ITALIC), Bold=_between(BOLD), Light=str, Underline=str,
    Superscript=_between(RAISED), Subscript=_between(LOWERED), SmallCaps=_between(CAPITALS),
)  # fmt: skip
