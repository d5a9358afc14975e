"""Titles in, words that stand there twice in a row out.

What: a small word is said twice, such as `the the`.

Why: it is a slip that nobody sees, and a search for the title fails.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. A Theory of of Things. In ICML 2020.
                                  ^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. Knowing That That Is So: Very, Very Deep Things. In ICML 2020.
```

Fix: suggested. The word, once.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit

_TWICE = re.compile(r"(?<![\w-])(the|an?|of|on|in|for|and|to|with|by|from|is|are|using|via|at) +\1(?![\w-])", re.I)


def check(view: View) -> Iterator[Flaw]:
    """Find small words twice in a row."""
    for entry in view.entries:
        title = entry.place("title")
        for match, span in entry.find(_TWICE):
            if title and title.start <= span.start and span.end <= title.end and match[0][0] != "A":
                yield Flaw(span, f"{match[1]} stands twice", (Edit(span, match[1]),))


RULE = Rule("T709", "repeated-word", "suggested", check)
