"""What sites ask for: crawl-delay, Retry-After, and nothing while their robots.txt cannot be had."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from changing import ChangingServer, changing
from crawling import Finished, crawl, rows
from made_pages import feed, page
from scrapy import Spider
from scrapy.utils.test import get_crawler

from newscrawl.crawl.refusals import PostponedError
from newscrawl.crawl.rests import LONGEST, retry_after
from newscrawl.crawl.robots import LONGEST_DELAY, SITE_SECONDS, RobotsMiddleware
from newscrawl.demo.site import Answer

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "pause"),
    [
        (b"120", timedelta(seconds=120)),
        (b"Wed, 04 Mar 2026 13:00:00 GMT", timedelta(hours=1)),
        (b"Wed, 04 Mar 2026 11:00:00 GMT", None),
        (b"0", None),
        (b"soon", None),
        (b"-5", None),
        (b"", None),
        (None, None),
        (b"9" * 30, None),
        (b"99999999", LONGEST),
    ],
)
def test_retry_after(header: bytes | None, pause: timedelta | None) -> None:
    assert retry_after(header, NOW) == pause


def busy(seconds: int) -> Answer:
    return Answer(b"busy", status=503, headers={"Retry-After": str(seconds)})


SITES: dict[str, dict[str, Answer | list[Answer]]] = {
    "slow": {"/robots.txt": Answer(b"User-agent: newscrawl\nCrawl-delay: 0.7", "text/plain")},
    "tired": {"/2": [busy(1), page(12)]},
    "closed": {"/1": busy(3600)},
    "broken": {"/robots.txt": Answer(b"", status=503)},
}


@pytest.fixture(scope="module")
def servers() -> Iterator[dict[str, ChangingServer]]:
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(changing(ordinary_site(10 * number) | special, host=f"127.0.0.{number}"))
            for number, (name, special) in enumerate(SITES.items(), start=1)
        }


def ordinary_site(first: int) -> dict[str, Answer | list[Answer]]:
    return {"/feed.xml": feed("/1", "/2", "/3"), **{f"/{number}": page(first + number) for number in (1, 2, 3)}}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("polite") / "news.db"


@pytest.fixture(scope="module")
def finished(servers: dict[str, ChangingServer], database: Path) -> Finished:
    feeds = " ".join(f"{server.url}/feed.xml" for server in servers.values())
    throttled = {"AUTOTHROTTLE_ENABLED": True, "AUTOTHROTTLE_START_DELAY": 0.1, "RETRY_TIMES": 1}
    return crawl(database, f"feed={feeds}", **throttled)


def stored(database: Path, server: ChangingServer) -> int:
    return int(rows(database, f"SELECT count(*) FROM articles WHERE url LIKE '{server.url}/%'")[0][0])


def test_crawl_delay_is_kept_between_all_requests(finished: Finished, servers: dict, database: Path) -> None:
    assert stored(database, servers["slow"]) == 3
    assert len(servers["slow"].times) == 1 + 1 + 1 + 3  # robots.txt, feed, tdmrep.json, pages
    assert min(later - earlier for earlier, later in pairwise(servers["slow"].times)) > 0.65


def test_short_rest_is_waited_for(finished: Finished, servers: dict, database: Path) -> None:
    tired = servers["tired"]
    assert tired.paths().count("/2") == 2
    assert stored(database, tired) == 3
    first = tired.asked.index(next(asked for asked in tired.asked if asked.status == 503))
    assert tired.times[first + 1] - tired.times[first] > 0.95


def test_long_rest_ends_the_turn_and_later_runs_keep_it(finished: Finished, servers: dict, database: Path) -> None:
    closed = servers["closed"]
    assert closed.paths() == ["/feed.xml", "/1"]
    assert rows(database, f"SELECT state, reason FROM pages WHERE url LIKE '{closed.url}/%' ORDER BY url") == [
        ("failed", "http 503"), ("pending", None), ("pending", None),
    ]  # fmt: skip
    assert crawl(database, f"feed={closed.url}/feed.xml").returncode == 0
    assert closed.paths() == ["/feed.xml", "/1"]


def test_nothing_is_fetched_without_robots_txt(finished: Finished, servers: dict, database: Path) -> None:
    broken = servers["broken"]
    assert broken.paths() == []
    assert f"{broken.url}/feed.xml: robots.txt: the server answered 503" in finished.stderr
    assert finished.returncode == 1


def test_delay_leaves_what_takes_too_long_to_later_runs() -> None:
    robots = RobotsMiddleware.from_crawler(get_crawler(Spider, {"ROBOTSTXT_OBEY": True}))
    robots.delays["wire.example"] = LONGEST_DELAY
    for _ in range(int(SITE_SECONDS / LONGEST_DELAY) + 1):
        robots.take_turn("wire.example")
        robots.take_turn("other.example")
    with pytest.raises(PostponedError, match="crawl-delay of 60 seconds"):
        robots.take_turn("wire.example")
    robots.take_turn("other.example")
