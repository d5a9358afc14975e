r"""The legend of a page in, glyphs that it gives two meanings out.

What: two lines that hold for the same entries give one sign different meanings.

Why: one of them is wrong, and nobody can tell which.

Flagged:

```markdown
# Publications

\* equal contribution

* **Ada Bee**\*, Carl Dee\*. On Things. In ICML 2020.

\* corresponding author
^^^^^^^^^^^^^^^^
```

Clean:

```markdown
# Conferences

\* equal contribution

* **Ada Bee**\*, Carl Dee\*. On Things. In ICML 2020.

# Journals

\* corresponding author

* Carl Dee, **Ada Bee**\*. On More Things. Nature, 2019.
```

Fix: none.
"""

from collections.abc import Iterator
from itertools import combinations

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.glyphs import as_known
from pubparse.lint.view import View

_LEGEND_ROLES = frozenset({"equal", "corresponding", "lead", "student", "alphabetical"})


def check(view: View) -> Iterator[Flaw]:
    """Find pairs of lines that say different things of one sign under the same headings."""
    line = view.page.source.line
    for one, other in combinations((meaning for meaning in view.page.legend if meaning.text), 2):
        same = as_known(one.mark) == as_known(other.mark) and one.section == other.section
        differ = one.role != other.role and {one.role, other.role} <= _LEGEND_ROLES
        if same and differ and line(one.span.start) != line(other.span.start):
            yield Flaw(
                other.span, f"{other.mark} means {other.role} here, but {one.role} on line {line(one.span.start)}"
            )


RULE = Rule("M104", "legends-disagree", "none", check)
