"""Years in, entries that give two of them out.

What: an entry gives two years that are more than one apart, say one with its venue and another at its end.

Why: one of the two is wrong; most often the line was copied from another entry.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In Proceedings of ICML 2020, pages 1-9, 2017.
                                                                            ^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In Proceedings of ICML 2020, pages 1-9, 2021.
```

Fix: none. One year apart is left alone: proceedings often come out in the next.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View

_YEAR = re.compile(r",[ ]((?:19|20)\d\d)(?=[\s.;\0\[\]]*\Z)")


def check(view: View) -> Iterator[Flaw]:
    """Find conference papers that end in another year than that of the conference."""
    for entry in view.entries:
        work, place = entry.work, entry.place("year")
        if not (place and work.year and work.venue and work.venue.kind in ("conference", "workshop")):
            continue
        for match, _ in entry.find(_YEAR):
            span = entry.span(*match.span(1))
            if abs(int(match[1]) - work.year) > 1 and place.end <= span.start and "\n" not in work.raw:
                yield Flaw(span, f"the year is {work.year} before, and {match[1]} here")


RULE = Rule("Y303", "two-years", "none", check)
