"""What holds for every rule: its examples are so, its fixes mend, and nothing is found where nothing is wrong."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from inputs import FIXTURES, PAGES, SOURCE

import pubparse
from pubparse.lint.contract import Finding, Rule
from pubparse.lint.fix import mend
from pubparse.lint.run import check, rules
from pubparse.lint.view import HIDDEN, shown
from pubparse.text.edit import Edit

TODAY = date(2026, 1, 1)
RULES = [pytest.param(rule, id=rule.name) for rule in rules()]
CARETS = re.compile(r"^ *\^[ ^]*$")
HEADINGS = ["What", "Why", "Flagged", "Clean", "Fix"]


def example(rule: Rule, heading: str) -> str:
    found = re.search(rf"^{heading}:\n\n```markdown\n(.*?)^```$", rule.doc, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def drawn(picture: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Give the page, and of each stretch marked by carets under it the line and the columns."""
    lines: list[str] = []
    places = []
    for line in picture.splitlines():
        if CARETS.match(line):
            places += [(len(lines), mark.start() + 1, mark.end() + 1) for mark in re.finditer(r"\^+", line)]
        else:
            lines.append(line)
    return "\n".join(lines) + "\n", sorted(places)


def found(text: str) -> tuple[Finding, ...]:
    return check(pubparse.parse(text), today=TODAY)


@pytest.mark.parametrize("rule", RULES)
def test_it_says_what_it_is(rule: Rule) -> None:
    first, _, rest = rule.doc.partition("\n")
    assert " in, " in first
    assert first.endswith(" out.")
    assert re.findall(r"^([A-Z]\w+):", rest, re.MULTILINE) == HEADINGS
    assert re.search(rf"^Fix: {rule.safety}", rest, re.MULTILINE)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules())
    assert all(re.fullmatch(r"[A-Z]\d{3}", rule.code) for rule in rules())


@pytest.mark.parametrize("rule", RULES)
def test_what_is_flagged(rule: Rule) -> None:
    text, places = drawn(example(rule, "Flagged"))
    findings = found(text)
    assert {one.code for one in findings} == {rule.code}, findings
    assert [(one.line, one.column, one.column + one.span.end - one.span.start) for one in findings] == places


@pytest.mark.parametrize("rule", RULES)
def test_what_is_clean(rule: Rule) -> None:
    assert not found(example(rule, "Clean"))


@pytest.mark.parametrize("rule", RULES)
def test_what_is_fixed_is_clean(rule: Rule) -> None:
    page = pubparse.parse(drawn(example(rule, "Flagged"))[0])
    findings = check(page, today=TODAY)
    assert any(one.fix for one in findings) == (rule.safety != "none")
    mended = mend(page, findings, pubparse.parse, suggested=True)
    assert mended.applied == tuple(one for one in findings if one.fix)
    assert not [one for one in check(mended.page, today=TODAY) if one.fix]


@pytest.mark.parametrize("name", PAGES)
def test_fixing_twice_changes_nothing(name: str) -> None:
    page = pubparse.parse(PAGES[name])
    once = mend(page, check(page, today=TODAY), pubparse.parse, suggested=True)
    again = mend(once.page, check(once.page, today=TODAY), pubparse.parse, suggested=True)
    third = mend(again.page, check(again.page, today=TODAY), pubparse.parse, suggested=True)
    assert third.page.source.to_bytes() == again.page.source.to_bytes()


def test_safe_fixes_leave_the_suggested_ones() -> None:
    page = pubparse.parse_file(SOURCE)
    mended = mend(page, check(page, today=TODAY), pubparse.parse)
    assert {one.safety for one in mended.applied} == {"safe"}


def test_a_fix_that_changes_another_value_is_dropped() -> None:
    page = pubparse.parse("* **Ada Bee**, Carl Dee. On Things  and Others. In ICML 2020.\n")
    finding = next(one for one in check(page, today=TODAY) if one.name == "double-space")
    harmful = finding._replace(fix=(Edit(finding.span, ". In ICML 2017. "),))
    assert mend(page, [harmful], pubparse.parse).applied == ()


def test_of_fixes_that_overlap_the_first_wins() -> None:
    page = pubparse.parse("* **Ada Bee**, Carl Dee. On Things  and Others. In ICML 2020.\n")
    finding = next(one for one in check(page, today=TODAY) if one.name == "double-space")
    assert mend(page, [finding, finding], pubparse.parse).applied == (finding,)


