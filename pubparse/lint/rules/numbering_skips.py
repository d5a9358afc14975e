"""Numbered entries in, places where the numbers skip or repeat out.

What: the entries of a list are numbered one by one, up or down, but for one place.

Why: an entry was taken out or put in, and whoever counts them is misled.

Flagged:

```markdown
[1] **Ada Bee**, Carl Dee. On Things. In ICML 2020.

[2] **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.

[3] **Ada Bee**, Eve Fox. On More Things. In ICML 2018.

[5] **Ada Bee**, Eve Fox. On Old Things. In ICML 2017.
^^^

[6] **Ada Bee**, Carl Dee. On Small Things. In ICML 2016.
```

Clean:

```markdown
[2] **Ada Bee**, Carl Dee. On Things. In ICML 2020.

[1] **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Fix: none. Numbers that Markdown writes itself (`1.`) are left alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.span import Span

_LABEL = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(\\?\[([A-Z]{0,3})(\d{1,3})\\?\])(?![(\[:\w])", re.M)
_FEWEST = 5


def check(view: View) -> Iterator[Flaw]:
    """Find the one irregular step of a numbered list."""
    for one in view.lists:
        start = view.page.source.line_span(one[0].work.line).start
        labels = list(_LABEL.finditer(view.text, start, one[-1].work.span.end))
        if len(labels) < _FEWEST or len({label[2] for label in labels}) != 1:
            continue
        steps = [(int(after[3]) - int(before[3]), after) for before, after in pairwise(labels)]
        for way in (1, -1):
            odd = [(step, label) for step, label in steps if step != way]
            if len(odd) == 1 and abs(odd[0][0]) <= 3:
                label = odd[0][1]
                yield Flaw(Span(*label.span(1)), f"{label[3]} comes after {int(label[3]) - odd[0][0]}")


RULE = Rule("L903", "numbering-skips", "none", check)
