"""Entries in, those that tell no year at all out.

What: an entry gives no year, no heading gives one, and no identifier tells one, where the others of the page do.

Why: readers look for the year first, and lists are sorted by it.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML.
                        ^^^^^^^^^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Eve Fox. On Newest Things. Under review.
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Fix: none. What is under review or to appear needs no year; a page that gives no years is left alone, and so is what
leads to places of the page.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception
from pubparse.model.publication import Publication

_YEAR = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|['’]\d\d\b|\b\d{2}/\d{2}\b|"
    r"\b(?:forthcoming|to appear|in press|submitted|review|preparation|progress|accepted|draft|ongoing|revision)\b",
    re.I,
)


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions on a page that gives years."""
    undated = [entry for entry in view.entries if entry.work.year is None]
    if is_exception(len(undated), len(view.entries)):
        for entry in undated:
            work = entry.work
            told = work.title and work.authors and work.venue and entry.is_sure
            if told and not work.status and not _YEAR.search(work.raw) and not _is_of_contents(work):
                yield Flaw(entry.head, "no year is given")


def _is_of_contents(work: Publication) -> bool:
    """What leads to places of a page is its table of contents."""
    return any("#" in link.url for link in work.links)


RULE = Rule("F201", "missing-year", "none", check)
