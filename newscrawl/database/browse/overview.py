"""The whole database → what the overview shows: months, types, the biggest, the busiest, and how the sources are.

Every question is answered by an index of ``deal_list`` or ``deal_parties``, or looks at the last two years only.
"""

from asyncio import gather
from typing import TYPE_CHECKING

from newscrawl.database.browse.charts import Bar, bars, months_back
from newscrawl.database.browse.rows import Row, first, number, select

if TYPE_CHECKING:
    from datasette.database import Database

YEAR, MONTHS = 12, 24
CURRENCIES, BIGGEST = 4, 5
COMPANIES = 12

NEWEST = "SELECT max(reported) AS day FROM deal_list"
BY_MONTH = "SELECT substr(reported, 1, 7) AS month, count(*) AS deals FROM deal_list WHERE reported >= ? GROUP BY month"
BY_KIND = "SELECT type, status, count(*) AS deals FROM deal_list GROUP BY type, status"
BY_CURRENCY = """
    SELECT currency, count(*) AS deals FROM deal_list WHERE currency IS NOT NULL GROUP BY currency
    ORDER BY deals DESC, currency LIMIT ?
"""
THE_BIGGEST = """
    SELECT l.*, d.uid FROM deal_list l JOIN deals d ON d.id = l.deal WHERE l.currency = ? AND l.value IS NOT NULL
    ORDER BY l.value DESC LIMIT ?
"""
BUSIEST = """
    SELECT p.company, c.name, p.deals FROM (
        SELECT company, count(DISTINCT deal) AS deals FROM deal_parties GROUP BY company
        ORDER BY deals DESC, company LIMIT ?
    ) p JOIN companies c ON c.id = p.company
"""
SOURCES = """
    SELECT s.*, (SELECT count(*) FROM article_list WHERE source = s.id) AS articles
    FROM sources s ORDER BY s.name LIMIT 500
"""


async def overview_page(db: "Database") -> Row:
    """Figures and charts of the whole database."""
    busiest, by_kind, by_month, most, sources, (companies, articles) = await gather(  # the longest first
        select(db, BUSIEST, COMPANIES),
        select(db, BY_KIND),
        months(db),
        biggest(db),
        select(db, SOURCES),
        gather(number(db, "SELECT count(*) FROM companies"), number(db, "SELECT count(*) FROM article_list")),
    )
    return {
        "deals": sum(row["deals"] for row in by_kind),
        "companies": companies,
        "articles": articles,
        "months": by_month,
        "kinds": kinds(by_kind),
        "biggest": most,
        "busiest": bars([(row["name"], row["deals"], row["company"]) for row in busiest]),
        "sources": sources,
    }


async def months(db: "Database") -> list[Bar]:
    """Deals by the month of their first report, for the two years up to the newest; a month without deals is 0.

    A young database shows one year.
    """
    newest = await first(db, NEWEST)
    if not newest or not newest["day"]:
        return []
    shown = months_back(newest["day"][:7], MONTHS)
    counts = {row["month"]: row["deals"] for row in await select(db, BY_MONTH, shown[0])}
    shown = shown if min(counts) < shown[-YEAR] else shown[-YEAR:]
    return bars([(month, counts.get(month, 0), None) for month in shown])


def kinds(by_kind: list[Row]) -> Row:
    """A table of how many deals there are of each type and status."""
    counts = {(row["type"], row["status"]): row["deals"] for row in by_kind}
    totals: dict[str, int] = {}
    for row in by_kind:
        totals[row["type"]] = totals.get(row["type"], 0) + row["deals"]
    types = sorted(totals, key=lambda kind: (-totals[kind], kind))
    return {"counts": counts, "types": bars([(kind, totals[kind], None) for kind in types])}


async def biggest(db: "Database") -> list[tuple[str, list[Row]]]:
    """The biggest deals of the currencies with most deals; amounts of different currencies are not compared."""
    currencies = [row["currency"] for row in await select(db, BY_CURRENCY, CURRENCIES)]
    return [(currency, await select(db, THE_BIGGEST, currency, BIGGEST)) for currency in currencies]
