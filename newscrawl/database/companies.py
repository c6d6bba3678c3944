"""Names → companies. Two names are one company if their keys are equal, if the reports of one deal show that they are
the same party, or if the user says so.
"""

from sqlite_utils import Database

from newscrawl.database.articles import storable
from newscrawl.database.write import insert
from newscrawl.linking.names import company_key


def company_with_key(db: Database, key: str, name: str) -> int:
    """The company of this key, made if there is none; ``name`` is a print of it, which may suit people better."""
    found = db.execute("SELECT id, name FROM companies WHERE canonical = ?", [key]).fetchone()
    if found is None:
        return insert(db, "companies", {"name": name, "canonical": key})
    company, known = found
    if known != name and company_key(name) == key and _rank(name) < _rank(known) and not _is_named(db, company):
        db.execute("UPDATE companies SET name = ? WHERE id = ?", [name, company])
    return int(company)


def _rank(name: str) -> tuple[bool, bool, int, str]:
    """Which of a company's prints is shown: not in capitals or small letters, short, whatever came first."""
    return name.isupper() and len(name) > 4, name.islower(), len(name), name


def _is_named(db: Database, company: int) -> bool:
    """Whether the user has named it."""
    sql = "SELECT 1 FROM company_aliases WHERE company = ? AND article_version IS NULL"
    return db.execute(sql, [company]).fetchone() is not None


def add_names(db: Database, company: int, names: list[str], article_version: int | None) -> None:
    """Keep the names that a company goes by in a version of an article, or that the user gives it (None)."""
    for name in dict.fromkeys(names):
        db.execute(
            "INSERT INTO company_aliases (company, name, article_version) VALUES (?, ?, ?)"
            " ON CONFLICT (company, name, article_version) DO NOTHING",
            [company, storable(name), article_version],
        )


def settle_company(db: Database, report: int, position: int, company: int) -> None:
    """Make a party of a report this company, and let the names that its article has for it be the company's."""
    party = "FROM report_parties p JOIN reports r ON r.id = p.report WHERE p.report = ? AND p.position = ?"
    former, name, names, version = db.execute(
        f"SELECT p.company, p.name, p.aliases, r.article_version {party}", [report, position]
    ).fetchone()
    db.execute("UPDATE report_parties SET company = ? WHERE report = ? AND position = ?", [company, report, position])
    db.execute(
        "INSERT INTO company_aliases (company, name, article_version)"
        " SELECT ?, value, ? FROM (SELECT ? AS value UNION SELECT value FROM json_each(?)) WHERE true"
        " ON CONFLICT (company, name, article_version) DO NOTHING",
        [company, version, name, names],
    )
    forget_unused_names(db, former, version)


def forget_unused_names(db: Database, company: int, article_version: int) -> None:
    """Remove the names of a company in a version of an article in which it is no party any more."""
    db.execute(
        "DELETE FROM company_aliases WHERE company = :company AND article_version = :version AND NOT EXISTS ("
        " SELECT 1 FROM reports r JOIN report_parties p ON p.report = r.id"
        " WHERE r.article_version = :version AND p.company = :company)",
        {"company": company, "version": article_version},
    )


def forget_names(db: Database, article_version: int) -> None:
    """Remove the names that were read in an article version; it is about to be read anew."""
    db.execute("DELETE FROM company_aliases WHERE article_version = ?", [article_version])


def remove_unused_companies(db: Database, companies: set[int]) -> None:
    """Remove those of the companies that are no party any more and of which nothing else is known."""
    for company in companies:
        db.execute(
            "DELETE FROM companies WHERE id = :id AND coalesce(lei, wikidata, ticker, country) IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM report_parties WHERE company = :id)"
            " AND NOT EXISTS (SELECT 1 FROM deal_parties WHERE company = :id)"
            " AND NOT EXISTS (SELECT 1 FROM company_aliases WHERE company = :id AND article_version IS NULL)",
            {"id": company},
        )
