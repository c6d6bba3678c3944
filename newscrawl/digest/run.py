"""The digest: look up what is new, write it out, and only then remember that it was told."""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.crawl.exit import BUSY, FAILED, WELL, say
from newscrawl.crawl.lock import LockedError, lock
from newscrawl.database import DatabaseError, open_database
from newscrawl.database.connection import upgrade_database
from newscrawl.digest.changes import Change, changes, companies_called, reach
from newscrawl.digest.order import Filters, Since
from newscrawl.digest.told import remember
from newscrawl.digest.words import as_html, as_text
from newscrawl.terminal import watched


def run(database: Path, filters: Filters, since: Since, *, as_page: bool = False, keep: bool = True) -> int:
    """Print what is new and return the exit status; ``keep`` False forgets that it was told.

    Nothing new is nothing printed, so that cron sends no mail.
    """
    try:
        upgrade_database(database)
        with lock(Path(f"{database}.digest")), closing(open_database(database)) as db:
            looked = datetime.now(UTC)
            start = reach(db, filters, since)
            found = list(changes(db, filters, start))
            if watched():
                say_unknown(filters, {name for name in filters.companies if not companies_called(db, name)})
            if not write(found, start, as_page):
                return say(FAILED, "scrapy digest: nobody read all of it; it will be told again")
            if keep:
                remember(db, filters, found, looked)
    except LockedError:
        return say(BUSY, f"{database}: another digest is being written")
    except (DatabaseError, sqlite3.Error, OSError) as error:
        return say(FAILED, f"scrapy digest: {error}")
    return WELL


def write(found: list[Change], since: str, as_page: bool) -> bool:
    """Write the digest to standard output; whether all of it got out."""
    if found:
        try:
            sys.stdout.write(as_html(found, since) if as_page else as_text(found, since))
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return False
    return True


def say_unknown(filters: Filters, unknown: set[str]) -> None:
    """Tell a person that a company was never met; cron is not told each time until it is."""
    for name in filters.companies:
        if name in unknown:
            say(WELL, f"scrapy digest: no company called {name!r} yet")
