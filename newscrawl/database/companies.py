"""Names → companies. For now two names are one company exactly if their canonical names are equal."""

from sqlite_utils import Database

from newscrawl.database.articles import storable
from newscrawl.database.write import insert
from newscrawl.deals.canonical import canonical_name
from newscrawl.deals.model import Party


def company_of(db: Database, party: Party, article_version: int) -> int:
    """The company that a party is, made if there is none; the names it goes by here are kept as its aliases."""
    name = storable(party.name) or ""
    canonical = canonical_name(name)
    company = _company_key(db, name, canonical)
    for alias in dict.fromkeys((party.name, *party.aliases)):
        db.execute(
            "INSERT INTO company_aliases (company, name, article_version) VALUES (?, ?, ?)"
            " ON CONFLICT (company, name, article_version) DO NOTHING",
            [company, storable(alias), article_version],
        )
    return company


def _company_key(db: Database, name: str, canonical: str) -> int:
    found = db.execute("SELECT id FROM companies WHERE canonical = ?", [canonical]).fetchone()
    return found[0] if found else insert(db, "companies", {"name": name, "canonical": canonical})


def forget_names(db: Database, article_version: int) -> None:
    """Remove the names that were read in an article version; it is about to be read anew."""
    db.execute("DELETE FROM company_aliases WHERE article_version = ?", [article_version])


def remove_unused_companies(db: Database, companies: set[int]) -> None:
    """Remove those of the companies that are no party any more and of which nothing else is known."""
    for company in companies:
        db.execute(
            "DELETE FROM companies WHERE id = ? AND coalesce(lei, wikidata, ticker, country) IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM report_parties WHERE company = companies.id)"
            " AND NOT EXISTS (SELECT 1 FROM deal_parties WHERE company = companies.id)",
            [company],
        )
