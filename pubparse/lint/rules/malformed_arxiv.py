"""Identifiers in, those that arXiv cannot have given out.

What: what stands after `arXiv:`, or in an address of arxiv.org, has not the form `YYMM.NNNNN`, with four digits before
2015 and a month that there is.

Why: the link is dead, and programs cannot find the work.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv preprint arXiv:2313.01778, 2023.
                                                         ^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv preprint arXiv:2303.01778, 2023.
* **Ada Bee**, Carl Dee. On Old Things. arXiv:math.GT/0309136, 2003.
```

Fix: none.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View

_PLACE = re.compile(r"(?:\barxiv: ?|\barxiv\.org/(?:abs|pdf|html)/)(\d{3,5}\.[^\W_]{3,7}(?![^\W_]))(?![./]\d)", re.I)
_VERSION = re.compile(r"v\d+$")
_OLD = re.compile(r"(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}")
_NEW = re.compile(r"(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}")


def check(view: View) -> Iterator[Flaw]:
    """Find identifiers of a form that arXiv never used."""
    for entry in view.entries:
        told = set[str]()
        for match in _PLACE.finditer(entry.work.raw):
            number = _VERSION.sub("", match[1])
            if number not in told and not (_OLD.fullmatch(number) or _NEW.fullmatch(number)):
                told.add(number)
                yield Flaw(entry.span(*match.span(1)), f"{number} is no identifier of arXiv")


RULE = Rule("I802", "malformed-arxiv", "none", check)
