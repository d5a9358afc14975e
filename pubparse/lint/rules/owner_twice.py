"""The owner of a page in, entries that name the owner twice out.

What: two authors of one entry are the owner.

Why: one of them is somebody else, or the name was pasted twice.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Carl Dee, **Ada Bee**. On Other Things. In ICML 2019.
                           ^^^^^^^
* **Ada Bee**, Eve Fox. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* A. Bee, Carl Dee, **A. Bee**. On Other Things. In ICML 2019.
```

Fix: none.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View


def check(view: View) -> Iterator[Flaw]:
    """Find the second self of an entry."""
    for entry in view.entries:
        selves = [author for author in entry.work.authors if author.is_self]
        yield from (Flaw(author.span, "the owner is named twice in this entry") for author in selves[1:])


RULE = Rule("O503", "owner-twice", "none", check)
