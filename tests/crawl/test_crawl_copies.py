"""One article at many addresses is one article: tracking, AMP, print, other spellings, copies on other sites."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from changing import ChangingServer, changing
from crawling import Finished, crawl, rows
from made_pages import WIRE_STORY, feed, story_page

TITLE = "Kelvadon buys valve business"
CANONICAL = '<link rel="canonical" href="http://SITE_HOST/story">'
COPY = "BREMEN (Nordwire) - " + WIRE_STORY
ORIGINAL = {
    "/feed.xml": feed("/story?utm_source=rss", "/story/", "/story?fbclid=1", "/other"),
    "/more.xml": feed("/amp/story", "/print?id=7", "/moved"),
    "/story": story_page(TITLE, WIRE_STORY, CANONICAL),
    "/story?utm_medium=x": story_page(TITLE, WIRE_STORY, CANONICAL),
    "/story/": story_page(TITLE, WIRE_STORY, CANONICAL),
    "/amp/story": story_page(TITLE, WIRE_STORY.rpartition("\n")[0], CANONICAL),
    "/print?id=7": story_page(TITLE, WIRE_STORY),
    "/moved": replace(story_page("", ""), status=301, headers={"Location": "/story?utm_medium=x"}),
    "/other": story_page("Morwenna buys valve business", WIRE_STORY.replace("Kelvadon", "Morwenna")),
}
REPRINT = {
    "/feed.xml": feed("/a", "/b"),
    "/a": story_page("Valve business sold", COPY),
    "/b": story_page("Valve business is sold to maker of pumps", WIRE_STORY),
}


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[ChangingServer, ChangingServer]]:
    with changing(dict(ORIGINAL)) as original, changing(dict(REPRINT), host="127.0.0.2") as reprint:
        yield original, reprint


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("copies") / "news.db"


@pytest.fixture(scope="module")
def finished(servers: tuple[ChangingServer, ChangingServer], database: Path) -> list[Finished]:
    original, reprint = servers
    orders = (f"feed={original.url}/feed.xml", f"feed={original.url}/more.xml {reprint.url}/feed.xml")
    return [crawl(database, order) for order in orders]


def test_two_articles_are_stored_the_first_as_it_was(finished: list[Finished], servers: Any, database: Path) -> None:
    assert [(one.returncode, one.stderr) for one in finished] == [(0, ""), (0, "")]
    original, _ = servers
    stored = rows(database, "SELECT url, title FROM articles ORDER BY title")
    assert [(url.rstrip("/"), title) for url, title in stored] == [
        (f"{original.url}/story", TITLE),
        (f"{original.url}/other", "Morwenna buys valve business"),
    ]
    assert rows(database, "SELECT count(*) FROM article_versions") == [(2,)]
    assert rows(database, "SELECT count(DISTINCT article_version) FROM reports") == [(2,)]


def test_every_address_leads_to_it_and_says_where_it_was_found(
    finished: list[Finished], servers: Any, database: Path
) -> None:
    original, reprint = servers
    paths = ("/story?utm_source=rss", "/story/", "/story", "/amp/story", "/print?id=7", "/moved")
    wanted = {f"{original.url}{path}" for path in paths} | {f"{reprint.url}{path}" for path in ("/a", "/b")}
    found = rows(
        database,
        "SELECT addresses.url, sources.name FROM addresses JOIN articles ON articles.id = article"
        f" LEFT JOIN sources ON sources.id = addresses.source WHERE articles.title = '{TITLE}'",
    )
    assert wanted <= {url for url, _ in found}
    host = reprint.url.removeprefix("http://")
    assert {name for url, name in found if url.startswith(reprint.url)} == {host}


def test_copies_are_counted_and_never_asked_for_again(finished: list[Finished], servers: Any, database: Path) -> None:
    original, reprint = servers
    counts = [json.loads(text) for (text,) in rows(database, "SELECT counts FROM runs ORDER BY id")]
    assert counts[1][f"{reprint.url}/feed.xml"]["reasons"] == {"copy": 2}
    assert "/story?utm_source=rss" not in original.paths()
    mark = len(original.asked)
    assert crawl(database, f"feed={original.url}/feed.xml {original.url}/more.xml").returncode == 0
    assert {(asked.path, asked.status) for asked in original.asked_since(mark)} == {
        ("/feed.xml", 304),
        ("/more.xml", 304),
    }


def test_copy_that_changes_makes_no_version(finished: list[Finished], servers: Any, database: Path) -> None:
    _, reprint = servers
    reprint.answers["/a"] = story_page("Valve business sold", COPY + "\nWe are told that all are glad of it.")
    assert crawl(database, f"url={reprint.url}/a").returncode == 0
    assert rows(database, "SELECT count(*) FROM article_versions") == [(2,)]
