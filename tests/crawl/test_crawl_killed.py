"""Crawls that are killed, and pages that cannot be had: the next run does what was left, and nothing twice."""

import random
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from changing import ChangingServer, changing
from crawling import crawl, rows, start_crawl
from made_pages import feed, page

from newscrawl.demo.site import Answer

PAGES = 40
KILLS = 5
IN_FLIGHT = 16
"""Pages that one kill may cost: those that were fetched and not stored yet."""


def wait_for(server: ChangingServer, requests: int) -> None:
    """Wait until the server was asked so often, at most 30 seconds."""
    give_up = time.monotonic() + 30
    while len(server.asked) < requests and time.monotonic() < give_up:
        time.sleep(0.005)


def test_killed_at_any_moment_every_article_is_stored_once(tmp_path: Path) -> None:
    chance, database = random.Random(5), tmp_path / "news.db"
    answers = {f"/{number}": replace(page(number), delay=0.02) for number in range(PAGES)}
    with changing(answers | {"/feed.xml": feed(*answers)}) as server:
        for _ in range(KILLS):
            with start_crawl(database, f"feed={server.url}/feed.xml", CONCURRENT_REQUESTS_PER_DOMAIN=4) as process:
                wait_for(server, len(server.asked) + chance.randint(0, PAGES // KILLS))
                time.sleep(chance.random() * 0.2)
                process.kill()
        finished = crawl(database, f"feed={server.url}/feed.xml")
        assert (finished.returncode, finished.stderr) == (0, "")
        fetched = [asked for asked in server.asked if asked.path in answers]
    assert rows(database, "SELECT count(*), count(DISTINCT title), count(DISTINCT text) FROM articles") == [
        (PAGES,) * 3
    ]
    assert rows(database, "SELECT count(*) FROM article_versions") == [(PAGES,)]
    assert rows(database, "SELECT state, count(*) FROM pages GROUP BY state") == [("done", PAGES)]
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "SELECT count(*) FROM runs WHERE finished_at IS NULL")[0][0] >= 1
    assert PAGES <= len(fetched) <= PAGES + KILLS * IN_FLIGHT


def test_failed_page_is_fetched_by_a_later_run_when_it_is_due(tmp_path: Path) -> None:
    database, broken = tmp_path / "news.db", Answer(b"oops", status=500)
    with changing({"/feed.xml": feed("/1", "/2", "/3"), "/1": page(1), "/2": broken}) as server:
        asked = []
        for _ in range(3):
            mark = len(server.asked)
            assert crawl(database, f"feed={server.url}/feed.xml").returncode == 0
            asked.append(sorted(a.path for a in server.asked_since(mark) if a.path != "/feed.xml"))
            if len(asked) == 2:
                server.answers |= {"/2": page(2), "/3": page(3)}
                _make_due(database)
    assert asked == [["/1", "/2", "/3"], [], ["/2"]]
    assert rows(database, "SELECT state, reason, tries FROM pages ORDER BY url") == [
        ("done", None, 0), ("done", None, 0), ("gone", "http 404", 1),
    ]  # fmt: skip
    assert rows(database, "SELECT count(*) FROM articles") == [(2,)]


def _make_due(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE pages SET due_at = '2026-01-01T00:00:00+00:00' WHERE due_at IS NOT NULL")
