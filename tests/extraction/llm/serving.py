"""A small chat server on this machine that answers, or misbehaves, as it is told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behave = Callable[["Handler"], None]


@dataclass
class Served:
    """A running server: its address, and what it was asked."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Notes each question, then behaves as the test says."""

    served: Served
    behave: Behave

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.served.asked.append(json.loads(body))
        self.served.headers.append(dict(self.headers.items()))
        self.served.paths.append(self.path)
        type(self).behave(self)

    do_GET = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Keep the screen of the tests clean."""

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer with these bytes."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def chat(content: object) -> bytes:
    """Return the body of a chat completion with that content."""
    message = {"role": "assistant", "content": content}
    return json.dumps({"choices": [{"index": 0, "message": message}]}).encode()


def says(content: object) -> Behave:
    """Behave well: answer every question with that content."""
    return lambda handler: handler.send(chat(content))


@contextmanager
def server(behave: Behave) -> Iterator[Served]:
    """Run a server on a free port of this machine while the block lasts."""
    served = Served("")
    made = type("One", (Handler,), {"served": served, "behave": staticmethod(behave)})
    with ThreadingHTTPServer(("127.0.0.1", 0), made) as running:
        running.daemon_threads = True
        running.block_on_close = False
        served.url = f"http://127.0.0.1:{running.server_address[1]}/v1"
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield served
        finally:
            running.shutdown()
            thread.join()
