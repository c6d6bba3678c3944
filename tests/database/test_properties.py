"""Any deals whatever: what goes in stays in, saving twice changes nothing, and the database is sound."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import URL, article

from newscrawl.database import open_database, save_article
from newscrawl.deals.model import (
    QUALIFIERS,
    ROLES,
    STATUSES,
    TERM_KINDS,
    TYPES,
    Amount,
    Deal,
    Event,
    Party,
    Quote,
    Term,
)

NAMES = st.one_of(
    st.text(min_size=1, max_size=20), st.sampled_from(["Norvik", "Norvik AG", "Tal", "Tal Siemens", "GmbH"])
)
DATES = st.one_of(st.none(), st.sampled_from(["2013", "2013-02", "2013-02-11"]))
CURRENCIES = st.one_of(st.none(), st.sampled_from(["EUR", "USD", "CNY"]))
NUMBERS = st.decimals(0, 10**12, places=2)
AMOUNTS = st.one_of(
    st.none(),
    st.builds(Amount, CURRENCIES, NUMBERS, st.one_of(st.none(), NUMBERS)),
    st.builds(Amount, CURRENCIES, per_share=NUMBERS),
)
PERCENTS = st.one_of(st.none(), st.decimals(0, 100, places=1))


@st.composite
def quotes(draw: st.DrawFn, text: str) -> Quote:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Quote(text[start:end], start, end, draw(st.text(max_size=5)))


@st.composite
def texts_with_deals(draw: st.DrawFn) -> tuple[str, list[Deal]]:
    text = draw(st.text(min_size=1, max_size=60))
    quote_lists = st.lists(quotes(text), max_size=3).map(tuple)
    deals = st.builds(
        Deal,
        type=st.sampled_from(TYPES),
        status=st.sampled_from(STATUSES),
        main=st.booleans(),
        parties=st.lists(
            st.builds(Party, NAMES, st.sampled_from(ROLES), st.lists(NAMES, max_size=2).map(tuple)), max_size=4
        ).map(tuple),
        evidence=st.text(max_size=30),
        amount=AMOUNTS,
        amount_text=st.one_of(st.none(), st.text(max_size=9)),
        amount_qualifier=st.one_of(st.none(), st.sampled_from(QUALIFIERS)),
        stake_percent=PERCENTS,
        announced=DATES,
        closing_expected=DATES,
        closed=DATES,
        terms=st.lists(
            st.builds(Term, st.sampled_from(TERM_KINDS), st.text(max_size=9), PERCENTS, DATES, NUMBERS, CURRENCIES),
            max_size=2,
        ).map(tuple),
        timeline=st.lists(
            st.builds(Event, st.sampled_from(STATUSES), DATES, st.one_of(st.none(), NAMES), st.text(max_size=9)),
            max_size=3,
        ).map(tuple),
        quotes=st.dictionaries(st.sampled_from(["type", "parties", "amount"]), quote_lists, max_size=3),
        confidence=st.floats(0, 1),
    )
    return text, draw(st.lists(deals, max_size=3))


@settings(max_examples=60, deadline=None)
@given(texts_with_deals())
def test_any_deals_are_stored_once(case: tuple[str, list[Deal]]) -> None:
    text, deals = case
    db = open_database(":memory:")
    where = {"url": URL, "source": None, "fetched_at": "2026-02-03T09:00:00Z"}
    assert save_article(db, article(text), deals, **where) == "new"
    before = list(db.conn.iterdump())
    assert save_article(db, article(text), deals, **where) == "unchanged"
    assert list(db.conn.iterdump()) == before
    assert db.table("reports").count == db.table("deal_list").count == len(deals)
    for row, deal in zip(db.table("reports").rows_where(order_by="position"), deals, strict=True):
        value = deal.amount.value if deal.amount else None
        assert (None if row["amount"] is None else Decimal(repr(row["amount"]))) == value
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in ("articles", "deal_list", "companies"):
        db.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
    db.close()
