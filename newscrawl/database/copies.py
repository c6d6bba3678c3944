"""One article under many addresses: which article an address belongs to, and which article a text is a copy of."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from newscrawl.database.pages import parts
from newscrawl.database.sources import source_id

NEWEST = "SELECT article FROM article_bands WHERE band = ? ORDER BY article DESC LIMIT 20"
"""Of each band only so many: copies appear within days, and thousands of pages made from one template may share it."""

MOST = 5
"""Articles whose texts are compared, those that share the most bands."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article in the database."""

    id: int
    url: str
    title: str | None
    text: str


def articles_at(db: Database, urls: Sequence[str]) -> dict[str, int]:
    """The articles with these addresses, their key by address; addresses of none are left out."""
    found: dict[str, int] = {}
    for part in parts(urls):
        marks = ",".join("?" * len(part))
        found.update(db.execute(f"SELECT url, article FROM addresses WHERE url IN ({marks})", list(part)))
    return found


def articles_like(db: Database, bands: Sequence[int]) -> list[Known]:
    """Articles whose fingerprints share bands with a new one, those that share the most first, the oldest of equals."""
    shared: Counter[int] = Counter()
    for band in bands:
        shared.update(article for (article,) in db.execute(NEWEST, [band]))
    best = sorted(shared, key=lambda article: (-shared[article], article))[:MOST]
    return [known_article(db, article) for article in best]


def known_article(db: Database, article: int) -> Known:
    row = db.execute("SELECT id, url, title, text FROM articles WHERE id = ?", [article]).fetchone()
    return Known(*row)


def store_bands(db: Database, article: int, bands: Iterable[int]) -> None:
    """Remember the fingerprint of an article."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO article_bands (band, article) VALUES (?, ?)", [(band, article) for band in bands]
    )


def store_copy(db: Database, article: int, urls: Iterable[str | None], source: str | None) -> None:
    """Remember that an article stands at these addresses too, found under a source; its own stay its own."""
    db.conn.executemany(
        "INSERT INTO addresses (url, article, origin, source) VALUES (?, ?, 'copy', ?)"
        " ON CONFLICT (url) DO UPDATE SET article = excluded.article, origin = 'copy', source = excluded.source"
        " WHERE origin IN ('asked', 'copy')",
        [(url, article, source_id(db, source)) for url in dict.fromkeys(urls) if url],
    )


def note_addresses(db: Database, article: int, urls: Iterable[str | None]) -> None:
    """Remember that addresses lead to an article, where nothing is known of them yet."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO addresses (url, article, origin) VALUES (?, ?, 'asked')",
        [(url, article) for url in urls if url],
    )
