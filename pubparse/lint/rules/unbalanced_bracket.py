"""Entries in, those with a bracket that has no partner out.

What: a bracket is opened and never closed, or closed and never opened.

Why: something was cut off, or left over.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML (Oral, 2020.
                                            ^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things [and (some) Others]. In ICML (Oral), 2020.
```

Fix: none.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View, is_exception

_BRACKET = re.compile(r"\\?[()\[\]]|[（）]")
_NO_BRACKET = re.compile(r"[:;]-?[()]|[\[(][^\[\]()\s]*,[^\[\]()]*[\])]")
"""Faces, and intervals, `[0, 1)`."""

_COUNTS = re.compile(r"(?:^|[\s,;])[a-zA-Zivx\d]{1,3}\)")
"""What counts off: `a)`."""

_PAIRS = {"(": ")", "[": "]"}
_FEW = 3


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions on a page that closes its brackets."""
    alone = [(entry, at) for entry in view.entries if len(places := _alone(entry)) == 1 for at in places]
    if is_exception(len(alone), len(view.entries)) or len(view.entries) < _FEW:
        for entry, at in alone:
            yield Flaw(entry.span(at, at + 1), "a bracket without its partner")


def _alone(entry: Entry) -> list[int]:
    """Where brackets without a partner stand."""
    open_: list[tuple[str, int]] = []
    alone: list[int] = []
    skipped = {at for match, _ in entry.find(_NO_BRACKET) if _is_odd(match[0]) for at in range(*match.span())}
    for match, _ in entry.find(_BRACKET):
        sign, at = match[0][-1].translate(_WIDE), match.end() - 1
        if at in skipped:
            continue
        if sign in _PAIRS:
            open_.append((_PAIRS[sign], at))
        elif open_ and open_[-1][0] == sign:
            open_.pop()
        elif open_ or not _COUNTS.search(entry.shown[max(0, at - 4) : at + 1]):
            alone.append(at)
    return [*alone, *(at for _, at in open_)]


def _is_odd(text: str) -> bool:
    return text.count("(") + text.count("[") != text.count(")") + text.count("]") or text[0] + text[-1] in ("[)", "(]")


_WIDE = str.maketrans("（）", "()")

RULE = Rule("T706", "unbalanced-bracket", "none", check)
