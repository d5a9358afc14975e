"""Entries in, those that have no title out.

What: a paper has authors, a venue and a year and no title, where the others of the page have one; or names of authors
stand where the title would.

Why: readers cannot tell which work it is, nor find it.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. In ICML 2019.
               ^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Fix: none. A page that gives no titles, as chemists' do, is left alone.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import Entry, View, is_exception

_COHERENT = 0.3
"""Without a title no reading is sure; one that is less sure than this may have been misread."""
_PAPERS = frozenset({"conference", "workshop", "journal"})
_EDITED = re.compile(r"\b(?:eds?|editors?|hrsg)\b", re.I)
"""Whoever edited proceedings has no other title for them."""
_BETWEEN = re.compile(r",\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions where all else is told."""
    names = {author.name for entry in view.entries for author in entry.work.authors}
    untitled = [entry for entry in view.entries if names.issuperset(_BETWEEN.split(entry.work.title or ""))]
    untitled += [entry for entry in view.entries if not entry.work.title]
    if is_exception(len(untitled), len(view.entries)):
        yield from (Flaw(entry.head, "no title is given") for entry in untitled if _is_whole_else(entry))


def _is_whole_else(entry: Entry) -> bool:
    work = entry.work
    told = work.authors and work.venue and work.year and work.type in _PAPERS and not work.notes
    return bool(told) and work.confidence >= _COHERENT and not _EDITED.search(entry.shown)


RULE = Rule("F205", "missing-title", "none", check)
