"""File names in, bytes out, and text back to the console: whatever the console can show, nothing here crashes on it."""

import errno
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO

LOST = 1
"""Exit code where a page has a problem of severity `error`."""

MISUSE = 2
"""Exit code for arguments that make no sense, and for files that cannot be read or written."""

_STEERING = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)], "\ufffd"
)
"""What a hostile page could steer a terminal with: control characters, changes of direction, and what is no text."""

_COMMAND = re.compile(r"##(?=\[)")
"""What a log of GitHub Actions takes for the beginning of a command, wherever it stands in a line."""


def read(file: str) -> bytes:
    """Give the bytes of a file, of standard input for `-`; OSError where they cannot be read."""
    return _bytes_of("stdin").read() if file == "-" else Path(file).read_bytes()


def write(text: str) -> None:
    """Write UTF-8 with plain newlines to standard output, whatever the console's encoding is."""
    write_bytes(text.encode("utf-8", "replace"))


def write_bytes(content: bytes) -> None:
    """Write to standard output as it is."""
    output, rest = _bytes_of("stdout"), memoryview(content)
    while rest:  # a stream without a buffer may take less than it is given
        rest = rest[output.write(rest) :]
    sys.stdout.flush()  # a reader that has gone away is noticed here, while the exit code can still say so


def write_difference(text: str) -> None:
    """Write a difference: to a program as it is, so that it can be applied, to a terminal so that it steers nothing."""
    lines = text.split("\n")
    write("\n".join(map(printable, lines)) if is_on_a_terminal() else text)


def is_on_a_terminal() -> bool:
    """Tell whether people look at standard output."""
    return bool(sys.stdout and sys.stdout.isatty())


def _bytes_of(name: str) -> BinaryIO:
    """A standard stream; OSError where whoever started the program has closed it."""
    if stream := getattr(sys, name):
        buffer: BinaryIO = stream.buffer
        return buffer
    raise OSError(errno.EBADF, os.strerror(errno.EBADF), name)


def complain(text: str) -> None:
    """Write a message for people to standard error."""
    if sys.stderr:
        sys.stderr.write(f"pubparse: {printable(text)}\n")


def printable(text: str) -> str:
    """Replace what could steer a terminal with U+FFFD, and keep what looks like a command of a log from being one."""
    return _COMMAND.sub("##\u200b", text.translate(_STEERING))
