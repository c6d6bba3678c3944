"""The addresses in the database: which are fetched, and what becomes of them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newscrawl.crawl.feeds import Entry
from newscrawl.crawl.frontier import PAUSES, Frontier, says_changed
from newscrawl.database import open_database

URL = "https://wire.example/1"
ENTRY = Entry(URL, "A headline", "2026-03-04", "en", "2026-03-04T10:00:00+01:00")


@pytest.fixture
def frontier() -> Iterator[Frontier]:
    db = open_database(":memory:")
    yield Frontier(db)
    db.close()


def row(frontier: Frontier) -> dict[str, Any]:
    (found,) = frontier.db.table("pages").rows
    return found


def test_new_page_waits_with_all_that_its_feed_says_until_it_is_done(frontier: Frontier) -> None:
    assert [page.entry for page in frontier.add([ENTRY], "wire")] == [ENTRY]
    assert [page.entry for page in frontier.due("wire")] == [ENTRY]
    assert frontier.due("other") == []
    frontier.done(URL, etag='"a"')
    assert frontier.due("wire") == frontier.add([ENTRY], "wire") == []
    assert row(frontier)["state"] == "done"


def test_changed_page_is_asked_with_what_is_known_of_it(frontier: Frontier) -> None:
    frontier.add([ENTRY], "wire")
    frontier.done(URL, etag='"a"', last_modified="Wed, 04 Mar 2026 09:00:00 GMT")
    (wanted,) = frontier.add([Entry(URL, modified="2026-03-05")], "wire")
    assert wanted.headers() == {"If-None-Match": '"a"', "If-Modified-Since": "Wed, 04 Mar 2026 09:00:00 GMT"}
    assert wanted.entry.title == "A headline"
    assert frontier.due("wire") == [wanted]


def test_page_given_by_hand_is_always_wanted(frontier: Frontier) -> None:
    for _ in range(2):
        assert len(frontier.add([Entry(URL)], URL, by_hand=True)) == 1
        frontier.done(URL)


def test_failed_page_is_tried_again_at_growing_intervals_then_given_up(frontier: Frontier) -> None:
    frontier.add([ENTRY], "wire")
    for number, pause in enumerate(PAUSES, start=1):
        assert frontier.fail(URL, "timeout") is False
        assert frontier.due("wire") == frontier.add([ENTRY], "wire") == []
        wait = datetime.fromisoformat(row(frontier)["due_at"]) - datetime.now(UTC)
        assert pause - timedelta(seconds=5) < wait <= pause
        frontier.db.execute("UPDATE pages SET due_at = '2026-01-01T00:00:00+00:00'")
        assert [page.tries for page in frontier.due("wire")] == [number]
    assert frontier.fail(URL, "timeout") is True
    assert (row(frontier)["state"], row(frontier)["reason"], row(frontier)["due_at"]) == ("failed", "timeout", None)
    assert frontier.due("wire") == frontier.add([ENTRY], "wire") == []
    assert [page.tries for page in frontier.add([Entry(URL, modified="2026-03-06")], "wire")] == [0]


def test_page_that_is_gone_is_not_tried_again(frontier: Frontier) -> None:
    frontier.add([ENTRY], "wire")
    assert frontier.fail(URL, "http 404") is True
    assert row(frontier)["state"] == "gone"
    assert frontier.due("wire") == frontier.add([ENTRY], "wire") == []


def test_page_stored_under_another_address_is_not_fetched(frontier: Frontier) -> None:
    frontier.db.execute("INSERT INTO articles (url, kind, fetched_at, text) VALUES ('x', 'article', 'now', 't')")
    frontier.db.execute("INSERT INTO addresses (url, article, origin) VALUES (?, 1, 'canonical')", [URL])
    assert frontier.add([ENTRY], "wire") == []
    assert row(frontier)["state"] == "done"


def test_former_sitemaps_of_an_index_are_forgotten(frontier: Frontier) -> None:
    frontier.save_sitemaps("index", ["a", "b"])
    frontier.save_sitemaps("index", ["b", "c"])
    assert frontier.sitemaps("index") == ["b", "c"]


TOMORROW = (datetime.now(UTC) + timedelta(hours=20)).isoformat()


@pytest.mark.parametrize(
    ("modified", "known", "changed"),
    [
        ("2026-03-05", {"modified": "2026-03-04"}, True),
        ("2026-03-04T10:00:01+01:00", {"modified": "2026-03-04T09:00:00Z"}, True),
        ("2026-03-04T10:00:00+01:00", {"modified": "2026-03-04T09:00:00Z"}, False),
        ("2026-03-03", {"modified": "2026-03-04"}, False),
        ("2026-03-05", {"fetched_at": "2026-03-04T09:00:00Z"}, True),
        ("2026-03-05", {"found_at": "2026-03-06T09:00:00Z"}, False),
        pytest.param(TOMORROW, {"modified": "2026-03-04"}, True, id="tomorrow"),
        ("2099-01-01", {"modified": "2026-03-04"}, False),
        ("2026", {"modified": "2025-03-04"}, False),
        (None, {"modified": "2026-03-04"}, False),
    ],
)
def test_says_changed(modified: str | None, known: dict[str, str], changed: bool) -> None:
    assert says_changed(modified, dict.fromkeys(("modified", "fetched_at", "found_at")) | known) is changed
