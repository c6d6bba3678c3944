"""Stored text is hostile: on no page does it become markup, a link or a reordered line."""

import re
from html.parser import HTMLParser

import pytest
from sqlite_utils import Database
from stories import NAME

HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]")
ELEMENTS = {"img", "b", "u", "i"}
"""Elements of the hostile story; none of our pages or Datasette's uses them for itself."""


class Page(HTMLParser):
    """Gathers what could do harm: elements of the story, addresses, scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def paths(database) -> list[str]:
    db = Database(database)
    (deal, uid) = db.execute("SELECT id, uid FROM deals WHERE amount = 5000000").fetchone()
    (article,) = db.execute("SELECT id FROM articles WHERE url LIKE 'javascript:%'").fetchone()
    (company,) = db.execute("SELECT id FROM companies WHERE name = ?", [NAME]).fetchone()
    return [
        "/news/deal_list?_size=max",
        "/news/deal_list?_search=evil",
        "/news/deal_list?_nocol=year",
        "/news/article_list?_size=max",
        "/overview",
        "/data",
        "/news/articles?_size=max&_col=title&_col=text&_col=url",
        "/news/evidence?_size=max",
        "/news/deal_events?_size=max",
        "/news/deal_parties?_size=max",
        "/news/company_aliases?_size=max",
        "/news/addresses?_size=max",
        "/news/terms?_size=max",
        f"/news/deals/{deal}",
        f"/news/articles/{article}",
        f"/deal/{uid}",
        f"/article/{article}",
        f"/company/{company}",
        "/news/newest_deals?type=",
        "/news/rumours_and_denials?company=",
        "/news/deals_of_a_company?company=Evil",
        "/news/deals_of_a_company?company=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/deal/%3Cb%3E",
    ]


@pytest.mark.parametrize("number", range(23))
def test_text_stays_text(get, database, number: int) -> None:
    path = paths(database)[number]
    response = get(path)
    page = Page(response.text)
    assert not ELEMENTS & set(page.tags), path
    assert page.handlers == []
    assert [a for a in page.addresses if not re.match(r"(https?://|/|\?|#|$)", a)] == []
    assert "owned" not in re.findall(r"<script>(.*?)</script>", response.text, flags=re.DOTALL)
    assert HIDDEN.findall(response.text) == [], path


def test_links_to_other_sites_tell_nothing(get) -> None:
    page = get("/news/articles?_size=max").text
    links = re.findall(r'<a href="https?://[^"]*\.example[^>]*>', page)
    assert links
    assert all('rel="noopener noreferrer nofollow"' in link for link in links)
