"""Entries in, those with a quotation mark that has no partner out.

What: an odd number of straight quotation marks, or more opening than closing ones.

Why: one half of a pair was lost, or the other left over.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things." In ICML 2020.
                                   ^
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. "On Things." In ICML 2020.
* **Ada Bee**, Eve Fox. Building a 3" Thing. In ICML 2019.
```

Fix: suggested, where the only quotation mark of an entry stands at its title: it goes, unless most titles of the page
are quoted.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View
from pubparse.text.edit import Edit

_QUOTE = re.compile(r'["“”]')
_INCH = re.compile(r'(?<=\d)"')
_OTHER = re.compile(r"[„«»「」『』‟]|``|''|\\\"")


def check(view: View) -> Iterator[Flaw]:
    """Find entries with an odd number of double quotation marks."""
    quoted = sum(bool(_QUOTE.search(entry.shown)) for entry in view.entries)
    for entry in view.entries:
        marks = list(entry.find(_QUOTE))
        if len(marks) % 2 == 0 or _OTHER.search(entry.shown) or _INCH.search(entry.shown):
            continue
        at = marks[-1][1]
        fix = (Edit(at, ""),) if len(marks) == 1 and quoted * 2 <= len(view.entries) and _at_title(entry, at) else ()
        yield Flaw(at, "a quotation mark without its partner", fix)


def _at_title(entry: Entry, mark: tuple[int, int]) -> bool:
    """Tell whether a mark stands right before or after the title."""
    title = entry.place("title")
    return title is not None and (0 <= mark[0] - title[1] <= 1 or mark[1] == title[0])


RULE = Rule("T705", "unbalanced-quote", "suggested", check)