def listed(page: pubparse.Page) -> Iterator[str]:
    for one in check(page, today=TODAY):
        yield f"{one.line} {one.code} {one.message}"


def test_the_source_page() -> None:
    expected = (FIXTURES / "checked-publications.txt").read_text(encoding="utf-8").splitlines()
    assert list(listed(pubparse.parse_file(SOURCE))) == expected


def test_the_example_page_is_clean() -> None:
    assert not list(listed(pubparse.parse_file(FIXTURES.parent.parent / "docs" / "examples" / "publications.md")))


SPACED = "* **Ada Bee** , Carl Dee. On Things. In ICML 2020.\n"


@pytest.mark.parametrize(
    "page",
    [
        f"<!-- pubparse: ignore T703 -->\n{SPACED}",
        f"<!-- pubparse: ignore space-before-comma, T702 -->\n{SPACED}",
        f"* Carl Dee. On That. In ICML 2021.\n<!-- pubparse: ignore T -->\n{SPACED}",
        SPACED.replace("\n", " <!-- pubparse: ignore t703 -->\n"),
        SPACED.replace("On Things", "<!-- pubparse: ignore T703 --> On Things"),
    ],
)
def test_what_is_ignored(page: str) -> None:
    read = pubparse.parse(page)
    assert not check(read, today=TODAY)
    assert not read.problems


@pytest.mark.parametrize(
    "page",
    [
        f"<!-- pubparse: ignore T702 -->\n{SPACED}",
        f"<!-- pubparse: ignore T703 -->\n\n{SPACED}",
        f"{SPACED}\n<!-- pubparse: ignore T703 -->\n",
    ],
)
def test_what_is_not_ignored(page: str) -> None:
    assert [one.code for one in found(page)] == ["T703"]


def test_rules_are_chosen() -> None:
    page = pubparse.parse_file(SOURCE)
    every = check(page, today=TODAY)
    for select, ignore in [(["T7"], []), (["mojibake"], []), (["t", "M101"], ["T701"]), ([], ["T", "C"])]:
        chosen = page.check(select=select, ignore=ignore, today=TODAY)
        assert 0 < len(chosen) < len(every)
        assert set(chosen) < set(every)
    with pytest.raises(pubparse.UsageError, match="no rule 'Z'"):
        page.check(select=["Z"])


def test_the_future_begins_today() -> None:
    page = pubparse.parse("* **Ada Bee**, Carl Dee. On Things. In ICML 2027.\n")
    assert [one.name for one in check(page, today=date(2025, 12, 31))] == ["future-year"]
    assert not check(page, today=date(2026, 1, 1))


def test_no_page_makes_it_fail() -> None:
    for text in PAGES.values():
        assert isinstance(pubparse.check(pubparse.parse(text)), tuple)
    assert pubparse.check(pubparse.parse("")) == ()


@pytest.mark.parametrize("opened", ["<!-- ", "<code>", "{% if ", "{{ "])
def test_what_is_never_closed_hides_the_rest(opened: str) -> None:
    seen = shown(f"Some words {opened}hidden  words")
    assert seen.rstrip(HIDDEN) == "Some words "
    assert len(seen) == len(f"Some words {opened}hidden  words")


TITLED = "* A. Bee, C. Dee. On Things. In ICML 2020.\n* A. Bee, E. Fox. On Old Things. In NeurIPS 2018.\n"


@pytest.mark.parametrize(
    "entry",
    [
        "* A. Bee, E. Fox. In ICML 2019.\n",
        "* A. Bee, E. Fox, and C. Dee. *Nature* 521, 436–444 (2019).\n",
        '* A. Bee, E. Fox. "", Journal of Machine Learning Research, 12:1–10, 2019.\n',
    ],
)
def test_a_title_that_is_missing(entry: str) -> None:
    flagged = [one for one in found(entry + TITLED) if one.name == "missing-title"]
    assert [(one.line, one.message) for one in flagged] == [(1, "no title is given")]


@pytest.mark.parametrize(
    "page",
    [
        "* A. Bee, E. Fox, C. Dee. *Nature* 521, 436–444 (2019).\n* A. Bee, E. Fox. *Cell* 52, 36–44 (2018).\n",
        f"{TITLED}* A. Bee and E. Fox (eds.). Proceedings of the Third Workshop on Things. 2019.\n",
        f"{TITLED}* A. Bee, E. Fox. Cambridge University Press, 2019.\n",
    ],
)
def test_a_title_that_is_not_missing(page: str) -> None:
    assert not [one for one in found(page) if one.name == "missing-title"]
