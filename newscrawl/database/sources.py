"""What is remembered of sources and their feeds from run to run."""

from typing import Any

from sqlite_utils import Database

SOURCE_COLUMNS = ("title", "language", "home", "last_run", "last_success", "last_failure", "problem")
FEED_COLUMNS = (
    "source", "etag", "last_modified", "fetched_at", "due_at", "status", "addresses", "problem", "parent", "reading",
    "changed_at",
)  # fmt: skip


def source_id(db: Database, name: str | None) -> int | None:
    """The row of a source, made if there is none; None for none."""
    if name is None:
        return None
    found = db.execute("SELECT id FROM sources WHERE name = ?", [name]).fetchone()
    return found[0] if found else db.execute("INSERT INTO sources (name) VALUES (?)", [name]).lastrowid


def save_source_state(db: Database, name: str, **state: Any) -> None:
    """Remember something of a source; what is not given stays.

    Args:
        db: the database.
        name: the source's name.
        state: any of ``SOURCE_COLUMNS``. Times are ISO 8601 in UTC; ``problem`` says what was wrong the last time,
            None if nothing.

    Raises:
        TypeError: an unknown name.
    """
    _check_names(state, SOURCE_COLUMNS)
    with db.atomic():
        source_id(db, name)
        if state:
            db.table("sources").upsert({"name": name} | state, pk="name")


def save_feed_state(db: Database, url: str, *, source: str | None = None, **state: Any) -> None:
    """Remember something of a feed or sitemap for the next run; what is not given stays.

    Args:
        db: the database.
        url: the feed's address.
        source: the name of its source.
        state: any of ``FEED_COLUMNS``: ``etag`` and ``last_modified`` as the server gave them, ``status`` of HTTP,
            ``addresses`` that the feed listed, ``due_at`` before which it need not be asked, ``changed_at`` when it
            last brought something new, ``parent`` the sitemap
            index that lists it, ``reading`` a fingerprint of how its addresses were chosen.

    Raises:
        TypeError: an unknown name.
    """
    _check_names(state, FEED_COLUMNS)
    with db.atomic():
        if source is not None:
            state["source"] = source_id(db, source)
        db.table("feeds", pk="url").upsert({"url": url} | state)


def feed_state(db: Database, url: str) -> dict[str, Any]:
    """What is remembered of a feed, by column; empty if nothing."""
    return next(db.table("feeds").rows_where("url = ?", [url]), {})


def feed_times(db: Database) -> dict[str, tuple[str | None, str | None]]:
    """When each feed was last asked and when it is due again, by its address; ISO 8601."""
    return {url: (asked, due) for url, asked, due in db.execute("SELECT url, fetched_at, due_at FROM feeds")}


def listed_sitemaps(db: Database, parent: str) -> list[str]:
    """The sitemaps that a sitemap index listed the last time."""
    return [url for (url,) in db.execute("SELECT url FROM feeds WHERE parent = ? ORDER BY url", [parent])]


def proven_sources(db: Database) -> set[str]:
    """Names of the sources that succeeded at least once."""
    return {name for (name,) in db.execute("SELECT name FROM sources WHERE last_success IS NOT NULL")}


def _check_names(state: dict[str, Any], allowed: tuple[str, ...]) -> None:
    if unknown := sorted(set(state) - set(allowed)):
        raise TypeError(f"unknown: {', '.join(unknown)}; allowed are {', '.join(allowed)}")
