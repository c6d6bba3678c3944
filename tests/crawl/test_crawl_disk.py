"""A disk that is full, files that are damaged or may not be written: one clear line, exit 1, what was stored stays."""

import resource
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from changing import ChangingServer, changing
from crawling import Finished, crawl, crawl_command, rows, start_crawl
from made_pages import WIRE_STORY, feed, story_page

from newscrawl.database import open_database
from newscrawl.demo.site import Answer

PAGES = 20
LONG = "".join(f"{WIRE_STORY} That was report number {{number}}, part {part}.\n" for part in range(30))
OWN_DISK = ("unshare", "--map-root-user", "--mount")
"""Before a command: it may mount what nobody else sees. Not every machine allows that."""


def long_page(number: int) -> Answer:
    text = LONG.replace("{number}", str(number)).replace("Kelvadon", f"K{number}x")
    return story_page(f"Report number {number}", text)


@pytest.fixture
def server() -> Iterator[ChangingServer]:
    pages = {f"/{number}": long_page(number) for number in range(PAGES)}
    with changing({"/feed.xml": feed(*pages), **pages}) as server:
        yield server


def on_own_disk(database: Path, order: str, size: int, then: str = "true") -> Finished:
    """A crawl on a disk of so many bytes, to which the database is brought first and from which it comes back.

    ``then`` is a command for the shell after the disk is there.
    """
    disk = database.parent / "disk"
    disk.mkdir()
    probe = [*OWN_DISK, "mount", "-t", "tmpfs", "tmpfs", str(disk)]
    if not shutil.which(OWN_DISK[0]) or subprocess.run(probe, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a disk of their own")
    crawling = shlex.join(crawl_command(disk / "news.db", order))
    script = (
        f"mount -t tmpfs -o size={size} tmpfs {disk} && cp {database} {disk}/news.db && {then} || exit 99;"
        f"{crawling}; status=$?; cp {disk}/news.db* {database.parent}; exit $status"
    )
    return subprocess.run([*OWN_DISK, "sh", "-c", script], capture_output=True, text=True, timeout=120)


def test_full_disk_ends_the_run_and_the_next_does_the_rest(server: ChangingServer, tmp_path: Path) -> None:
    database, order = tmp_path / "news.db", f"feed={server.url}/feed.xml"
    assert crawl(database, order, "limit=2").returncode == 0
    before = rows(database, "SELECT id, url, title, text FROM articles")
    assert len(before) == 2
    finished = on_own_disk(database, order, database.stat().st_size + 400_000)
    assert finished.returncode == 1
    assert finished.stderr.splitlines() == [f"{tmp_path}/disk/news.db: cannot be written: database or disk is full"]
    assert rows(database, "SELECT id, url, title, text FROM articles")[:2] == before
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert crawl(database, order).returncode == 0
    assert rows(database, "SELECT count(*), count(DISTINCT title) FROM articles") == [(PAGES, PAGES)]
    assert rows(database, "PRAGMA foreign_key_check") == []


def test_read_only_disk_is_named(server: ChangingServer, tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    open_database(database).close()
    finished = on_own_disk(database, f"feed={server.url}/feed.xml", 10**7, f"mount -o remount,ro {tmp_path}/disk")
    assert finished.returncode == 1
    assert finished.stderr.splitlines() == [f"{tmp_path}/disk/news.db: cannot be written: Read-only file system"]


def test_no_space_for_the_processes_that_read_ends_the_run(server: ChangingServer, tmp_path: Path) -> None:
    database, size = tmp_path / "news.db", 1_000_000
    open_database(database).close()  # the steps of the schema alone would write more than that
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    with start_crawl(database, f"feed={server.url}/feed.xml", before=limit) as process:
        _, err = process.communicate(timeout=120)
    assert process.returncode == 1
    assert len(err.splitlines()) == 1
    assert err.startswith("pages cannot be read, no process can be started: ")
    assert rows(database, "SELECT DISTINCT state FROM pages") == [("pending",)]


def test_damaged_file_is_named(server: ChangingServer, tmp_path: Path) -> None:
    database = tmp_path / "news.db"
    with closing(open_database(database)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 4096 * 20)
    finished = crawl(database, f"feed={server.url}/feed.xml")
    assert finished.returncode == 1
    assert len(finished.stderr.splitlines()) == 1
    assert finished.stderr.startswith(f"{database}: ")
    assert "Traceback" not in finished.stderr
