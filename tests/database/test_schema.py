"""What the schema promises by itself, whoever writes into it."""

import sqlite3

import pytest
from made_up import takeover
from sqlite_utils import Database

from newscrawl.database.migrations import columns as schema
from newscrawl.deals import model

PROMISED = {
    "articles": "url source title author published language kind text fetched_at",
    "article_versions": "article text",
    "reports": "deal article_version type status main amount amount_max per_share currency amount_qualifier amount_text"
    " stake_percent announced closing_expected closed confidence",
    "report_parties": "report company role name",
    "terms": "report kind text percent iso value currency",
    "evidence": "report field quote start end rule",
    "deals": "uid type status amount currency amount_text stake_percent announced first_seen last_seen",
    "deal_parties": "deal company role name",
    "deal_events": "deal status date said_by report",
    "companies": "lei wikidata ticker country",
    "company_aliases": "company name",
    "sources": "name",
    "runs": "started_at",
    "deal_list": "type status parties amount",
    "company_deals": "company deal",
}


@pytest.mark.parametrize("table", PROMISED)
def test_promised_columns_exist(db: Database, table: str) -> None:
    columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    assert set(PROMISED[table].split()) <= columns


def test_every_foreign_key_has_an_index(db: Database) -> None:
    missing = []
    for table in db.table_names():
        leading = {index.columns[0] for index in db.table(table).indexes} | set(db.table(table).pks[:1])
        missing += [f"{table}.{key.column}" for key in db.table(table).foreign_keys if key.column not in leading]
    assert missing == []


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (schema.TYPES, model.TYPES),
        (schema.STATUSES, model.STATUSES),
        (schema.ROLES, model.ROLES),
        (schema.QUALIFIERS, model.QUALIFIERS),
    ],
)
def test_words_allowed_are_those_of_the_model(written: str, known: tuple[str, ...]) -> None:
    assert written == ", ".join(f"'{word}'" for word in known)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE deals SET type = 'gift'",
        "UPDATE deals SET status = 'hoped'",
        "UPDATE deals SET amount = 'much'",
        "UPDATE deals SET amount = -1",
        "UPDATE deals SET currency = 'euro'",
        "UPDATE deals SET announced = 'Monday'",
        "UPDATE deals SET confidence = 2",
        "UPDATE report_parties SET role = 'friend'",
        "UPDATE report_parties SET company = 999",
        'UPDATE evidence SET start = start + 1, "end" = "end" + 1',
        "UPDATE evidence SET quote = upper(quote)",
        'UPDATE evidence SET "end" = "end" + 1',
        "INSERT INTO evidence SELECT 99, report, 'x', position, start, \"end\", rule, 'x' FROM evidence LIMIT 1",
        "UPDATE article_versions SET text = 'something else'",
        "DELETE FROM companies",
    ],
)
def test_the_database_itself_refuses(db: Database, save, change: str) -> None:
    save([takeover()])
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(change)


def test_the_lists_of_a_large_database_are_read_by_index(db: Database) -> None:
    for column in ("type", "status", "language", "year"):
        plan = db.execute(f"EXPLAIN QUERY PLAN SELECT {column}, count(*) FROM deal_list GROUP BY {column}").fetchall()
        assert "COVERING INDEX" in plan[0][3], column
