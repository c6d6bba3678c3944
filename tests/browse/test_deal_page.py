"""A deal of several reports: how it went, what each claims, where they differ."""

import re

import pytest
from sqlite_utils import Database
from test_pages import text_of

from newscrawl.database.browse.deal_page import headline
from newscrawl.database.dates import readable_date


@pytest.fixture(scope="module")
def page(get, database) -> str:
    (uid,) = Database(database).execute(
        "SELECT uid FROM deals WHERE id = (SELECT deal FROM reports GROUP BY deal ORDER BY count(*) DESC LIMIT 1)"
    ).fetchone()  # fmt: skip
    return get(f"/deal/{uid}").text


def test_headline_is_who_with_whom(page: str) -> None:
    assert re.search(r"<h1><bdi>Quellmark – Lumenpath</bdi></h1>", page)


def test_large_facts_say_where_reports_differ(page: str) -> None:
    (facts,) = re.findall(r'<dl class="facts">.*?</dl>', page, flags=re.DOTALL)
    assert re.search(r"Amount 560 m EUR reports differ .*Articles 4 4 independent", text_of(facts))


def test_timeline_goes_from_talks_to_completion(page: str) -> None:
    (timeline,) = re.findall(r'<ol class="timeline">.*?</ol>', page, flags=re.DOTALL)
    seen = text_of(timeline)
    assert re.search(
        r"3 Sep 2026 talks .* 4 Sep 2026 denied said by Aino Lehto .* 12 Oct 2026 announced .* 10 Nov 2026 completed",
        seen,
    )


def test_each_report_has_its_claims_its_sentence_and_its_links(page: str) -> None:
    claims = re.findall(r"<tbody>.*?</tbody>", page, flags=re.DOTALL)
    assert len(claims) == 4
    third = claims[2]
    assert "450 m EUR 100 % 12 Oct 2026 Mar 2027 expected" in text_of(third)
    assert re.search(r'<mark class="on-amount "[^>]*>450 million euros</mark>', third)
    assert re.search(r'href="/article/\d+"', third)
    assert 'href="https://site2.example/2"' in third
    assert 'lang="de"' in claims[1]
    assert "Why it belongs here: Quellmark and Lumenpath in both; same amount" in text_of(third)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([("acquirer", "A"), ("target", "B"), ("seller", "C")], "A – B"),
        ([("partner", "A"), ("partner", "B"), ("venture", "V")], "A – B"),
        ([("investor", name) for name in "ABCDE"] + [("target", "T")], "A, B and 3 others – T"),
        ([("target", "B")], "B"),
        ([("seller", "C")], "C"),
        ([("supplier", "A"), ("customer", "B")], "A – B"),
        ([], ""),
    ],
)
def test_headline_names_both_sides(parties: list[tuple[str, str]], expected: str) -> None:
    assert headline(parties) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-11-17", "17 Nov 2026"),
        ("2026-03-05", "5 Mar 2026"),
        ("2026-11", "Nov 2026"),
        ("2026", "2026"),
        ("2026-13", "2026-13"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_dates_are_readable_and_no_more_exact_than_known(date: str, expected: str) -> None:
    assert readable_date(date) == expected
