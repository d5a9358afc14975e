"""Files and folders in, the parts in which they are read out; and one part read into files of its own.

A part is so many files that follow each other in one fixed order. It is done when its note is there and names the same
files: what was read is written before the note, and each in one step. So whatever stops a run, the next one makes again
what has no note, and nothing else: no record is there twice, and none is lost.
"""

import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pubparse
from pubparse.cli.files import replace

if TYPE_CHECKING:
    from pubparse import Page
    from pubparse.cli.options import Told

Form = Literal["jsonl", "parquet"]

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
"""What files of a folder are read; a file that is named is read whatever it is called."""

FILES = 200
"""Files in a part."""


class Part(NamedTuple):
    """Files that are read together."""

    number: int
    files: tuple[str, ...]

    @property
    def name(self) -> str:
        """What its files are called, apart from their ends."""
        return f"part-{self.number:06}"


class Job(NamedTuple):
    """What is done with every part."""

    folder: Path
    """Where its files go."""
    form: Form
    least: float
    """How sure a record must be, 0 to 1."""
    told: "Told"

    def file(self, part: Part, suffix: str = "") -> Path:
        """The records of a part; with a suffix what belongs to them."""
        return self.folder / f"{part.name}{suffix or f'.{self.form}'}"


class Count(NamedTuple):
    """What a part came to."""

    files: int
    entries: int
    problems: int
    unread: int


def walk(paths: Iterable[str]) -> Iterator[str]:
    """The files that are named, and those in folders that are, folder by folder in the order of names.

    Links to folders are not followed, nor are links to files that lead out of the folder that was named. Only one
    folder's names are held at a time, and those of the folders around it.
    """
    for path in paths:
        if Path(path).is_dir():
            yield from _inside(path, os.path.realpath(path))
        else:
            yield path


def _inside(folder: str, named: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        inside = sorted((one.path, one.is_dir(follow_symlinks=False)) for one in found if _is_read(one, named))
    for path, is_folder in inside:
        if is_folder:
            yield from _inside(path, named)
        else:
            yield path


def _is_read(one: "os.DirEntry[str]", named: str) -> bool:
    if one.is_dir(follow_symlinks=False):
        return True
    is_page = one.is_file() and one.name.lower().endswith(SUFFIXES)
    return is_page and (not one.is_symlink() or Path(os.path.realpath(one.path)).is_relative_to(named))


def parts_of(paths: Iterable[str]) -> Iterator[Part]:
    """The files of `walk`, so many at a time."""
    files, number = walk(paths), 0
    while some := tuple(islice(files, FILES)):
        yield Part(number, some)
        number += 1


def counted(part: Part, job: Job) -> Count | None:
    """What a part came to when it was done; None where it was not, or was of other files."""
    try:
        note = json.loads(job.file(part, ".done").read_bytes())
        return Count(**note["count"]) if note["files"] == _digest(part) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_part(part: Part, job: Job) -> Count:
    """Read a part and write what was read, the files that could not be, and the note that it is done."""
    pages: list[Page] = []
    unread: list[str] = []
    for file in part.files:
        try:
            page = pubparse.parse(Path(file).read_bytes(), path=file, **job.told)
        except OSError as error:
            unread.append(json.dumps({"file": file, "error": error.strerror or str(error)}, ensure_ascii=False))
        else:
            sure = tuple(one for one in page.publications if one.confidence >= job.least)
            pages.append(page.model_copy(update={"publications": sure}))
    count = Count(
        len(part.files), sum(len(page.publications) for page in pages), sum(len(page.problems) for page in pages),
        len(unread),
    )  # fmt: skip
    replace(job.file(part), _content(pages, job.form))
    if unread:
        replace(job.file(part, ".errors.jsonl"), "".join(f"{line}\n" for line in unread).encode("utf-8", "replace"))
    else:
        job.file(part, ".errors.jsonl").unlink(missing_ok=True)
    replace(job.file(part, ".done"), json.dumps({"files": _digest(part), "count": count._asdict()}).encode())
    return count


def _content(pages: "list[Page]", form: Form) -> bytes:
    if form == "parquet":
        content = pubparse.export(pages, "parquet").content
        return content if isinstance(content, bytes) else content.encode()
    return "".join(lines_of(page) for page in pages).encode()


def lines_of(page: "Page") -> str:
    """A line of JSON for each publication, with its file."""
    data = page.model_dump(mode="json")
    file = {"file": data["source"]["path"]}
    return "".join(f"{json.dumps(file | publication, ensure_ascii=False)}\n" for publication in data["publications"])


def _digest(part: Part) -> str:
    """What tells the files of a part from others, by their names."""
    return sha256("\0".join(part.files).encode("utf-8", "surrogateescape")).hexdigest()
