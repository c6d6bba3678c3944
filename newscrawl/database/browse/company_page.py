"""A company → what its page shows: how many deals in which roles, the newest of them, and under which names."""

from typing import TYPE_CHECKING

from newscrawl.database.browse.deal_page import Fact
from newscrawl.database.browse.rows import Row, number, select

if TYPE_CHECKING:
    from datasette.database import Database

SHOWN = 100
"""Deals on the page; the table behind the link has them all."""

LINES = f"""
    SELECT l.*, d.uid FROM deal_list l JOIN deals d ON d.id = l.deal
    WHERE l.deal IN (SELECT DISTINCT deal FROM deal_parties WHERE company = ? ORDER BY deal DESC LIMIT {SHOWN})
    ORDER BY coalesce(l.announced, l.reported) DESC, l.deal DESC
"""
"""Those stored last, of which one company may have thousands, in the order of their days."""

ALIASES = """
    SELECT n.name, n.times, v.article FROM (
        SELECT name, count(article_version) AS times, min(article_version) AS first FROM company_aliases
        WHERE company = ? GROUP BY name
    ) n LEFT JOIN article_versions v ON v.id = n.first ORDER BY n.times DESC, n.name LIMIT 200
"""
ROLES = "SELECT role, count(DISTINCT deal) AS deals FROM deal_parties WHERE company = ? GROUP BY role ORDER BY 2 DESC"
KNOWN = (("Country", "country"), ("Ticker", "ticker"), ("LEI", "lei"), ("Wikidata", "wikidata"))


async def company_page(db: "Database", company: Row) -> Row:
    """A company with its names and its deals."""
    key = company["id"]
    lines = await select(db, LINES, key)
    deals = await number(db, "SELECT count(DISTINCT deal) FROM deal_parties WHERE company = ?", key)
    return {
        "company": company,
        "strip": [
            Fact("Deals", f"{deals:,}"),
            *(Fact(f"As {row['role']}", f"{row['deals']:,}") for row in (await select(db, ROLES, key))[:4]),
            *(Fact(label, company[column]) for label, column in KNOWN if company[column]),
        ],
        "aliases": await select(db, ALIASES, key),
        "deals": deals,
        "roles": await roles(db, key, [line["deal"] for line in lines]),
        "lines": lines,
    }


async def roles(db: "Database", company: int, deals: list[int]) -> dict[int, str]:
    """As what a company takes part in each of the deals."""
    marks = ", ".join("?" * len(deals))
    sql = f"SELECT deal, role FROM deal_parties WHERE company = ? AND deal IN ({marks}) ORDER BY position DESC"
    return {part["deal"]: part["role"] for part in await select(db, sql, company, *deals)}
