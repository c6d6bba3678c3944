"""A copy of the database as it is at one moment, made while others go on writing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newscrawl.database.connection import DatabaseError, check_there, connect, is_older


def backup_database(database: Path, copy: Path) -> None:
    """Copy a database into one file; an older copy is replaced at the end, in one step.

    SQLite's own backup reads one snapshot of the write-ahead log: a crawl neither waits for it nor disturbs it. What
    is copied is checked before it takes the place of an older copy, so a failure leaves that as it was.

    Args:
        database: the file to copy; it is only read.
        copy: where to; its folder must be there.

    Raises:
        DatabaseError: one of the files cannot be used, ``copy`` is the database itself or something else than a
            newscrawl database, or the copy is damaged.
    """
    check_target(database, copy)
    unfinished = copy.with_name(f"{copy.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        _copy(database, unfinished)
        _check(unfinished)
        write_through(unfinished)
        unfinished.replace(copy)
        write_through(copy.parent)
    except sqlite3.Error as error:
        raise DatabaseError(f"{database}: cannot be copied to {copy}: {error}") from error
    except OSError as error:
        raise DatabaseError(f"{copy}: cannot be written: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def check_target(database: Path, copy: Path) -> None:
    """Whether a copy of the database may be put there.

    Raises:
        DatabaseError: there is no database, no such folder, or something else than a newscrawl database in its place.
    """
    check_there(database)
    if not copy.parent.is_dir():
        raise DatabaseError(f"{copy}: there is no folder {copy.parent}")
    if not copy.exists():
        return
    if copy.is_dir():
        raise DatabaseError(f"{copy}: is a folder; name a file")
    if copy.samefile(database):
        raise DatabaseError(f"{copy}: is the database itself")
    is_older(copy)  # raises if it is somebody else's file, whose name was mistyped


def _copy(database: Path, unfinished: Path) -> None:
    """All pages in one step; as a single file without a write-ahead log beside it."""
    with closing(connect(database, "ro")) as source, closing(sqlite3.connect(unfinished)) as target:
        source.conn.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def _check(unfinished: Path) -> None:
    with closing(sqlite3.connect(unfinished)) as db:
        (said,) = db.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise DatabaseError(f"{unfinished}: the copy is damaged, and so is the database: {said}")


def write_through(path: Path) -> None:
    """Make sure that the disk has it before an older copy goes."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
