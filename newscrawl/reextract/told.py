"""What the reports of an article version say, deal by deal, in words that can be compared and shown."""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from newscrawl.database.amounts import readable_amount
from newscrawl.database.deal_list import readable_parties
from newscrawl.database.numbers import from_column
from newscrawl.deals.model import Amount

Proof = tuple[tuple[Any, ...], ...]

REPORTS = """
    SELECT * FROM reports r WHERE r.article_version = ? ORDER BY r.position
"""
ALIASES = """
    SELECT p.name, s.name FROM report_parties p
    JOIN company_aliases s ON s.company = p.company AND s.article_version = ? AND s.name <> p.name
    WHERE p.report = ? ORDER BY p.position, s.name
"""


@dataclass(frozen=True, slots=True)
class Told:
    """One deal as one version of an article tells it.

    ``facts`` maps the name of each field that says something to its value for people, ``proofs`` to the places in the
    text that prove it, with the rules that read them.
    """

    uid: str
    parties: str
    sentence: str
    facts: dict[str, str]
    proofs: dict[str, Proof]


def told(db: Database, version: int) -> dict[str, Told]:
    """The deals of an article version by the uid of the report, which leads to the deal; in their order."""
    reports = list(db.query(REPORTS, [version]))
    return {report["uid"]: _told(db, report, version) for report in reports}


def _told(db: Database, report: dict[str, Any], version: int) -> Told:
    key = report["id"]
    parties = db.execute("SELECT role, name FROM report_parties WHERE report = ? ORDER BY position", [key]).fetchall()
    facts = _plain_facts(report) | {
        "parties": ", ".join(f"{role} {name}" for role, name in parties),
        "other names": _joined(db.execute(ALIASES, [version, key]).fetchall(), ": "),
        "terms": _joined(
            db.execute("SELECT kind, text, iso, percent, value, currency FROM terms WHERE report = ? ORDER BY position",
                       [key]).fetchall()
        ),
        "timeline": _joined(
            db.execute("SELECT status, date, said_by FROM deal_events WHERE report = ? ORDER BY position",
                       [key]).fetchall()
        ),
    }  # fmt: skip
    said = {name: value for name, value in facts.items() if value}
    return Told(report["uid"], readable_parties(parties), report["sentence"], said, _proofs(db, key))


def _plain_facts(report: dict[str, Any]) -> dict[str, str]:
    """The columns of a report in words."""
    facts = {name: report[name] or "" for name in ("type", "status", "announced", "closing_expected", "closed")}
    percent = report["stake_percent"]
    return facts | {
        "place": "main" if report["main"] else "background",
        "amount": _amount(report) or "",
        "amount as printed": report["amount_text"] or "",
        "stake": "" if percent is None else f"{percent:g} %",
        "confidence": f"{report['confidence']:g}",
        "sentence": f"“{report['sentence']}”",
    }


def _amount(report: dict[str, Any]) -> str | None:
    numbers = (from_column(report[column]) for column in ("amount", "amount_max", "per_share"))
    return readable_amount(Amount(report["currency"], *numbers), report["amount_qualifier"], report["amount_text"])


def _joined(rows: list[tuple[Any, ...]], between: str = " ") -> str:
    return "; ".join(between.join(str(value) for value in row if value is not None) for row in rows)


def _proofs(db: Database, report: int) -> dict[str, Proof]:
    proofs: dict[str, Proof] = {}
    quotes = 'SELECT field, quote, start, "end", rule FROM evidence WHERE report = ? ORDER BY field, position'
    for field, *proof in db.execute(quotes, [report]):
        proofs[field] = (*proofs.get(field, ()), tuple(proof))
    return proofs
