"""`scrapy export FILE`: stream the deals into a new file, which takes the place of an older one when it is complete."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from newscrawl.crawl.exit import FAILED, WELL, WRONG, say
from newscrawl.database import DatabaseError
from newscrawl.database.connection import connect, upgrade_database
from newscrawl.export.formats import FORMATS


def run(database: Path, file: Path) -> int:
    """Write the deals of a database into a file, as its name ends, and return the exit status."""
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        return say(WRONG, f"scrapy export: {file}: the name must end in {' or '.join(FORMATS)}")
    try:
        upgrade_database(database)
        with closing(connect(database, "ro")) as db:
            db.execute("BEGIN")  # one moment of the database, whatever a crawl writes meanwhile
            write_whole(file, form(db))
    except (DatabaseError, sqlite3.Error) as error:
        return say(FAILED, f"scrapy export: {error}")
    except OSError as error:
        return say(FAILED, f"scrapy export: {file}: cannot be written: {error.strerror}")
    return WELL


def write_whole(file: Path, lines: Iterable[str]) -> None:
    """Write a file so that whoever reads it sees the old one or all of the new one, whatever happens.

    Raises:
        OSError: it cannot be written; an older one is still there.
    """
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(lines)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
