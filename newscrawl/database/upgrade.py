"""A database of an older schema → the newest one, and what a person who waits for it is told."""

import sys
from collections.abc import Callable

from sqlite_utils import Database

from newscrawl.database.migrations import migrations
from newscrawl.database.report_keys import write_missing_keys
from newscrawl.terminal import watched

UNFINISHED = 1
"""SQLite's ``user_version`` while the keys of reports may be missing, so that a killed upgrade is gone on with."""


def is_finished(db: Database) -> bool:
    """Whether a database has the newest schema, with all that belongs to it."""
    return not migrations.pending(db) and not _version(db)


def upgrade(db: Database, name: str) -> None:
    """Bring a database to the newest schema; where standard error is a terminal it says so, but not of a new one."""
    tell = _teller(name) if migrations.applied(db) else _silent
    if pending := [step.name for step in migrations.pending(db)]:
        db.execute(f"PRAGMA user_version = {UNFINISHED}")
        for number, step in enumerate(pending, 1):
            tell(f"step {number} of {len(pending)} of the schema: {step}")
            migrations.apply(db, stop_before=pending[number:])
    if _version(db):
        _write_keys(db, tell)
        db.execute("PRAGMA user_version = 0")


def _write_keys(db: Database, tell: Callable[[str], None]) -> None:
    (last,) = db.execute("SELECT max(id) FROM articles").fetchone()
    told = -1

    def progress(article: int) -> None:
        nonlocal told
        if (percent := 100 * article // last) >= told + 10:
            told = percent
            tell(f"reports are made ready for linking: {percent} percent")

    write_missing_keys(db, progress)


def _version(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _teller(name: str) -> Callable[[str], None]:
    """Says a line to a person, if there is one; under cron nobody is told of what goes well."""
    return (lambda line: print(f"{name}: {line}", file=sys.stderr, flush=True)) if watched() else _silent


def _silent(line: str) -> None:
    """What nobody waits for is not said."""
