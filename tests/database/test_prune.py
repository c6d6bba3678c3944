"""Old texts go; deals, quotes and everything else stay."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from made_up import TEXT, URL, article, quote, takeover
from sqlite_utils import Database

from newscrawl.database import open_database, save_article
from newscrawl.database.prune import prune_texts
from newscrawl.reextract.stored import stored_articles

OLD, NEW, BETWEEN, AT = ("2025-01-05T08:00:00+00:00", "2026-11-01T08:00:00+00:00", "2026-01-01", "2026-11-25T09:00:00")


@pytest.fixture
def two(save: Callable[..., str]) -> None:
    save([takeover()], article(title="Old one"), fetched_at=OLD)
    save([takeover()], article(title="New one", canonical_url=f"{URL}-2"), url=f"{URL}-2", fetched_at=NEW)


def texts(db: Database, table: str) -> dict[str, str]:
    return {row["title"]: row["text"] for row in db.table(table).rows}


@pytest.mark.usefixtures("two")
def test_only_old_texts_go(db: Database) -> None:
    assert prune_texts(db, BETWEEN, AT) == 1
    for table in ("articles", "article_versions"):
        assert texts(db, table) == {"Old one": "", "New one": TEXT}
    pruned = {row["title"]: row["pruned_at"] for row in db.table("article_versions").rows}
    assert pruned == {"Old one": AT, "New one": None}
    assert prune_texts(db, BETWEEN, AT) == 0


@pytest.mark.usefixtures("two")
def test_everything_else_stays(db: Database, contents: Callable[[], dict[str, list[dict[str, Any]]]]) -> None:
    before = contents()
    prune_texts(db, BETWEEN, AT)
    after = contents()
    for table in before:
        forgetful = [
            {name: value for name, value in row.items() if name not in ("text", "pruned_at")} for row in before[table]
        ]
        kept = [
            {name: value for name, value in row.items() if name not in ("text", "pruned_at")} for row in after[table]
        ]
        assert kept == forgetful, table
    assert len(list(db.table("evidence").rows)) > 0
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.usefixtures("two")
def test_search_finds_the_title_and_no_longer_the_text(db: Database) -> None:
    prune_texts(db, BETWEEN, AT)
    found = {word: [row["title"] for row in db.table("articles").search(word)] for word in ("Old", "Ulmo")}
    assert found == {"Old": ["Old one"], "Ulmo": ["New one"]}


@pytest.mark.usefixtures("two")
def test_a_page_fetched_again_is_known(db: Database, save: Callable[..., str]) -> None:
    prune_texts(db, BETWEEN, AT)
    assert save([takeover()], article(title="Old one"), fetched_at=NEW) == "unchanged"
    longer = f"{TEXT}\nIt closed in March."
    changed = takeover(closed="2026-03", quotes=takeover().quotes | {"closed": (quote("in March", longer),)})
    assert save([changed], article(longer, title="Old one"), fetched_at=NEW) == "changed"
    assert texts(db, "articles")["Old one"] == longer


@pytest.mark.usefixtures("two")
def test_a_text_still_never_changes(db: Database) -> None:
    prune_texts(db, BETWEEN, AT)
    for change in ("text = 'forged'", "text = ''", "text = 'forged', pruned_at = '2026'"):
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            db.execute(f"UPDATE article_versions SET {change} WHERE title = 'New one'")


def test_pruned_articles_are_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with closing(open_database(path)) as db:
        save_article(db, article(), [takeover()], url=URL, source=None, fetched_at=OLD)
        prune_texts(db, BETWEEN, AT)
    assert list(stored_articles(path)) == []


def test_room_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with closing(open_database(path)) as db:
        db.execute("INSERT INTO articles (url, kind, fetched_at, text) VALUES ('u', 'article', ?, '')", [OLD])
        for number in range(50):
            row = {"article": 1, "fetched_at": OLD, "kind": "article", "digest": str(number), "text": "x" * 100_000}
            db.table("article_versions").insert(row)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = path.stat().st_size
        prune_texts(db, BETWEEN, AT)
    assert path.stat().st_size < before / 5
