"""Rows into tables and out of them, within a transaction.

sqlite-utils asks for the schema at each insert and makes a savepoint for each query: half the time of saving.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlite_utils import Database


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All that is written inside, or nothing if it raises. Inside another it is a part of that one, which must go wrong
    as a whole: no savepoint is made, since at each of them SQLite would write its search indexes.
    """
    if db.conn.in_transaction:
        yield
    else:
        with db.atomic():
            yield


def insert(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """Insert a row and return its integer key."""
    key = db.conn.execute(_insert(table, tuple(row)), tuple(row.values())).lastrowid
    assert key is not None
    return key


def insert_members(db: Database, table: str, owner: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that belong to one owner, numbered in their order; all rows have the same columns."""
    if rows:
        statement = _insert(table, (*owner, "position", *rows[0]))
        db.conn.executemany(
            statement, [(*owner.values(), position, *row.values()) for position, row in enumerate(rows)]
        )


def update(db: Database, table: str, key: int, row: Mapping[str, Any]) -> None:
    """Change columns of the row with this integer key."""
    db.conn.execute(_update(table, tuple(row)), (*row.values(), key))


def select(db: Database, sql: str, values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """The rows of a query as dictionaries by column."""
    found = db.conn.execute(sql, values)
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


@cache
def _insert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


@cache
def _update(table: str, columns: tuple[str, ...]) -> str:
    changes = ", ".join(f'"{column}" = ?' for column in columns)
    return f"UPDATE {table} SET {changes} WHERE id = ?"
