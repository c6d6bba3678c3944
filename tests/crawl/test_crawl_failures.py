"""What goes wrong is named by its address, and the pages beside it are stored."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import Finished, crawl, rows
from made_pages import GERMAN, feed, page

from newscrawl.demo.site import Answer, Server, serving

SITE = {
    "/feed.xml": feed("/good/1", "/missing", "/broken", "/slow", "/latin", "/empty", "/image", "/good/2"),
    "/empty.xml": feed(),
    "/nothing.xml": Answer(b"", "application/rss+xml"),
    "/text.xml": Answer(b"this is no XML at all", "text/plain"),
    "/page.xml": Answer(b"<!doctype html><html><body>Please log in</body></html>"),
    "/good/1": page(1),
    "/good/2": page(2),
    "/latin": page(3, GERMAN, "de", "windows-1252"),
    "/broken": Answer(b"oops", status=500),
    "/slow": Answer(b"late", delay=6),
    "/empty": Answer(b""),
    "/image": Answer(b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"),
}
FEEDS = ("feed.xml", "empty.xml", "nothing.xml", "text.xml", "page.xml", "gone.xml")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(SITE) as server:
        yield server


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("crawl") / "news.db"


@pytest.fixture(scope="module")
def finished(server: Server, database: Path) -> Finished:
    return crawl(database, f"feed={' '.join(f'{server.url}/{name}' for name in FEEDS)}")


def test_fails(finished: Finished) -> None:
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "the server answered 404"),
        ("/broken", "the server answered 500"),
        ("/slow", "did not answer in time"),
        ("/empty.xml", "is empty"),
        ("/nothing.xml", "is empty"),
        ("/text.xml", "is not XML"),
        ("/page.xml", "is an HTML page"),
        ("/gone.xml", "the server answered 404"),
    ],
)
def test_failure_names_address_and_reason(finished: Finished, server: Server, path: str, reason: str) -> None:
    lines = [line for line in finished.stderr.splitlines() if line.startswith(f"{server.url}{path}: ")]
    assert [line for line in lines if reason in line]


@pytest.mark.parametrize(("path", "text"), [("/good/1", "number 1."), ("/good/2", "number 2."), ("/latin", "schöne")])
def test_other_pages_are_stored(finished: Finished, server: Server, database: Path, path: str, text: str) -> None:
    assert finished.returncode == 1
    (stored,) = rows(database, f"SELECT text FROM articles WHERE url = '{server.url}{path}'")
    assert text in stored[0]


def test_nothing_else_is_stored(finished: Finished, database: Path) -> None:
    assert finished.returncode == 1
    assert rows(database, "SELECT count(*) FROM articles") == [(3,)]


def test_reasons_are_counted(finished: Finished, server: Server, database: Path) -> None:
    assert finished.returncode == 1
    ((counts, status),) = rows(database, "SELECT counts, exit_status FROM runs")
    assert status == 1
    reasons = json.loads(counts)[f"{server.url}/feed.xml"]["reasons"]
    assert reasons | {"http 404": 1, "http 500": 1, "timeout": 1, "no page": 1} == reasons
