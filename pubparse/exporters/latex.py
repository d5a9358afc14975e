"""Plain text in, text and names as LaTeX and BibTeX read them out: escaped once, nothing recased or parted wrongly."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from pubparse.exporters.printed import parts_of_range
from pubparse.exporters.work import one_line
from pubparse.model.person import Author

Protect = Literal["none", "words", "whole"]
Escape = Callable[[str], str]

_SPECIAL = re.compile(r"[\\{}&%$#_~^]|([-'`,<>])\1|[?!]`")
_ESCAPES = str.maketrans(
    {sign: f"\\{sign}" for sign in "{}&%$#_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
# BibTeX counts braces and no backslashes: what has no partner must not look like a brace.
_LONE = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_LONE_ESCAPES = _ESCAPES | str.maketrans(_LONE)
_BRACES = re.compile(r"[{}]")
_LIGATURE = re.compile(r"([-'`,<>])(?=\1)|([?!])(?=`)")
_CAPITALS = re.compile(r"\S*(?:\S[A-Z]|[A-Z](?=\s|$|[^\w\s]))\S*")
# What parts names, or makes `name=value` of them.
_JOINT = re.compile(r"(?:^|\s)and(?:\s|$)|=", re.I)
# What an address cannot hold, braces among it.
_NOT_IN_ADDRESS = re.compile(r'[\s"<>\\^`{|}]')
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def escape(text: str) -> str:
    """Plain text as LaTeX; straight quotes stay, which TeX draws curved."""
    if not _SPECIAL.search(text):
        return text
    return _LIGATURE.sub(r"\1\2{}", text.translate(_ESCAPES if _is_paired(text) else _LONE_ESCAPES))


def has_lone_brace(value: str) -> bool:
    """Whether an escaped text holds braces that only LaTeX itself reads."""
    return any(brace in value for brace in _LONE.values())


def escape_to_ascii(text: str) -> str:
    r"""Plain text as LaTeX in ASCII: `{\'e}`; other scripts, and signs that are no punctuation, stay as they are."""
    escaped = escape(text)
    return escaped if escaped.isascii() else unicodedata.normalize("NFC", escaped).translate(_ASCII)


def braced(escaped: str) -> str:
    r"""Keep a text together. BibTeX recases what begins `{\`: such a text begins with an empty group."""
    return f"{{{{}}{escaped}}}" if escaped.startswith("\\") else f"{{{escaped}}}"


def protected(text: str, protect: Protect, escape: Escape) -> str:
    """Escape a title, and keep styles from recasing it: `words` with capitals inside, or the `whole`."""
    escaped = escape(text)
    if not escaped or protect == "none":
        return escaped
    if protect == "whole" or "{" in text or "}" in text:
        return braced(escaped)
    return " ".join(braced(escape(word)) if _CAPITALS.fullmatch(word) else escape(word) for word in text.split(" "))


def pages(text: str, escape: Escape) -> str:
    """Pages with the double hyphen that BibTeX has for "to"."""
    return "--".join(map(escape, parts_of_range(text)))


def address(url: str) -> str:
    """An address as BibTeX takes it, verbatim: what would harm it is percent-encoded, which leads to the same place."""
    return _NOT_IN_ADDRESS.sub(lambda sign: quote(sign[0]), url)


def ascii_address(url: str) -> str:
    """An address in ASCII, percent-encoded."""
    return _NOT_ASCII.sub(lambda letters: quote(letters[0]), url)


def is_named(person: Author) -> bool:
    """Whether there is a name to write."""
    return bool((person.literal or person.name).strip())


def name(person: Author, escape: Escape = escape, marks: str = "") -> str:
    """A name as `Family, Given` or `von Family, Jr., Given`, one that is not parted in braces; marks on the family."""
    parts = (person.particle, person.family, person.suffix, person.given)
    return _written(parts, person.literal or person.name, escape, marks)


@lru_cache(maxsize=8192)  # who wrote one paper with the owner wrote another
def _written(printed: tuple[str | None, ...], whole: str, escape: Escape, marks: str) -> str:
    said = [one_line(part or "") for part in printed]
    particle, family, suffix, given = said
    # Programs count commas inside braces too, and some lose a brace or a quotation mark on its own.
    if not family or not given or "," in "".join(said) or '"' in said or not all(map(_is_paired, said)):
        return braced(escape(one_line(whole)) + marks)
    last = undivided(family, escape, marks, apart=any(map(_is_small, family.split(" "))))
    parts = [
        f"{undivided(particle, escape)} {last}" if particle else last,
        undivided(suffix, escape),
        undivided(given, escape),
    ]
    return ", ".join(filter(None, parts))


def undivided(text: str, escape: Escape, marks: str = "", *, apart: bool = False) -> str:
    """Escape one of a list, in braces where an "and" would make two of it."""
    escaped = escape(text) + marks
    return braced(escaped) if apart or escaped.startswith("\\") or _JOINT.search(text) else escaped


def _is_small(word: str) -> bool:
    """Whether BibTeX takes a word of a family name for a particle."""
    return next((letter for letter in word if letter.isalpha()), "").islower()


def _is_paired(text: str) -> bool:
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in _BRACES.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return not depth


class _Ascii(dict[int, str]):
    """What LaTeX calls a character, asked for once."""

    def __missing__(self, code: int) -> str:
        self[code] = letter = chr(code)
        # Programs know the accents of Latin letters, and few of them \\CYRA or \\alpha.
        if code < 0x80 or not (unicodedata.category(letter)[0] == "P" or "LATIN" in unicodedata.name(letter, "")):
            return letter
        from pylatexenc.latexencode import UnicodeToLatexEncoder

        encoder = UnicodeToLatexEncoder(
            replacement_latex_protection="braces-all", unknown_char_policy="keep", unknown_char_warning=False
        )
        self[code] = str(encoder.unicode_to_latex(letter))
        return self[code]


_ASCII = _Ascii()
