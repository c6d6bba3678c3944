"""Datasette's pages and ours, asked for as a browser does."""

import html
import re
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from sqlite_utils import Database
from stories import make_database

from newscrawl.database.copies import store_copy


def text_of(page: str) -> str:
    """What a reader sees of a page, roughly."""
    bare = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(bare))


def test_deals_are_the_first_thing_one_sees(get) -> None:
    response = get("/")
    assert response.status_code == 302
    assert response.headers["location"] == "/news/deal_list"


def test_deal_list_is_readable(get) -> None:
    page = get("/news/deal_list")
    seen = text_of(page.text)
    assert page.status_code == 200
    assert "One line for every deal." in seen
    told = (
        "17 Nov 2026 Corvane Systems → Pellumet Labs Corvane Systems has agreed to buy Pellumet Labs, .*"
        "acquisition announced 17 Nov 2026 about 640 m USD"
    )
    assert re.search(told, seen)
    assert "640000000" not in page.text
    assert '<span class="pill type-joint_venture">joint venture</span>' in page.text


def test_head_of_a_column_sorts_by_what_is_meant(get) -> None:
    page = get("/news/deal_list").text
    heads = re.findall(r"<th [^>]*>.*?</th>", page)
    assert [text_of(head).strip() for head in heads] == [
        "Reported ▼", "Deal", "Type", "Status", "Announced", "Stake", "Amount", "Articles",
    ]  # fmt: skip
    (amount,) = re.findall(r'href="([^"]*_sort_desc=value[^"]*)"', page)
    sums = [row["value"] for row in get(html.unescape(amount).replace("?", ".json?_shape=array&", 1)).json()]
    assert sums == sorted(sums, key=lambda value: -(value or 0))


@pytest.mark.parametrize("facet", ["type", "status", "language", "year"])
def test_facet_counts_every_deal(get, database, facet: str) -> None:
    found = get(f"/news/deal_list.json?_facet={facet}").json()
    results = found["facet_results"][facet]["results"]
    assert not found.get("facets_timed_out")
    assert sum(result["count"] for result in results) == Database(database).table("deal_list").count


def test_search_finds_deals_and_articles(get) -> None:
    assert get("/news/deal_list.json?_search=pellumet").json()["filtered_table_rows_count"] >= 1
    assert get("/news/articles.json?_search=pellumet").json()["filtered_table_rows_count"] >= 1
    assert get("/news/deal_list.json?_search=zzyzx").json()["filtered_table_rows_count"] == 0
    assert get('/news/deal_list?_search="un(balanced').status_code == 200


def test_foreign_keys_show_names(get) -> None:
    rows = get("/news/deal_parties.json?_labels=on&_shape=array").json()
    assert all(not isinstance(row["company"]["label"], int) for row in rows)
    assert "byteharbour" in get("/news/articles").text


def test_every_table_opens_with_its_description(get, database) -> None:
    db = Database(database)
    for name in [*db.table_names(), *db.view_names()]:
        assert get(f"/news/{name}").status_code == 200, name


def test_every_link_of_our_pages_leads_somewhere(get, database) -> None:
    db = Database(database)
    uid = next(row["uid"] for row in db.query("SELECT uid FROM deals WHERE amount = 640000000"))
    todo, seen = {f"/deal/{uid}", "/company/1", "/article/2", "/overview", "/data"}, set()
    for address in todo:
        page = get(address)
        assert page.status_code == 200, address
        links = re.findall(r'<a [^>]*href="(/[^"]*)"', page.text)
        assert links
        for link in map(html.unescape, links):
            if link not in seen:
                seen.add(link)
                assert get(link).status_code in (200, 302), link


def test_deal_page_shows_what_proves_each_field(get, database) -> None:
    uid = next(row["uid"] for row in Database(database).query("SELECT uid FROM deals WHERE amount = 640000000"))
    page = get(f"/deal/{uid}").text
    assert re.search(r'<mark class="[^"]*on-amount[^"]*"[^>]*>\$640 million</mark>', page)
    seen = text_of(page)
    for told in ("about 640 m USD", "Pellumet Labs", "17 Nov 2026", "Expected to close Mar 2027", "in cash"):
        assert told in seen


def test_article_page_marks_its_deals(get, database) -> None:
    (key,) = Database(database).execute("SELECT article FROM deal_list WHERE value = 640000000").fetchone()
    page = get(f"/article/{key}")
    assert '<mark class="deal-1">' in page.text
    assert "deal 1" in text_of(page.text)


def test_company_page_lists_deals_and_names(get, database) -> None:
    (key,) = Database(database).execute("SELECT id FROM companies WHERE name = 'Corvane Systems'").fetchone()
    seen = text_of(get(f"/company/{key}").text)
    assert "Deals 2 As acquirer 2" in seen
    assert re.search("17 Nov 2026 Corvane Systems → Pellumet Labs acquirer acquisition announced about 640 m USD", seen)


@pytest.mark.parametrize("path", ["/deal/nosuchuid", "/deal/999999", "/company/999999", "/article/999999"])
def test_what_is_not_there_is_said_so(get, path: str) -> None:
    page = get(path)
    assert page.status_code == 404
    assert "There is no" in page.text


def test_key_and_former_uid_lead_to_the_deal(get, database) -> None:
    db = Database(database)
    key, uid = db.execute("SELECT id, uid FROM deals LIMIT 1").fetchone()
    with db.atomic():
        db.table("deal_redirects").upsert({"uid": "former", "deal": key}, pk="uid")
    for path in (f"/deal/{key}", "/deal/former"):
        assert urlsplit(get(path).headers["location"]).path == f"/deal/{uid}"


def test_own_pages_allow_no_script(get) -> None:
    policy = get("/company/1").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_article_page_names_the_sites_where_it_stands_too(get_from, tmp_path) -> None:
    database = make_database(tmp_path / "news.db")
    with closing(Database(database)) as db, db.atomic():
        (key,) = db.execute("SELECT article FROM deal_list WHERE value = 640000000").fetchone()
        store_copy(db, key, ["https://reprint.example/pellumet"], "reprint")
    page = get_from(database, f"/article/{key}").text
    assert "also at reprint" in text_of(page)
    assert 'href="https://reprint.example/pellumet"' in page
