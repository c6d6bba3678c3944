"""Reports → the deal that follows from them, as ``newscrawl.linking.follow`` says."""

from typing import Any

from sqlite_utils import Database

from newscrawl.database.companies import company_with_key, remove_unused_companies, settle_company
from newscrawl.database.deal_list import list_deal
from newscrawl.database.nodes import Node, Nodes
from newscrawl.database.write import insert, insert_members, select, update
from newscrawl.deals.model import Deal
from newscrawl.linking.follow import Outcome, follow
from newscrawl.linking.model import Report

FOLLOWS = (
    "type", "status", "main", "stake_percent", "rumoured", "announced", "closing_expected", "closed", "confidence",
    "amounts_differ", "articles", "independent_reports",
)  # fmt: skip
"""Columns of a deal that are told in so many words by what follows from its reports."""

AMOUNT = "SELECT amount, amount_max, per_share, currency, amount_qualifier, amount_text FROM reports WHERE id = ?"
SEEN = """
    SELECT min(v.fetched_at) AS first_seen, max(v.fetched_at) AS last_seen
    FROM reports r JOIN article_versions v ON v.id = r.article_version WHERE r.deal = ?
"""


def new_deal(db: Database, uid: str, report: Report | Deal) -> int:
    """Make a deal of this uid, which until now may have led to another, and return its key; one that lost the report
    with its uid gets it back.
    """
    if found := db.execute("SELECT id FROM deals WHERE uid = ?", [uid]).fetchone():
        return int(found[0])
    db.execute("DELETE FROM deal_redirects WHERE uid = ?", [uid])
    facts = {"type": report.type, "status": report.status, "main": int(report.main), "confidence": report.confidence}
    return insert(db, "deals", facts | {"uid": uid, "first_seen": "", "last_seen": ""})


def refresh_deal(db: Database, deal: int, nodes: Nodes) -> None:
    """Derive a deal with its parties and its line in ``deal_list`` anew from its reports; without one, remove it."""
    members = nodes.of_deal(deal)
    if not members:
        db.execute("DELETE FROM deals WHERE id = ?", [deal])
        return
    outcome = follow([node.report for node in members], nodes.guidance)
    lead, priced = (nodes.by_uid[uid].key for uid in (outcome.lead, outcome.amount_from))
    row = {column: getattr(outcome, column) for column in FOLLOWS} | {"report": lead}
    update(db, "deals", deal, row | _first(db, AMOUNT, priced) | _first(db, SEEN, deal))
    former = _settle_companies(db, nodes, members, outcome)
    _mark_copies(db, nodes, members, outcome)
    former |= _write_parties(db, nodes, deal, outcome)
    remove_unused_companies(db, former)
    list_deal(db, deal, lead)


def _company(db: Database, nodes: Nodes, key: str, name: str) -> int:
    if key not in nodes.companies:
        nodes.companies[key] = company_with_key(db, key, name)
    return nodes.companies[key]


def _settle_companies(db: Database, nodes: Nodes, members: list[Node], outcome: Outcome) -> set[int]:
    """Within a deal a short name or a misprint is the company that another report names in full. Returns the companies
    that a report had until now.
    """
    former = set()
    for node in members:
        for position, side in enumerate(node.report.sides):
            company = _company(db, nodes, outcome.keys[node.report.uid, position], side.name)
            if company != node.companies[position]:
                settle_company(db, node.key, position, company)
                former.add(node.companies[position])
                node.companies[position] = company
    return former


def _mark_copies(db: Database, nodes: Nodes, members: list[Node], outcome: Outcome) -> None:
    for node in members:
        original = outcome.copies.get(node.report.uid)
        key = None if original is None else nodes.by_uid[original].key
        if node.copy_of != key:
            db.execute("UPDATE reports SET copy_of = ? WHERE id = ?", [key, node.key])
            node.copy_of = key


def _write_parties(db: Database, nodes: Nodes, deal: int, outcome: Outcome) -> set[int]:
    """Write the parties of a deal if they are others than before, and return the companies that took part before."""
    columns = "company, role, name"
    before = db.execute(f"SELECT {columns} FROM deal_parties WHERE deal = ? ORDER BY position", [deal]).fetchall()
    now = [(_company(db, nodes, party.key, party.name), party.role, party.name) for party in outcome.parties]
    if before != now:
        db.execute("DELETE FROM deal_parties WHERE deal = ?", [deal])
        parties = [{"company": company, "role": role, "name": name} for company, role, name in now]
        insert_members(db, "deal_parties", {"deal": deal}, parties)
    return {company for company, *_ in set(before) - set(now)}


def _first(db: Database, sql: str, key: int) -> dict[str, Any]:
    return next(select(db, sql, [key]), {})
