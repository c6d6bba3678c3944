"""A server as real ones are: it knows versions (ETag, Last-Modified, 304), and it remembers what it was asked."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import sleep
from typing import NamedTuple

from newscrawl.demo.site import PLACEHOLDER, Answer, Handler, Server


class Asked(NamedTuple):
    """A request: its path, whether it was conditional, and the status of the answer."""

    path: str
    conditional: bool
    status: int


class ChangingServer(Server):
    """Serves answers that a test may change while it runs; ``asked`` lists the requests."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(answers)
        self.RequestHandlerClass = ConditionalHandler
        self.asked: list[Asked] = []

    def asked_since(self, mark: int) -> list[Asked]:
        return [asked for asked in self.asked[mark:] if asked.path != "/robots.txt"]


class ConditionalHandler(Handler):
    server: ChangingServer

    def do_GET(self) -> None:  # noqa: N802
        answer = self.server.answer(self.path)
        etag = f'"{hashlib.md5(answer.body).hexdigest()}"'
        known = self.headers.get("If-None-Match")
        status, body = (304, b"") if known == etag else (answer.status, answer.body)
        self.server.asked.append(Asked(self.path, known is not None, status))
        sleep(answer.delay)
        body = body.replace(PLACEHOLDER, self.server.netloc.encode())
        self.send_response(status)
        for name, value in {"Content-Type": answer.content_type, "Content-Length": len(body), "ETag": etag}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def changing(answers: dict[str, Answer]) -> Iterator[ChangingServer]:
    with ChangingServer(answers) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
