"""Crawls that are killed, and pages that cannot be had: the next run does what was left, and nothing twice."""

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from changing import changing
from crawling import crawl, members, rows, start_crawl
from made_pages import feed, page

from newscrawl.demo.site import Answer
from newscrawl.extract.processes import AHEAD

PAGES = 40
KILLS = 5
IN_FLIGHT = 2 * AHEAD + 4
"""Pages that one kill may cost: those that two workers have before them, and those that are just being fetched."""


SEVERAL = {"CONCURRENT_REQUESTS_PER_DOMAIN": 4, "CONCURRENT_REQUESTS": 4, "NEWSCRAWL_WORKERS": 2}


def wait_until(happened: Callable[[], Any]) -> Any:
    """Wait until something is true, at most two minutes."""
    give_up = time.monotonic() + 120
    while not (value := happened()):
        assert time.monotonic() < give_up
        time.sleep(0.005)
    return value


def test_killed_at_any_moment_every_article_is_stored_once(tmp_path: Path) -> None:
    chance, database = random.Random(5), tmp_path / "news.db"
    answers = {f"/{number}": replace(page(number), delay=0.02) for number in range(PAGES)}
    with changing(answers | {"/feed.xml": feed(*answers)}) as server:
        for _ in range(KILLS):
            with start_crawl(database, f"feed={server.url}/feed.xml", **SEVERAL) as process:
                enough = len(server.asked) + chance.randint(0, PAGES // KILLS)
                wait_until(lambda enough=enough: len(server.asked) >= enough)
                time.sleep(chance.random() * 0.2)
                process.kill()
            wait_until(lambda session=process.pid: not members(session))
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


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killed_worker_costs_its_page_only(tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    answers = {f"/{number}": replace(page(number), delay=0.02) for number in range(PAGES)}
    with changing(answers | {"/feed.xml": feed(*answers)}) as server:
        with start_crawl(database, f"feed={server.url}/feed.xml", NEWSCRAWL_WORKERS=1) as process:
            wait_until(lambda: len(server.asked) > PAGES // 2)
            worker = wait_until(lambda: workers_of(process.pid))[0]
            os.kill(worker, signal.SIGKILL)
            assert process.communicate(timeout=60) == ("", "")
        assert process.returncode == 0
    states = dict(rows(database, "SELECT state || coalesce(' ' || reason, ''), count(*) FROM pages GROUP BY 1"))
    assert set(states) <= {"done", "failed worker died"}
    assert states["done"] >= PAGES - 1
    assert sum(states.values()) == PAGES


def workers_of(session: int) -> list[int]:
    """The crawl's workers: children of the process that all of them are forked from."""
    parents = members(session)
    return [child for child, parent in parents.items() if parents.get(parent) == session]


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
