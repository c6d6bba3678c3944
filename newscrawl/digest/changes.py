"""The database → what a digest has to tell: deals that are new to its reader, and those that have come further."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from newscrawl.deals.canonical import canonical_name
from newscrawl.digest.order import Filters, Since

Row = dict[str, Any]

MARGIN = timedelta(days=1)
"""An article is stored some time after it was fetched; nothing is told twice because of the margin."""

SEEN = """
    SELECT d.id, d.uid, d.status, d.type, d.first_seen, d.main, l.parties, l.amount, l.announced, l.reported, l.quote,
           l.articles, l.stake_percent, a.url, a.title, coalesce(s.title, s.name) AS source
    FROM deals d JOIN deal_list l ON l.deal = d.id JOIN articles a ON a.id = l.article
    LEFT JOIN sources s ON s.id = a.source
    WHERE d.last_seen >= :since AND (:type IS NULL OR d.type = :type)
      AND (:least IS NULL OR coalesce(d.amount_max, d.amount) >= CAST(:least AS NUMERIC)) AND (d.main OR :passing)
    ORDER BY d.first_seen, d.id
"""
TOLD = """
    SELECT status FROM told_changes WHERE digest = :digest AND uid IN (
        SELECT uid FROM deals WHERE id = :deal UNION SELECT uid FROM deal_redirects WHERE deal = :deal
        UNION SELECT uid FROM reports WHERE deal = :deal)
    ORDER BY told_at DESC LIMIT 1
"""
LEARNT = """
    SELECT min(v.fetched_at) AS at FROM reports r JOIN article_versions v ON v.id = r.article_version
    WHERE r.deal = ? AND r.status = ?
"""
BEFORE = """
    SELECT r.status FROM reports r JOIN article_versions v ON v.id = r.article_version
    WHERE r.deal = ? AND v.fetched_at < ? ORDER BY v.fetched_at DESC, r.id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A deal to tell: ``before`` is the status that the reader knows, None if the deal is new to him."""

    deal: Row
    before: str | None


def reach(db: Database, filters: Filters, since: Since) -> str:
    """Since when to look, ISO 8601 in UTC: if the last digest is longer ago than ``since`` says, since that one.

    So nothing is lost when a run was left out or failed. A date that was named is taken as it is.
    """
    last = db.execute("SELECT told_at FROM digests WHERE filters = ?", [filters.text]).fetchone()
    if last is None or not since.moves:
        return since.at
    return min(since.at, (datetime.fromisoformat(last[0]) - MARGIN).isoformat()[:19])


def changes(db: Database, filters: Filters, since: str) -> Iterator[Change]:
    """What has not been told to the reader of these filters, the first seen first."""
    digest = db.execute("SELECT id FROM digests WHERE filters = ?", [filters.text]).fetchone()
    values = {"since": since, "type": filters.type, "least": filters.least, "passing": filters.passing}
    wanted = deals_of(db, filters.companies) if filters.companies else None
    for deal in list(db.query(SEEN, values)):
        if wanted is not None and deal["id"] not in wanted:
            continue
        told = db.execute(TOLD, {"digest": digest and digest[0], "deal": deal["id"]}).fetchone()
        if change := _change(db, deal, told[0] if told else None, since):
            yield change


def _change(db: Database, deal: Row, told: str | None, since: str) -> Change | None:
    """What there is to tell of a deal whose status was ``told`` last, if anything."""
    if told is not None:
        return Change(deal, told) if told != deal["status"] else None
    if deal["first_seen"] >= since:
        return Change(deal, None)
    learnt = db.execute(LEARNT, [deal["id"], deal["status"]]).fetchone()[0]
    if learnt is None or learnt < since:
        return None
    before = db.execute(BEFORE, [deal["id"], learnt]).fetchone()
    return Change(deal, before[0]) if before and before[0] != deal["status"] else None


def deals_of(db: Database, names: tuple[str, ...]) -> set[int]:
    """Keys of the deals of companies called so: "Norvik" is in "Norvik Systems GmbH", "Sun" not in "Sunrise"."""
    companies = {company for name in names for company in companies_called(db, name)}
    return {
        deal
        for company in companies
        for (deal,) in db.execute("SELECT deal FROM deal_parties WHERE company = ?", [company])
    }


def companies_called(db: Database, name: str) -> set[int]:
    """Keys of the companies that have these words, one after the other, in one of their names."""
    wanted = f" {canonical_name(name)} "
    known = db.execute("SELECT id, name FROM companies UNION SELECT company, name FROM company_aliases")
    return {company for company, known_name in known if wanted in f" {canonical_name(known_name)} "}
