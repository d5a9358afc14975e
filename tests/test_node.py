"""Pages and references are read by programs in JavaScript: ajv has nothing against them, citation.js reads the same."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exporters.works import fixture_pages, hostile_publications
from inputs import SOURCE

import pubparse

FOLDER = Path(__file__).parent / "node"
SCHEMA = Path(pubparse.__file__).parent / "model/page.schema.json"


def node(folder: Path, pages: list[Any], references: str) -> dict[str, Any]:
    """What the readers say, installed in a folder of their own."""
    if not shutil.which("npm") and "CI" not in os.environ:
        pytest.skip("npm is not installed")
    for path in FOLDER.iterdir():
        shutil.copy(path, folder)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    (folder / "pages.json").write_text(json.dumps(pages), "utf-8")
    (folder / "references.json").write_text(references, "utf-8")
    command = ["node", "read.js", SCHEMA, "pages.json", "references.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True, encoding="utf-8")
    return dict(json.loads(done.stdout))


@pytest.mark.network
def test_readers_in_javascript(tmp_path: Path) -> None:
    works = [*(work for page in fixture_pages() for work in page.publications), *hostile_publications()]
    written = pubparse.export(works, "csl-json").text
    pages = [page.model_dump(mode="json") for page in fixture_pages()]
    broken = pages[0] | {"schema_version": 2}
    read = node(tmp_path, [json.loads(pubparse.parse_file(SOURCE).to_json()), *pages, broken], written)
    assert [error["instancePath"] for error in read["errors"]] == ["/schema_version"]
    for other, item in zip(read["read"], json.loads(written), strict=True):
        for key in ("title", "author", "issued", "container-title", "publisher", "DOI", "volume", "number", "URL"):
            assert other.get(key) == item.get(key), key
