"""Feeds that seldom change are asked less often."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from changing import changing
from crawling import crawl, rows, run_scrapy
from made_pages import feed, page

from newscrawl.crawl.intervals import LONGEST, pause, told

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("silent", "wait"),
    [
        (0 * HOUR, 0 * HOUR),
        (1 * HOUR, 0 * HOUR),
        (2 * HOUR, HOUR / 4),
        (24 * HOUR, 3 * HOUR),
        (7 * 24 * HOUR, 21 * HOUR),
        (400 * 24 * HOUR, LONGEST),
        (-5 * HOUR, 0 * HOUR),
    ],
)
def test_pause(silent: timedelta, wait: timedelta) -> None:
    assert pause(silent) == wait


def test_told() -> None:
    assert [told(wait) for wait in (0 * HOUR, HOUR / 4, 3 * HOUR)] == ["each run", "every 15 min", "every 3 h"]


def test_silent_feed_waits_and_sources_says_so(tmp_path: Path) -> None:
    own, database = tmp_path / "sources", tmp_path / "news.db"
    own.mkdir()
    with changing({"/feed.xml": feed("/1"), "/1": page(1), "/2": page(2)}) as server:
        (own / "test.toml").write_text(
            f'title = "T"\nlanguage = "en"\nhome = "{server.url}/"\ndocumented = "{server.url}"\nminimum = 1\n'
            f'feeds = ["{server.url}/feed.xml"]\n[articles]\npattern = "/[0-9]"\nexamples = []\ncounterexamples = []\n',
            encoding="utf-8",
        )

        def run(*arguments: str) -> list[str]:
            mark = len(server.asked)
            finished = crawl(database, *(arguments or ("source=test",)), NEWSCRAWL_SOURCES=own)
            assert (finished.returncode, finished.stderr) == (0, "")
            return [asked.path for asked in server.asked_since(mark)]

        assert run() == ["/feed.xml", "/1"]
        long_ago = (datetime.now(UTC) - 2 * 24 * HOUR).isoformat(timespec="seconds")
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute("UPDATE feeds SET changed_at = ?", [long_ago])
        assert run() == ["/feed.xml"]
        assert run() == []
        listed = run_scrapy("sources", "test", NEWSCRAWL_SOURCES=own, NEWSCRAWL_DATABASE=database)
        assert "every 6 h, next 20" in listed.stdout
        server.answers["/feed.xml"] = feed("/1", "/2")
        assert run() == []
        assert run(f"feed={server.url}/feed.xml") == ["/feed.xml", "/2"]
    assert rows(database, "SELECT problem FROM sources WHERE last_failure IS NULL") == [(None,)]
