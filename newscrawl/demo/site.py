"""The made-up sites in fixtures/, served over real HTTP on loopback."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

HOST = "127.0.0.1"
PLACEHOLDER = b"SITE_HOST"
"""Stands in the fixtures for the host and port that a site is served from."""

ROOT_FILES = {
    "robots.txt": "text/plain",
    "feed.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "news-sitemap.xml": "application/xml",
}


@dataclass(frozen=True)
class Answer:
    """What a server says to a request, after ``delay`` seconds, with ``headers`` besides the usual ones.

    The type of a page is sent without a charset: the page's own declaration counts.
    """

    body: bytes
    content_type: str = "text/html"
    status: int = 200
    delay: float = 0.0
    headers: Mapping[str, str] = field(default_factory=dict)


def read_site(folder: Path) -> dict[str, Answer]:
    """The answers of a site by path, from its folder as fixtures/README.md describes it."""
    answers = {"/": Answer((folder / "index.html").read_bytes())}
    for name, content_type in ROOT_FILES.items():
        if (folder / name).exists():
            answers[f"/{name}"] = Answer((folder / name).read_bytes(), content_type)
    for facts in sorted(folder.glob("pages/*/article.json")):
        path = json.loads(facts.read_text(encoding="utf-8"))["path"]
        answers[path] = Answer((facts.parent / "page.html").read_bytes())
    return answers


class Server(ThreadingHTTPServer):
    """Serves answers by path, with its own host and port put in for the placeholder."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, Answer], port: int = 0, host: str = HOST) -> None:
        super().__init__((host, port), Handler)
        self.host = host
        self.answers = answers

    @property
    def netloc(self) -> str:
        return f"{self.host}:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.netloc}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is no news."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def answer(self, path: str) -> Answer:
        return self.answers.get(path, Answer(b"<h1>Not found</h1>", status=404))


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; says nothing on the terminal."""

    server: Server
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: otherwise every answer waits 40 ms for an acknowledgement

    def do_GET(self) -> None:
        answer = self.server.answer(self.path)
        sleep(answer.delay)
        body = answer.body.replace(PLACEHOLDER, self.server.netloc.encode())
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers.items():
            self.send_header(name, value.replace(PLACEHOLDER.decode(), self.server.netloc))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def serving(answers: Mapping[str, Answer], port: int = 0) -> Iterator[Server]:
    """Serve answers in a thread while the block runs; port 0 is any free one. Raises OSError if the port is taken."""
    with Server(answers, port) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serving_sites(folders: Mapping[Path, int], sources: Path) -> Iterator[list[str]]:
    """Serve sites, each on its port, and write their source files into ``sources``; gives their names."""
    with ExitStack() as stack:
        for folder, port in folders.items():
            server = stack.enter_context(serving(read_site(folder), port))
            source = (folder / "source.toml").read_bytes().replace(PLACEHOLDER, server.netloc.encode())
            (sources / f"{folder.name}.toml").write_bytes(source)
        yield [folder.name for folder in folders]
