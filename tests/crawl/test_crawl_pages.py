"""What becomes of pages that are a little different."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import Finished, crawl, rows
from made_pages import ENGLISH, feed, page

from newscrawl.article import Article, Given
from newscrawl.crawl.reading import why_not_stored, with_hints
from newscrawl.demo.site import Answer, Server, serving

SPANISH = "La comisión se reunió el jueves en el antiguo ayuntamiento y habló del tiempo durante tres horas. " * 3
BARE = (
    f"<html><body><article><p>{ENGLISH.format(number=9)}</p><p>{ENGLISH.format(number=9)}</p></article></body></html>"
)
HINTED = (
    b"<rss><channel><item><title>A headline from the feed</title><link>http://SITE_HOST/bare</link>"
    b"<pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate></item></channel></rss>"
)
SITE = {
    "/robots.txt": Answer(b"User-agent: *\nDisallow: /members/", "text/plain"),
    "/feed.xml": feed("/moved", "/members/1", "/spanish", "/header", "/new"),
    "/hints.xml": Answer(HINTED, "application/rss+xml"),
    "/bare": Answer(BARE.encode()),
    "/moved": Answer(b"", status=301, headers={"Location": "http://SITE_HOST/new"}),
    "/new": page(1),
    "/members/1": page(2),
    "/spanish": page(3, SPANISH, "es"),
    "/header": Answer(page(4, "Über " + ENGLISH).body.decode().encode("latin-1"), "text/html; charset=latin-1"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(SITE) as server:
        yield server


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages") / "news.db"


@pytest.fixture(scope="module")
def finished(server: Server, database: Path) -> Finished:
    return crawl(database, f"feed={server.url}/feed.xml,{server.url}/hints.xml")


def article(database: Path, url: str) -> tuple[Any, ...]:
    (found,) = rows(database, f"SELECT title, published, language, text FROM articles WHERE url = '{url}'")
    return found


def test_is_well(finished: Finished) -> None:
    assert (finished.returncode, finished.stderr) == (0, "")


def test_redirected_page_is_one_article_under_its_last_address(
    finished: Finished, server: Server, database: Path
) -> None:
    assert finished.returncode == 0
    assert [url for (url,) in rows(database, "SELECT url FROM articles WHERE title LIKE '%number 1'")] == [
        f"{server.url}/new"
    ]


def test_robots_txt_is_obeyed_and_counted(finished: Finished, server: Server, database: Path) -> None:
    assert finished.returncode == 0
    assert rows(database, "SELECT count(*) FROM articles WHERE url LIKE '%members%'") == [(0,)]
    ((counts,),) = rows(database, "SELECT counts FROM runs")
    assert json.loads(counts)[f"{server.url}/feed.xml"]["reasons"]["robots.txt"] == 1


def test_language_without_rules_is_stored_without_deals_and_counted(
    finished: Finished, server: Server, database: Path
) -> None:
    assert finished.returncode == 0
    assert article(database, f"{server.url}/spanish")[2] == "es"
    ((counts,),) = rows(database, "SELECT counts FROM runs")
    assert json.loads(counts)[f"{server.url}/feed.xml"]["without_rules"] == {"es": 1}


def test_charset_of_the_header_counts(finished: Finished, server: Server, database: Path) -> None:
    assert finished.returncode == 0
    assert "Über The committee" in article(database, f"{server.url}/header")[3]


def test_feed_says_what_the_page_does_not(finished: Finished, server: Server, database: Path) -> None:
    assert finished.returncode == 0
    assert article(database, f"{server.url}/bare")[:2] == ("A headline from the feed", "2026-03-04T05:06:07+00:00")


def test_page_decides_where_it_says_something() -> None:
    said = Article(title="Page", published="2026-01-01", language="de", origins={"title": "meta"})
    assert with_hints(said, Given("Feed", "en", "2025-12-31")) == said
    hinted = with_hints(Article(title="Page", origins={"title": "meta"}), Given("Feed", None, "2025-12-31"))
    assert (hinted.title, hinted.language, hinted.published) == ("Page", None, "2025-12-31")
    assert hinted.origins == {"title": "meta", "published": "feed"}


@pytest.mark.parametrize(
    ("found", "since", "reason"),
    [
        (Article(text="t"), None, None),
        (Article(text="t", kind="live"), None, None),
        (Article(text="t", kind="stub"), None, None),
        (Article(text="t", kind="index"), None, "index"),
        (Article(text="t", kind="consent"), None, "consent"),
        (Article(text="", kind="article"), None, "no text"),
        (Article(text="t", published="2026-01-01"), "2026-01-02", "before since"),
        (Article(text="t", published="2026-01"), "2026-01-02", None),
    ],
)
def test_why_not_stored(found: Article, since: str | None, reason: str | None) -> None:
    assert why_not_stored(found, since) == reason
