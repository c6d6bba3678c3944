"""Pages reserved against text and data mining: what counts, and that nothing is kept of them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from changing import ChangingServer, changing
from crawling import crawl, rows, run_scrapy
from made_pages import feed, page

from newscrawl.article.decode import parse
from newscrawl.crawl.reservation import (
    FILE,
    HEADER,
    META,
    ROBOTS,
    read_rules,
    reserved_by_file,
    reserved_by_headers,
    reserved_by_page,
)
from newscrawl.demo.site import Answer

SITE = "https://wire.example"


def rules(*members: object) -> bytes:
    return json.dumps(members).encode()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/paid/1", FILE),
        ("/paid/free/1", None),
        ("/paid", None),
        ("/news/1.pdf", FILE),
        ("/news/1.pdf?x", None),
        ("/text/1", FILE),
        ("/other", None),
    ],
)
def test_first_rule_of_the_file_that_fits(path: str, reason: str | None) -> None:
    file = rules(
        {"location": "/paid/free/", "tdm-reservation": 0},
        {"location": "/paid/", "tdm-reservation": 1, "tdm-policy": "https://wire.example/policy.json"},
        {"location": "/paid/", "tdm-reservation": 0},
        {"location": "/*.pdf$", "tdm-reservation": 1},
        {"location": "/text/", "tdm-reservation": "1"},
        {"location": 3, "tdm-reservation": 1},
        "nonsense",
    )
    assert reserved_by_file(read_rules(file), SITE + path) == reason


@pytest.mark.parametrize("file", [b"", b"<html>", b"{}", b"null", b"[[[[", b"\xff\xfe", b"[" * 100_000, rules({})])
def test_file_that_is_something_else_reserves_nothing(file: bytes) -> None:
    assert read_rules(file) == ()


@pytest.mark.parametrize(
    ("reservations", "robots", "reason"),
    [
        (["1"], [], HEADER),
        (["0"], [], None),
        (["maybe"], [], None),
        ([], ["noai, noimageai"], ROBOTS),
        ([], ["noindex", "NOAI"], ROBOTS),
        ([], ["newscrawl: noindex"], ROBOTS),
        ([], ["newscrawl: nofollow, none"], ROBOTS),
        ([], ["otherbot: noai"], None),
        ([], ["otherbot: noindex, noai"], None),
        ([], ["unavailable_after: 25 Jun 2030 15:00:00 PST, noai"], ROBOTS),
        ([], ["noindex"], None),
        ([], ["noimageai"], None),
        ([], ["all"], None),
    ],
)
def test_headers(reservations: list[str], robots: list[str], reason: str | None) -> None:
    assert reserved_by_headers(reservations, robots) == reason


@pytest.mark.parametrize(
    ("meta", "reason"),
    [
        ('name="tdm-reservation" content="1"', META),
        ('name="TDM-Reservation" content=" 1 "', META),
        ('name="tdm-reservation" content="0"', None),
        ('name="tdm-policy" content="https://wire.example/policy.json"', None),
        ('name="robots" content="index, noai"', ROBOTS),
        ('name="ROBOTS" content="NoAI"', ROBOTS),
        ('name="newscrawl" content="noindex"', ROBOTS),
        ('name="robots" content="noindex, noimageai"', None),
        ('name="otherbot" content="noai"', None),
        ('name="description" content="noai"', None),
    ],
)
def test_meta_tags(meta: str, reason: str | None) -> None:
    root = parse(f"<html><head><meta {meta}></head><body><p>text</p></body></html>")
    assert root is not None
    assert reserved_by_page(root) == reason


def tagged(number: int, meta: str) -> Answer:
    made = page(number)
    return replace(made, body=made.body.replace(b"<title>", f"<meta {meta}><title>".encode(), 1))


SECRET = "A Secret Headline"
PAGES = {
    "/open": page(1),
    "/pictures": tagged(2, 'name="robots" content="noimageai"'),
    "/paid/3": page(3),
    "/header": replace(page(4), headers={"tdm-reservation": "1", "tdm-policy": "https://wire.example/policy.json"}),
    "/meta": tagged(5, 'name="tdm-reservation" content="1"'),
    "/noai": replace(page(6), headers={"X-Robots-Tag": "noai"}),
    "/moved": Answer(b"", status=301, headers={"Location": "/paid/7"}),
    "/paid/7": page(7),
}
RESERVED = {"/paid/3": FILE, "/header": HEADER, "/meta": META, "/noai": ROBOTS, "/moved": FILE}


@pytest.fixture(scope="module")
def server() -> Iterator[ChangingServer]:
    listed = feed(*PAGES)
    listed = replace(listed, body=listed.body.replace(b"<title>t", f"<title>{SECRET}".encode()))
    file = Answer(rules({"location": "/paid/", "tdm-reservation": 1}), "application/json")
    with changing(PAGES | {"/feed.xml": listed, "/.well-known/tdmrep.json": file}) as server:
        yield server


def test_of_a_reserved_page_only_address_reason_and_time_are_kept(server: ChangingServer, tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    finished = crawl(database, f"feed={server.url}/feed.xml")
    assert (finished.returncode, finished.stderr) == (0, "")
    kept = rows(database, "SELECT url, state, reason, title, published, language, etag FROM pages WHERE reason <> ''")
    assert {url.removeprefix(server.url): rest for url, *rest in kept if "/paid/7" not in url} == {
        path: ["done", reason, None, None, None, None] for path, reason in RESERVED.items()
    }
    assert [url.removeprefix(server.url) for (url,) in rows(database, "SELECT url FROM articles ORDER BY 1")] == [
        "/open",
        "/pictures",
    ]
    assert not [path for path in server.paths() if path.startswith("/paid/")]
    ((counts,),) = rows(database, "SELECT counts FROM runs")
    reasons = json.loads(counts)[f"{server.url}/feed.xml"]["reasons"]
    assert {reason: reasons[reason] for reason in (FILE, HEADER, META, ROBOTS)} == {
        FILE: 3,
        HEADER: 1,
        META: 1,
        ROBOTS: 1,
    }
    assert rows(database, "SELECT count(*) FROM pages WHERE fetched_at IS NULL") == [(0,)]


@pytest.mark.parametrize("path", ["/paid/3", "/header", "/meta"])
def test_extract_does_not_read_it_either(server: ChangingServer, path: str) -> None:
    finished = run_scrapy("extract", f"{server.url}{path}", NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=True, DOWNLOAD_DELAY=0)
    assert finished.returncode == 1
    assert "wants no text and data mining" in finished.stderr
    assert "committee" not in finished.stdout
