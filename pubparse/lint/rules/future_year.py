"""Years in, those too far ahead to be true out.

What: an entry gives a year after the next one.

Why: it is a slip of the finger.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2029.
                                            ^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2026.
```

Fix: none.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View


def check(view: View) -> Iterator[Flaw]:
    """Find years later than the next."""
    for entry in view.entries:
        place = entry.place("year")
        if place and entry.work.year and entry.work.year > view.year + 1:
            yield Flaw(place, f"the year {entry.work.year} is yet to come")


RULE = Rule("Y304", "future-year", "none", check)
