"""Contents by file name in, files on disk out: each is whole or as before, and nothing of somebody else's is lost."""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pubparse.cli.streams import write_bytes

_NOT_OURS = "it is there already, and pubparse has not made it: --force writes over it"
_OUTSIDE = "a link leads from it out of the folder that is written"
_MEANWHILE = "it has been written meanwhile, and is left as it is"
HEAD = 4096
"""Bytes of a file that are looked at to tell whether it is ours."""


def save_into(folder: Path, files: Mapping[str, bytes], begins: re.Pattern[str], *, force: bool = False) -> None:
    """Write the files of a folder as `save` does; OSError, before anything is written, where a link leads out of it."""
    inside = Path(os.path.realpath(folder))
    paths = {folder / name: content for name, content in files.items()}
    for path in paths:
        if not Path(os.path.realpath(path)).is_relative_to(inside):
            raise OSError(errno.EPERM, _OUTSIDE, str(path))
    save(paths, begins, force=force)


def save(files: Mapping[Path, bytes], begins: re.Pattern[str], *, force: bool = False) -> None:
    """Write files, and the folders they stand in.

    Raises FileExistsError, before anything is written, where a file is there that begins otherwise, unless `force` is
    given; OSError where one cannot be written.
    """
    for path, content in files.items():
        if not (force or _may_be_replaced(path, content, begins)):
            raise FileExistsError(errno.EEXIST, _NOT_OURS, str(path))
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)


def put(file: str, before: bytes, after: bytes) -> None:
    """Put a changed file in its place, or on standard output for `-`; OSError where it has been written meanwhile."""
    if file == "-":
        write_bytes(after)
    else:
        put_back(Path(file), before, after)


def put_back(path: Path, before: bytes, after: bytes) -> None:
    """Put a changed file in the place of what was read of it; OSError where it has been written meanwhile."""
    if path.read_bytes() != before:
        raise OSError(errno.EBUSY, _MEANWHILE, str(path))
    replace(path, after)


def replace(path: Path, content: bytes) -> None:
    """Put a file in the place of another in one step: a link stays a link, the mode as it was, a device a device.

    Raises OSError, which names the path, where that cannot be done or the file may only be read; it is as before then.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _put_in_place(_target(path), content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _target(path: Path) -> Path:
    """Give the file that a path leads to, which may be one that is not there yet."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if target.exists() and not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _put_in_place(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        _keep_mode(target, fresh)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _keep_mode(old: Path, new: Path) -> None:
    if old.exists():
        shutil.copymode(old, new)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)


def _may_be_replaced(path: Path, content: bytes, begins: re.Pattern[str]) -> bool:
    if not path.exists():
        return True
    if not path.is_file():  # a device or a pipe: /dev/stdout
        return not path.is_dir()
    with Path(path).open("rb") as file:
        head = file.read(HEAD)
    is_ours = begins.match(head.decode("utf-8", "replace").removeprefix("\ufeff"))
    return not head or bool(is_ours) or path.read_bytes() == content
