"""A page in, preprints that have appeared out.

What: a preprint and the paper that it became both stand on the page.

Why: the preprint can go, or be a link of the paper's entry.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2020.
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight. arXiv:1906.00001, 2019.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. Learning to Sort Pebbles by Weight. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. arXiv:1906.00001, 2019.
```

Fix: none. It takes `pip install 'pubparse[check]'`.
"""

from collections.abc import Iterator

from pubparse.bibliography.likeness import is_preprint
from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.twice import pairs, place
from pubparse.lint.view import View


def check(view: View) -> Iterator[Flaw]:
    """Find pairs of which one is a preprint."""
    for pair in pairs(view):
        first, second = pair.first.publication, pair.second.publication
        if pair.sure and is_preprint(first) != is_preprint(second):
            out = "published" if is_preprint(second) else "a preprint"
            yield Flaw(place(view, pair), f"the same work stands on line {first.line}, {out}")


RULE = Rule("D402", "preprint-beside-paper", "none", check, "info")
