"""Entries in, letters that a PDF printed as one out.

What: `ﬁ`, `ﬂ`, `ﬀ` and their like stand for two or three letters.

Why: a search for the word fails.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. Eﬃcient Things. In ICML 2020.
                          ^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. Efficient Things. In ICML 2020.
```

Fix: safe. The letters.
"""

import re
import unicodedata
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit

_LIGATURE = re.compile("[ﬀ-ﬆ]")


def check(view: View) -> Iterator[Flaw]:
    """Find ligatures."""
    for entry in view.entries:
        for match, span in entry.find(_LIGATURE):
            meant = unicodedata.normalize("NFKC", match[0])
            yield Flaw(span, f"{match[0]} is one character for {meant}", (Edit(span, meant),))


RULE = Rule("T711", "ligature", "safe", check)
