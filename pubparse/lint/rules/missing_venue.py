"""Entries in, those that do not say where the work appeared out.

What: an entry has authors, a title and a year, and nothing else, where the others of the page name a venue.

Why: a reader cannot find the work, nor tell a paper from a draft.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. "On Things." In ICML 2020.
* **Ada Bee**, Eve Fox. "On Things That Are Not What They Seem." 2019.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
* **Ada Bee**, Eve Fox. "On Old Things." In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. MIT Press, 2019.
* **Ada Bee**, Eve Fox. On Newest Things. Under review, 2021.
```

Fix: none. What links to a paper, has a status, a publisher or a number, or a word that was not understood, is left
alone.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View, is_exception


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions on a page that names venues."""
    nowhere = [entry for entry in view.entries if entry.work.venue is None]
    if is_exception(len(nowhere), len(view.entries)):
        yield from (Flaw(entry.head, "no venue is given") for entry in nowhere if _is_bare(entry))


def _is_bare(entry: Entry) -> bool:
    work = entry.work
    told = (work.status, work.publisher, work.number, work.series, work.editors, work.links, work.notes, work.awards)
    return bool(entry.is_sure and work.title and work.authors and work.type == "other") and not any(
        (*told, *dict(work.ids).values())
    )


RULE = Rule("F203", "missing-venue", "none", check)
