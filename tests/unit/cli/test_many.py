"""`pubparse parse --output`: any number of files into parts, by several processes, stopped and gone on with."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from inputs import PAGES

import pubparse
from pubparse.cli.parts import FILES, parts_of, walk

NAMES = ["A. Lovelace", "C. Babbage", "M. Somerville", "G. Boole", "A. De Morgan"]
PARTS = 4


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, check=False)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "pubparse", "parse", *map(str, arguments)]


def words(complaint: str) -> str:
    """What is said in a box, whatever its lines are."""
    return " ".join(complaint.replace("│", " ").split())


def read(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def records(folder: Path) -> list[dict[str, object]]:
    parts = sorted(folder.glob("part-??????.jsonl"))
    return [json.loads(line) for part in parts for line in part.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of small pages, enough for a few parts."""
    folder = tmp_path_factory.mktemp("crawl")
    for at in range((PARTS - 1) * FILES + 20):
        file = folder / f"{at % 7}" / f"page-{at:05}.md"
        file.parent.mkdir(exist_ok=True)
        lines = [
            f"* **{NAMES[at % 5]}**, {NAMES[at * 3 % 4]}. Notes on engine number {at}-{turn}. In ICML {2000 + turn}.\n"
            for turn in range(1 + at % 2)
        ]
        file.write_text("# Publications\n\n" + "".join(lines), encoding="utf-8")
    (folder / "notes.txt").write_text("no page")
    return folder


@pytest.fixture(scope="module")
def whole(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes that nothing stops."""
    folder = tmp_path_factory.mktemp("whole")
    assert run(crawl, "-o", folder).returncode == 0
    return read(folder)


def test_parts_are_what_a_single_run_prints(crawl: Path, tmp_path: Path) -> None:
    some = crawl / "3"
    done = run(some, "--output", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    files = sorted(map(str, some.iterdir()))
    single = run("--to", "jsonl", *files)
    assert (tmp_path / "out" / "part-000000.jsonl").read_text("utf-8") == single.stdout
    assert f"of {len(files)} files are in" in done.stderr


def test_every_record_once_in_the_order_of_names(crawl: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in whole.items():
        (tmp_path / name).write_bytes(content)
    files = list(walk([str(crawl)]))
    assert files == sorted(map(str, crawl.rglob("*.md")))
    found = [record["file"] for record in records(tmp_path)]
    assert found == [file for file in files for _ in range(1 + int(file[-8:-3]) % 2)]
    assert len({record["title"] for record in records(tmp_path)}) == len(found)


def test_processes_do_not_change_what_is_written(crawl: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    assert run(crawl, "-o", tmp_path / "out", "-j", 3).returncode == 0
    assert read(tmp_path / "out") == whole


@pytest.mark.skipif(os.name == "nt", reason="kills the POSIX way")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_run_that_is_killed_goes_on(crawl: Path, whole: dict[str, bytes], tmp_path: Path, seed: int) -> None:
    """At some moment after so many parts are done: on a fast machine, too, the first run is always killed."""
    out, chance, stopped = tmp_path / "out", random.Random(seed), 0  # noqa: S311
    for done in (0, 0, 1, 1, 2, 2):
        with subprocess.Popen(
            command(crawl, "-o", out, "-j", 2), stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            while process.poll() is None and len(list(out.glob("*.done"))) < done:
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.2))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                stopped += 1
    assert stopped
    before = read(out) if out.exists() else {}
    assert run(crawl, "-o", out, "-j", 2).returncode == 0
    assert read(out) == whole
    for name, content in before.items():
        assert name.startswith(".") or whole[name] == content, "no file is ever half of one"


def test_what_is_done_is_not_read_again(crawl: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(crawl / "3", "-o", out).returncode == 0
    part = out / "part-000000.jsonl"
    part.write_bytes(b"as it is\n")
    assert run(crawl / "3", "-o", out).returncode == 0
    assert part.read_bytes() == b"as it is\n"
    (out / "part-000000.done").unlink()
    assert run(crawl / "3", "-o", out).returncode == 0
    assert len(records(out)) > 1


def test_other_files_make_a_part_anew_and_parts_behind_the_last_go(tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    for name in ("apa", "cards"):
        (pages / f"{name}.md").write_bytes(PAGES[name])
    assert run(pages, "-o", out).returncode == 0
    (out / "part-000001.jsonl").write_text("of files that are there no more")
    (pages / "cards.md").unlink()
    assert run(pages, "-o", out).returncode == 0
    assert {record["file"] for record in records(out)} == {str(pages / "apa.md")}
    assert sorted(read(out)) == ["part-000000.done", "part-000000.jsonl", "pubparse.json"]


def test_a_file_that_cannot_be_read_costs_one_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(PAGES["apa"])
    done = run(page, tmp_path / "nowhere.md", page, "-o", tmp_path / "out")
    assert done.returncode == 1
    told = (tmp_path / "out" / "part-000000.errors.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in told] == [
        {"file": str(tmp_path / "nowhere.md"), "error": "No such file or directory"}
    ]
    assert len(records(tmp_path / "out")) == 2 * len(pubparse.parse(PAGES["apa"]).publications)


def test_parquet(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(PAGES["apa"])
    assert run(page, "-o", tmp_path / "out", "--to", "parquet").returncode == 0
    table = pq.read_table(tmp_path / "out" / "part-000000.parquet")
    assert table["title"].to_pylist() == [one.title for one in pubparse.parse(PAGES["apa"]).publications]
    assert set(table["file"].to_pylist()) == {str(page)}


def test_folders_of_somebody_else_are_left(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(PAGES["apa"])
    done = run(page, "-o", tmp_path)
    assert done.returncode == 2
    assert "holds something else" in words(done.stderr)
    assert sorted(read(tmp_path)) == ["page.md"]
    assert run(page, "-o", tmp_path / "out").returncode == 0
    done = run(page, "-o", tmp_path / "out", "--min-confidence", "0.5")
    assert done.returncode == 2
    assert "another way" in words(done.stderr)


@pytest.mark.parametrize("arguments", [("--to", "table", "-o", "out"), ("--to", "parquet")])
def test_forms_have_their_place(arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("page.md", *arguments)
    assert done.returncode == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.MARKDOWN").symlink_to(tmp_path / "a.md")
    assert [Path(file).name for file in walk([str(tmp_path)])] == ["a.md", "b.MARKDOWN"]


def test_parts_have_so_many_files() -> None:
    parts = list(parts_of(map(str, range(2 * FILES + 1))))
    assert [len(part.files) for part in parts] == [FILES, FILES, 1]
    assert [part.name for part in parts] == ["part-000000", "part-000001", "part-000002"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_ctrl_c(crawl: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        command(crawl, "-o", tmp_path / "out", "-j", 2), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        while not (tmp_path / "out" / "pubparse.json").exists():
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        output, complaints = process.communicate(timeout=60)
    assert process.returncode in (130, 1)
    assert "Traceback" not in output + complaints
