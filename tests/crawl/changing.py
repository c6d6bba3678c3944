"""A server as real ones are: it knows versions (ETag, Last-Modified, 304), and it remembers what it was asked."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple

from newscrawl.demo.site import HOST, PLACEHOLDER, Answer, Handler, Server


class Asked(NamedTuple):
    """A request: its path, whether it was conditional, and the status of the answer."""

    path: str
    conditional: bool
    status: int


POLICIES = ("/robots.txt", "/.well-known/tdmrep.json")
"""What is asked for before pages are."""


class ChangingServer(Server):
    """Serves answers that a test may change while it runs; of a list of answers each is given once, the last for ever.

    The list itself stays whole, so that a server started again with the same answers gives them all again.
    ``asked`` lists the requests, ``times`` when each came, ``agents`` who asked.
    """

    def __init__(self, answers: dict[str, Answer | list[Answer]], host: str) -> None:
        kept = {path: list(answer) if isinstance(answer, list) else answer for path, answer in answers.items()}
        super().__init__(kept, host=host)  # type: ignore[arg-type]
        self.RequestHandlerClass = ConditionalHandler
        self.asked: list[Asked] = []
        self.times: list[float] = []
        self.agents: set[str | None] = set()

    def answer(self, path: str) -> Answer:
        answer = super().answer(path)
        if isinstance(answer, list):
            return answer.pop(0) if len(answer) > 1 else answer[0]
        return answer

    def asked_since(self, mark: int) -> list[Asked]:
        return [asked for asked in self.asked[mark:] if asked.path not in POLICIES]

    def paths(self) -> list[str]:
        """What was asked for, policies left out, in order."""
        return [asked.path for asked in self.asked_since(0)]


class ConditionalHandler(Handler):
    server: ChangingServer

    def do_GET(self) -> None:  # noqa: N802
        answer = self.server.answer(self.path)
        etag = f'"{hashlib.md5(answer.body).hexdigest()}"'
        known = self.headers.get("If-None-Match")
        status, body = (304, b"") if known == etag else (answer.status, answer.body)
        self.server.times.append(monotonic())
        self.server.agents.add(self.headers.get("User-Agent"))
        self.server.asked.append(Asked(self.path, known is not None, status))
        sleep(answer.delay)
        body = body.replace(PLACEHOLDER, self.server.netloc.encode())
        self.send_response(status)
        usual = {"Content-Type": answer.content_type, "Content-Length": len(body), "ETag": etag}
        for name, value in (usual | dict(answer.headers)).items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def changing(answers: dict[str, Answer | list[Answer]], host: str = HOST) -> Iterator[ChangingServer]:
    with ChangingServer(answers, host) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
