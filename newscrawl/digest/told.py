"""What was told: remembered after it was written out, so that a digest that failed is told again, not lost."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from newscrawl.digest.changes import Change
from newscrawl.digest.order import Filters


def remember(db: Database, filters: Filters, changes: Iterable[Change], now: datetime) -> None:
    """Remember, in one transaction, what the reader of these filters knows; ``now`` is when it was looked up."""
    at = now.isoformat(timespec="seconds")
    with db.atomic():
        db.execute(
            "INSERT INTO digests (filters, told_at) VALUES (?, ?)"
            " ON CONFLICT (filters) DO UPDATE SET told_at = excluded.told_at",
            [filters.text, at],
        )
        (digest,) = db.execute("SELECT id FROM digests WHERE filters = ?", [filters.text]).fetchone()
        db.conn.executemany(
            "INSERT INTO told_changes (digest, uid, status, told_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (digest, uid) DO UPDATE SET status = excluded.status, told_at = excluded.told_at",
            [(digest, change.deal["uid"], change.deal["status"], at) for change in changes],
        )
