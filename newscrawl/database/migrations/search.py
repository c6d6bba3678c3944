"""Full-text search."""

from sqlite_utils import Database

from newscrawl.database.migrations.columns import execute


def search(db: Database) -> None:
    """Full-text search on articles and deals, kept by triggers."""
    for table, columns in (("articles", ["title", "text"]), ("deal_list", ["parties", "amount", "quote"])):
        db.table(table).enable_fts(columns, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
    db.table("companies").enable_fts(
        ["name", "canonical"], create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


def calmer_search(db: Database) -> None:
    """A row is indexed for searching anew only if its words have changed, not whenever something of it is written; and
    the parts of the index, one for each article, are joined by sixteens.
    """
    for table, columns in (
        ("articles", ("title", "text")),
        ("deal_list", ("parties", "amount", "quote")),
        ("companies", ("name", "canonical")),
    ):
        old, new, names = (", ".join(f"{of}{name}" for name in columns) for of in ("old.", "new.", ""))
        execute(
            db,
            f"DROP TRIGGER {table}_au",
            f"""
            CREATE TRIGGER {table}_au AFTER UPDATE OF {names} ON {table} WHEN ({old}) IS NOT ({new})
            BEGIN
                INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old});
                INSERT INTO {table}_fts (rowid, {names}) VALUES (new.rowid, {new});
            END
            """,
            f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('automerge', 16)",
            f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('crisismerge', 64)",
        )
