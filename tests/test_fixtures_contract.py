"""What fixtures/README.md promises holds for everything that lies there."""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from fixture_pages import DEALS, HOST, PAGES, PLACEHOLDER, SITES, Page, one_line
from lxml import etree, html

from newscrawl.deals.model import QUALIFIERS, ROLES, STATUSES, TERM_KINDS, TYPES
from newscrawl.sources import read_source

BASE = f"http://{PLACEHOLDER}"
ARTICLE_KEYS = {"about", "path", "url", "title", "authors", "language", "published", "kind", "charset", "text"}
DEAL_KEYS = {
    "type", "status", "main", "parties", "amount", "amount_text", "amount_qualifier", "stake_percent", "announced",
    "closing_expected", "closed", "terms", "timeline", "evidence", "note",
}  # fmt: skip
TYPE_ROLES = {
    "acquisition": {"acquirer", "target", "seller"},
    "stake": {"investor", "target", "seller"},
    "funding": {"investor", "target", "seller"},
    "merger": {"partner", "venture"},
    "joint_venture": {"partner", "venture"},
    "partnership": {"partner", "venture"},
    "licensing": {"licensor", "licensee"},
    "contract": {"supplier", "customer"},
}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LANGUAGES = ("en", "de")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
every_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
every_deal = pytest.mark.parametrize(
    ("page", "deal"), DEALS, ids=[f"{page.slug}-{page.deals.index(deal)}" for page, deal in DEALS]
)


@every_page
def test_page_has_exactly_its_files(page: Page) -> None:
    assert {path.name for path in page.folder.iterdir()} == {"page.html", "article.json", "deals.json"}


@every_page
def test_article_is_complete(page: Page) -> None:
    article = page.article
    assert ARTICLE_KEYS - {"charset"} <= article.keys() <= ARTICLE_KEYS
    assert article["url"] == BASE + article["path"]
    assert article["kind"] in ("article", "live", "stub")
    assert re.fullmatch("[a-z]{2}", article["language"])
    assert datetime.fromisoformat(article["published"])
    assert article["about"]
    assert article["title"]
    assert article["text"]
    assert all(one_line(paragraph) == paragraph for paragraph in article["text"])


