"""Databases of earlier schemas, in fixtures/databases under the name of their last step: they open and lose nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from newscrawl.database import DatabaseError, open_database, save_article
from newscrawl.database.guidance import guidance_of
from newscrawl.database.migrations import migrations
from newscrawl.database.relink import relink

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "databases"
DUMPS = sorted(FOLDER.glob("*.sql"))

CHANGED = {"companies": {"canonical"}, "deal_list": {"article"}, "reports": {"why"}}
"""Columns whose values are derived anew."""


def restore(dump: Path, path: Path) -> None:
    """Make the database that a dump tells."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(dump.read_text(encoding="utf-8"))


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of the tables that people rely on, in the order of their keys."""
    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection)
        names = [n for n in db.table_names() if "_fts" not in n and not n.startswith(("_", "sqlite_"))]
        return {name: list(db.table(name).rows) for name in names}


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def old(request, tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    restore(request.param, path)
    return path


def test_dumps_end_with_the_step_that_they_are_named_after() -> None:
    steps = [migration.name for migration in migrations._migrations]
    assert {dump.stem for dump in DUMPS} <= set(steps[:-1])


def test_nothing_is_lost(old: Path) -> None:
    before = rows(old)
    open_database(old).close()
    after = rows(old)
    for table, kept in before.items():
        assert len(after[table]) == len(kept), table
        for row, now in zip(kept, after[table], strict=True):
            same = {column: value for column, value in now.items() if column in row}
            assert {c: v for c, v in same.items() if c not in CHANGED.get(table, ())} == {
                c: v for c, v in row.items() if c not in CHANGED.get(table, ())
            }


def test_it_has_the_schema_of_a_new_one(old: Path) -> None:
    db, new = open_database(old), open_database(":memory:")
    assert shape(db) == shape(new)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def shape(db: Database) -> set[tuple[str, ...]]:
    """Every column of every table and view, every index and trigger."""
    tables = db.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_stat%'"
    )
    columns = {
        (name, *map(str, row[1:]))
        for (name,) in tables.fetchall()
        if "_fts" not in name
        for row in db.execute(f'PRAGMA table_info("{name}")')
    }
    others = db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('index', 'trigger')").fetchall()
    return columns | set(others)


def test_deals_of_two_articles_are_linked_by_relink_and_identifiers_stay(old: Path) -> None:
    db = open_database(old)
    uids = [uid for (uid,) in db.execute("SELECT uid FROM deals WHERE type = 'acquisition' ORDER BY id")]
    assert len(uids) == 2
    list(relink(db, guidance_of(db)))
    assert db.execute("SELECT uid, articles FROM deals WHERE type = 'acquisition'").fetchall() == [(uids[0], 2)]
    redirects = dict(db.execute("SELECT uid, deal FROM deal_redirects"))
    assert redirects == {uids[1]: 1, "formerdeal22": 1}
    assert db.execute("SELECT wikidata, country FROM companies WHERE name LIKE 'Tal%'").fetchall() == [("Q1", "DE")]


def test_a_new_report_finds_the_old_ones(old: Path, tmp_path: Path) -> None:
    from made_up import article, takeover

    db = open_database(old)
    known = article(url="https://third.example/1", canonical_url=None, title="Once more", published="2026-02-05")
    save_article(db, known, [takeover()], url="https://third.example/1", source=None, fetched_at="2026-02-05T00:00:00Z")
    assert db.execute("SELECT articles FROM deals WHERE type = 'acquisition'").fetchall() == [(3,)]


def test_a_newer_one_is_refused_with_a_message(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_database(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE _sqlite_migrations SET name = 'time_travel' WHERE name = 'claims'")
        db.commit()
    with pytest.raises(DatabaseError, match=r"newer.db: was made by a newer newscrawl \(schema step 'time_travel'\)"):
        open_database(path)
