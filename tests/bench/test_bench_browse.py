"""The pages that the benchmark asks for: all answer on a generated database, and none reads through its big tables."""

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from datasette import hookimpl
from datasette.plugins import pm
from datasette.utils import escape_fts

from bench.browse import ask, pages
from bench.generate_database import generate

WHOLE = re.compile(r"SCAN (\w+)(?! USING)\b")
"""A step of a plan that goes through every row of a table without an index."""

SMALL = re.compile(r"\w+_fts\w*|main|sources|runs|sqlite_\w+|pragma_\w+|json_each")
NO_WORK = re.compile(r"ORDER BY (?:\w+\.)?id(?: DESC)? LIMIT (?:51|100)\b|IN \(\)|LIMIT 0", re.IGNORECASE)
"""Only the first rows in the order in which they are stored, or none: nothing is read through."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bench") / "made.db"
    generate(file, 3000, 900)
    return file


@pytest.fixture
def asked():
    """Every statement that Datasette puts to a database."""
    statements: list[str] = []

    class Listener:
        __name__ = "listener"  # Datasette asks for it

        @hookimpl
        def prepare_connection(self, conn: sqlite3.Connection, database: str) -> None:
            if database == "made":
                conn.set_trace_callback(statements.append)

    listener = Listener()
    pm.register(listener)
    yield statements
    pm.unregister(listener)


def test_pages_answer_and_no_facet_times_out(database: Path) -> None:
    found = {path: asyncio.run(ask(database, path))[3] for path in pages(database)}
    assert len(found) > 30
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "start", ["/overview", "/deal/", "/company/", "/article/", "/made/deal_list", "/made/article_list"]
)
def test_page_is_answered_by_indexes(database: Path, asked: list[str], start: str) -> None:
    for path in (path for path in pages(database) if path.startswith(start)):
        asyncio.run(ask(database, path))
    assert asked
    assert {sql: plan for sql in set(asked) if (plan := read_through(database, sql))} == {}


def read_through(database: Path, sql: str) -> str | None:
    """The plan of a statement that goes through a big table, or None."""
    if not re.match(r"\s*(select|with)\b", sql, re.IGNORECASE) or NO_WORK.search(sql):
        return None
    with closing(sqlite3.connect(database)) as db:
        db.create_function("escape_fts", 1, escape_fts)
        plan = "; ".join(row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}"))
    within = re.findall(r"(?:MATERIALIZE|CO-ROUTINE) (\w+)", plan)
    read = [name for name in WHOLE.findall(plan) if name not in within and not SMALL.fullmatch(name)]
    return plan if read else None


def test_a_page_that_reads_through_a_table_would_be_noticed(database: Path) -> None:
    assert read_through(database, "SELECT * FROM articles WHERE text LIKE '%x%'")
    assert read_through(database, "SELECT quote FROM deal_list l ORDER BY quote")
    assert read_through(database, "SELECT * FROM deals WHERE uid = 'x'") is None
