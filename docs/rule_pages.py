"""The lint rules in, one page of documentation out: a table of all, and of each its own words and examples."""

import re
from pathlib import Path

import pubparse

FAMILIES = {
    "M": "Marks and legends",
    "F": "What an entry lacks",
    "Y": "Years and their order",
    "D": "Works listed twice",
    "O": "The owner",
    "C": "Spellings that differ",
    "T": "Text",
    "I": "Identifiers and links",
    "L": "Lists",
}
"""Families by the first letter of a code, in the order of the docs."""

PARTS = re.compile(r"^(What|Why|Flagged|Clean|Fix):", re.MULTILINE)


def write_rules(target: Path) -> None:
    """Write what the page of rules includes."""
    target.write_text(rules_text(), encoding="utf-8")


def rules_text() -> str:
    """Give the table of rules, and a section for each."""
    rules = sorted(pubparse.rules(), key=lambda rule: ([*FAMILIES].index(rule.code[0]), rule.code))
    rows = [f"| `{rule.code}` | [{rule.name}](#{rule.name}) | {rule.severity} | {rule.safety} |" for rule in rules]
    sections = []
    for letter, family in FAMILIES.items():
        sections.append(f"## {family}\n")
        sections += [rule_section(rule) for rule in rules if rule.code[0] == letter]
    return "\n".join(["| code | name | severity | fix |", "|---|---|---|---|", *rows, "", *sections])


def rule_section(rule: pubparse.Rule) -> str:
    """Give the section of one rule."""
    _, _, words = rule.doc.partition("\n")
    parts = PARTS.sub(r"**\1.**", words).replace("```markdown", "```text").strip()
    return f"({rule.name})=\n\n### `{rule.code}` {rule.name}\n\n{parts}\n"
