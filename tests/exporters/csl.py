"""What CSL itself says of its items, and the programs that read them."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import citeproc
import pypandoc
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft7Validator

LANGUAGE = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
"""The types and variables of CSL 1.0.2, as its maintainers publish them; citeproc-py brings them along."""

OF_STYLES_ONLY = {"editor-translator", "license", "part-number", "printing-number", "supplement-number", "event"}
"""Variables of the language that its schema of input data has not, or only as something given up."""


def pandoc(text: str, form: str) -> list[dict[str, Any]]:
    """The references that pandoc finds in a bibliography."""
    read = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"], input=text.encode(), capture_output=True, check=True
    )
    assert not read.stderr
    return list(json.loads(read.stdout))


def untypographic(text: str) -> str:
    """Undo what pandoc does to quotes, which it chooses itself, and to blanks before signs."""
    return re.sub("[“”‘’'\"]+", "'", text).replace("\u202f", " ").replace("\xa0", " ")


def citeproc_items(items: list[dict[str, Any]]) -> dict[str, Any]:
    """The references that citeproc-py makes of items; it warns of variables that are newer than itself."""
    known = {variable.replace("_", "-") for variable in citeproc.VARIABLES} | set(citeproc.VARIABLES) | {"id", "type"}
    return dict(CiteProcJSON([{key: one[key] for key in one.keys() & known} for one in items]))


def _quoted(file: str, block: str = "") -> list[str]:
    """The names that a RELAX NG grammar lists, in one of its definitions or all."""
    text = re.sub("#.*", "", (LANGUAGE / file).read_text("utf-8"))
    part = re.search(rf"{re.escape(block)} =([^=]*)(?=\n\s*[\w.-]+ =|\Z)", text)
    assert part
    return re.findall('"(.*?)"', part[1])


def items_schema() -> Draft7Validator:
    """A JSON Schema of items: the names are CSL's, the shapes of names and dates as its data model has them.

    Every value is text, as that model allows of each variable. What styles may ask for and items may not have is not
    among the variables, nor is a name for meetings that is given up.
    """
    text = {"type": "string"}
    parts = ["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"]
    name = {"type": "object", "properties": dict.fromkeys(parts, text), "additionalProperties": False}
    names = {"type": "array", "items": name}
    date_parts = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "items": date_parts, "minItems": 1, "maxItems": 2}},
        "required": ["date-parts"],
        "additionalProperties": False,
    }
    shapes = {"names": names, "dates": date, "numbers": text, "titles": text, "strings": text}
    variables: dict[str, Any] = {
        "id": text,
        "type": {"enum": _quoted("csl-types.rnc", "item-types")},
        "custom": {"type": "object"},
        **{
            variable: shape
            for sort, shape in shapes.items()
            for variable in _quoted("csl-variables.rnc", f"variables.{sort}")
            if variable not in OF_STYLES_ONLY
        },
    }
    one = {"type": "object", "properties": variables, "required": ["type", "id"], "additionalProperties": False}
    return Draft7Validator({"type": "array", "items": one})
