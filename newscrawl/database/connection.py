"""A database file → an open database with the schema of this program."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from newscrawl.database.migrations import migrations
from newscrawl.database.upgrade import is_finished, upgrade

WAIT = 30.0
"""Seconds to wait for another program that is writing."""
CHECKPOINT = 4000
"""Pages of the write-ahead log, 16 MB, after which it is written into the file: some fifty articles, not ten."""


class DatabaseError(Exception):
    """The database file cannot be used; the message names the file and the reason."""


def open_database(path: Path | str) -> Database:
    """Open a database for writing; make it if there is none, and bring an older one to the newest schema.

    Foreign keys are enforced; the journal is a write-ahead log, so that people can read during a crawl.

    Args:
        path: the file, or ``:memory:``.

    Raises:
        DatabaseError: the folder is missing, file or folder cannot be written, the file is damaged, no SQLite database,
            somebody else's database, or made by a newer newscrawl.
    """
    _check_place(path)
    try:
        db = Database(sqlite3.connect(str(path), timeout=WAIT))
    except sqlite3.Error as error:
        raise DatabaseError(f"{path}: {_explained(error)}") from error
    try:
        _prepare(db, path)
    except sqlite3.Error as error:
        db.close()
        raise DatabaseError(f"{path}: {_explained(error)}") from error
    except DatabaseError:
        db.close()
        raise
    return db


def upgrade_database(path: Path | str) -> None:
    """Bring a database to the newest schema. One that has it is not written to, so that a crawl may go on.

    Raises:
        DatabaseError: as ``open_database``, or there is no such file.
    """
    if is_older(path):
        open_database(path).close()


def is_older(path: Path | str) -> bool:
    """Whether a database lacks steps of the schema; it is only read.

    Raises:
        DatabaseError: as ``open_database``, or there is no such file.
    """
    check_there(path)
    try:
        with closing(connect(path, "ro")) as db:
            _check_schema(db, path)
            return not is_finished(db)
    except sqlite3.Error as error:
        raise DatabaseError(f"{path}: {_explained(error)}") from error


def check_there(path: Path | str) -> None:
    """Raises DatabaseError if there is no such file."""
    if not Path(path).is_file():
        raise DatabaseError(f"{path}: there is no database yet; make one with `scrapy crawl news`")


def connect(path: Path | str, mode: Literal["ro", "rw"]) -> Database:
    """A file that is there, opened as it is: nothing is prepared, so nothing is written.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    db = Database(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT))
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _check_place(path: Path | str) -> None:
    """SQLite says "unable to open database file" to all of these."""
    if str(path) == ":memory:":
        return
    file = Path(path)
    if file.is_dir():
        raise DatabaseError(f"{path}: is a folder; name a file")
    if not file.parent.is_dir():
        raise DatabaseError(f"{path}: there is no folder {file.parent}")


def _prepare(db: Database, path: Path | str) -> None:
    _check_schema(db, path)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")  # safe with a write-ahead log; only the last seconds could be lost
    db.enable_wal()
    db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}").fetchall()
    upgrade(db, str(path))
    with db.atomic():  # an unwritable file shows now, not at the first article
        db.execute("PRAGMA user_version = 0")


def _check_schema(db: Database, path: Path | str) -> None:
    """Whether the tables in the file are ours, and known to this program."""
    known = {migration.name for migration in migrations._migrations}
    applied = {migration.name for migration in migrations.applied(db)}
    if newer := applied - known:
        raise DatabaseError(f"{path}: was made by a newer newscrawl (schema step {min(newer)!r}); update newscrawl")
    if db.table_names() and not applied:
        raise DatabaseError(f"{path}: holds tables of something else ({', '.join(sorted(db.table_names())[:3])} …)")


def _explained(error: sqlite3.Error) -> str:
    text = str(error)
    if "not a database" in text:
        return "is no SQLite database"
    if "malformed" in text:
        return "is damaged; restore a copy, or save what is readable with `sqlite3 FILE .recover`"
    if "readonly" in text or "unable to open" in text:
        return f"cannot be written ({text})"
    return text
