"""A hostile web in one crawl: each misdeed is counted under its own reason, the good pages beside it are stored."""

import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import Finished, rows, start_crawl
from hostile import FEEDS, GOOD, LINKS, NO_ADDRESS, PRIVATE, SITE, HostileServer, hostile, reasons_of

from bench.measure import memory_of

GUARDED = {
    "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": False,
    "DOWNLOAD_TIMEOUT": 6,
    "DOWNLOAD_MAXSIZE": 6 * 1024 * 1024,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "NEWSCRAWL_WORKERS": 1,
}
SLOW = "http://slow-robots.example/page"


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    with hostile() as server:
        yield server


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "news.db"


@pytest.fixture(scope="module")
def crawled(server: HostileServer, database: Path) -> tuple[Finished, int]:
    """The crawl, and the most memory of all its processes together in bytes."""
    feeds = " ".join(SITE + path for path in FEEDS)
    proxy = f"http://127.0.0.1:{server.server_port}"
    most, over = [0], threading.Event()
    with start_crawl(database, f"feed={feeds}", f"url={SLOW}", environment={"http_proxy": proxy}, **GUARDED) as process:
        watcher = threading.Thread(target=watch, args=(process.pid, most, over))
        watcher.start()
        out, err = process.communicate(timeout=200)
        over.set()
        watcher.join()
    return Finished(process.args, process.returncode, out, err), most[0]


def watch(session: int, most: list[int], over: threading.Event) -> None:
    while not over.wait(0.2):
        most[0] = max(most[0], sum(memory_of(session)))


@pytest.fixture(scope="module")
def reasons(crawled: tuple[Finished, int], database: Path) -> dict[str, int]:
    ((counts,),) = rows(database, "SELECT counts FROM runs")
    return reasons_of(counts, f"{SITE}/feed.xml")


def test_run_ends_with_one_line_per_cause(crawled: tuple[Finished, int]) -> None:
    finished, _ = crawled
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert "Traceback" not in finished.stderr
    for path in ("/bomb.xml", "/endless.xml"):
        assert f"{SITE}{path}: more than the largest page allowed" in finished.stderr
    assert f"{SLOW}: robots.txt: " in finished.stderr


@pytest.mark.parametrize("path", LINKS)
def test_each_misdeed_has_its_reason(crawled: tuple[Finished, int], database: Path, path: str) -> None:
    assert rows(database, f"SELECT reason FROM pages WHERE url = '{SITE}{path}'") == [(LINKS[path],)]


def test_reasons_are_counted(reasons: dict[str, int]) -> None:
    wanted: Counter[Any] = Counter(LINKS.values()) + Counter({"private network": len(PRIVATE)})
    wanted += Counter({"no http address": len(NO_ADDRESS), "date in the future": 1})
    assert reasons == wanted


def test_entries_beyond_the_most_are_counted(crawled: tuple[Finished, int], database: Path) -> None:
    ((counts,),) = rows(database, "SELECT counts FROM runs")
    assert reasons_of(counts, f"{SITE}/many.xml") == {"too many entries": 90_000}


def test_good_pages_beside_them_are_stored(crawled: tuple[Finished, int], database: Path) -> None:
    stored = rows(database, "SELECT url, published, title FROM articles ORDER BY url")
    assert [url for url, _, _ in stored] == GOOD[:4]
    time = "2026-03-04T05:06:07+00:00"
    assert [published for _, published, _ in stored] == [time, None, time, time]
    assert not [title for _, _, title in stored if "<" in title]
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_nothing_private_is_asked_for(crawled: tuple[Finished, int], server: HostileServer) -> None:
    assert not [
        url for url in server.asked if not url.startswith(("http://wire.example/", "http://slow-robots.example/"))
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_memory_stays_small(crawled: tuple[Finished, int]) -> None:
    _, most = crawled
    assert 50e6 < most < 1e9
