"""Entries and the legend in, characters that were read in the wrong encoding out.

What: UTF-8 was once read as Windows-1252, and `–` became `â€“`.

Why: readers see rubbish, and search engines find nothing.

Flagged:

```markdown
* **Ada Bee**, JosÃ© Dee. On Things. Nature, 12:1â€“9, 2020.
                  ^^
                                                 ^^^
```

Clean:

```markdown
* **Ada Bee**, José Dee. On Things. Nature, 12:1–9, 2020.
```

Fix: safe. The characters that were meant.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit
from pubparse.text.span import Span
from pubparse.text.visible import repairs


def check(view: View) -> Iterator[Flaw]:
    """Find runs of damaged characters."""
    legend = {meaning.span for meaning in view.page.legend if meaning.text}
    for start, end in sorted(legend | {work.span for work in view.page.publications}):
        for first, last, meant in _runs(view.text[start:end]):
            span = Span(start + first, start + last)
            damaged = view.text[slice(*span)]
            yield Flaw(span, f"{damaged} was {meant} before it was read as Windows-1252", (Edit(span, meant),))


def _runs(text: str) -> list[tuple[int, int, str]]:
    """Join what stands side by side."""
    runs: list[tuple[int, int, str]] = []
    for start, end, meant in repairs(text):
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end, runs[-1][2] + meant)
        else:
            runs.append((start, end, meant))
    return runs


RULE = Rule("T701", "mojibake", "safe", check)
