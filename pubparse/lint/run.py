"""A page in, its findings out: every chosen rule is asked, and what the page says to ignore is left out."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

import pubparse.lint.rules
from pubparse.lint.contract import Finding, Flaw, Rule
from pubparse.lint.view import View
from pubparse.model.page import Page
from pubparse.problems import UsageError
from pubparse.readers.read import Bibliography
from pubparse.registry import collect
from pubparse.text.source import Source

_COMMENT = re.compile(r"<!--[ \t]*+pubparse:[ \t]*+ignore[ \t]++([\w,; \t-]+?)-->")
_CODE = re.compile(r"[\w-]+")


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    return tuple(sorted(collect(pubparse.lint.rules, Rule), key=lambda rule: rule.code))


def check(
    page: Page, *, select: Iterable[str] = (), ignore: Iterable[str] = (), today: date | None = None
) -> tuple[Finding, ...]:
    """Find what a careful reader would tell the owner of a page, in page order.

    `select` and `ignore` take codes (`T706`), families (`T`) and names (`double-space`) of rules; by default all are
    asked. `today` decides what year is in the future. Raises UsageError for a rule that is none, and for a
    bibliography, of which there are no rules.
    """
    if isinstance(page, Bibliography):
        raise UsageError("a bibliography is not checked: only a page of Markdown is")
    view = View(page, (today or date.today()).year)
    found = [_finding(page.source, rule, flaw) for rule in _chosen(select, ignore) for flaw in rule.check(view)]
    waved = _waved(page)
    return tuple(sorted((one for one in found if not _is_waved(one, waved)), key=lambda one: (one.span, one.code)))


def _chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    wanted, unwanted = _named(select), _named(ignore)
    return tuple(rule for rule in rules() if (not wanted or rule in wanted) and rule not in unwanted)


def _named(names: Iterable[str]) -> list[Rule]:
    found: list[Rule] = []
    for name in names:
        some = [rule for rule in rules() if _is(rule, name)]
        if not some:
            raise UsageError(f"there is no rule {name!r}")
        found += some
    return found


def _is(rule: Rule, name: str) -> bool:
    return bool(name) and (name == rule.name or rule.code.startswith(name.upper()))


def _finding(source: Source, rule: Rule, flaw: Flaw) -> Finding:
    start = flaw.span.start
    return Finding(
        span=flaw.span,
        code=rule.code,
        name=rule.name,
        message=flaw.message,
        line=source.line(start),
        column=source.column(start),
        severity=rule.severity,
        safety=rule.safety if flaw.fix else "none",
        fix=flaw.fix or None,
    )


def _waved(page: Page) -> list[tuple[range, frozenset[str]]]:
    """The lines that comments speak of, and the rules that are not to be told of there.

    A comment with a line of its own speaks of the entry in the next one, any other of the entry that it stands in.
    """
    source, waved = page.source, []
    for comment in _COMMENT.finditer(source.text):
        line = source.line(comment.start())
        alone = source.text[slice(*source.line_span(line))].strip() == comment[0]
        waved.append((_lines(page, line + 1 if alone else line, alone=alone), _codes(comment[1])))
    return waved


def _codes(text: str) -> frozenset[str]:
    words = _CODE.findall(text)
    return frozenset({*words, *map(str.upper, words)})


def _lines(page: Page, line: int, *, alone: bool) -> range:
    for work in page.publications:
        if work.line == line or (not alone and work.line <= line <= work.end_line):
            return range(work.line, work.end_line + 1)
    return range(line, line + 1)


def _is_waved(finding: Finding, waved: list[tuple[range, frozenset[str]]]) -> bool:
    told = {finding.name, *(finding.code[:size] for size in range(1, len(finding.code) + 1))}
    return any(finding.line in lines and told & codes for lines, codes in waved)
