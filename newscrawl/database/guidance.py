"""What the database and the user know besides the reports → guidance for linking."""

from bisect import bisect_right
from functools import cache

from sqlite_utils import Database

from newscrawl.linking.guidance import Guidance
from newscrawl.linking.money import Rates


def guidance_of(db: Database) -> Guidance:
    return Guidance(rates=rates_of(db))


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
