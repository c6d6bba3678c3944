"""Lines of the last articles of each host, so that those which recur can be told from the story.

Only digests are kept, and only of lines seen within the last ``WINDOW`` articles of their host: a few thousand a host.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from newscrawl.article import Article, digests
from newscrawl.database.articles import host_of
from newscrawl.database.connection import connect, is_older

FEWEST_PAGES = 3
"""Articles that have a line before anybody is told of it."""

LEAST_SHARE = 20
"""Of so many articles since it was first seen one has it, or the line belongs to a subject and not to the site."""

WINDOW = 200
"""Articles after which a line that has not come again is forgotten."""

MOST_LINES = 200
"""Lines of one article that are counted, the same ones on each page that has them."""


def recurring_lines(db: Database, url: str, asked: str) -> dict[int, int]:
    """On how many articles of a host a line stands, by its digest; only lines that recur.

    Lines that the article of these addresses was stored with are left out: a page that has not changed must give the
    same text when it is read again.

    Args:
        db: the database.
        url: the address fetched; it tells the host.
        asked: the one asked for, before redirects.
    """
    found = _recurring(db, url)
    own = digests(Article(text=_stored_text(db, url, asked))) if found else ()
    return {line: pages for line, pages in found.items() if line not in own}


def known_lines(path: Path, url: str) -> dict[int, int]:
    """The same for people who ask, from a database file that is only read; nothing from one of an older newscrawl.

    Raises:
        DatabaseError: as ``is_older``.
    """
    if is_older(path):
        return {}
    with closing(connect(path, "ro")) as db:
        return _recurring(db, url)


def learn_lines(db: Database, url: str, lines: Iterable[int]) -> None:
    """Count the lines of a new article of an address's host, and forget old ones; to be called within a transaction."""
    host, articles = db.execute(
        "INSERT INTO hosts (name, articles) VALUES (?, 1)"
        " ON CONFLICT (name) DO UPDATE SET articles = articles + 1 RETURNING id, articles",
        [host_of(url)],
    ).fetchone()
    db.conn.executemany(
        "INSERT INTO host_lines (host, line, pages, first, last) VALUES (?1, ?2, 1, ?3, ?3)"
        " ON CONFLICT (host, line) DO UPDATE SET pages = pages + 1, last = excluded.last",
        [(host, line, articles) for line in sorted(lines)[:MOST_LINES]],
    )
    db.execute("DELETE FROM host_lines WHERE host = ? AND last <= ?", [host, articles - WINDOW])


def _recurring(db: Database, url: str) -> dict[int, int]:
    return dict(
        db.execute(
            "SELECT line, pages FROM host_lines JOIN hosts ON hosts.id = host"
            f" WHERE name = ? AND pages >= {FEWEST_PAGES} AND pages * {LEAST_SHARE} >= articles - first",
            [host_of(url)],
        )
    )


def _stored_text(db: Database, url: str, asked: str) -> str:
    """The text of the article that is known under one of the addresses; empty if there is none."""
    row = db.execute(
        "SELECT text FROM articles JOIN addresses ON article = articles.id WHERE addresses.url IN (?, ?)", [url, asked]
    ).fetchone()
    return row[0] if row else ""
