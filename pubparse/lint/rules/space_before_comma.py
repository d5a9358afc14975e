"""Entries in, commas with a blank before them out.

What: a blank stands before a comma.

Why: it is a slip, and may begin the next line with a comma.

Flagged:

```markdown
* **Ada Bee** , Carl Dee. On Things. In ICML 2020.
             ^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. On Things. In ICML 2020.
```

Fix: safe. The comma follows at once.
"""

import re
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit

_BLANK = re.compile(r"(?<=[^\s|,.…])[ \t]+(?=,(?!,))")


def check(view: View) -> Iterator[Flaw]:
    """Find blanks before commas."""
    for entry in view.entries:
        for _, span in entry.find(_BLANK):
            yield Flaw(span, "a blank before a comma", (Edit(span, ""),))


RULE = Rule("T703", "space-before-comma", "safe", check)
