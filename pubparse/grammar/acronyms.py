"""A venue's name, or a title, and what stands in brackets behind it in, whether that is its acronym out.

acronym := "(" body* short year? ")"        *Symposium on Cloud Computing* (SoCC'21)     (IEEE NetSoft 2023)
"""

import re
from functools import cache

from pubparse.grammar.venue_kinds import acronyms
from pubparse.lexicons.load import columns

_SHORT = re.compile(
    r"(?:(?:IEEE|ACM|IFIP|USENIX|IET|IAPR|ISPRS|SPIE|ISCA|EURASIP)(?:[/-](?=[A-Z])|\s))*+(\d?[A-Z][\w&/’'-]*)"
)
_WORD = re.compile(r"[^\W_]+")
_LEAST_CAPITALS = 2
_SMALL = frozenset("a an and by for from in of on the to with".split())
_INDEXES = frozenset("SCI SCIE SSCI ESCI AHCI EI CCF JCR IF".split())  # which list journals, and name none


def is_acronym_of(short: str, name: str) -> bool:
    """Whether `short` is known to be a venue's acronym, or has letters that stand in `name` in the same order."""
    found = _SHORT.fullmatch(short.rstrip("'’"))
    if not found or found[1] in _INDEXES or sum(map(str.isupper, found[1])) < _LEAST_CAPITALS:
        return False
    if found[1] in acronyms():
        return True
    letters = iter(name.lower())
    return all(letter in letters for letter in found[1].lower() if letter.isalnum())


def is_written_out(short: str, name: str) -> bool:
    """Whether the lexicon writes an acronym out as `name` does, perhaps with more words before or behind it."""
    full = _full_names().get(short)
    return full is not None and full in _words_of(name)


@cache
def _full_names() -> dict[str, str]:
    return {acronym: _words_of(full) for acronym, full, _ in columns("venues") if " " in full}


def _words_of(name: str) -> str:
    """A name without signs, capitals and `and`, which venues write now and then."""
    return " ".join([word for word in _WORD.findall(name.lower()) if word != "and"])


def is_short_for_end(short: str, title: str) -> bool:
    """Whether `short` is the first letters of a title's last words: `… on Graphics Processing Units`, GPUs.

    Small words need not count: `Redundant Arrays of Inexpensive Disks`, RAID.
    """
    letters, words = short.removesuffix("s"), title.replace("-", " ").split()
    return len(letters) >= _LEAST_CAPITALS and any(
        "".join([word[0] for word in said[-len(letters) :]]).upper() == letters
        for said in (words, [word for word in words if word.lower() not in _SMALL])
    )
