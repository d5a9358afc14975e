"""A page in, papers that stand there as a workshop paper too out.

What: a workshop paper and a conference or journal paper with the same title, or the beginning of it, and the same
authors.

Why: readers may take them for two works; many owners name only the later, or say that one is an early version.

Flagged:

```markdown
* **Ada Bee**, Carl Dee, Eve Fox. Learning to Sort Pebbles by Weight. In ICML 2020.
* **Ada Bee**, Carl Dee, Eve Fox. Learning to Sort Pebbles by Weight. In NeurIPS Workshop on Pebbles 2019.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2018.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee, Eve Fox. Learning to Sort Pebbles by Weight. In ICML 2020.
* **Ada Bee**, Carl Dee, Eve Fox. Why Pebbles Roll. In NeurIPS Workshop on Pebbles 2019.
```

Fix: none. It takes `pip install 'pubparse[check]'`.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.twice import pairs, place
from pubparse.lint.view import View

_ALIKE = 95


def check(view: View) -> Iterator[Flaw]:
    """Find pairs of which one is a workshop paper, with nothing else against them."""
    for pair in pairs(view):
        first, second = pair.first.publication, pair.second.publication
        kinds = {first.type, second.type}
        people = {author.family for author in first.authors} == {author.family for author in second.authors}
        alike = people and pair.likeness.title >= _ALIKE and (pair.sure or len(pair.likeness.conflicts) == 1)
        if alike and kinds in ({"workshop", "conference"}, {"workshop", "journal"}):
            what = f"a {first.type} paper"
            yield Flaw(place(view, pair), f"the same work may stand on line {first.line}, as {what}")


RULE = Rule("D403", "workshop-twin", "none", check, "info")
