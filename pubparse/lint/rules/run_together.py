"""Titles in, words that run into each other out.

What: two words stand as one, such as `surveyof`, as text copied from a PDF has them where a line ended.

Why: the title is not found under its words.

Flagged:

```markdown
* **Ada Bee**, Carl Dee. A quantitative surveyof communication. In ICML 2020.
                                        ^^^^^^^^
```

Clean:

```markdown
* **Ada Bee**, Carl Dee. A quantitative survey of hyperparameter crowdsourcing with autoencoders. In ICML 2020.
```

Fix: suggested. The words, apart. It takes `pip install 'pubparse[check]'`. What may be one long word is left alone: one
of the two must be a small word (`of`, `with`, `using`), or both must be words that hardly ever make one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from pubparse.lint.contract import Flaw, Rule
from pubparse.lint.view import View
from pubparse.text.edit import Edit

# Two words are no longer than that; and to try every place where one could end costs the cube of the length.
_WORD = re.compile(r"(?<![\w\0'’/\\-])[A-Z]?[a-z]{6,40}(?![\w\0'’/])")
_SMALL_LAST = frozenset("of for and with using the from via by".split())
_SMALL_FIRST = _SMALL_LAST - {"by"}
_PARTICIPLE = re.compile(r"\w{4,}(?:ed|ing|tion|ly)")
_LONG = 7
_LONG_ENOUGH = 4

Split = Callable[[str], list[str]]


def check(view: View) -> Iterator[Flaw]:
    """Find words of titles that are two."""
    try:
        from wordninja import split
    except ModuleNotFoundError:
        return
    titles = [(entry, entry.place("title")) for entry in view.entries]
    words = [
        (entry.span(*match.span()), match[0])
        for entry, title in titles
        if title and entry.work.title
        for match in _WORD.finditer(entry.shown, title.start - entry.start, title.end - entry.start)
    ]
    known = Counter(word.lower() for _, word in words)
    for span, word in words:
        if known[word.lower()] == 1 and (parts := _parts(word, known, split)):
            apart = " ".join(parts)
            yield Flaw(span, f"{word} is {apart}, run together", (Edit(span, apart),))


def _parts(word: str, known: Counter[str], split: Split) -> tuple[str, str] | None:
    """Give the two words that make one; None where it may well be one."""
    if len(split(word)) == 1:
        return None
    for at in range(2, len(word) - 1):
        first, last = word[:at], word[at:]
        if _are_two(first.lower(), last, known, split):
            return first, last
    return None


def _are_two(first: str, last: str, known: Counter[str], split: Split) -> bool:
    if last in _SMALL_LAST:
        return len(first) >= _LONG_ENOUGH and _is_word(first, known, split)
    if first in _SMALL_FIRST:
        return _is_word(last, known, split) and (len(last) > _LONG_ENOUGH or first == "using")
    both = _is_word(first, known, split) and _is_word(last, known, split)
    if not both or min(len(first), len(last)) < _LONG_ENOUGH:
        return False
    if _PARTICIPLE.fullmatch(first) and len(last) >= _LONG_ENOUGH:
        return first in known or len(last) >= _LONG
    return first in known and last in known and len(first) >= _LONG and len(last) >= _LONG


def _is_word(word: str, known: Counter[str], split: Split) -> bool:
    return word in known or split(word) == [word]


RULE = Rule("T708", "run-together", "suggested", check)
