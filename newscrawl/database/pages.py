"""Every address of an article that was ever found, and what became of it: nothing is lost when a crawl is killed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlite_utils import Database

from newscrawl.database.write import insert

HINTS = ("modified", "title", "published", "language")
"""What a feed says of a page."""

Row = dict[str, Any]
T = TypeVar("T")


def add_page(db: Database, url: str, found_by: str, found_at: str, state: str, hints: Mapping[str, str | None]) -> None:
    """Write down an address that is not there yet; to be called within a transaction.

    Args:
        db: the database.
        url: the address as it was found.
        found_by: name of the source, or the address given by hand, under which it was found.
        found_at: when, ISO 8601 in UTC.
        state: ``pending`` or ``done``.
        hints: any of ``HINTS``.
    """
    insert(db, "pages", {"url": url, "found_by": found_by, "state": state, "found_at": found_at, **hints})


def change_page(db: Database, url: str, **changes: Any) -> None:
    """Change columns of the page with this address; nothing happens if it is not there."""
    names = ", ".join(f"{name} = ?" for name in changes)
    db.execute(f"UPDATE pages SET {names} WHERE url = ?", [*changes.values(), url])


def pages_of(db: Database, urls: Sequence[str]) -> dict[str, Row]:
    """The pages with these addresses, by address; those that are not there are left out."""
    found = (row for part in parts(urls) for row in rows(db, f"url IN ({','.join('?' * len(part))})", part))
    return {row["url"]: row for row in found}


def due_pages(db: Database, found_by: str, at: str) -> list[Row]:
    """The pages that wait to be fetched, or to be tried again by then (ISO 8601 in UTC), the first found first."""
    where = "found_by = ? AND state IN ('pending', 'failed') AND (state = 'pending' OR due_at <= ?) ORDER BY id"
    return list(rows(db, where, [found_by, at]))


def rest_host(db: Database, host: str, until: str) -> None:
    """Write down that a host wants no requests before a time, ISO 8601 in UTC."""
    db.execute("INSERT OR REPLACE INTO resting_hosts (host, until) VALUES (?, ?)", [host, until])


def resting_hosts(db: Database, at: str) -> dict[str, str]:
    """The hosts that want no requests at a time (ISO 8601 in UTC), each with the end of its rest."""
    return dict(db.execute("SELECT host, until FROM resting_hosts WHERE until > ?", [at]))


def rows(db: Database, where: str, values: Sequence[Any]) -> Iterator[Row]:
    """Pages by a condition, as dictionaries by column."""
    found = db.execute(f"SELECT * FROM pages WHERE {where}", list(values))
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def parts(values: Sequence[T], size: int = 500) -> Iterator[Sequence[T]]:
    """A long list in parts: SQLite takes only so many parameters at once."""
    return (values[start : start + size] for start in range(0, len(values), size))
