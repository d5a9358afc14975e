"""Entries in, blanks in a row between two words out.

What: two or three blanks stand where one would do.

Why: they show in text that is copied, and make searches fail.

Flagged:

```markdown
* **Ada Bee**, Carl Dee.  On Things. In ICML 2020.
                        ^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
```

Fix: safe. One blank. Pages that end their sentences with two blanks as a habit are left alone.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View, is_exception
from pubparse.text.edit import Edit

_BLANKS = re.compile(r"(?<=[^\s\0|>*+-]) {2,3}(?=[^\s\0|\\])")
_END = ".?!:,;"


def check(view: View) -> Iterator[Flaw]:
    """Find blanks in a row; not where lines begin or end, nor in the columns of tables."""
    found = [
        (entry.shown[match.start() - 1] in _END, span)
        for entry in view.entries
        if not entry.shown.lstrip().startswith("|")
        for match, span in entry.find(_BLANKS)
    ]
    habit = not is_exception(sum(at_end for at_end, _ in found), len(view.entries))
    for at_end, span in found:
        if not at_end or not habit or len(view.entries) < 3:
            yield Flaw(span, f"{span.end - span.start} blanks in a row", (Edit(span, " "),))


RULE = Rule("T702", "double-space", "safe", check)