@every_page
def test_page_shows_what_article_says(page: Page) -> None:
    markup = page.markup()
    shown = one_line(html.fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8")).text_content())
    assert [p for p in [page.article["title"], *page.article["authors"], *page.article["text"]] if p not in shown] == []
    assert f'<link rel="canonical" href="{page.article["url"]}">' in markup


@every_page
def test_addresses_bear_the_placeholder(page: Page) -> None:
    assert not re.search(r"127\.0\.0\.1|localhost|" + re.escape(HOST), page.markup())


@every_page
def test_page_declares_its_charset(page: Page) -> None:
    declared = re.search(r'charset="?([\w-]+)', page.markup())
    assert declared is not None
    assert declared[1].lower() == page.article.get("charset", "utf-8")


@every_deal
def test_deal_has_known_values(page: Page, deal: dict[str, Any]) -> None:
    assert {"type", "status", "main", "parties", "evidence"} <= deal.keys() <= DEAL_KEYS
    assert deal["type"] in TYPES
    assert deal["status"] in STATUSES
    assert isinstance(deal["main"], bool)
    assert deal.get("amount_qualifier") in (None, *QUALIFIERS)
    assert all(term["kind"] in TERM_KINDS for term in deal.get("terms", []))


@every_deal
def test_parties_fit_the_type(page: Page, deal: dict[str, Any]) -> None:
    roles = [party["role"] for party in deal["parties"]]
    assert set(roles) <= TYPE_ROLES[deal["type"]] <= set(ROLES)
    assert len(roles) >= 2 or deal["type"] == "funding"
    assert len({party["name"] for party in deal["parties"]}) == len(roles)


@every_deal
def test_amount_is_money(page: Page, deal: dict[str, Any]) -> None:
    if deal.get("amount") is None:
        return
    amount = deal["amount"]
    assert ("value" in amount) != ("per_share" in amount)
    assert re.fullmatch("[A-Z]{3}", amount["currency"])
    assert amount.get("max", float("inf")) > amount.get("value", 0)
    assert deal["amount_text"]


@every_deal
def test_dates_are_iso(page: Page, deal: dict[str, Any]) -> None:
    dates = [deal.get("announced"), deal.get("closing_expected"), deal.get("closed")]
    dates += [event["date"] for event in deal.get("timeline", [])]
    assert [date for date in dates if date and not DATE.fullmatch(date)] == []


@every_deal
def test_timeline_is_in_order_and_ends_with_the_status(page: Page, deal: dict[str, Any]) -> None:
    timeline = deal.get("timeline", [])
    dates = [event["date"] or "9999" for event in timeline]
    assert dates == sorted(dates)
    assert not timeline or timeline[-1]["status"] == deal["status"]
    assert all(event["status"] in STATUSES for event in timeline)


@every_deal
def test_quotes_are_verbatim(page: Page, deal: dict[str, Any]) -> None:
    quotes = [deal["evidence"], deal.get("amount_text"), *(term["text"] for term in deal.get("terms", []))]
    quotes += [event["quote"] for event in deal.get("timeline", [])]
    quotes += [name for party in deal["parties"] for name in (party["name"], *party.get("aliases", []))]
    assert [q for q in quotes if q and not any(q in paragraph for paragraph in page.article["text"])] == []


@every_site
def test_source_file_is_one_and_knows_the_articles(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"{site.name}.toml"
    copy.write_bytes((site / "source.toml").read_bytes().replace(PLACEHOLDER.encode(), HOST.encode()))
    source = read_source(copy)
    assert [page.url for page in PAGES if page.site == site.name and not source.is_article(page.url)] == []
    assert all(map(source.is_article, source.table.articles.examples))
    assert not any(map(source.is_article, source.table.articles.counterexamples))
    assert source.table.minimum <= sum(page.site == site.name for page in PAGES)


@every_site
@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("feed.xml", "//item/link/text()"),
        ("atom.xml", "//*[local-name()='entry']/*[local-name()='link']/@href"),
        ("news-sitemap.xml", "//*[local-name()='loc']/text()"),
        ("index.html", "//h2/a/@href | //h3/a/@href"),
    ],
)
def test_lists_name_all_pages_and_only_those(site: Path, pattern: str, address: str) -> None:
    for path in site.glob(pattern):
        parser = etree.HTMLParser() if path.suffix == ".html" else etree.XMLParser()
        listed = etree.fromstring(path.read_bytes(), parser).xpath(address)
        assert sorted(listed) == sorted(page.article["url"] for page in PAGES if page.site == site.name)


@every_site
def test_site_has_its_files(site: Path) -> None:
    assert {"robots.txt", "news-sitemap.xml", "index.html", "source.toml"} <= {path.name for path in site.iterdir()}
    assert len(list(site.glob("feed.xml")) + list(site.glob("atom.xml"))) == 1


@every_site
def test_robots_forbids_something_but_no_article(site: Path) -> None:
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    forbidden = re.findall(r"^Disallow: (/[\w-]+/)$", robots, re.MULTILINE)
    assert forbidden
    assert any(f'href="{BASE}{path}' in (site / "index.html").read_text(encoding="utf-8") for path in forbidden)
    assert not [page for page in PAGES if page.site == site.name and page.article["path"].startswith(tuple(forbidden))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("field", "values"), [("type", TYPES), ("status", STATUSES)])
def test_both_languages_have_all_types_and_statuses(language: str, field: str, values: tuple[str, ...]) -> None:
    assert {deal[field] for page, deal in DEALS if page.article["language"] == language} == set(values)


@every_site
def test_site_is_worth_crawling(site: Path) -> None:
    pages = [page for page in PAGES if page.site == site.name]
    assert len(pages) >= 10
    without = [page for page in pages if not page.deals and page.article["language"] in LANGUAGES]
    assert len(without) >= 3
    foreign = [page for page in pages if page.article["language"] not in LANGUAGES]
    assert [page.slug for page in foreign if page.deals] == []


def test_the_hard_cases_are_there() -> None:
    kinds = Counter(page.article["kind"] for page in PAGES)
    assert kinds["live"]
    assert kinds["stub"]
    assert kinds["article"] > 20
    assert any("charset" in page.article for page in PAGES)
    amounts = [deal["amount"] for _, deal in DEALS if deal.get("amount")]
    assert any("per_share" in amount for amount in amounts)
    assert any("max" in amount for amount in amounts)
    assert any(deal.get("closing_expected") for _, deal in DEALS)
    assert any(deal.get("closed") for _, deal in DEALS)
