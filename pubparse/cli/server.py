"""A file and what makes its report in, a server for one browser on this machine out.

Loopback only, under a token that nobody can guess; a request for another host (a name that was made to lead here), from
a page of another origin, or for anything but the report is refused.
"""

import secrets
import sys
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pubparse.cli.streams import complain

HOST = "127.0.0.1"

AWAY = b'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><p>The file is not there.'
"""What is shown until a file that is away, as editors put it away for a moment, is there again."""


class Server(ThreadingHTTPServer):
    """Serves the report of a file, which `made` makes under the name of a state; OSError where the port is in use."""

    daemon_threads = True

    def __init__(self, file: Path, made: Callable[[str], str], port: int) -> None:
        self.file, self.made, self.token = file, made, secrets.token_urlsafe(16)
        super().__init__((HOST, port), _Answer)

    @property
    def host(self) -> str:
        """What a browser that was sent here says it asks."""
        return f"{HOST}:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the report is."""
        return f"http://{self.host}/{self.token}/"

    def state(self) -> str:
        """What changes when the file does."""
        return sha256(self.file.read_bytes()).hexdigest()

    def report(self) -> str:
        """The report, under the state that the file had before it was read: what is saved meanwhile is another."""
        return self.made(self.state())

    def serve(self) -> None:
        """Answer until Ctrl-C."""
        try:
            self.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            return

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Tell in one line what went wrong; a browser that has gone away is no error."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            complain(f"{self.file}: {type(error).__name__}: {error}")


class _Answer(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "pubparse", ""

    def do_GET(self) -> None:
        given, path = self.server, self.path.encode("utf-8", "replace")
        if self.is_from_elsewhere():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif secrets.compare_digest(path, f"/{given.token}/".encode()):
            self.answer("text/html", given.report)
        elif secrets.compare_digest(path, f"/{given.token}/state".encode()):
            self.answer("text/plain", given.state)
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def is_from_elsewhere(self) -> bool:
        """Whether another host was asked for, or a page of another origin asks."""
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        own = self.server.host
        return host != own or origin not in (None, f"http://{own}") or site not in ("none", "same-origin")

    def answer(self, kind: str, text: Callable[[], str]) -> None:
        """Send what is asked for, or that the file is away."""
        try:
            status, body = HTTPStatus.OK, text().encode("utf-8", "replace")
        except OSError:
            status, body, kind = HTTPStatus.SERVICE_UNAVAILABLE, AWAY, "text/html"
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 (its name in the library)
        """Keep the terminal quiet."""
