"""A file and what makes its report in, a server for one browser on this machine out.

Loopback only, under a token that nobody can guess; a request for another host (a name that was made to lead here), from
a page of another origin, or for anything but the report is refused.
"""

import secrets
from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"

LIVE = """
// The report is asked for again when the file has changed; the card that is looked at stays where it is.
history.scrollRestoration = "manual";
const kept = JSON.parse(sessionStorage.getItem("kept") || "null");
const place = () => {
  const at = card.get(kept.key);
  if (at) scrollBy(0, at.getBoundingClientRect().top - kept.top);
  else scrollTo(0, kept.scroll);
};
// Cards that were not drawn yet have no height of their own: what comes into view moves the rest.
if (kept) for (let turn = 0; turn < 5; turn += 1) setTimeout(place, turn * 20);
const state = async () => {
  try { return (await fetch("state", { cache: "no-store" })).text(); } catch { return null; }
};
let before = null;
setInterval(async () => {
  const now = await state();
  if (now !== null && before !== null && now !== before) {
    const seen = [...card.values()].find((one) => !one.hidden && one.getBoundingClientRect().bottom > 0);
    const top = seen && seen.getBoundingClientRect().top;
    sessionStorage.setItem("kept", JSON.stringify({ key: seen?.dataset.key, top, scroll: scrollY }));
    location.reload();
  }
  before = now ?? before;
}, 250);
"""
"""What the report does beside what it always does."""


class Server(ThreadingHTTPServer):
    """Serves the report of a file; OSError where the file cannot be read or the port be had."""

    daemon_threads = True

    def __init__(self, file: Path, made: Callable[[str], str], port: int) -> None:
        self.file, self.made, self.token = file, made, secrets.token_urlsafe(16)
        file.read_bytes()
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

    def serve(self) -> None:
        """Answer until Ctrl-C."""
        try:
            self.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            return


class _Answer(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "pubparse", ""

    def do_GET(self) -> None:
        given = self.server
        if self.is_from_elsewhere():
            self.refuse()
        elif secrets.compare_digest(self.path, f"/{given.token}/"):
            self.answer("text/html", lambda: given.made(LIVE))
        elif secrets.compare_digest(self.path, f"/{given.token}/state"):
            self.answer("text/plain", given.state)
        else:
            self.refuse()

    def is_from_elsewhere(self) -> bool:
        """Whether another host was asked for, or a page of another origin asks."""
        host, origin = self.headers.get("Host"), self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "none")
        own = self.server.host
        return host != own or origin not in (None, f"http://{own}") or site not in ("none", "same-origin")

    def answer(self, kind: str, text: Callable[[], str]) -> None:
        """Send what is asked for; a file that is away for a moment, as editors do it, will be there again."""
        try:
            body = text().encode("utf-8", "replace")
        except OSError:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(body)

    def refuse(self) -> None:
        """Say nothing of what there would be."""
        self.send_error(HTTPStatus.FORBIDDEN)

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 (its name in the library)
        """Keep the terminal quiet."""
