"""Pages are read, written and shown without anything else: no network, no program, no file, no code made of them."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WATCHED = """\
import sys
import pubparse
from exporters.works import HARM
from inputs import PAGES

FORBIDDEN = ("socket.", "subprocess.", "os.", "shutil.", "tempfile.", "urllib.", "webbrowser.", "ctypes.", "pickle.")
ALONE = {"open", "exec", "compile", "import", "code.__new__", "marshal.loads"}
seen = []


def note(event, values):
    if event in ALONE or event.startswith(FORBIDDEN):
        seen.append((event, values))


def use(page):
    for exporter in pubparse.formats():
        pubparse.export(page, exporter.name).losses
    page.report(), page.to_json(), pubparse.statistics(page), pubparse.merge(page)
    pubparse.mend(page, page.check(), pubparse.parse, suggested=True)


READERS = ("bibtex", "csl-json", "ris")
for name in ("apa", "damaged", "cards"):
    use(pubparse.parse(PAGES[name]))  # what is loaded once is loaded now
pubparse.parse("* \\N{sparkles} **A Title**. A. Bee. 2020.")  # whose pictures are told by a library
for form in READERS:
    pubparse.read_bibliography("@misc{k, title={\\\\'{E} T $x$}, author={A Bee and B}}", format=form)
sys.addaudithook(note)
entries = [f"* A. Bee, C. Dee. {harm}. In ICML 2020. [pdf](file:///etc/passwd)\\n" for harm in HARM]
use(pubparse.parse("---\\ntitle: x\\n---\\n\\n" + "\\n".join(entries)))
for harm in HARM:
    for form in READERS:
        pubparse.read_bibliography(f"@misc{{k, title={{{harm}}}}}", format=form)
assert not seen, seen[:5]
open("/dev/null").close()
assert seen, "it is watched"
print("nothing")
"""


def test_nothing_but_memory_is_touched() -> None:
    """Every event that Python's audit hooks tell of, once all that is loaded has been."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED],
        cwd=HERE.parents[1],
        env={"PYTHONPATH": f"{HERE.parents[1]}:{HERE.parent}", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == "nothing\n", done.stderr[-2000:]
