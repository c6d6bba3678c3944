"""The deals read in one version of an article → its reports, with parties, terms, events and evidence."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from sqlite_utils import Database

from newscrawl.database.articles import storable
from newscrawl.database.companies import add_names, company_with_key, forget_names, remove_unused_companies
from newscrawl.database.deals import new_deal
from newscrawl.database.guidance import guidance_of
from newscrawl.database.link import link
from newscrawl.database.matching import Known, Reading, match, reading_of, uid_of
from newscrawl.database.nodes import Nodes
from newscrawl.database.numbers import to_column
from newscrawl.database.report_keys import write_keys
from newscrawl.database.write import insert, insert_members, transaction
from newscrawl.deals.canonical import canonical_name
from newscrawl.deals.model import Amount, Deal, Event, Party
from newscrawl.linking.group import Web
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.names import company_key


class SaveError(ValueError):
    """A deal cannot be stored: a quote does not stand where it should, or a number is none."""


def replace_reports(
    db: Database, article_version: int, deals: Sequence[Deal], guidance: Guidance | None = None
) -> None:
    """Put what is read now in the place of what an article version was read to say, in one transaction, or as a part of
    one that is open.

    Each report is linked with those of other articles that tell the same deal. A deal that was there before keeps its
    uid, also if type, roles, amounts or some of the parties have changed. One that no report tells any more is removed.

    Args:
        db: the database.
        article_version: key of the version.
        deals: what ``find_deals`` gave for exactly the text of this version.
        guidance: what helps linking, as ``guidance_of`` gives it; without it, the exchange rates in the database.

    Raises:
        SaveError: a quote is not in the text at its place, or a number cannot be stored; nothing is changed.
    """
    guidance = guidance or guidance_of(db)
    with transaction(db):
        article, url, text = _version(db, article_version)
        check_quotes(text, deals)
        before = _known_reports(db, article, article_version)
        if not before and not deals:
            return
        companies, connected, touched = _clear(db, article, article_version, guidance) if before else (set(), [], set())
        _insert_reports(db, deals, before, article_version, url, guidance)
        nodes = Nodes(db, guidance)
        own = write_keys(db, nodes, [article], is_new=not before)
        link(db, nodes, [*own, *nodes.of_uids(connected)], {node.report.uid for node in own}, touched)
        remove_unused_companies(db, companies)


def _clear(
    db: Database, article: int, article_version: int, guidance: Guidance
) -> tuple[set[int], list[str], set[int]]:
    """Remove what was read in a version. Returns the companies that were named there, the uids of all reports that may
    be in one deal with the article's, and the deals that lost reports.
    """
    companies, connected = _companies_of(db, article_version), _connected(db, article, guidance)
    touched = _delete_reports(db, article_version)
    forget_names(db, article_version)
    return companies, connected, touched


def _connected(db: Database, article: int, guidance: Guidance) -> list[str]:
    """The uids of all reports that may be in one deal with one of the article's, as it was read so far."""
    nodes = Nodes(db, guidance)
    web = Web(nodes.find, guidance)
    for node in nodes.of_articles([article]):
        web.include(node.report)
    return sorted(web.reports)


def _insert_reports(
    db: Database, deals: Sequence[Deal], before: list[Known], article_version: int, url: str, guidance: Guidance
) -> None:
    """Write the reports; one that was there before keeps its uid and deal, and its key if that is free."""
    readings = [_storable_reading(deal) for deal in deals]
    for position, (deal, reading, known) in enumerate(zip(deals, readings, match(readings, before), strict=True)):
        row = _report_row(deal) | {"article_version": article_version, "position": position}
        row["uid"] = known.uid if known else _new_uid(db, url, reading)
        row["deal"] = known.deal if known else new_deal(db, row["uid"], deal)
        if known and _is_free(db, known.report):
            row["id"] = known.report
        _insert_report(db, row, deal, article_version, guidance)


def _new_uid(db: Database, url: str, reading: Reading) -> str:
    """The uid of a report that is told for the first time; ``url`` is the article's address."""
    uids = (uid_of(url, reading, number) for number in count())
    return next(uid for uid in uids if db.execute("SELECT 1 FROM reports WHERE uid = ?", [uid]).fetchone() is None)


def check_quotes(text: str, deals: Iterable[Deal]) -> None:
    """Whether every quote stands in the text exactly where it says.

    Raises:
        SaveError: one does not; the message names field, rule and place.
    """
    for deal in deals:
        for field, quotes in deal.quotes.items():
            for quote in quotes:
                if quote.start < 0 or not quote.quote or text[quote.start : quote.end] != storable(quote.quote):
                    raise SaveError(
                        f"{field}: {quote.quote!r} (rule {quote.rule}) does not stand at {quote.start}:{quote.end}"
                    )


def _version(db: Database, article_version: int) -> tuple[int, str, str]:
    row = db.execute(
        "SELECT a.id, a.url, v.text FROM article_versions v JOIN articles a ON a.id = v.article WHERE v.id = ?",
        [article_version],
    ).fetchone()
    if row is None:
        raise SaveError(f"there is no article version {article_version}")
    article, url, text = row
    return article, url, text


