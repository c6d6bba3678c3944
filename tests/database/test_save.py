"""Saving an article with its deals: what is stored, and what saving again does."""

from decimal import Decimal

import pytest
from made_up import FIRST, SECOND, TEXT, URL, article, cooperation, takeover
from sqlite_utils import Database

from newscrawl.database import SaveError
from newscrawl.deals.model import Amount, Party, Quote, Term


def only(db: Database, table: str) -> dict:
    (row,) = db.table(table).rows
    return row


def test_article_is_stored_as_read(db: Database, save) -> None:
    assert save([], run=None) == "new"
    row = only(db, "articles")
    assert row["url"] == URL
    assert row["author"] == "Ann Berg, Lee Dorn"
    assert row["published"] == "2026-02-03T08:00:00+01:00"
    assert row["text"] == TEXT
    assert only(db, "sources")["name"] == "wire"


def test_deal_is_stored_with_all_that_belongs_to_it(db: Database, save) -> None:
    save([takeover(), cooperation()])
    first, second = db.table("deals").rows_where(order_by="id")
    assert (first["type"], first["status"], first["amount"], first["currency"]) == (
        "acquisition", "announced", 450_000_000, "EUR",
    )  # fmt: skip
    assert [(p["role"], p["name"]) for p in db.table("deal_parties").rows_where("deal = ?", [first["id"]])] == [
        ("acquirer", "Norvik Systems GmbH"), ("target", "Tal AG"), ("seller", "Ostra"),
    ]  # fmt: skip
    assert [t["iso"] for t in db.table("terms").rows] == ["P3Y"]
    events = db.table("deal_events").rows_where("deal = ?", [first["id"]])
    assert [(e["status"], e["date"]) for e in events] == [("rumoured", "2026-01"), ("announced", "2026-02-02")]
    assert second["main"] == 0


def test_present_status_is_an_event_even_without_a_timeline(db: Database, save) -> None:
    save([cooperation()])
    event = only(db, "deal_events")
    assert (event["status"], event["date"], event["quote"]) == ("completed", "2024", SECOND)


def test_evidence_stands_in_the_text_of_its_version(db: Database, save) -> None:
    save([takeover(), cooperation()])
    rows = db.execute(
        'SELECT v.text, e.start, e."end", e.quote FROM evidence e JOIN reports r ON r.id = e.report'
        " JOIN article_versions v ON v.id = r.article_version"
    ).fetchall()
    assert len(rows) == 8
    assert all(text[start:end] == said for text, start, end, said in rows)


def test_saving_again_changes_nothing(db: Database, save, contents) -> None:
    save([takeover(), cooperation()])
    before = contents()
    assert save([takeover(), cooperation()], fetched_at="2026-03-01T00:00:00Z") == "unchanged"
    assert contents() == before


def test_changed_text_becomes_a_version_and_the_deal_keeps_its_uid(db: Database, save) -> None:
    save([takeover(), cooperation()])
    uids = [row["uid"] for row in db.table("deals").rows]
    longer = f"Update: the deal is done.\n{TEXT}"
    done = takeover(longer, status="completed", parties=takeover().parties[:2])
    assert save([done], article(longer), fetched_at="2026-04-01T00:00:00Z") == "changed"
    assert [row["uid"] for row in db.table("deals").rows] == uids
    assert [row["status"] for row in db.table("deals").rows] == ["completed", "completed"]
    assert only(db, "articles")["text"] == longer
    assert [row["text"] for row in db.table("article_versions").rows] == [TEXT, longer]
    reports = list(db.table("reports").rows_where("deal = 1"))
    assert [report["status"] for report in reports] == ["announced", "completed"]
    first = next(db.table("deals").rows)
    assert (first["first_seen"], first["last_seen"]) == ("2026-02-03T09:00:00Z", "2026-04-01T00:00:00Z")


