r"""The marks of equal contribution in, entries where only one author bears one out.

What: one author is marked as an equal contributor, and no other of the entry is.

Why: equal to whom? The mark of the other was forgotten, as a rule that of the first author.

Flagged:

```markdown
\* equal contribution

* **Ada Bee**, Carl Dee\*, Eve Fox. On Things. In ICML 2020.
                       ^^
```

Clean:

```markdown
\* equal contribution

* **Ada Bee**\*, Carl Dee\*, Eve Fox. On Things. In ICML 2020.
```

Fix: none. Only the owner knows who the other is.
"""

from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.glyphs import as_known
from pubparse.lint.view import View


def check(view: View) -> Iterator[Flaw]:
    """Find entries with one equal contributor, whatever the other marks of the entry mean."""
    signs = {as_known(meaning.mark) for meaning in view.page.legend if meaning.role == "equal"}
    for entry in view.entries:
        equal = [author for author in entry.work.authors if "equal" in author.roles]
        if len(equal) != 1 or entry.work.et_al or len(entry.work.authors) < 2:
            continue
        for mark, span in zip(equal[0].marks, equal[0].mark_spans, strict=True):
            if as_known(mark) in signs and not _elsewhere(entry.work.raw, mark):
                yield Flaw(span, f"{equal[0].name} alone is marked as an equal contributor")
                break


def _elsewhere(raw: str, mark: str) -> bool:
    """Tell whether the sign stands again in the entry, on a name that was not read."""
    if as_known(mark) == "*":
        return sum(raw.count(sign) for sign in ("\\*", "∗", ">*", "^*", "&ast;")) > 1
    return raw.count(mark) > 1


RULE = Rule("M103", "lone-equal", "none", check)
