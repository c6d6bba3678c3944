"""Exit status and silence, as cron sees them."""

import fcntl
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from crawling import crawl, rows, run_scrapy
from made_pages import feed, page

from newscrawl.database import open_database
from newscrawl.demo.site import Answer, Server

Serve = Callable[[Mapping[str, Answer]], Server]


def test_silent_when_well_and_nothing_new_the_second_time(serve: Serve, tmp_path: Path) -> None:
    server, database = serve({"/feed.xml": feed("/1", "/2"), "/1": page(1), "/2": page(2)}), tmp_path / "news.db"
    tables = ("articles", "article_versions", "addresses", "reports", "deals", "companies")
    count = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in tables)
    seen = []
    for _ in range(2):
        finished = crawl(database, f"feed={server.url}/feed.xml")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
        seen.append(rows(database, count))
    assert seen[0] == seen[1]
    assert seen[0][0] == (2,)
    assert rows(database, "SELECT exit_status FROM runs") == [(0,), (0,)]


@pytest.mark.parametrize(
    ("argument", "named"),
    [
        ("source=nosuch", "nosuch"),
        ("feed=file:///etc/passwd", "file:///etc/passwd"),
        ("url=javascript:alert(1)", "javascript:alert(1)"),
        ("since=soon", "soon"),
        ("limit=none", "none"),
        ("sauce=heise", "sauce"),
    ],
)
def test_wrong_argument_is_one_line(tmp_path: Path, argument: str, named: str) -> None:
    finished = crawl(tmp_path / "news.db", argument)
    assert finished.returncode == 2
    assert len(finished.stderr.splitlines()) == 1
    assert named in finished.stderr
    assert not (tmp_path / "news.db").exists()


@pytest.mark.parametrize("name", ["NEWSCRAWL_ALLOW_PRIVATE_NETWORKS", "NEWSCRAWL_WORKERS", "NEWSCRAWL_ERROR_SHARE"])
def test_wrong_setting_is_one_line(tmp_path: Path, name: str) -> None:
    finished = crawl(tmp_path / "news.db", **{name: "maybe"})
    assert finished.returncode == 2
    assert len(finished.stderr.splitlines()) == 1
    assert name in finished.stderr


def test_unknown_spider_is_one_line(tmp_path: Path) -> None:
    finished = run_scrapy("crawl", "nosuch")
    assert (finished.returncode, len(finished.stderr.splitlines())) == (2, 1)


def test_held_database(tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    with (tmp_path / "news.db.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        finished = crawl(database, "source=heise")
    assert finished.returncode == 75
    assert str(database) in finished.stderr


@pytest.mark.parametrize("place", ["folder", "missing/news.db", "text.db"])
def test_unusable_database_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("This is a letter and no database. " * 50, encoding="utf-8")
    finished = crawl(tmp_path / place, "source=heise")
    assert finished.returncode == 1
    assert len(finished.stderr.splitlines()) == 1
    assert str(tmp_path / place) in finished.stderr


def test_private_network_is_refused(serve: Serve, tmp_path: Path) -> None:
    server = serve({"/1": page(1)})
    urls = f"{server.url}/1 http://localhost:{server.server_port}/1 http://2130706433:{server.server_port}/1"
    finished = crawl(tmp_path / "news.db", f"url={urls}", NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=False)
    assert finished.returncode == 1
    assert finished.stderr.count("no public address") == 3
    assert rows(tmp_path / "news.db", "SELECT count(*) FROM articles") == [(0,)]


def test_source_that_gives_nothing_warns_until_it_has_given_something(serve: Serve, tmp_path: Path) -> None:
    empty = Answer(b"<html><body><script>show()</script></body></html>")
    server = serve({"/feed.xml": feed("/1"), "/1": page(1), "/empty.xml": feed("/2", "/3"), "/2": empty, "/3": empty})
    own, database = tmp_path / "sources", tmp_path / "news.db"
    own.mkdir()
    source = (
        f'title = "T"\nlanguage = "en"\nhome = "{server.url}/"\ndocumented = "{server.url}"\nminimum = 1\n'
        f'feeds = ["{server.url}/FEED"]\n[articles]\npattern = "/[0-9]"\nexamples = []\ncounterexamples = []\n'
    )
    finished = []
    for path in ("gone.xml", "feed.xml", "gone.xml", "empty.xml"):
        (own / "test.toml").write_text(source.replace("FEED", path), encoding="utf-8")
        finished.append(crawl(database, "source=test", NEWSCRAWL_SOURCES=own))
    assert [one.returncode for one in finished] == [0, 0, 1, 1]
    assert finished[2].stderr == f"{server.url}/gone.xml: the server answered 404\n"
    assert finished[3].stderr == "test: none of its 2 pages yielded text (error: 2)\n"
    assert "gone.xml" in database.with_suffix(".log").read_text(encoding="utf-8")
    assert rows(database, "SELECT name, problem IS NOT NULL FROM sources") == [("test", 1)]


def test_since_and_limit(serve: Serve, tmp_path: Path) -> None:
    server = serve({"/feed.xml": feed("/1", "/2", "/3"), **{f"/{number}": page(number) for number in (1, 2, 3)}})
    database = tmp_path / "news.db"
    assert crawl(database, f"feed={server.url}/feed.xml", "since=2026-03-05").returncode == 0
    assert rows(database, "SELECT count(*) FROM articles") == [(0,)]
    assert crawl(database, f"feed={server.url}/feed.xml", "since=2026-03-04", "limit=2").returncode == 0
    assert rows(database, "SELECT count(*) FROM articles") == [(2,)]


def test_damaged_database_ends_the_run_and_is_named(serve: Serve, tmp_path: Path) -> None:
    server, database = serve({"/feed.xml": feed("/1", "/2"), "/1": page(1), "/2": page(2)}), tmp_path / "news.db"
    with closing(open_database(database)) as db:
        db.execute("DROP TABLE article_versions")
    finished = crawl(database, f"feed={server.url}/feed.xml")
    assert finished.returncode == 1
    assert finished.stderr.startswith(f"{database}: cannot be written: ")
    assert "Traceback" not in finished.stderr
