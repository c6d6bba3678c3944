"""The two samples come out as their expectation says, from `scrapy extract` and through crawl and database."""

import sys
from pathlib import Path

import pytest
from samples import FIELDS, LITTER, Json, cases, comparable, expected, extracted, folder, text_of

sys.path.insert(0, str(Path(__file__).parents[1] / "crawl"))

from crawling import crawl, rows
from made_pages import feed

from newscrawl.demo.site import Answer, serving

pytestmark = pytest.mark.skipif(folder() is None, reason="NEWSCRAWL_GOLD names no folder with the samples")
CASES = cases() or [("none", None)]
PAGE = "<html><head><title>{title}</title>{date}</head><body><article>{text}</article></body></html>"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("name", "published"), CASES)
def test_extract(name: str, published: str | None, field: str) -> None:
    wanted, found = expected(name, published), extracted(name, published)["deals"]
    pairs = [comparable(field, known.get(field), said.get(field)) for known, said in zip(wanted, found, strict=True)]
    assert [said for _, said in pairs] == [known for known, _ in pairs]


@pytest.mark.parametrize(("name", "published"), CASES)
def test_litter_is_no_part_of_the_text(name: str, published: str | None) -> None:
    text = extracted(name, published)["text"]
    assert LITTER.findall(text) == []


@pytest.mark.parametrize(("name", "published"), CASES)
def test_crawl_stores_what_extract_prints(name: str, published: str | None, tmp_path: Path) -> None:
    date = f'<meta property="article:published_time" content="{published}">' if published else ""
    text = "".join(f"<p>{line}</p>" for line in text_of(name).splitlines() if line)
    page = PAGE.format(title=name, date=date, text=text)
    with serving({"/feed.xml": feed("/1"), "/1": Answer(page.encode())}) as server:
        assert crawl(tmp_path / "news.db", f"feed={server.url}/feed.xml").returncode == 0
    deals = expected(name, published)
    query = "SELECT type, status, amount, currency, announced FROM reports ORDER BY position"
    assert rows(tmp_path / "news.db", query) == [row_of(deal) for deal in deals]
    parties = rows(tmp_path / "news.db", "SELECT name, role FROM report_parties")
    assert sorted(parties) == sorted((party["name"], party["role"]) for deal in deals for party in deal["parties"])


def row_of(deal: Json) -> tuple[object, ...]:
    amount = deal["amount"] or {}
    return (deal["type"], deal["status"], amount.get("value"), amount.get("currency"), deal["announced"])
