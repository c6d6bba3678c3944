"""A deal → its line in ``deal_list``: what people look at first."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from newscrawl.database.amounts import readable_amount
from newscrawl.database.numbers import from_column
from newscrawl.database.write import select
from newscrawl.deals.model import Amount

GIVERS = ("acquirer", "investor", "supplier", "licensor")
TAKERS = ("target", "customer", "licensee")

DEAL = """
    SELECT d.*, r.sentence AS quote, v.article, a.language
    FROM deals d, reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    WHERE d.id = ? AND r.id = ?
"""
REPORTED = """
    SELECT min(substr(a.published, 1, 10)) AS day
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    WHERE r.deal = ?
"""
COLUMNS = (
    "deal", "announced", "reported", "type", "status", "parties", "amount", "stake_percent", "quote",
    "article", "language", "year", "value", "currency", "articles", "independent_reports", "amounts_differ",
)  # fmt: skip


def list_deal(db: Database, deal: int, report: int) -> None:
    """Write a deal's line anew; ``report`` is the one that it follows."""
    row = next(select(db, DEAL, [deal, report]))
    (day,) = db.execute(REPORTED, [deal]).fetchone()
    parties = db.execute("SELECT role, name FROM deal_parties WHERE deal = ? ORDER BY position", [deal]).fetchall()
    line = _line(row, day or row["first_seen"][:10], readable_parties(parties))
    columns = ", ".join(COLUMNS)
    values = ", ".join(f":{column}" for column in COLUMNS)
    updates = ", ".join(f"{column} = excluded.{column}" for column in COLUMNS[1:])
    before, now = (", ".join(f"{table}.{column}" for column in COLUMNS[1:]) for table in ("deal_list", "excluded"))
    db.execute(  # a line that stays is not written: it would be indexed for searching once more
        f"INSERT INTO deal_list ({columns}) VALUES ({values})"
        f" ON CONFLICT (deal) DO UPDATE SET {updates} WHERE ({before}) IS NOT ({now})",
        line,
    )


def _line(row: dict[str, Any], reported: str, parties: str) -> dict[str, Any]:
    amount = Amount(
        row["currency"], from_column(row["amount"]), from_column(row["amount_max"]), from_column(row["per_share"])
    )
    kept = {
        name: row[name]
        for name in (
            "announced",
            "type",
            "status",
            "stake_percent",
            "article",
            "language",
            "quote",
            "currency",
            "articles",
            "independent_reports",
            "amounts_differ",
        )
    }
    return kept | {
        "deal": row["id"],
        "reported": reported,
        "parties": parties,
        "amount": readable_amount(amount, row["amount_qualifier"], row["amount_text"]),
        "year": int((row["announced"] or reported)[:4]),
        "value": row["amount"],
    }


def readable_parties(parties: Sequence[tuple[str, str]]) -> str:
    """Parties in a line, from (role, name): "Buyer → Target (from Seller)", "One + Other: Venture"."""
    partners, ventures = _names(parties, ("partner",)), _names(parties, ("venture",))
    if partners or ventures:
        return ": ".join(filter(None, (" + ".join(partners), ", ".join(ventures))))
    givers, takers, sellers = (_names(parties, roles) for roles in (GIVERS, TAKERS, ("seller",)))
    arrow = " → ".join(filter(None, (", ".join(givers) or ("?" if takers else ""), ", ".join(takers))))
    return f"{arrow} (from {', '.join(sellers)})" if sellers else arrow


def _names(parties: Iterable[tuple[str, str]], roles: tuple[str, ...]) -> list[str]:
    return [name for role, name in parties if role in roles]
