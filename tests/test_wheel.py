"""The wheel stands alone: built, installed by itself in a fresh environment, it reads the source page."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from inputs import SOURCE

ROOT = Path(__file__).parent.parent


@pytest.mark.network
def test_wheel_installed_alone(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("pubparse-*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    tools = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([tools / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    done = subprocess.run(
        [tools / "pubparse", "parse", SOURCE], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    page = json.loads(done.stdout)
    assert len(page["publications"]) == 38
    assert page["owner"]["name"] == "Zhenheng Tang"
