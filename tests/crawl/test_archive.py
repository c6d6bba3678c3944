"""`scrapy crawl archive`: pages out of WARC files, once each, also after a kill; and what a crawl keeps in them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from crawling import crawl, members, read_archive, rows, start_scrapy
from made_pages import feed, page
from test_crawl_killed import wait_until

from newscrawl.crawl.warc import WarcFile, read_captures
from newscrawl.demo.site import Answer, Server

DEAL = "Norvik has agreed to buy Tal Systems Inc. for $1.2 billion, the two companies said on Tuesday. "
LONG = (
    "The two boards met {number} times before they agreed, and the talks were friendly, as both have said since then. "
)
HTML = (("Content-Type", "text/html"),)


def story(number: int) -> bytes:
    return page(
        number, text=f"Meeting {number}: {' '.join(f'thing{number}x{n}' for n in range(40))}. " + DEAL + LONG
    ).body


def write(path: Path, *pages: tuple[str, str, bytes], headers: tuple[tuple[str, str], ...] = HTML) -> Path:
    """A file of pages, each with its address and the day it was captured."""
    file = WarcFile(path)
    for url, day, body in pages:
        file.write(url, f"{day}T12:00:00+00:00", 200, headers, body)
    file.close()
    return path


def stories(count: int, day: str = "2026-03-05") -> list[tuple[str, str, bytes]]:
    return [(f"https://wire.example/{number}", day, story(number)) for number in range(count)]


def titles(database: Path) -> list[str]:
    return [title for (title,) in rows(database, "SELECT title FROM articles ORDER BY id")]


def counted(database: Path) -> str:
    """The reasons of the newest run."""
    return str(rows(database, "SELECT counts FROM runs ORDER BY id DESC LIMIT 1")[0][0])


def test_pages_and_deals_are_stored_as_they_were_captured(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", *stories(3))
    finished = read_archive(tmp_path / "news.db", f"path={tmp_path}/*.warc.gz")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert sorted(titles(tmp_path / "news.db")) == [f"Meeting number {number}" for number in range(3)]
    assert rows(tmp_path / "news.db", "SELECT DISTINCT fetched_at FROM articles") == [("2026-03-05T12:00:00+00:00",)]
    assert rows(tmp_path / "news.db", "SELECT count(*) FROM reports") == [(3,)]
    assert rows(tmp_path / "news.db", "SELECT name FROM sources") == [("wire.example",)]


def test_second_run_reads_nothing_and_again_changes_nothing(tmp_path: Path) -> None:
    database, path = tmp_path / "news.db", f"path={write(tmp_path / 'a.warc.gz', *stories(3))}"
    read_archive(database, path)
    before = rows(database, "SELECT * FROM article_versions")
    assert read_archive(database, path).returncode == 0
    assert '"read before": 1' in counted(database)
    assert read_archive(database, path, "again=yes").returncode == 0
    assert '"unchanged": 3' in counted(database)
    assert rows(database, "SELECT * FROM article_versions") == before


def test_older_capture_does_not_take_the_place_of_a_newer(tmp_path: Path) -> None:
    database, address = tmp_path / "news.db", "https://wire.example/0"
    write(tmp_path / "1.warc.gz", (address, "2026-03-05", story(5)))
    write(tmp_path / "2.warc.gz", (address, "2026-03-01", story(1)), (address, "2026-03-09", story(9)))
    assert read_archive(database, f"path={tmp_path}/?.warc.gz", NEWSCRAWL_WORKERS=1).returncode == 0
    assert titles(database) == ["Meeting number 9"]
    assert rows(database, "SELECT title FROM article_versions ORDER BY id") == [
        ("Meeting number 5",),
        ("Meeting number 9",),
    ]


def test_limit_and_since_leave_the_rest_for_later(tmp_path: Path) -> None:
    database, path = tmp_path / "news.db", f"path={write(tmp_path / 'a.warc.gz', *stories(5))}"
    assert read_archive(database, path, "limit=2").returncode == 0
    assert len(titles(database)) == 2
    assert read_archive(database, path, "since=2026-04-01").returncode == 0
    assert len(titles(database)) == 2
    assert read_archive(database, path, "again=yes").returncode == 0
    assert len(titles(database)) == 5


def test_killed_runs_lose_and_double_nothing(tmp_path: Path) -> None:
    database, count = tmp_path / "news.db", 60
    path = write(tmp_path / "a.warc.gz", *stories(count))
    done = "SELECT count(*) FROM articles"
    for kill in range(1, 3):
        command = ("crawl", "archive", "-a", f"path={path}")
        with start_scrapy(*command, NEWSCRAWL_DATABASE=database) as process:
            wait_until(lambda enough=kill * 8: database.exists() and articles(database) > enough)
            process.kill()
        wait_until(lambda session=process.pid: not members(session))
    assert read_archive(database, f"path={path}").returncode == 0
    assert rows(database, done) == rows(database, "SELECT count(*) FROM article_versions") == [(count,)]
    assert rows(database, "SELECT finished_at IS NULL FROM archives") == [(0,)]
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]


def articles(database: Path) -> int:
    tables = rows(database, "SELECT count(*) FROM sqlite_master WHERE name = 'articles'")
    return int(rows(database, "SELECT count(*) FROM articles")[0][0]) if tables == [(1,)] else 0


def test_damaged_file_is_named_once_and_the_others_are_read(tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    whole = write(tmp_path / "b.warc.gz", *stories(2))
    (tmp_path / "a.warc.gz").write_bytes(b"This is no archive. " * 100)
    cut = write(tmp_path / "c.warc.gz", *[(f"{url}/c", day, body) for url, day, body in stories(6)[2:]])
    cut.write_bytes(cut.read_bytes()[:-300])
    finished = read_archive(database, f"path={tmp_path}/*.warc.gz")
    assert finished.returncode == 1
    assert "a.warc.gz" in finished.stderr
    assert "c.warc.gz: is cut off" in finished.stderr
    assert str(whole) not in finished.stderr
    assert len(titles(database)) == 5
    assert read_archive(database, f"path={tmp_path}/*.warc.gz").stderr == ""


def test_reserved_pages_are_not_stored(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", *stories(1), headers=(*HTML, ("TDM-Reservation", "1")))
    meta = story(1).replace(b"<head>", b'<head><meta name="tdm-reservation" content="1">')
    write(tmp_path / "b.warc.gz", ("https://wire.example/1", "2026-03-05", meta))
    read_archive(tmp_path / "news.db", f"path={tmp_path}/*.warc.gz")
    assert titles(tmp_path / "news.db") == []
    assert "reserved" in counted(tmp_path / "news.db")


@pytest.mark.parametrize(
    "arguments",
    [(), ("path=none*.warc.gz",), ("path=.", "again=yes"), ("path=README.md", "again=perhaps"), ("file=a",)],
)
def test_wrong_arguments(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = read_archive(tmp_path / "news.db", *arguments)
    assert (finished.returncode, len(finished.stderr.splitlines())) == (2, 1)


def test_crawl_keeps_its_pages_and_they_are_read_as_if_fetched(
    tmp_path: Path, serve: Callable[[Mapping[str, Answer]], Server]
) -> None:
    (tmp_path / "kept").mkdir()
    reserved = Answer(story(3).replace(b"<head>", b'<head><meta name="tdm-reservation" content="1">'))
    pages = {"/1": Answer(story(1)), "/2": page(2, language="de", charset="iso-8859-1"), "/3": reserved}
    server = serve(pages | {"/feed.xml": feed(*pages)})
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    assert crawl(first, f"feed={server.url}/feed.xml", NEWSCRAWL_WARC=tmp_path / "kept").returncode == 0
    (kept,) = (tmp_path / "kept").iterdir()
    assert sorted(capture.url for capture in read_captures(kept)) == [f"{server.url}/1", f"{server.url}/2"]
    assert read_archive(second, f"path={kept}").returncode == 0
    query = "SELECT url, title, published, language, text, fetched_at FROM articles ORDER BY url"
    assert rows(second, query) == rows(first, query)


def test_run_without_pages_keeps_no_file(tmp_path: Path, serve: Callable[[Mapping[str, Answer]], Server]) -> None:
    server = serve({"/feed.xml": feed()})
    crawl(tmp_path / "news.db", f"feed={server.url}/feed.xml", NEWSCRAWL_WARC=tmp_path)
    assert not list(tmp_path.glob("*.warc.gz"))
    assert crawl(tmp_path / "news.db", f"feed={server.url}/feed.xml", NEWSCRAWL_WARC="none").returncode == 2
