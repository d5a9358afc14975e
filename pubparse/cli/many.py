"""Many files and an output folder in, their records in parts out, read by several processes."""

import json
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pubparse
from pubparse.cli.files import replace
from pubparse.cli.parts import Count, Job, Part, counted, parts_of, read_part, walk
from pubparse.cli.progress import progress

SETTINGS = "pubparse.json"
"""The file that says how a folder was made."""


def parse_many(paths: list[str], job: Job, jobs: int) -> Count:
    """Read all files, part by part; parts that an earlier run has done are left as they are.

    Raises UsageError where the folder holds something else, or was made in another way; OSError where it cannot be
    written.
    """
    _settle(job)
    done, last = Count(0, 0, 0, 0), -1
    with progress(sum(1 for _ in walk(paths))) as tell:
        for part, count in _counts(parts_of(paths), job, jobs):
            done, last = Count(*(one + other for one, other in zip(done, count, strict=True))), part.number
            tell(count.files, count.entries, count.problems)
    _sweep(job, last)
    return done


def _counts(parts: Iterable[Part], job: Job, jobs: int) -> Iterator[tuple[Part, Count]]:
    """Each part and what it came to, in order; only so many parts are on their way as keep the processes busy."""
    context = get_context("spawn")  # the same on every system, and nothing of this process is in the others
    with ProcessPoolExecutor(jobs, context, _leave_interrupts) as pool:
        on_the_way: deque[tuple[Part, Count | Future[Count]]] = deque()
        try:
            for part in parts:
                on_the_way.append((part, counted(part, job) or pool.submit(read_part, part, job)))
                while len(on_the_way) > 2 * jobs:
                    yield _waited(on_the_way.popleft())
            while on_the_way:
                yield _waited(on_the_way.popleft())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _waited(one: tuple[Part, Count | Future[Count]]) -> tuple[Part, Count]:
    part, count = one
    return part, count.result() if isinstance(count, Future) else count


def _leave_interrupts() -> None:
    """Ctrl-C is for the process that the person started: the others end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _settle(job: Job) -> None:
    """Make the folder, or see that it was made as it is to be made now."""
    how: dict[str, Any] = {"version": pubparse.__version__, "to": job.form, "least": job.least, **job.told}
    how = json.loads(json.dumps(how))
    settings = job.folder / SETTINGS
    job.folder.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        if any(job.folder.iterdir()):
            raise pubparse.UsageError(f"{job.folder} holds something else: give a folder that is new or empty")
        replace(settings, json.dumps(how, ensure_ascii=False).encode())
        return
    try:
        before = json.loads(settings.read_bytes())
    except ValueError:
        before = None
    if before != how:
        raise pubparse.UsageError(f"{job.folder} was made in another way, as its {SETTINGS} tells: give a new folder")


def _sweep(job: Job, last: int) -> None:
    """Take away parts behind the last, of files that are there no more, and what a run that was stopped left."""
    for file in job.folder.iterdir():
        number = file.name.removeprefix("part-").partition(".")[0]
        is_behind = file.name.startswith("part-") and number.isdecimal() and int(number) > last
        if is_behind or file.name.startswith(".part-"):
            file.unlink()
