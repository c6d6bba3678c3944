"""The pages of a copy without the articles' texts."""

import asyncio
import re

import pytest
from sqlite_utils import Database
from test_pages import text_of

from newscrawl.database.browse import make_datasette
from newscrawl.database.publish import publish_database


@pytest.fixture(scope="module")
def published(database, tmp_path_factory):
    copy = tmp_path_factory.mktemp("online") / "online.db"
    publish_database(database, copy, "2026-11-20T00:00:00Z")
    return copy


def test_deal_page_marks_quotes_without_the_text(published, get_from) -> None:
    (uid,) = Database(published).execute("SELECT uid FROM deals WHERE amount = 640000000").fetchone()
    page = get_from(published, f"/deal/{uid}").text
    assert re.search(r'<mark class="[^"]*on-amount[^"]*"[^>]*>\$640 million</mark>', page)
    assert "makes test equipment for advanced chip packages" in text_of(page)


def test_article_page_shows_only_sentences_of_deals(published, get_from) -> None:
    (key,) = Database(published).execute("SELECT article FROM deal_list WHERE value = 640000000").fetchone()
    seen = text_of(get_from(published, f"/article/{key}").text)
    assert "Corvane Systems has agreed to buy Pellumet Labs" in seen
    assert "The text of the article is not kept here." in seen
    assert "Ines Halloran" not in seen


def test_every_page_of_the_copy_opens(published, get_from) -> None:
    for path in ("/overview", "/data", "/online/deal_list", "/online/article_list?_search=corvane", "/company/1"):
        assert get_from(published, path).status_code == 200, path


def test_strangers_ask_no_sql_of_their_own(published) -> None:
    datasette = make_datasette(published, public=True)
    asked = {
        path: asyncio.run(datasette.client.get(path))
        for path in (
            "/online.json?sql=select+1",
            "/online/newest_deals.json?type=",
            "/data",
            "/online/deal_list?_where=1",
        )
    }
    assert [response.status_code for response in asked.values()] == [403, 200, 200, 403]
    assert "takes SQL" not in asked["/data"].text
