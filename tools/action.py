"""The inputs of the GitHub Action in, `pubparse check` run out: what `action.yml` calls, with nothing installed yet.

The exit code is that of the check. What it needs stands in the environment; files are of the working folder.
"""

import os
import subprocess
import sys
import tempfile
import venv
from glob import glob
from pathlib import Path

HERE = Path(__file__).parent.parent
FORMATS = ("github", "sarif")
MISUSE = 2


def main() -> int:
    """Check the files, and put the log where it was asked for."""
    told = {name: os.environ.get(name, "").strip() for name in ("FILES", "FORMAT", "OUTPUT", "SELECT", "IGNORE")}
    patterns = [line.strip() for line in told["FILES"].splitlines() if line.strip()]
    files = [file for pattern in patterns for file in sorted(glob(pattern, recursive=True))]
    if not files or told["FORMAT"] not in FORMATS:
        wrong = "no file is one of " + ", ".join(patterns) if not files else f"there is no format {told['FORMAT']!r}"
        print(f"::error title=pubparse::{wrong}")
        return MISUSE
    options = [f"--{name.lower()}={told[name]}" for name in ("FORMAT", "SELECT", "IGNORE") if told[name]]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        command = [install(Path(home)), "check", *options, "--", *dict.fromkeys(files)]
        if told["FORMAT"] != "sarif":
            return subprocess.run(command, check=False).returncode
        with Path(told["OUTPUT"]).open("wb") as log:
            done = subprocess.run(command, check=False, stdout=log)
    if "GITHUB_OUTPUT" in os.environ:
        with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as outputs:
            outputs.write(f"sarif={told['OUTPUT']}\n")
    return done.returncode


def install(home: Path) -> str:
    """Install the asked-for release, or what the action is part of, by itself; give the program."""
    version = os.environ.get("VERSION", "").strip()
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    wanted = f"pubparse[check]=={version}" if version else f"{HERE}[check]"
    pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted]
    subprocess.run(pip, check=True, stdout=sys.stderr)
    return str(programs / "pubparse")


if __name__ == "__main__":
    sys.exit(main())
