"""Years and headings in, entries that stand under another year out.

What: an entry gives a year that is more than one away from the year that its heading is.

Why: it stands in the wrong place, or one of the two years is wrong.

Flagged:

```markdown
## 2020

* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2017.
                                                 ^^^^
* **Ada Bee**, Eve Fox. On Older Things. In NeurIPS 2020.
```

Clean:

```markdown
## 2020

* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. Nature, 2021.
```

Fix: none. One year apart is left alone: a paper goes online in one year and into print in the next.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View

_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")

_FIRST = 1900
"""What is smaller is a page or a volume."""


def check(view: View) -> Iterator[Flaw]:
    """Find entries under a heading that is another year."""
    for entry in view.entries:
        heading = _YEAR.fullmatch(entry.work.section[-1]) if entry.work.section else None
        place = entry.place("year")
        year = entry.work.year or 0
        if heading and place and year >= _FIRST and abs(year - int(heading[1])) > 1:
            yield Flaw(place, f"the year is {year}, but the heading says {heading[1]}")


RULE = Rule("Y302", "year-against-heading", "none", check)
