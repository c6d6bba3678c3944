"""`scrapy backup` and `scrapy prune`, as a user calls them."""

import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from crawl.crawling import Finished, rows, run_scrapy
from reextract.stored import dump, read_badly


def call(database: Path, *arguments: str) -> Finished:
    return run_scrapy(*arguments, NEWSCRAWL_DATABASE=database)


def test_backup_while_another_run_holds_and_writes(tmp_path: Path) -> None:
    path, copy = tmp_path / "news.db", tmp_path / "copy.db"
    read_badly(path)
    with (tmp_path / "news.db.lock").open("w") as file, closing(sqlite3.connect(path)) as writer:
        fcntl.flock(file, fcntl.LOCK_EX)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM evidence")
        finished = call(path, "backup", str(copy))
        writer.rollback()
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert dump(copy) == dump(path)


def test_backup_that_fails_says_so_in_a_line(tmp_path: Path) -> None:
    read_badly(tmp_path / "news.db")
    finished = call(tmp_path / "news.db", "backup", str(tmp_path / "none" / "copy.db"))
    assert (finished.returncode, len(finished.stderr.splitlines())) == (1, 1)
    assert str(tmp_path / "none") in finished.stderr


def test_prune_is_silent_and_keeps_the_deals(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    read_badly(path)
    before = rows(path, "SELECT * FROM deals"), rows(path, "SELECT * FROM evidence")
    finished = call(path, "prune", "--older", "0")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
    assert rows(path, "SELECT DISTINCT text FROM article_versions") == [("",)]
    assert (rows(path, "SELECT * FROM deals"), rows(path, "SELECT * FROM evidence")) == before


def test_prune_waits_for_nobody(tmp_path: Path) -> None:
    read_badly(tmp_path / "news.db")
    with (tmp_path / "news.db.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert call(tmp_path / "news.db", "prune", "--older", "30").returncode == 75


@pytest.mark.parametrize("arguments", [("backup",), ("backup", "a", "b"), ("prune",), ("prune", "--older", "-1")])
def test_wrong_arguments(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert call(tmp_path / "news.db", *arguments).returncode == 2


@pytest.mark.parametrize("arguments", [("backup", "copy.db"), ("prune", "--older", "30")])
def test_missing_database_is_named_and_none_is_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = call(tmp_path / "none.db", *arguments)
    assert (finished.returncode, len(finished.stderr.splitlines())) == (1, 1)
    assert not list(tmp_path.iterdir())
