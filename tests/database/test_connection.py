"""Opening a database: a new one, an old one, and every file that is none of ours."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from newscrawl.database import DatabaseError, open_database
from newscrawl.database.migrations import migrations


def test_new_database_has_keys_enforced_and_a_write_ahead_log(tmp_path: Path) -> None:
    db = open_database(tmp_path / "news.db")
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.journal_mode == "wal"
    assert {"articles", "deals", "evidence", "deal_list"} <= set(db.table_names())


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    first = open_database(tmp_path / "news.db")
    schema, steps = first.schema, list(first.table("_sqlite_migrations").rows)
    first.close()
    again = open_database(str(tmp_path / "news.db"))
    assert again.schema == schema
    assert list(again.table("_sqlite_migrations").rows) == steps


def test_a_reader_sees_what_is_committed_during_a_write(tmp_path: Path) -> None:
    writer, reader = open_database(tmp_path / "news.db"), sqlite3.connect(tmp_path / "news.db")
    with writer.atomic():
        writer.execute("INSERT INTO sources (name) VALUES ('wire')")
        assert reader.execute("SELECT count(*) FROM sources").fetchone() == (0,)
    assert reader.execute("SELECT count(*) FROM sources").fetchone() == (1,)


def no_folder(folder: Path) -> Path:
    return folder / "missing" / "news.db"


def a_folder(folder: Path) -> Path:
    return folder


def a_text(folder: Path) -> Path:
    file = folder / "notes.db"
    file.write_text("These are my notes, and they are long enough to be read as the head of a database file." * 20)
    return file


def a_damaged_one(folder: Path) -> Path:
    file = folder / "news.db"
    open_database(file).close()
    pages = bytearray(file.read_bytes())
    pages[100:4096] = b"\xff" * 3996
    file.write_bytes(pages)
    return file


def somebody_elses(folder: Path) -> Path:
    file = folder / "recipes.db"
    db = Database(file)
    db.table("recipes").insert({"name": "soup"})
    db.close()
    return file


def a_newer_one(folder: Path) -> Path:
    file = folder / "news.db"
    db = open_database(file)
    row = {"migration_set": "newscrawl", "name": "holograms", "applied_at": "2036-01-01"}
    db.table("_sqlite_migrations").insert(row)
    db.close()
    return file


def one_in_a_place_without_files(folder: Path) -> Path:
    return Path("/proc/news.db")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (no_folder, "there is no folder"),
        (a_folder, "is a folder"),
        (a_text, "is no SQLite database"),
        (a_damaged_one, "is damaged"),
        (somebody_elses, "tables of something else"),
        (a_newer_one, "newer newscrawl"),
        (one_in_a_place_without_files, "cannot be written"),
    ],
)
def test_what_cannot_be_used_is_named_with_the_reason(make, reason: str, tmp_path: Path) -> None:
    file = make(tmp_path)
    with pytest.raises(DatabaseError, match=reason) as raised:
        open_database(file)
    assert str(raised.value).startswith(f"{file}: ")


def test_somebody_elses_tables_are_left_alone(tmp_path: Path) -> None:
    file = somebody_elses(tmp_path)
    before = file.read_bytes()
    with pytest.raises(DatabaseError):
        open_database(file)
    assert file.read_bytes() == before


def test_a_read_only_file_is_said_to_be_unwritable(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    open_database(file).close()
    file.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with file.open("ab"):
            pytest.skip("this user may write everywhere")
    except PermissionError:
        with pytest.raises(DatabaseError, match="cannot be written"):
            open_database(file)
    finally:
        tmp_path.chmod(0o755)


def test_older_database_gets_its_articles_addresses_as_pages(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with closing(Database(sqlite3.connect(file))) as old:
        migrations.apply(old, stop_before="pages")
        old.execute("INSERT INTO sources (name) VALUES ('wire')")
        old.execute("INSERT INTO articles (url, source, kind, fetched_at, text) VALUES ('u', 1, 'article', 'now', 't')")
        old.execute("INSERT INTO addresses (url, article, origin) VALUES ('u', 1, 'fetched')")
    with closing(open_database(file)) as db:
        assert db.execute("SELECT url, found_by, state, fetched_at FROM pages").fetchall() == [
            ("u", "wire", "done", "now")
        ]
