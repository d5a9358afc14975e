"""What exporters are tried on: every publication of the fixtures, made ones, and a corpus that wants to do harm."""

from functools import cache
from typing import Any

from inputs import CASES, PAGES

import pubparse
from pubparse import Page, Publication, Span

NOWHERE = Span(0, 0)


@cache
def fixture_pages() -> tuple[Page, ...]:
    """Every page of the fixtures and every case that has publications."""
    pages = (pubparse.parse(text, path=f"{name}.md") for name, text in [*PAGES.items(), *CASES.items()])
    return tuple(page for page in pages if page.publications)


def person(name: str, **values: Any) -> dict[str, Any]:
    """An author whose name is `Given Family`, unless the values say otherwise."""
    given, _, family = name.rpartition(" ")
    parts = {"given": given, "family": family} if given else {"literal": name}
    return {"name": name, "span": NOWHERE, "mark_spans": [NOWHERE] * len(values.get("marks", ())), **parts, **values}


def publication(**values: Any) -> Publication:
    """A made publication: an article by Ada Lovelace, unless the values say otherwise."""
    usual: dict[str, Any] = {
        "id": "lovelace1843notes", "line": 1, "end_line": 1, "span": NOWHERE, "raw": "", "confidence": 1,
        "authors": [person("Ada Lovelace")], "title": "Notes on the Analytical Engine", "year": 1843,
        "year_from": "entry", "date": "1843", "type": "journal", "venue": venue("Scientific Memoirs"),
    }  # fmt: skip
    return Publication.model_validate(usual | values)


def venue(name: str, kind: str = "journal", **values: Any) -> dict[str, Any]:
    """A venue, a journal unless said otherwise."""
    return {"name": name, "kind": kind, "span": NOWHERE, **values}


HARM = [
    'say "hi" and \'bye\'', "{un}balanced {braces", "}{", "line one\nline two\r\nline three", "a\u2028b\u2029c\x85d",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- comment -->", "]]>", "&amp; & &#x3c;",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "nul\0inside", "bell\x07 esc\x1b[31m vt\x0b ff\x0c",
    "\u202eright to left\u202c",
    "\u200bzero\u200bwidth\ufeff", "📧 💡 👩\u200d🔬 🏆", "深度学习：一项综述", "شبكات عميقة",
    "e\u0301 A\u030a decomposed", "100% of $5 & #1_a ~ ^ \\", "\\input{/etc/passwd}", "$\\alpha_1$ and \\LaTeX{}",
    "ends with a backslash \\", "key: value # no comment", "- item", "? complex", "*alias &anchor !tag", "---", "...",
    "yes", "null", "1e3", "0x1f", "2020-01-01", "TY  - JOUR", "ER  - ", "AU  - Nobody, N.", "@article{x,", "%comment",
    "tab\tseparated\tvalues", "semi;colon; list", "a,b,c", "Knuth and Plass", "Smith, John", "et al.", "`code` *x* _y_",
    "[link](javascript:alert(1))", "| a | b |", "{% raw %}{{ liquid }}", "# heading", "${jndi:ldap://x}", " ", "'", '"',
    "x" * 3000, "half \ud83d".encode("utf-8", "replace").decode(), "\ufffe\uffff", "a  b   c",
]  # fmt: skip
"""Text that means something to some format."""


@cache
def hostile_publications() -> tuple[Publication, ...]:
    """Each text of `HARM` in every field that takes text, one publication with 300 authors, and one with nothing."""
    crowd = [person(f"Person{at} Family{at}", roles=["equal"], equal_group=1) for at in range(300)]
    return (
        *(_harmed(at, text) for at, text in enumerate(HARM)),
        publication(id="crowd", authors=crowd),
        publication(id="nothing", authors=[], title=None, year=None, year_from=None, date=None, venue=None),
    )


def _harmed(at: int, text: str) -> Publication:
    parted = {"given": text, "family": text, "literal": None} if text.strip() else {}
    plain = "volume issue number series pages article_number publisher place edition".split()
    kinds = "journal conference book chapter thesis report preprint other workshop patent poster".split()
    return publication(
        id=f"harm{at}",
        title=text,
        type=kinds[at % len(kinds)],
        venue=venue(text, acronym=text, track=text),
        authors=[
            person(text, **parted, marks=["*"], roles=["equal"], equal_group=1, is_self=True),
            person(text, literal=text, given=None, family=None),
            person(f"Ada {text}"),
        ],
        editors=[person(text)],
        ids={"doi": f"10.1000/{text}", "arxiv": text, "isbn": text, "url": f"https://example.org/{text}"},
        links=[{"text": text, "url": text, "kind": "pdf", "span": NOWHERE}],
        awards=[{"text": text, "kind": "prize", "span": NOWHERE}],
        notes=[{"text": text, "span": NOWHERE}],
        et_al=at % 2 == 0,
        **dict.fromkeys(plain, text),
    )
