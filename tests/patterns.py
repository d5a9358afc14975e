"""Every pattern of the package in, texts that it may take long to refuse and how long it does out.

    PYTHONPATH=.:tests python -m patterns

tells which take much more than four times as long for four times the text, as JSON. Run as a program
since patterns are noted as they are compiled: nothing of the package may be there before.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, NamedTuple

import regex

sre = re._parser  # type: ignore[attr-defined]

ROOT = str(Path(__file__).parent.parent / "pubparse")
PUMPS = [
    " ", "a", "A", "1", ".", ",", "-", "*", "(", "[", "<", ">", '"', "'", "\\", "&", "/", "\n", "é", "王", "A. ", "a ",
    "1 ", "a, ", "a.", "a-", "1-", "1,", "a/", "a b", "A. B, ", "and ", "](", "http://a", "<a ", "&a", "''", "1(", "\r",
]  # fmt: skip
"""What may be repeated for any pattern."""
END = "\0"
LENGTH = 300
NOTICEABLE = 0.002
"""Seconds that nobody notices, of a text that is four times as long."""
_SEARCHED = re.compile(r"(\w+)\.(?:search|finditer|subn?|split|findall)\b")
_CANDIDATES = "aA1 .,-(['\"*<>&/:;!_=é\n王"
_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}


class Slow(NamedTuple):
    """A pattern, what was repeated before what it does not match, and the seconds for a text and for one of four."""

    pattern: str
    where: str
    pump: str
    short: float
    long: float


def compiled() -> list[tuple[Any, str]]:
    """The patterns that the package compiles when all of it is loaded and used, and in which files."""
    found: dict[str, tuple[Any, str]] = {}

    def noting(compile_: Callable[..., Any]) -> Callable[..., Any]:
        def note(pattern: Any, *given: Any, **named: Any) -> Any:
            made = compile_(pattern, *given, **named)
            file = sys._getframe(1).f_code.co_filename
            if file.startswith(ROOT) and hasattr(made, "search"):
                found.setdefault(f"{made.flags} {made.pattern}", (made, file.removeprefix(ROOT)))
            return made

        return note

    re.compile, regex.compile = noting(re.compile), noting(regex.compile)
    import pubparse

    for module in walk_packages(pubparse.__path__, "pubparse."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    page = pubparse.parse((Path(__file__).parent / "fixtures" / "publications.md").read_bytes())
    page.check()
    for exporter in pubparse.formats():
        pubparse.export(page, exporter.name)
    return list(found.values())


def searching() -> set[str]:
    """Patterns, as they are written, that look for themselves anywhere in a text; others are asked about one place."""
    files = [*Path(ROOT).rglob("*.py")]
    names = {name for file in files for name in _SEARCHED.findall(file.read_text("utf-8"))}
    modules = [module for name, module in sys.modules.items() if name.startswith("pubparse")]
    values = [value for module in modules for name, value in vars(module).items() if name in names]
    return {value.pattern for value in values if hasattr(value, "pattern")}


def slow(pattern: Any, where: str, *, anywhere: bool) -> Iterator[Slow]:
    """The texts that take a pattern more than in proportion to their length."""
    ask = pattern.search if anywhere else pattern.match
    for before, pump in dict.fromkeys([*(("", one) for one in PUMPS), *_pumps_of(pattern)]):
        short, long = (before + pump * (times * LENGTH // len(pump)) + END for times in (1, 4))
        if _seconds(ask, long) > NOTICEABLE:
            few, many = (min(_seconds(ask, text) for _ in range(3)) for text in (short, long))
            if many > NOTICEABLE and many > 8 * few:
                yield Slow(pattern.pattern, where, before + pump, few, many)


def _seconds(ask: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    ask(text)
    return time.process_time() - begun


def _pumps_of(pattern: Any) -> Iterator[tuple[str, str]]:
    """What the pattern itself repeats, with what it wants before that."""
    try:
        tree = sre.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    except (re.error, ValueError, OverflowError):  # it is one of `regex`, in whose own syntax
        return
    yield from ((before, pump) for before, pump in _repeats(tree, "") if pump)


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for op, value in tree:
        name = str(op)
        if name.endswith("REPEAT"):
            for pump in dict.fromkeys((_sample(value[2]), _sample(value[2], last=True))):
                yield before, pump
                yield "", before + pump
                yield before, pump + _sample(value[2], last=True)
        for inner in _inside(name, value):
            yield from _repeats(inner, before)
        before += _sample([(op, value)])


def _inside(name: str, value: Any) -> list[Any]:
    if name.endswith("REPEAT"):
        return [value[2]]
    if name == "BRANCH":
        return list(value[1])
    if name == "SUBPATTERN":
        return [value[-1]]
    if name in {"ASSERT", "ASSERT_NOT"}:
        return [value[1]]
    return [value] if name == "ATOMIC_GROUP" else []


def _sample(tree: Any, *, last: bool = False) -> str:
    """A text that a part of a pattern matches, for most patterns."""
    text = ""
    for op, value in tree:
        name = str(op)
        inner = _inside(name, value)
        if name == "LITERAL":
            text += chr(value)
        elif name in {"NOT_LITERAL", "ANY"}:
            text += next(sign for sign in _CANDIDATES if name == "ANY" or ord(sign) != value)
        elif name == "IN":
            text += _one_of(value, last=last)
        elif name.endswith("REPEAT"):
            text += _sample(inner[0], last=last) * max(1, min(value[0], 5))
        elif name == "BRANCH":
            text += _sample(inner[-1 if last else 0], last=last)
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            text += _sample(inner[0], last=last)
    return text


def _one_of(members: Any, *, last: bool) -> str:
    """The first or the last sign of a class that we know to be in it."""
    if str(members[0][0]) == "NEGATE":
        return next((sign for sign in _CANDIDATES if not _is_in(members[1:], sign)), "x")
    op, value = members[-1 if last else 0]
    if str(op) == "CATEGORY":
        return _CATEGORIES.get(str(value), "!")
    return chr(value if str(op) == "LITERAL" else value[0])


def _is_in(members: Any, sign: str) -> bool:
    for op, value in members:
        name = str(op)
        if name == "LITERAL" and ord(sign) == value:
            return True
        if name == "RANGE" and value[0] <= ord(sign) <= value[1]:
            return True
        if name == "CATEGORY" and {
            "CATEGORY_DIGIT": sign.isdigit(), "CATEGORY_SPACE": sign.isspace(), "CATEGORY_WORD": sign.isalnum(),
            "CATEGORY_NOT_SPACE": not sign.isspace(), "CATEGORY_NOT_WORD": not sign.isalnum(),
        }.get(str(value), False):  # fmt: skip
            return True
    return False


def main() -> None:
    """Write how many patterns there are, and which are slow."""
    patterns, anywhere = compiled(), searching()
    found = [
        one._asdict()
        for pattern, where in patterns
        for one in islice(slow(pattern, where, anywhere=pattern.pattern in anywhere), 1)
    ]
    json.dump({"patterns": len(patterns), "slow": found}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
