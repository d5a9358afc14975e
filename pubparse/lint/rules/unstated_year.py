"""Entries in, those whose year only an identifier tells out.

What: an entry gives no year in words; only its arXiv identifier shows when it was posted.

Why: few readers know how to read a year off `2003.06307`.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2021.
* **Ada Bee**, Eve Fox. On Other Things. arXiv preprint arXiv:2003.06307.
                                                              ^^^^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2021.
* **Ada Bee**, Eve Fox. On Other Things. arXiv preprint arXiv:2003.06307, 2020.
```

Fix: none: the year of the identifier may not be the year that the owner would give.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception

_OTHER_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.]*\d)")


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions on a page that gives years."""
    unstated = [entry for entry in view.entries if entry.work.year_from == "identifier"]
    if is_exception(len(unstated), len(view.entries)):
        for entry in unstated:
            if entry.work.status in (None, "preprint") and entry.is_sure and not _OTHER_YEAR.search(entry.shown):
                place = entry.place("ids.arxiv")
                inside = place if place and entry.work.span.start <= place.start < entry.work.span.end else entry.head
                yield Flaw(inside, f"the year, {entry.work.year}, is told by an identifier only")


RULE = Rule("F202", "unstated-year", "none", check, "info")
