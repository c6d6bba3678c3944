"""Companies of an older schema → companies under today's keys, for the step that brought these."""

from sqlite_utils import Database

from newscrawl.linking.names import company_key


def rekey_companies(db: Database) -> None:
    """Give each company its new key; those that have one key become one, with all that is known of them."""
    first: dict[str, int] = {}
    rows = db.execute("SELECT id, name FROM companies ORDER BY id").fetchall()
    for company, name in rows:
        kept = first.setdefault(company_key(name), company)
        if kept != company:
            _merge_companies(db, company, kept)
    db.execute("UPDATE companies SET canonical = char(10) || id")  # no new key is an old one on the way
    for key, company in first.items():
        db.execute("UPDATE companies SET canonical = ? WHERE id = ?", [key, company])


def _merge_companies(db: Database, company: int, into: int) -> None:
    keys = {"one": company, "into": into}
    for table in ("report_parties", "deal_parties"):
        db.execute(f"UPDATE {table} SET company = :into WHERE company = :one", keys)
    db.execute("UPDATE OR IGNORE company_aliases SET company = :into WHERE company = :one", keys)
    for column in ("lei", "wikidata", "ticker", "country"):
        db.execute(
            f"UPDATE companies SET {column} = coalesce({column}, (SELECT {column} FROM companies WHERE id = :one))"
            " WHERE id = :into",
            keys,
        )
    db.execute("DELETE FROM companies WHERE id = :one", keys)
