"""A server that does what hostile and broken ones do. It is a proxy, so that it stands for public hosts by name."""

import gzip
import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import urlsplit

from made_pages import page

from newscrawl.demo.site import HOST, Answer

SITE = "http://wire.example"
FUTURE = "Wed, 04 Mar 2099 05:06:07 GMT"
BOMB = gzip.compress(b"<html><body>" + b"<p>boom</p>" * 20_000_000, compresslevel=9)
"""220 MB of page in some 200 kB."""


def item(link: str, more: str = "") -> str:
    return f"<item><title>&lt;script&gt;alert(1)&lt;/script&gt; A title</title><link>{link}</link>{more}</item>"


def rss(*items: str, doctype: str = "") -> Answer:
    text = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>x</title>{"".join(items)}</channel></rss>'
    return Answer(text.encode(), "application/rss+xml")


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
GOOD = [f"{SITE}/good/{number}" for number in range(1, 7)]
LINKS = {  # path → the reason that it is counted under
    "/bomb": "too large",
    "/endless": "too large",
    "/announced-huge": "too large",
    "/drip": "timeout",
    "/silence": "timeout",
    "/loop": "redirect loop",
    "/round-and-round/1": "redirect loop",
    "/to-loopback": "private network",
    "/to-private": "private network",
    "/to-link-local": "private network",
    "/to-file": "private network",
    "/to-nonsense": "bad redirect",
    "/truncated": "truncated",
    "/reset": "connection lost",
    "/reset-within": "truncated",
    "/babble": "connection lost",
    "/broken-gzip": "cannot be decoded",
    "/picture": "no page",
}
PRIVATE = ("http://127.0.0.1:9/x", "http://10.0.0.1/x", "http://169.254.169.254/latest", "http://[::1]:9/x")
NO_ADDRESS = ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[")
REDIRECTS = {
    "/loop": f"{SITE}/loop",
    "/to-loopback": "http://127.0.0.1:9/",
    "/to-private": "http://192.168.0.1/",
    "/to-link-local": "http://169.254.169.254/latest/meta-data/",
    "/to-file": "file:///etc/passwd",
    "/to-nonsense": "http://[",
}
FEEDS = {
    "/feed.xml": rss(
        item(GOOD[0]),
        *(item(SITE + path) for path in LINKS),
        *map(item, PRIVATE),
        *map(item, NO_ADDRESS),
        item(GOOD[1], f"<pubDate>{FUTURE}</pubDate>"),
    ),
    "/entities.xml": rss(
        item(GOOD[2]), item(f"{SITE}/&e29;"), item("&file;"),
        doctype=f'<!DOCTYPE rss [<!ENTITY e0 "ha">{ENTITIES}<!ENTITY file SYSTEM "file:///etc/hostname">]>',
    ),
    "/many.xml": rss(*(f"<item><link>{GOOD[3]}#{number}</link></item>" for number in range(100_000))),
    "/bomb.xml": Answer(BOMB, "application/rss+xml", headers={"Content-Encoding": "gzip"}),
    "/endless.xml": Answer(b""),
}  # fmt: skip


class HostileServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HOST, 0), HostileHandler)
        self.over = Event()
        self.asked: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients hang up on us all the time."""


class HostileHandler(BaseHTTPRequestHandler):
    server: HostileServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        path = urlsplit(self.path).path
        if urlsplit(self.path).hostname == "slow-robots.example":
            return self.drip() if path == "/robots.txt" else self.answer(page(9))
        name = path.strip("/").split(".")[0].split("/")[0].replace("-", "_")
        if path in REDIRECTS:
            return self.redirect(REDIRECTS[path])
        if (misdeed := getattr(self, name, None)) and (path in LINKS or path == "/endless.xml"):
            return misdeed()
        if path.startswith("/round-and-round/"):
            return self.redirect(f"{SITE}/round-and-round/{int(path.rpartition('/')[2]) + 1}")
        if path.startswith("/good/"):
            number = int(path.rpartition("/")[2])
            year = b"2098" if number == 2 else b"2026"
            return self.answer(Answer(page(number).body.replace(b"2026-03-04T", year + b"-03-04T")))
        return self.answer(FEEDS.get(path, Answer(b"", status=404)))

    def answer(self, answer: Answer, length: int | None = None) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body) if length is None else length))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def redirect(self, to: str) -> None:
        self.answer(Answer(b"", status=302, headers={"Location": to}))

    def begin(self) -> None:
        """The head of an answer without an end."""
        self.close_connection = True
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>")

    def bomb(self) -> None:
        self.answer(Answer(BOMB, headers={"Content-Encoding": "gzip"}))

    def endless(self) -> None:
        self.begin()
        with suppress(OSError):
            while not self.server.over.is_set():
                self.wfile.write(b"<p>and so on</p>" * 60_000)

    def announced_huge(self) -> None:
        self.answer(Answer(b"<html>"), length=10**11)

    def drip(self) -> None:
        self.begin()
        with suppress(OSError):
            while not self.server.over.wait(0.1):
                self.wfile.write(b"x")
                self.wfile.flush()

    def silence(self) -> None:
        self.server.over.wait(30)

    def truncated(self) -> None:
        self.close_connection = True
        self.answer(Answer(page(7).body[:300]), length=5000)

    def reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        os.close(self.connection.detach())

    def reset_within(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n")
        self.wfile.flush()
        self.reset()

    def babble(self) -> None:
        self.close_connection = True
        self.wfile.write(b"SSH-2.0-hello\r\n\r\nthis is no HTTP at all\r\n")

    def broken_gzip(self) -> None:
        self.answer(Answer(b"\x1f\x8bthis is no gzip at all", headers={"Content-Encoding": "gzip"}))

    def picture(self) -> None:
        self.answer(Answer(b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"))

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def hostile() -> Iterator[HostileServer]:
    with HostileServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def reasons_of(counts: str, feed: str) -> dict[str, int]:
    """What a run's row counts for one feed."""
    return json.loads(counts)[feed]["reasons"]
