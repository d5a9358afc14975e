"""A venue's name, or a title, and what stands in brackets behind it in, whether that is its acronym out.

acronym := "(" body* short year? ")"        *Symposium on Cloud Computing* (SoCC'21)     (IEEE NetSoft 2023)
"""

import re

from pubparse.grammar.venue import acronyms

_SHORT = re.compile(
    r"(?:(?:IEEE|ACM|IFIP|USENIX|IET|IAPR|ISPRS|SPIE|ISCA|EURASIP)(?:[/-](?=[A-Z])|\s))*+(\d?[A-Z][\w&/’'-]*)"
)
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


def is_short_for_end(short: str, title: str) -> bool:
    """Whether `short` is the first letters of a title's last words: `… on Graphics Processing Units`, GPUs.

    Small words need not count: `Redundant Arrays of Inexpensive Disks`, RAID.
    """
    letters, words = short.removesuffix("s"), title.replace("-", " ").split()
    return len(letters) >= _LEAST_CAPITALS and any(
        "".join([word[0] for word in said[-len(letters) :]]).upper() == letters
        for said in (words, [word for word in words if word.lower() not in _SMALL])
    )
