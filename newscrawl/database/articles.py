"""Article → its row, its versions and its addresses."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database.addresses import spellings
from newscrawl.database.sources import source_id
from newscrawl.database.write import insert, update

Outcome = Literal["new", "changed", "unchanged"]
OWN = "origin IN ('fetched', 'canonical')"
"""Condition for the addresses of an article's own page; at the others redirects begin, or copies stand."""

VERSIONED = ("title", "published", "language", "kind", "text")
"""What makes a new version when it changes; deals are read from these."""

UNSTORABLE = {0: "\N{REPLACEMENT CHARACTER}"} | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
"""SQLite cannot keep half of a UTF-16 pair, and its functions end a text at a NUL; one for one, so offsets stay."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article in the database: its row, the row of its newest version, and what saving did."""

    article: int
    version: int
    outcome: Outcome


def storable(text: str | None) -> str | None:
    """The text with every character that SQLite cannot keep replaced by one that it can."""
    return None if text is None else text.translate(UNSTORABLE)


def store_article(
    db: Database, article: Article, *, url: str, source: str | None, fetched_at: str, run: int | None, asked: str | None
) -> Stored:
    """Write the article, and a version of it if it says something new; to be called within a transaction."""
    values = _values(article)
    digest = _digest(values)
    address = article_address(article, url)
    known = find_article(db, url, (address, asked), article)
    if known is None:
        address = url if _is_taken(db, address) else address
        row = {"url": address, "source": source_id(db, source), "fetched_at": fetched_at, **values}
        known, outcome = insert(db, "articles", row), "new"
    elif digest == _newest_digest(db, known):
        outcome = "unchanged"
    else:
        outcome = "changed"
    _store_addresses(db, known, {"fetched": url, "canonical": address, "asked": asked}, source_id(db, source))
    version = _store_version(db, known, values | {"fetched_at": fetched_at, "run": run, "digest": digest})
    if outcome != "unchanged":
        news = values | {"fetched_at": fetched_at} if outcome == "changed" else {}
        update(db, "articles", known, news | {"version": version})
    return Stored(known, version, outcome)  # type: ignore[arg-type]


def find_article(db: Database, url: str, others: Sequence[str | None], article: Article) -> int | None:
    """The article whose own page an address is: it is known under the address fetched, or under another spelling of it,
    or under one of the others (the page's own, the one asked for) and has the same title or text.

    Some sites give all their pages the same canonical address: that alone does not make two pages one article.
    """
    found = db.execute(f"SELECT article FROM addresses WHERE url = ? AND {OWN}", [url]).fetchone()
    if found is None:
        places = [*spellings(url), *filter(None, others)]
        found = db.execute(
            "SELECT article FROM addresses JOIN articles ON articles.id = article"
            f" WHERE addresses.url IN ({','.join('?' * len(places))}) AND {OWN}"
            " AND (articles.title = ? OR articles.text = ?) ORDER BY article",
            [*places, storable(article.title), storable(article.text)],
        ).fetchone()
    return found[0] if found else None


def _is_taken(db: Database, address: str) -> bool:
    return db.execute(f"SELECT 1 FROM addresses WHERE url = ? AND {OWN}", [address]).fetchone() is not None


def article_address(article: Article, url: str) -> str:
    """The page's canonical address if it is on the same site and is not just its home page; else the one fetched."""
    canonical = article.canonical_url
    if canonical and host_of(canonical) == host_of(url) and (urlsplit(canonical).path.strip("/") or _is_home(url)):
        return canonical
    return url


def _is_home(url: str) -> bool:
    return not urlsplit(url).path.strip("/")


def host_of(url: str) -> str:
    """The host that an address belongs to; its port is part of it, ``www.`` is not."""
    return urlsplit(url).netloc.lower().removeprefix("www.")


def _values(article: Article) -> dict[str, str | None]:
    return {
        "title": storable(article.title),
        "author": storable(", ".join(article.authors)) or None,
        "published": article.published,
        "language": article.language,
        "kind": article.kind,
        "text": storable(article.text),
    }


def _digest(values: dict[str, str | None]) -> str:
    said = json.dumps([values[name] for name in VERSIONED])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _newest_digest(db: Database, article: int) -> str | None:
    row = db.execute(
        "SELECT v.digest FROM articles a JOIN article_versions v ON v.id = a.version WHERE a.id = ?", [article]
    ).fetchone()
    return row[0] if row else None


def _store_version(db: Database, article: int, values: dict[str, Any]) -> int:
    """The version with these contents; a page that goes back to what it said before gets no third version."""
    found = db.execute(
        "SELECT id FROM article_versions WHERE article = ? AND digest = ?", [article, values["digest"]]
    ).fetchone()
    return found[0] if found else insert(db, "article_versions", {"article": article} | values)


def _store_addresses(db: Database, article: int, addresses: Mapping[str, str | None], source: int | None) -> None:
    """Remember the addresses, given by their origin; what was no article's own address may come to be one."""
    for origin, url in addresses.items():
        db.execute(
            "INSERT INTO addresses (url, article, origin, source)"
            " SELECT :url, :article, :origin, :source WHERE :url IS NOT NULL"
            " ON CONFLICT (url) DO UPDATE SET article = excluded.article, origin = excluded.origin"
            f" WHERE NOT {OWN} AND excluded.origin <> 'asked'",
            {"url": url, "article": article, "origin": origin, "source": source},
        )
