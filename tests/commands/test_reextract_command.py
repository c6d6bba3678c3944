"""`scrapy reextract`, as a user calls it."""

import fcntl
from pathlib import Path

import pytest
from crawl.crawling import Finished, run_scrapy
from reextract.stored import dump, read_badly


def call(database: Path, *arguments: str, **settings: object) -> Finished:
    return run_scrapy("reextract", *arguments, NEWSCRAWL_DATABASE=database, **settings)


def test_dry_run_then_run(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    read_badly(path)
    before = dump(path)
    tried = call(path, "--dry-run")
    assert (tried.returncode, tried.stderr) == (0, "")
    assert dump(path) == before
    done = call(path)
    assert (done.returncode, done.stderr) == (0, "")
    assert tried.stdout.splitlines()[:-1] == done.stdout.splitlines()[:-1]
    assert dump(path) != before


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_held_database(tmp_path: Path, options: tuple[str, ...]) -> None:
    read_badly(tmp_path / "news.db")
    with (tmp_path / "news.db.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        finished = call(tmp_path / "news.db", *options)
    assert finished.returncode == 75
    assert str(tmp_path / "news.db") in finished.stderr


@pytest.mark.parametrize("place", ["none.db", "folder", "text.db"])
@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_unusable_database_is_named_and_none_is_made(tmp_path: Path, place: str, options: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("This is a letter and no database. " * 50, encoding="utf-8")
    finished = call(tmp_path / place, *options)
    assert (finished.returncode, len(finished.stderr.splitlines())) == (1, 1)
    assert str(tmp_path / place) in finished.stderr
    assert not (tmp_path / "none.db").exists()


def test_wrong_arguments(tmp_path: Path) -> None:
    assert call(tmp_path / "news.db", "heise").returncode == 2
    finished = call(tmp_path / "news.db", NEWSCRAWL_WORKERS="many")
    assert (finished.returncode, len(finished.stderr.splitlines())) == (2, 1)
