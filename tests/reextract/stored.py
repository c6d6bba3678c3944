"""A database file with two articles, whose deals were read by worse rules than today's."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.deals import Deal, find_deals
from newscrawl.deals.model import Party

TAKEOVER = "Norvik Systems GmbH acquires Talbrook AG for 450 million euros, the companies said."
SALE = "Ostrel Inc. bought Ulmera Labs in 2024."
QUIET = "The council met on Monday and agreed on nothing at all."


def made_article(text: str, url: str, language: str | None = "en") -> Article:
    return Article(url=url, title="Made up", language=language, published="2026-02-03", text=text)


def fill(path: Path, *articles: tuple[Article, list[Deal]]) -> None:
    """A database with articles and the deals that are to have been read in them."""
    with closing(open_database(path)) as db:
        for article, deals in articles:
            assert article.url
            save_article(db, article, deals, url=article.url, source="wire", fetched_at="2026-02-03T09:00:00Z")


def read_badly(path: Path) -> None:
    """Three articles: in the first a deal is without amount, in the second one is missing and another is wrong."""
    first = made_article(TAKEOVER, "https://wire.example/1")
    second = made_article(SALE, "https://wire.example/2")
    right = find_deals(TAKEOVER, "en", "2026-02-03", "Made up")
    without_amount = [replace(deal, amount=None, amount_text=None) for deal in right]
    wrong = Deal("partnership", "announced", True, (Party("Zorvo", "partner"), Party("Quell", "partner")), SALE)
    fill(path, (first, without_amount), (second, [wrong]), (made_article(QUIET, "https://wire.example/3"), []))


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))
