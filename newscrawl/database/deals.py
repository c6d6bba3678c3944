"""Reports → the deal that follows from them. Each deal has one report for now; the tables are ready for several."""

from itertools import count
from typing import Any

from sqlite_utils import Database

from newscrawl.database.deal_list import list_deal
from newscrawl.database.matching import Reading, uid_of
from newscrawl.database.write import insert, insert_members, update

FOLLOWS = (
    "type", "status", "main", "amount", "amount_max", "per_share", "currency", "amount_qualifier", "amount_text",
    "stake_percent", "announced", "closing_expected", "closed", "confidence",
)  # fmt: skip
"""Columns that a deal takes from its leading report."""

LEADING = f"""
    SELECT {", ".join(f"r.{column}" for column in FOLLOWS)}, r.id AS report
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    WHERE r.deal = ? ORDER BY v.id = a.version DESC, r.main DESC, r.confidence DESC, r.id LIMIT 1
"""
"""The report that a deal follows: of a newest version of an article rather than of an earlier one; a deal that the
newest version does not tell any more still has the report of the version that did."""

SEEN = """
    SELECT min(v.fetched_at) AS first_seen, max(v.fetched_at) AS last_seen
    FROM reports r JOIN article_versions v ON v.id = r.article_version WHERE r.deal = ?
"""


def new_deal(db: Database, url: str, reading: Reading, report: dict[str, Any]) -> int:
    """Make the deal that a report tells first and return its key; ``url`` is the article's address."""
    uids = (uid_of(url, reading, number) for number in count())
    uid = next(uid for uid in uids if not _is_taken(db, uid))
    row = {column: report[column] for column in FOLLOWS} | {"uid": uid, "first_seen": "", "last_seen": ""}
    return insert(db, "deals", row)


def refresh_deal(db: Database, deal: int) -> None:
    """Derive a deal with its parties and its line in ``deal_list`` anew from its reports; without one, remove it."""
    leading = _first(db, LEADING, deal)
    if leading is None:
        db.execute("DELETE FROM deals WHERE id = ?", [deal])
        return
    report = leading["report"]
    update(db, "deals", deal, leading | (_first(db, SEEN, deal) or {}))
    _copy_parties(db, deal, report)
    list_deal(db, deal, report)


def _copy_parties(db: Database, deal: int, report: int) -> None:
    """A deal has the parties of the report that it follows."""
    columns = "company, role, name"
    before = db.execute(f"SELECT {columns} FROM deal_parties WHERE deal = ? ORDER BY position", [deal]).fetchall()
    now = db.execute(f"SELECT {columns} FROM report_parties WHERE report = ? ORDER BY position", [report]).fetchall()
    if before != now:
        db.execute("DELETE FROM deal_parties WHERE deal = ?", [deal])
        parties = [{"company": company, "role": role, "name": name} for company, role, name in now]
        insert_members(db, "deal_parties", {"deal": deal}, parties)


def _is_taken(db: Database, uid: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM deals WHERE uid = :uid UNION SELECT 1 FROM deal_redirects WHERE uid = :uid", {"uid": uid}
    )
    return found.fetchone() is not None


def _first(db: Database, sql: str, deal: int) -> dict[str, Any] | None:
    return next(iter(db.query(sql, [deal])), None)
