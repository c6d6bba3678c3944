from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from made_up import URL, article
from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.deals.model import Deal


@pytest.fixture
def db() -> Iterator[Database]:
    database = open_database(":memory:")
    yield database
    database.close()


@pytest.fixture
def save(db: Database) -> Callable[..., str]:
    """Saves an article, the made-up one if none is given, at a made-up time."""

    def save_one(deals: Sequence[Deal], known: Article | None = None, **options: Any) -> str:
        defaults = {"url": URL, "source": "wire", "fetched_at": "2026-02-03T09:00:00Z"}
        return save_article(db, known or article(), deals, **(defaults | options))

    return save_one


@pytest.fixture
def contents(db: Database) -> Callable[[], dict[str, list[dict[str, Any]]]]:
    """Everything that the tables hold."""
    return lambda: {name: list(db.table(name).rows) for name in db.table_names() if "_fts_" not in name}
