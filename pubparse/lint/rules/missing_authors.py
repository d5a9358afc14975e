"""Entries in, those that name nobody out.

What: an entry has a title and a venue and no authors, where the others of the page name them.

Why: readers cannot tell whose work it is.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* "On Other Things and What They Do." In NeurIPS 2019.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. "On Other Things and What They Do." In NeurIPS 2019.
```

Fix: none.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions where all that stands there was understood."""
    nameless = [entry for entry in view.entries if not entry.work.authors]
    if is_exception(len(nameless), len(view.entries)):
        for entry in nameless:
            work = entry.work
            if entry.is_sure and work.title and work.venue and not work.editors and not work.et_al:
                yield Flaw(entry.head, "no authors are given")


RULE = Rule("F204", "missing-authors", "none", check)