def test_a_page_that_flips_back_makes_no_third_version(db: Database, save) -> None:
    for text in (TEXT, f"{TEXT} More.", TEXT, f"{TEXT} More."):
        save([takeover(text)], article(text))
    assert db.table("article_versions").count == 2
    assert db.table("deals").count == 1
    assert only(db, "articles")["text"].endswith("More.")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (Quote("450 million dollars", 60, 79, "r"), "amount.*does not stand at"),
        (Quote("Norvik", 1, 7, "r"), "amount.*does not stand at"),
        (Quote("", 3, 3, "r"), "amount"),
        (Quote(TEXT[-3:], -3, len(TEXT), "r"), "amount"),
    ],
)
def test_quote_that_is_not_in_the_text_is_refused_and_nothing_stored(
    db, save, contents, bad: Quote, reason: str
) -> None:
    before = contents()
    with pytest.raises(SaveError, match=reason):
        save([takeover(quotes={"amount": (bad,)})])
    assert contents() == before


@pytest.mark.parametrize("value", ["-1", "NaN", "Infinity", "1e30", "1234567890123456.5"])
def test_number_that_cannot_be_exact_is_refused(save, value: str) -> None:
    with pytest.raises(SaveError, match="amount"):
        save([takeover(amount=Amount("EUR", Decimal(value)))])


def test_characters_that_sqlite_cannot_keep_are_replaced_one_for_one(db: Database, save) -> None:
    text = "Nor\x00vik \ud800 buys Tal."
    deal = takeover(
        FIRST, evidence=text, timeline=(), parties=(Party("Nor\x00vik", "acquirer"), Party("Tal", "target"))
    )
    bad = Quote("Nor\x00vik \ud800", 0, 9, "r")
    save([takeover(TEXT, evidence=text, timeline=(), parties=deal.parties, quotes={"type": (bad,)})], article(text))
    assert only(db, "evidence")["quote"] == "Nor\ufffdvik \ufffd"
    assert only(db, "articles")["text"] == "Nor\ufffdvik \ufffd buys Tal."
    assert save([deal], article(text)) == "unchanged"


def test_exact_cents_come_back(db: Database, save) -> None:
    save(
        [
            takeover(
                amount=Amount("USD", per_share=Decimal("26.50")), terms=(Term("option", "x", percent=Decimal("33.3")),)
            )
        ]
    )
    assert only(db, "deals")["per_share"] == 26.5
    assert only(db, "terms")["percent"] == 33.3


def test_same_article_under_another_address_is_one(db: Database, save) -> None:
    save([takeover()])
    assert save([takeover()], url=f"{URL}?utm_source=feed") == "unchanged"
    assert db.table("articles").count == 1
    assert {row["url"] for row in db.table("addresses").rows} == {URL, f"{URL}?utm_source=feed"}


def test_address_that_was_redirected_is_known(db: Database, save) -> None:
    save([], asked="https://short.example/1")
    origins = {row["url"]: row["origin"] for row in db.table("addresses").rows}
    assert origins == {URL: "fetched", "https://short.example/1": "asked"}
    other = article("Other text", canonical_url=None)
    assert save([], other, url="https://short.example/1") == "new", "it leads there no more"
    assert db.execute("SELECT origin FROM addresses WHERE article = 2").fetchall() == [("fetched",)]


def test_one_canonical_address_for_all_pages_does_not_merge_them(db: Database, save) -> None:
    for number in (1, 2):
        page = article(f"Text {number}", canonical_url="https://wire.example/all", title=f"Title {number}")
        assert save([], page, url=f"https://wire.example/{number}") == "new"
    assert db.table("articles").count == 2


@pytest.mark.parametrize(
    ("canonical", "stored"),
    [
        (URL, URL),
        ("https://elsewhere.example/2026/norvik-tal", f"{URL}?x=1"),
        ("https://wire.example/", f"{URL}?x=1"),
        (None, f"{URL}?x=1"),
        ("https://www.wire.example/a", "https://www.wire.example/a"),
    ],
)
def test_address_is_canonical_only_on_the_same_site(db, save, canonical: str | None, stored: str) -> None:
    save([], article(canonical_url=canonical), url=f"{URL}?x=1")
    assert only(db, "articles")["url"] == stored
