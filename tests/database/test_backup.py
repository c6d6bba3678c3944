"""A backup is whole at any moment, and never harms another file."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from made_up import URL, article, takeover

from newscrawl.database import DatabaseError, open_database, save_article
from newscrawl.database.backup import backup_database


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    store(path, URL)
    return path


def store(path: Path, url: str) -> None:
    with closing(open_database(path)) as db:
        save_article(
            db, article(canonical_url=url), [takeover()], url=url, source=None, fetched_at="2026-02-03T09:00:00"
        )


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])


def test_copy_is_one_whole_file_that_can_be_used(news: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup_database(news, copy)
    assert count(copy) == 1
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.db"]
    store(copy, "https://wire.example/2")
    assert count(copy) == 2


def test_newer_copy_takes_the_place_of_an_older_one(news: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup_database(news, copy)
    store(news, "https://wire.example/2")
    backup_database(news, copy)
    assert count(copy) == 2


def test_copies_made_while_another_writes_are_whole(news: Path, tmp_path: Path) -> None:
    done = threading.Event()

    def write() -> None:
        with closing(open_database(news)) as db:
            for number in range(10_000):
                if done.is_set():
                    return
                address = f"https://wire.example/{number}"
                known = article(title=f"Story {number}", canonical_url=address)
                save_article(db, known, [takeover()], url=address, source=None, fetched_at="2026-02-03T09:00:00")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup_database(news, tmp_path / f"copy-{number}.db")
    finally:
        done.set()
        writer.join()
    counts = [count(tmp_path / f"copy-{number}.db") for number in range(5)]
    assert counts == sorted(counts)
    assert counts[-1] > 1


@pytest.mark.parametrize("name", ["news.db", "letter.txt", "other.db", "folder", "none/copy.db"])
def test_unfit_targets_are_named_and_left_alone(name: str, news: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann, this is a letter. " * 100, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE mine (x)")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(DatabaseError, match=name):
        backup_database(news, tmp_path / name)
    assert {path: path.read_bytes() for path in before} == before
    assert not list(tmp_path.glob("*.part"))


def test_missing_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no database yet"):
        backup_database(tmp_path / "none.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_damaged_database_leaves_the_older_copy(news: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup_database(news, copy)
    whole = copy.read_bytes()
    with closing(sqlite3.connect(news)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with news.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 20 * 4096)
    with pytest.raises(DatabaseError):
        backup_database(news, copy)
    assert copy.read_bytes() == whole
