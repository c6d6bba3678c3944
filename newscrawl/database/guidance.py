"""What the database and the user know besides the reports → guidance for linking."""

from bisect import bisect_right
from functools import cache

from sqlite_utils import Database

from newscrawl.database.companies import add_names
from newscrawl.linking.corrections import SHAPES, Corrections
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.money import Rates
from newscrawl.linking.names import company_key

NOTHING = Corrections()


def guidance_of(db: Database, corrections: Corrections = NOTHING) -> Guidance:
    """The imported exchange rates, and the user's word; uids of deals are taken for those of one of their reports."""
    one, two = (
        [frozenset(_report_uid(db, uid) for uid in sorted(uids)) for uids in sets]
        for sets in (corrections.one_deal, corrections.two_deals)
    )
    return Guidance(
        rates=rates_of(db),
        aliases=corrections.aliases,
        different=corrections.different,
        together={uid: uids - {uid} for uids in one for uid in uids},
        apart=frozenset(uids for uids in two if len(uids) > 1),
    )


def _report_uid(db: Database, uid: str) -> str:
    """The uid itself if a report has it, or is still to come; else that of the first report of the deal it leads to."""
    found = db.execute(
        "SELECT min(r.uid) FROM reports r WHERE r.deal IN ("
        " SELECT id FROM deals WHERE uid = :uid UNION SELECT deal FROM deal_redirects WHERE uid = :uid)"
        " AND NOT EXISTS (SELECT 1 FROM reports WHERE uid = :uid)",
        {"uid": uid},
    ).fetchone()
    return found[0] or uid


def apply_corrections(db: Database, corrections: Corrections) -> None:
    """Give the companies that the user names their name, identifiers and other names; in one transaction."""
    with db.atomic():
        db.execute("DELETE FROM company_aliases WHERE article_version IS NULL")
        for table in corrections.companies:
            found = db.execute("SELECT id FROM companies WHERE canonical = ?", [company_key(table.name)]).fetchone()
            if found:
                told = {key: value for key in SHAPES if (value := getattr(table, key)) is not None}
                columns = ", ".join(f"{key} = :{key}" for key in ("name", *told))
                db.execute(
                    f"UPDATE companies SET {columns} WHERE id = :id", told | {"name": table.name, "id": found[0]}
                )
                add_names(db, found[0], [table.name, *table.aliases], None)


def rates_of(db: Database) -> Rates:
    """The imported exchange rates: of the day, or of the last day before that has one."""

    @cache
    def known(currency: str) -> tuple[list[str], list[float]]:
        rows = db.execute("SELECT day, per_euro FROM rates WHERE currency = ? ORDER BY day", [currency]).fetchall()
        return [day for day, _ in rows], [rate for _, rate in rows]

    def rate(currency: str, day: str) -> float | None:
        days, rates = known(currency)
        place = bisect_right(days, day)
        return rates[place - 1] if place else None

    return rate
