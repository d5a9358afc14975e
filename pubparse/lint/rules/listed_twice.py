"""A list in, works that stand in it twice out.

What: two entries of one list are surely the same work: title, authors, year and venue agree.

Why: it counts double, and one of the two will be forgotten when something changes.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2020.
* **A. Bee**, C. Dee. Learning to sort pebbles by weight. In ICML 2020.
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight, Part I. In ICML 2020.
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight, Part II. In ICML 2020.
```

Fix: none. It takes `pip install 'pubparse[check]'`. Works that stand once in a choice and once in the full list, or
under two subjects, are left alone.
"""

from collections.abc import Iterator

from pubparse.bibliography.likeness import is_preprint
from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.twice import pairs, place, same_section
from pubparse.lint.view import View


def check(view: View) -> Iterator[Flaw]:
    """Find pairs of one list that are surely one work."""
    for pair in pairs(view):
        first, second = pair.first.publication, pair.second.publication
        if pair.sure and same_section(pair) and is_preprint(first) == is_preprint(second):
            yield Flaw(place(view, pair), f"the same work stands on line {first.line}")


RULE = Rule("D401", "listed-twice", "none", check)
