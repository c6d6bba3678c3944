"""Exit statuses, what is said with them, and the errors of holding a database that all commands have in common."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from newscrawl.crawl.lock import LockedError, lock
from newscrawl.database import DatabaseError
from newscrawl.terminal import printable

WELL, FAILED, WRONG, BUSY = 0, 1, 2, 75
"""75 is EX_TEMPFAIL of sysexits.h."""


def say(status: int, *lines: str) -> int:
    """Print lines on standard error, safe for a terminal, and return the status."""
    for line in lines:
        print(printable(" ".join(line.split("\n"))), file=sys.stderr)
    return status


def holding(database: Path, work: Callable[[], int]) -> int:
    """Do what needs the database for itself and return its status, or that of the error that came instead."""
    try:
        with lock(database):
            return work()
    except LockedError:
        return say(BUSY, f"{database}: another run holds the database")
    except DatabaseError as error:
        return say(FAILED, str(error))
    except OSError as error:
        return say(FAILED, f"{database}: cannot be written: {error.strerror}")
    except sqlite3.DatabaseError as error:
        return say(FAILED, f"{database}: cannot be written: {error}")
