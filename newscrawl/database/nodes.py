"""Stored reports → what linking looks at, found by their keys.

An article that changed has a report of a deal in several versions; linking looks at the newest alone, and only that one
has keys. The others go where it goes, since they have the same uid.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec.json import decode
from sqlite_utils import Database

from newscrawl.database.numbers import from_column
from newscrawl.database.pages import parts
from newscrawl.database.write import select
from newscrawl.deals.model import Amount
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.keys import keys_of
from newscrawl.linking.model import Report
from newscrawl.linking.read import rounds_of, side_of, site_of

MEMBERS = {
    "sides": "json_array(position, name, role, aliases, company)) FROM report_parties WHERE report = r.id",
    "terms": "json_array(position, kind, text, iso)) FROM terms WHERE report = r.id AND kind IN ('round', 'duration')",
    "events": "json_array(position, status, date)) FROM deal_events WHERE report = r.id",
}
"""What belongs to a report, each as a list of lists in JSON that begin with the position: one query instead of four."""
NOTHING = "[]"
NODES = f"""
    SELECT r.*, v.article, a.url, v.published, v.fetched_at, v.language,
        {", ".join(f"(SELECT json_group_array({sql}) AS {name}" for name, sql in MEMBERS.items())}
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    WHERE r.id IN ({{}})
"""
NEWEST_FIRST = "FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article"
ORDER = "ORDER BY v.id = a.version DESC, v.id DESC, r.id"


@dataclass(slots=True)
class Node:
    """A stored report: its key, that of its deal, those of its companies by position, and what linking looks at."""

    key: int
    deal: int
    why: str | None
    copy_of: int | None
    version: int
    companies: list[int]
    report: Report


class Nodes:
    """The reports of a database, each loaded when it is first needed."""

    def __init__(self, db: Database, guidance: Guidance) -> None:
        self.db = db
        self.guidance = guidance
        self.by_key: dict[int, Node] = {}
        self.by_uid: dict[str, Node] = {}
        self.companies: dict[str, int] = {}
        """Keys of companies in the database by those of their names."""

    def load(self, keys: Iterable[int]) -> list[Node]:
        """The reports with these keys."""
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in self.by_key]
        for part in parts(missing):
            for node in self._read(part):
                self.by_key[node.key] = self.by_uid[node.report.uid] = node
        return [self.by_key[key] for key in wanted]

    def find(self, report: Report) -> Iterator[Report]:
        """The reports that share a key with one, or that the user says are one deal with it."""
        keys = sorted(keys_of(report))
        found = [
            key
            for part in parts(keys)
            for (key,) in self.db.execute(
                f"SELECT DISTINCT report FROM report_keys WHERE key IN ({marks(part)})", list(part)
            )
        ]
        forced = self.of_uids(self.guidance.together.get(report.uid, ()))
        return (node.report for node in [*self.load(found), *forced])

    def of_uids(self, uids: Iterable[str]) -> list[Node]:
        """The newest reports with these uids."""
        return self.load(key for uid in uids for key in self._first("r.uid = ?", [uid]))

    def of_deal(self, deal: int) -> list[Node]:
        """The newest reports of a deal, in their order."""
        return sorted(self.load(self._first("r.deal = ?", [deal])), key=lambda node: node.report.order)

    def of_articles(self, articles: Sequence[int]) -> list[Node]:
        """The newest reports of articles, of every deal that any of their versions tells."""
        return self.load(self._first(f"v.article IN ({marks(articles)})", articles))

    def _first(self, where: str, values: Sequence[Any]) -> list[int]:
        """The keys of the reports by a condition, for each uid that of the newest version."""
        newest: dict[str, int] = {}
        for key, uid in self.db.execute(f"SELECT r.id, r.uid {NEWEST_FIRST} WHERE {where} {ORDER}", list(values)):
            newest.setdefault(uid, key)
        return list(newest.values())

    def _read(self, keys: Sequence[int]) -> Iterator[Node]:
        return (_node(row, self.guidance) for row in select(self.db, NODES.format(marks(keys)), keys))


def _node(row: dict[str, Any], guidance: Guidance) -> Node:
    sides, terms, events = (sorted(decode(row[name])) for name in MEMBERS)
    kept = {n: row[n] for n in ("uid", "language", "type", "status", "sentence", "stake_percent", "announced",
                                "closing_expected", "closed", "confidence")}  # fmt: skip
    report = Report(
        **kept,
        article=str(row["article"]),
        site=site_of(row["url"]),
        day=day_of(row["published"]) or row["fetched_at"][:10],
        main=bool(row["main"]),
        sides=tuple(
            side_of(name, role, decode(names) if names != NOTHING else (), guidance.aliases)
            for _, name, role, names, _ in sides
        ),
        amount=_amount(row),
        qualifier=row["amount_qualifier"],
        rounds=rounds_of(text for _, kind, text, _ in terms if kind == "round"),
        durations=frozenset(iso for _, kind, _, iso in terms if kind == "duration" and iso),
        events=tuple((status, date) for _, status, date in events),
    )
    companies = [company for *_, company in sides]
    return Node(row["id"], row["deal"], row["why"], row["copy_of"], row["article_version"], companies, report)


def _amount(row: dict[str, Any]) -> Amount | None:
    if row["amount"] is None and row["per_share"] is None:
        return None
    value, most, price = (from_column(row[name]) for name in ("amount", "amount_max", "per_share"))
    return Amount(row["currency"], value, most, price)


def day_of(published: str | None) -> str | None:
    """The day of a date, the first of a month or year; None if it is no date."""
    try:
        return date.fromisoformat(f"{published or ''}-01-01"[:10]).isoformat()
    except ValueError:
        return None


def marks(values: Sequence[Any]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))
