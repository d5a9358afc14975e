"""All names of a page in, in which order it writes their parts out, where single names leave that open.

`Blei David M.` puts the family name first, and tells how `Simonyan Karen` is meant on the same page.
`LI Kai` and `Wei DONG` are told by `SOCHER Richard` and `Sergey IOFFE`: this page sets family names in capitals.
"""

import re
from collections import Counter
from collections.abc import Iterable

from pubparse.grammar.authors import Name
from pubparse.grammar.names import CAPITALS, FAMILY_FIRST

_WORD = r"[^\W\d_][\w'’-]*[a-z][\w'’-]*"
_INITIALS = r"(?:[^\W\d_a-z]\.?[ -]?)+"
_SHOUTED = r"[^\W\d_a-z]{4,}"
_SHAPES = re.compile(
    rf"(?P<capitals>{_SHOUTED}(?:[ -]{_SHOUTED})?,? [^\W\d_a-z][\w'’. -]*|[^\W\d_a-z][\w'’. -]* {_SHOUTED})"
    rf"|(?P<given_behind>{_WORD} {_WORD} {_INITIALS})|(?P<given_before>{_WORD} {_INITIALS} {_WORD})"
    rf"|(?P<full>{_WORD} {_WORD})|(?P<short>{_WORD} {_INITIALS})"
)
_LEAST = 2  # names
_MOST = 0.4  # share of names


def order_of_names(entries: Iterable[tuple[Name, ...]]) -> str:
    """How `split_name` should take the page's names: FAMILY_FIRST, CAPITALS, or ""."""
    names = {name.text for entry in entries for name in entry}
    # Most pages have none that may tell: initials at the end, or two capitals at an end.
    if sum(name[-1:] == "." or name[-1:].isupper() or name[1:2].isupper() for name in names) < _LEAST:
        return ""
    shapes = Counter(found.lastgroup for name in names if (found := _SHAPES.fullmatch(name)))
    if shapes["capitals"] > max(_LEAST, _MOST * len(names)):
        return CAPITALS
    is_told = shapes["given_behind"] >= _LEAST and shapes["given_behind"] > 4 * shapes["given_before"]
    return FAMILY_FIRST if is_told and shapes["full"] > shapes["short"] else ""
