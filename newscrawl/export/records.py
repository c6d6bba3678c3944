"""The database → one record for every deal, with its parties, its timeline and its reports, a few hundred at a time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlite_utils import Database

from newscrawl.database.numbers import from_column
from newscrawl.output import number

SCHEMA = 1
"""Version of the schema: grows when a field is removed, renamed or comes to mean something else, not with a new one."""

CHUNK = 500
"""Deals looked up at a time; SQLite takes only so many values in one question."""

Record = dict[str, Any]

DEALS = """
    SELECT d.*, l.parties AS named, l.amount AS readable_amount, l.reported, l.quote, l.language, a.url, a.title
    FROM deals d JOIN deal_list l ON l.deal = d.id JOIN articles a ON a.id = l.article ORDER BY d.id
"""
PARTIES = "SELECT deal, name, role, company FROM deal_parties WHERE deal IN ({}) ORDER BY deal, position"
TIMELINE = """
    SELECT t.deal, t.day, t.date, t.status, t.said_by, t.quote, a.url
    FROM deal_timeline t JOIN articles a ON a.id = t.article
    WHERE t.deal IN ({}) ORDER BY t.deal, t.day, t.report
"""
REPORTS = """
    SELECT r.deal, r.uid, r.status, r.amount, r.amount_max, r.per_share, r.currency, r.amount_qualifier, r.amount_text,
           r.stake_percent, r.announced, r.confidence, r.sentence, r.why, a.url, a.title, a.published, a.language,
           s.name AS source
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    LEFT JOIN sources s ON s.id = a.source
    WHERE r.deal IN ({}) ORDER BY r.deal, a.published, r.id
"""
MEMBERS = {"parties": PARTIES, "timeline": TIMELINE, "reports": REPORTS}

FIELDS = (
    "uid", "type", "status", "main", "amount", "amount_max", "per_share", "currency", "amount_qualifier", "amount_text",
    "readable_amount", "stake_percent", "rumoured", "announced", "closing_expected", "closed", "reported", "confidence",
    "articles", "independent_reports", "amounts_differ", "first_seen", "last_seen", "quote", "language", "url", "title",
)  # fmt: skip
"""What a deal has one of, in its order in a file."""

NUMBERS = ("amount", "amount_max", "per_share", "stake_percent")
YES_OR_NO = ("main", "amounts_differ")


def records(db: Database, members_of: Mapping[str, str] = MEMBERS) -> Iterator[Record]:
    """All deals in the order in which they were first stored; only a few hundred are in memory.

    ``members_of`` says what is looked up of each deal besides its fields: questions by the name they get in a record.
    """
    rows = db.query(DEALS)
    while chunk := list(islice(rows, CHUNK)):
        keys = [row["id"] for row in chunk]
        found = {name: members(db, sql, keys) for name, sql in members_of.items()}
        for row in chunk:
            key = row["id"]
            record = {"schema": SCHEMA} | plain({field: row[field] for field in FIELDS})
            yield record | {name: belonging[key] for name, belonging in found.items()}


def members(db: Database, sql: str, deals: Sequence[int]) -> dict[int, list[Record]]:
    """What belongs to each of the deals, by key."""
    found: dict[int, list[Record]] = defaultdict(list)
    for row in db.query(sql.format(", ".join("?" * len(deals))), deals):
        found[row.pop("deal")].append(plain(row))
    return found


def plain(row: Record) -> Record:
    """Exact numbers as JSON has them: whole ones without a point; 0 and 1 as false and true where they mean that."""
    numbers = {name: number(from_column(row[name])) for name in NUMBERS if name in row}
    return row | numbers | {name: bool(row[name]) for name in YES_OR_NO if name in row}
