"""Lists in, bullets with nothing after them out.

What: a line between two entries has a bullet, and no more.

Why: readers see an empty dot.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
*
^
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
* **Ada Bee**, Eve Fox. On Other Things. In ICML 2019.
```

Fix: safe. The line goes.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit
from pubparse.text.span import Span

_BULLET = re.compile(r"^[ \t]*([-*+]|\d{1,3}[.)])[ \t]*(?:\r\n?|\n)", re.M)
_ONLY = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\r\n?|\n|\Z))*")


def check(view: View) -> Iterator[Flaw]:
    """Find bullets alone in their lines, between two entries of one list."""
    for one in view.lists:
        for before, after in pairwise(one):
            start = view.text.find("\n", before.work.span.end - 1) + 1
            end = view.page.source.line_span(after.work.line).start
            if not 0 < start < end or not _ONLY.fullmatch(view.text, start, end):
                continue
            for match in _BULLET.finditer(view.text, start, end):
                yield Flaw(Span(*match.span(1)), "a bullet with nothing after it", (Edit(Span(*match.span()), ""),))


RULE = Rule("L901", "empty-bullet", "safe", check)
