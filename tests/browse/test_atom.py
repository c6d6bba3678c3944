"""Atom feeds of any filter."""

from xml.etree import ElementTree

import pytest
from sqlite_utils import Database

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(get, path: str) -> list[ElementTree.Element]:
    response = get(path)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.text).findall(f"{ATOM}entry")


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/news/deal_list.atom?_size=max", 20),
        ("/news/deal_list.atom?type=merger", 1),
        ("/news/deal_list.atom?type=merger&_labels=on", 1),
        ("/news/deal_list.atom?_search=pellumet", 1),
        ("/news/newest_deals.atom?type=", 20),
        ("/news/deal_list.atom?type=nothing", 0),
        ("/news/deal_list.atom?_search=evil", 1),
    ],
)
def test_any_filter_is_a_feed(get, path: str, least: int) -> None:
    found = entries(get, path)
    assert len(found) >= least
    assert least or not found


def test_entry_leads_to_the_deal_and_to_the_article(get, database) -> None:
    (entry,) = entries(get, "/news/deal_list.atom?value=640000000")
    (uid,) = Database(database).execute("SELECT uid FROM deals WHERE amount = 640000000").fetchone()
    assert entry.findtext(f"{ATOM}id") == f"urn:newscrawl:deal:{uid}"
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert links["alternate"] == f"http://localhost/deal/{uid}"
    assert links["via"].startswith("http://byteharbour.example/")
    assert "about 640 m USD" in entry.findtext(f"{ATOM}title")


def test_hostile_address_is_no_link(get) -> None:
    (entry,) = entries(get, "/news/deal_list.atom?_search=evil")
    assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]


def test_other_tables_are_no_feed(get) -> None:
    assert ".atom" not in get("/news/companies").text
    assert "/news/deal_list.atom" in get("/news/deal_list").text
