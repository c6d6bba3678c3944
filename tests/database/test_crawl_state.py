"""Runs, sources and feeds: what one crawl tells the next."""

import json

import pytest
from made_up import URL
from sqlite_utils import Database

from newscrawl.database import (
    feed_state,
    finish_run,
    proven_sources,
    save_feed_state,
    save_source_state,
    start_run,
)
from newscrawl.database.copies import articles_at


def test_run_is_written_down_from_start_to_end(db: Database, save) -> None:
    run = start_run(db, "2026-02-03T09:00:00Z", {"source": "wire"})
    save([], run=run)
    finish_run(db, run, "2026-02-03T09:05:00Z", {"wire": {"stored": 1, "reasons": {"index": 2}}}, exit_status=0)
    (row,) = db.table("runs").rows
    assert json.loads(row["counts"])["wire"]["reasons"] == {"index": 2}
    assert (row["exit_status"], json.loads(row["arguments"])) == (0, {"source": "wire"})
    assert [version["run"] for version in db.table("article_versions").rows] == [run]


def test_source_state_adds_up(db: Database) -> None:
    save_source_state(db, "wire", title="The Wire", last_success="2026-02-03T09:00:00Z")
    save_source_state(db, "wire", problem="HTTP 500", last_failure="2026-02-04T09:00:00Z")
    save_source_state(db, "new")
    wire = next(db.table("sources").rows_where("name = 'wire'"))
    assert (wire["title"], wire["problem"], wire["last_success"]) == ("The Wire", "HTTP 500", "2026-02-03T09:00:00Z")
    assert proven_sources(db) == {"wire"}


def test_feed_state_is_given_back(db: Database) -> None:
    assert feed_state(db, "https://wire.example/feed") == {}
    save_feed_state(db, "https://wire.example/feed", source="wire", etag='"a"', status=200, addresses=20)
    save_feed_state(db, "https://wire.example/feed", status=304)
    state = feed_state(db, "https://wire.example/feed")
    assert (state["etag"], state["status"], state["addresses"]) == ('"a"', 304, 20)


def test_unknown_state_is_refused(db: Database) -> None:
    with pytest.raises(TypeError, match="unknown: mood"):
        save_source_state(db, "wire", mood="good")
    with pytest.raises(TypeError, match="unknown: mood"):
        save_feed_state(db, "https://wire.example/feed", mood="good")


def test_articles_at_their_addresses(db: Database, save) -> None:
    save([], url=f"{URL}?a=1")
    asked = [URL, f"{URL}?a=1", "https://wire.example/other", *(f"https://wire.example/{n}" for n in range(1200))]
    assert articles_at(db, asked) == {URL: 1, f"{URL}?a=1": 1}