def _known_reports(db: Database, article: int, article_version: int) -> list[Known]:
    """All reports of an article's versions: those of this version first, then the newest first."""
    rows = db.execute(
        "SELECT r.id, r.uid, r.deal, r.type, r.sentence"
        " FROM reports r JOIN article_versions v ON v.id = r.article_version"
        " WHERE v.article = ? ORDER BY v.id = ? DESC, v.id DESC, r.position",
        [article, article_version],
    ).fetchall()
    return [
        Known(key, uid, deal, Reading(type_, _canonical_names(db, key), said)) for key, uid, deal, type_, said in rows
    ]


def _canonical_names(db: Database, report: int) -> frozenset[str]:
    names = db.execute("SELECT name FROM report_parties WHERE report = ?", [report])
    return frozenset(canonical_name(name) for (name,) in names)


def _storable_reading(deal: Deal) -> Reading:
    reading = reading_of(deal)
    names = frozenset(storable(name) or "" for name in reading.companies)
    return replace(reading, companies=names, sentence=storable(deal.evidence) or "")


def _companies_of(db: Database, article_version: int) -> set[int]:
    return {
        company
        for (company,) in db.execute(
            "SELECT company FROM report_parties p JOIN reports r ON r.id = p.report WHERE r.article_version = ?",
            [article_version],
        )
    }


def _delete_reports(db: Database, article_version: int) -> set[int]:
    """Remove a version's reports with all that hangs on them, and return the deals that they told."""
    told = {deal for (deal,) in db.execute("SELECT deal FROM reports WHERE article_version = ?", [article_version])}
    db.execute("DELETE FROM reports WHERE article_version = ?", [article_version])
    return told


def _is_free(db: Database, report: int) -> bool:
    """Whether a report's key can be used again: it can if the report belonged to the version being replaced."""
    return db.execute("SELECT 1 FROM reports WHERE id = ?", [report]).fetchone() is None


def _report_row(deal: Deal) -> dict[str, Any]:
    return _amount_row(deal.amount) | {
        "type": deal.type,
        "status": deal.status,
        "main": int(deal.main),
        "amount_qualifier": deal.amount_qualifier,
        "amount_text": storable(deal.amount_text),
        "stake_percent": _number(deal.stake_percent, "stake_percent"),
        "announced": deal.announced,
        "closing_expected": deal.closing_expected,
        "closed": deal.closed,
        "confidence": deal.confidence,
        "sentence": storable(deal.evidence),
    }


def _amount_row(amount: Amount | None) -> dict[str, Any]:
    amount = amount or Amount(None)
    return {
        "amount": _number(amount.value, "amount"),
        "amount_max": _number(amount.max, "amount max"),
        "per_share": _number(amount.per_share, "amount per share"),
        "currency": amount.currency,
    }


def _number(value: Any, field: str) -> int | float | None:
    try:
        return to_column(value)
    except ValueError as error:
        raise SaveError(f"{field}: {error}") from error


def _insert_report(db: Database, row: dict[str, Any], deal: Deal, article_version: int, guidance: Guidance) -> None:
    report = insert(db, "reports", row)
    parties = [_party_row(db, party, article_version, guidance) for party in deal.parties]
    insert_members(db, "report_parties", {"report": report}, parties)
    insert_members(db, "terms", {"report": report}, _term_rows(deal))
    insert_members(db, "deal_events", {"report": report, "deal": row["deal"]}, _event_rows(deal))
    for field, quotes in deal.quotes.items():
        proofs = [
            {"field": field, "quote": storable(q.quote), "start": q.start, "end": q.end, "rule": q.rule} for q in quotes
        ]
        insert_members(db, "evidence", {"report": report}, proofs)


def _party_row(db: Database, party: Party, article_version: int, guidance: Guidance) -> dict[str, Any]:
    """A party with its company, made if there is none; the names that it goes by here are kept as the company's."""
    name, *aliases = names = [storable(name) or "" for name in (party.name, *party.aliases)]
    key = guidance.aliases.get(company_key(name), company_key(name))
    company = company_with_key(db, key, name)
    add_names(db, company, names, article_version)
    return {"company": company, "role": party.role, "name": name, "aliases": json.dumps(aliases, ensure_ascii=False)}


def _term_rows(deal: Deal) -> list[dict[str, Any]]:
    return [
        {
            "kind": term.kind,
            "text": storable(term.text),
            "percent": _number(term.percent, "term percent"),
            "iso": term.iso,
            "value": _number(term.value, "term value"),
            "currency": term.currency,
        }
        for term in deal.terms
    ]


def _event_rows(deal: Deal) -> list[dict[str, Any]]:
    return [
        {
            "status": event.status,
            "date": event.date,
            "said_by": storable(event.said_by),
            "quote": storable(event.quote),
        }
        for event in events_of(deal)
    ]


def events_of(deal: Deal) -> tuple[Event, ...]:
    """The steps of a deal that a report tells; its present status is one of them, also if it tells no other."""
    if any(event.status == deal.status for event in deal.timeline):
        return deal.timeline
    date = deal.closed or deal.announced if deal.status == "completed" else deal.announced
    return (*deal.timeline, Event(deal.status, date, None, deal.evidence))
