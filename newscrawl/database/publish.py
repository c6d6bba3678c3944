"""A copy of the database to put online: deals, companies and quotes, without the articles' texts."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from newscrawl.database.backup import backup_database, check_target, write_through
from newscrawl.database.connection import DatabaseError, open_database
from newscrawl.database.prune import prune_texts

EMPTIED = (
    "archives", "pages", "feeds", "resting_hosts", "hosts", "article_bands", "report_keys", "told_changes", "digests",
)  # fmt: skip
"""What only our own crawls, linking and digests need; some of it says what somebody crawls and reads."""

END_OF_TIME = "9999"


def publish_database(database: Path, copy: Path, at: str) -> None:
    """Make a copy to put online; an older one is replaced at the end, in one step.

    Texts are emptied as by `scrapy prune`: quotes stay, their offsets count in the text that was there. The search
    finds headlines. The copy is one file without a write-ahead log, and holds no trace of what was removed.

    Args:
        database: the file to copy; it is only read, also while a crawl writes it.
        copy: where to; its folder must be there.
        at: the time, ISO 8601 in UTC; written down as that of the pruning.

    Raises:
        DatabaseError: as ``backup_database``.
    """
    check_target(database, copy)
    draft = copy.with_name(f"{copy.name}.draft")
    try:
        draft.unlink(missing_ok=True)
        backup_database(database, draft)
        with closing(open_database(draft)) as db:
            strip(db, at)
            single_file(db)
        draft.replace(copy)
        write_through(copy.parent)
    except sqlite3.Error as error:
        raise DatabaseError(f"{database}: cannot be published: {error}") from error
    except OSError as error:
        raise DatabaseError(f"{copy}: cannot be written: {error.strerror}") from error
    finally:
        for rest in ("", "-wal", "-shm", "-journal"):
            Path(f"{draft}{rest}").unlink(missing_ok=True)


def strip(db: Database, at: str) -> None:
    """Remove what is not for the public."""
    prune_texts(db, END_OF_TIME, at)
    with db.atomic():
        for table in EMPTIED:
            db.execute(f"DELETE FROM {table}")
        db.execute("DELETE FROM addresses WHERE origin = 'asked'")
        db.execute("UPDATE runs SET arguments = '{}', counts = NULL")
        db.execute("UPDATE sources SET problem = NULL")


def single_file(db: Database) -> None:
    """Gather what SQLite knows of its indexes, give back all free room, and fold the write-ahead log into the file."""
    db.execute("ANALYZE")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.execute("PRAGMA journal_mode = DELETE").fetchall()
    db.vacuum()
