"""The programs that read CSL's items."""

import json
import re
import subprocess
from typing import Any

import citeproc
import pypandoc
from citeproc.source.json import CiteProcJSON


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
