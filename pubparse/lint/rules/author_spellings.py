"""The authors of a page in, those that it spells in several ways out.

What: one name is written in two ways that differ in dots, blanks, hyphens, capitals or accents only.

Why: whoever counts co-authors, or searches the page, takes them for two.

Flagged:

```markdown
* **Ada Bee**, A. C. Zhou. On Things. In ICML 2020.
* **Ada Bee**, AC Zhou. On Other Things. In ICML 2019.
               ^^^^^^^
* **Ada Bee**, A. C. Zhou. On Old Things. In NeurIPS 2018.
```

Clean:

```markdown
* **Ada Bee**, A. C. Zhou. On Things. In ICML 2020.
* **Ada Bee**, B. C. Zhou. On Other Things. In ICML 2019.
```

Fix: suggested. The spelling that the page has more often, else the fuller one, takes the place of the other everywhere,
where names end in family names. A spelling is told once, where it stands first.
"""

from collections import defaultdict
from collections.abc import Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.spelling import letters, umlauts, variants
from pubparse.lint.view import View
from pubparse.text.span import Span


def check(view: View) -> Iterator[Flaw]:
    """Find the rarer spellings."""
    places: dict[str, list[Span]] = defaultdict(list)
    printed: dict[str, str] = {}
    for entry in view.entries:
        for author in entry.work.authors:
            if author.family and author.given and not author.literal:
                name = author.name.rstrip(".")  # the last stop may be that of the list
                printed.setdefault(name, author.name)
                places[name].append(Span(author.span.start, author.span.end - (name != author.name)))
    same = umlauts(places)
    for variant in variants(places, lambda name: _key(name, same), _fullness):
        more = f", {len(variant.spans)} times" if len(variant.spans) > 1 else ""
        message = f"{printed[variant.form]}{more}, is {printed[variant.usual]} elsewhere on the page"
        ends_in_names = variant.form[-1].islower() and variant.usual[-1].islower()
        yield Flaw(variant.spans[0], message, variant.edits(view.text) if ends_in_names else ())


def _key(name: str, same: dict[str, str]) -> str:
    """Give the letters of a name; initials count as such: `An Li` is not `A. N. Li`."""
    plain = letters(name)
    words = name.replace(".", ". ").replace("-", " ").split()
    initials = "".join(word for word in words if len(word.rstrip(".")) == 1 or (word.isupper() and len(word) <= 3))
    return f"{same.get(plain, plain)} {letters(initials)} {name.count(',')}"


def _fullness(name: str) -> int:
    """Count what is more than bare small letters: dots, accents, capitals."""
    return sum(not letter.islower() or not letter.isascii() for letter in name)


RULE = Rule("C601", "author-spellings", "suggested", check)
