"""The overview counts every deal, and its charts are text and lines without a script."""

import re

import pytest
from sqlite_utils import Database
from test_pages import text_of

from newscrawl.database import open_database
from newscrawl.database.browse.charts import Bar, bars, months_back


def test_every_deal_is_counted_by_type_and_by_month(get, database) -> None:
    db = Database(database)
    page = get("/overview").text
    (kinds,) = re.findall(r'<table class="kinds">.*?</table>', page, flags=re.DOTALL)
    assert sum(int(number) for number in re.findall(r"status=\w+\">(\d+)<", kinds)) == db.table("deal_list").count
    (months,) = re.findall(r'<svg class="months".*?</svg>', page, flags=re.DOTALL)
    assert sum(int(number) for number in re.findall(r'class="number"[^>]*>(\d+)<', months)) == db.table(
        "deal_list"
    ).count_where("reported >= '2025-12'")


def test_biggest_deals_stand_under_their_currency(get) -> None:
    seen = text_of(get("/overview").text)
    assert re.search(r"Biggest deals .*EUR .*Greyfold → Taktil .*USD .*Tidewright", seen)


def test_sources_say_how_they_are(get) -> None:
    seen = text_of(get("/overview").text)
    assert re.search(r"byteharbour 15 20 Nov 2026 well", seen)
    assert re.search(r"systembote 15 19 Nov 2026 problem the feed could not be read", seen)


def test_empty_database_has_an_overview(tmp_path, get_from) -> None:
    open_database(tmp_path / "empty.db").close()
    assert "No deal yet." in get_from(tmp_path / "empty.db", "/overview").text


def test_bars_are_as_long_as_their_share() -> None:
    assert bars([("a", 2, 7), ("b", 1, None)]) == [Bar("a", 2, 100.0, 7), Bar("b", 1, 50.0, None)]
    assert bars([("a", 0, None)]) == [Bar("a", 0, 0.0, None)]


@pytest.mark.parametrize(
    ("newest", "expected"),
    [("2026-02", ["2025-12", "2026-01", "2026-02"]), ("2026-12", ["2026-10", "2026-11", "2026-12"])],
)
def test_months_reach_back_over_the_year(newest: str, expected: list[str]) -> None:
    assert months_back(newest, 3) == expected
