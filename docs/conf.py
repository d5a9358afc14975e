"""Sphinx's configuration, and the pages that are written from the code so that they cannot drift from it."""

import json
import shutil
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx
from sphinx.highlighting import lexers

import pubparse

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

from format_pages import write_formats  # noqa: E402 (it stands beside this file)
from rule_pages import write_rules  # noqa: E402

CASES = ROOT / "tests" / "fixtures" / "cases"
GENERATED = ROOT / "docs" / "_generated"

project = "pubparse"
author = "The pubparse developers"
copyright = "2026, the pubparse developers"
release = version = pubparse.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc"]
nb_execution_mode = "force"
nb_execution_raise_on_error = True
exclude_patterns = ["_build", "examples", "_generated/*.inc.md"]
html_theme = "furo"
html_title = "pubparse"
myst_heading_anchors = 3
nitpicky = False
lexers["case"] = TextLexer()


def write_cases() -> None:
    """Copy the test cases: they are pictures of what is read, in Markdown."""
    target = GENERATED / "cases"
    target.mkdir(parents=True)
    for case in sorted(CASES.glob("*.md")):
        shutil.copyfile(case, target / case.name)


def write_keys() -> None:
    """List every key of every record, as the committed schema has it."""
    schema = json.loads(files("pubparse.model").joinpath("page.schema.json").read_text(encoding="utf-8"))
    parts = [("Page", schema), *sorted(schema["$defs"].items())]
    sections = [
        f"## {name}\n\n{part.get('description', '')}\n\n{key_table(part['properties'])}\n"
        for name, part in parts
        if "properties" in part
    ]
    (GENERATED / "keys.inc.md").write_text("\n".join(sections), encoding="utf-8")


def key_table(properties: dict[str, Any]) -> str:
    """Give a Markdown table of keys, types and meanings."""
    rows = (f"| `{key}` | {kind(value)} | {value['description']} |" for key, value in properties.items())
    return "\n".join(["| key | type | meaning |", "|---|---|---|", *rows])


def kind(value: dict[str, Any]) -> str:
    """Say a schema's type in a few words."""
    if "anyOf" in value:
        return " or ".join(kind(choice) for choice in value["anyOf"])
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return "any value" if name == "JsonValue" else f"[{name}](#{name.lower()})"
    if "enum" in value:
        return ", ".join(f"`{json.dumps(choice)}`" for choice in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if "prefixItems" in value:
        return "span"
    if "items" in value:
        return f"list of {kind(value['items'])}"
    if value.get("additionalProperties"):
        return f"object of {kind(value['additionalProperties'])}"
    return str(value.get("type", "any value"))


def setup(app: Sphinx) -> None:
    """Write the generated pages before Sphinx looks for pages, and take them away again."""
    remove()
    write_cases()
    write_keys()
    write_formats(GENERATED / "formats")
    write_rules(GENERATED / "rules.inc.md")
    app.connect("build-finished", remove)


def remove(*_: object) -> None:
    """Take the generated pages away."""
    shutil.rmtree(GENERATED, ignore_errors=True)
