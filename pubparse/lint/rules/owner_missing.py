"""The owner of a page in, entries that the owner has no part in out.

What: an entry does not name the owner, where nearly all others do.

Why: the name was forgotten, or the work is somebody else's.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* Carl Dee, Eve Fox. On Other Things. In ICML 2019.
                     ^^^^^^^^^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* Carl Dee, **Ada Bee**, et al. On Other Things. In ICML 2019.
* Carl Dee, Eve Fox, et al. On Big Things. In ICML 2018.
```

Fix: none. Lists of authors that are cut short are left alone.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.spelling import letters
from pubparse.lint.view import Entry, View, is_exception

_WORD = re.compile(r"[^\W\d_]{2,}")
_CUT = re.compile(r"\bet\.? al|\bothers\b|\.\.\.|…|\bwith\b|\bcollab|\bgroup\b|\bteam\b|consorti", re.I)


def check(view: View) -> Iterator[Flaw]:
    """Find the exceptions among entries whose authors are all given."""
    owner = view.page.owner
    named = [entry for entry in view.entries if entry.work.authors]
    without = [entry for entry in named if not any(author.is_self for author in entry.work.authors)]
    if not owner or not is_exception(len(without), len(named)):
        return
    words = {letters(word) for name in (owner.name, *owner.variants) for word in _WORD.findall(name)}
    for entry in without:
        if _is_whole(entry) and not words & {letters(word) for word in _WORD.findall(entry.work.raw)}:
            yield Flaw(entry.head, f"{owner.name} is not among the authors")


def _is_whole(entry: Entry) -> bool:
    work = entry.work
    return (
        entry.is_sure
        and bool(work.title and work.venue)
        and not (work.et_al or any(author.literal for author in work.authors) or _CUT.search(work.raw))
    )


RULE = Rule("O501", "owner-missing", "none", check)
