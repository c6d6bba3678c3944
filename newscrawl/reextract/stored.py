"""Stored articles → inputs → readings. A stored text is read as it is: its evidence points into it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from newscrawl.article import Article
from newscrawl.database.connection import connect
from newscrawl.extract.inputs import Input
from newscrawl.extract.one import Reading, deals_of
from newscrawl.extract.processes import explained

PAGE = 100
"""Articles fetched at a time: no long-lasting read keeps SQLite from tidying its write-ahead log."""

NEWEST = """
    SELECT a.id, a.version, a.url, v.title, v.published, v.language, v.text
    FROM articles a JOIN article_versions v ON v.id = a.version WHERE a.id > ? AND v.pruned_at IS NULL
    ORDER BY a.id LIMIT ?
"""


def stored_articles(database: Path) -> Iterator[Input]:
    """The newest version of every article that has its text, in the order of their keys; the ``id`` is the version's.

    It opens the database for itself when the first is asked for, since a connection belongs to one thread.
    """
    with closing(connect(database, "ro")) as db:
        last = 0
        while page := db.execute(NEWEST, [last, PAGE]).fetchall():
            for _, version, url, title, published, language, text in page:
                yield Input(
                    id=version, where=url, text=text, url=url, title=title, language=language, published=published
                )
            last = page[-1][0]


def read_stored(given: Input) -> Reading:
    """The deals of a stored article; if they cannot be read, the failure."""
    article = Article(
        url=given.url, title=given.title, language=given.language, published=given.published, text=given.text or ""
    )
    try:
        return Reading(given.id, article, tuple(deals_of(article)))
    except Exception as error:  # one article's error is this article's only
        return Reading(given.id, article, failure=f"{given.where}: {explained(error)}")
