"""Questions to the database, answered as plain values."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasette.database import Database

Row = dict[str, Any]


async def select(db: "Database", sql: str, *values: Any) -> list[Row]:
    """The rows of a query as dicts."""
    return [dict(row) for row in (await db.execute(sql, list(values))).rows]


async def first(db: "Database", sql: str, *values: Any) -> Row | None:
    """The first row of a query, or None."""
    return next(iter(await select(db, sql, *values)), None)


async def number(db: "Database", sql: str, *values: Any) -> int:
    """The number that a query asks for."""
    (found,) = (await db.execute(sql, list(values))).rows[0]
    return int(found or 0)
