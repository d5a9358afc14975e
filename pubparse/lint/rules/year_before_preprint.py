"""Years and arXiv identifiers in, works that are older than their identifier by years out.

What: an entry gives a year that is more than one before that in which its arXiv identifier was given.

Why: the year or the identifier belongs to another work.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv preprint arXiv:2303.01778, 2020.
                                                                     ^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. arXiv preprint arXiv:2003.01778, 2020.
```

Fix: none. Works that appeared elsewhere are left alone: an old paper may be posted late.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View

_ID = re.compile(r"(\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?")


def check(view: View) -> Iterator[Flaw]:
    """Find preprints that are dated before they were posted."""
    for entry in view.entries:
        work = entry.work
        posted = _ID.fullmatch(work.ids.arxiv or "")
        place = entry.place("year")
        if not (posted and place and work.year and work.type == "preprint"):
            continue
        if work.year < 2000 + int(posted[1]) - 1:
            yield Flaw(place, f"the year is {work.year}, but arXiv:{posted[0]} was posted in 20{posted[1]}")


RULE = Rule("Y301", "year-before-preprint", "none", check)
