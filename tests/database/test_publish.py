"""A copy to put online: quotes and deals, and not a trace of a text or of what somebody crawls."""

from pathlib import Path

import pytest
from made_up import FIRST, TEXT, URL, article, cooperation, takeover
from sqlite_utils import Database

from newscrawl.database import DatabaseError, finish_run, open_database, save_article, save_feed_state, start_run
from newscrawl.database.publish import publish_database

SECRET = "Zebrafish swim where nobody looks, wrote the reporter."
AT = "2026-11-20T00:00:00+00:00"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    db = open_database(tmp_path / "news.db")
    run = start_run(db, AT, {"feed": "https://secret.example/feed?token=hush"})
    for text in (f"{TEXT}\n{SECRET}", f"{TEXT}\n{SECRET} Twice."):
        save_article(
            db, article(text), [takeover(text), cooperation(text)], url=URL, source="wire", fetched_at=AT, run=run,
            asked="https://short.example/?token=hush",
        )  # fmt: skip
    save_feed_state(db, "https://secret.example/feed?token=hush", source="wire", status=200)
    finish_run(db, run, AT, {"https://secret.example/feed?token=hush": {"fetched": 1}})
    db.close()
    return tmp_path / "news.db"


def test_copy_has_deals_and_quotes_and_no_text(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "online.db"
    publish_database(database, copy, AT)
    contents = copy.read_bytes()
    assert FIRST.encode() in contents
    for gone in ("Zebrafish", "swim where", "token=hush", "zebrafish"):
        assert gone.encode() not in contents, gone
    db = Database(copy)
    assert db.table("deals").count == 2
    assert db.table("evidence").count > 0
    assert db.execute("SELECT DISTINCT text FROM articles UNION SELECT text FROM article_versions").fetchall() == [
        ("",)
    ]
    assert list(db.table("articles").search("zebrafish")) == []
    assert len(list(db.table("articles").search("norvik"))) == 1, "the headline is found"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_copy_is_one_file_and_the_database_stays_as_it_was(database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    publish_database(database, tmp_path / "online.db", AT)
    publish_database(database, tmp_path / "online.db", AT)
    assert database.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} - {"news.db-wal", "news.db-shm"} == {"news.db", "online.db"}
    assert Database(tmp_path / "online.db").execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_no_table_is_forgotten() -> None:
    """Who adds a table must decide whether it is for the public."""
    public = {
        "addresses", "article_list", "article_versions", "articles", "companies", "company_aliases", "deal_events",
        "deal_list", "deal_parties", "deal_redirects", "deals", "evidence", "rates", "report_parties", "reports",
        "runs", "sources", "terms",
    }  # fmt: skip
    private = {
        "archives", "article_bands", "digests", "feeds", "host_lines", "hosts", "pages", "report_keys", "resting_hosts",
        "told_changes",
    }  # fmt: skip
    names = {name for name in open_database(":memory:").table_names() if "_fts" not in name}
    assert {name for name in names if not name.startswith(("_", "sqlite_"))} == public | private


def test_foreign_file_is_not_overwritten(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ann " * 300)
    with pytest.raises(DatabaseError, match="no SQLite database"):
        publish_database(database, other, AT)
    assert other.read_text().startswith("Dear Ann")
