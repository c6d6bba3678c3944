"""What must hold for the quotes of every deal of every text."""

from newscrawl.deals import Deal
from newscrawl.deals.mentions.dates import find_dates
from newscrawl.deals.mentions.money import find_money
from newscrawl.deals.mentions.percents import find_percents


def check_evidence(deal: Deal, text: str, language: str, published: str | None) -> None:
    """Each quote is the text at its offsets, each filled field has one, and reading it alone gives the value.

    Raises:
        AssertionError: a quote proves nothing.
    """
    for quotes in deal.quotes.values():
        for quote in quotes:
            assert text[quote.start : quote.end] == quote.quote
            assert quote.rule
    assert deal.evidence in text
    assert len(deal.quotes["parties"]) == len(deal.parties)
    assert len(deal.quotes.get("terms", ())) == len(deal.terms)
    assert len(deal.quotes.get("timeline", ())) == len(deal.timeline)
    for party, quote in zip(deal.parties, deal.quotes["parties"], strict=True):
        assert party.name in quote.quote
    _check_values(deal, language, published)


def _check_values(deal: Deal, language: str, published: str | None) -> None:
    if deal.amount is not None:
        (quote,) = deal.quotes["amount"]
        read = find_money(quote.quote, language)
        assert any(
            (m.value, m.max, m.per_share) == (deal.amount.value, deal.amount.max, deal.amount.per_share) for m in read
        )
    if deal.stake_percent is not None:
        (quote,) = deal.quotes["stake_percent"]
        assert any(p.value == deal.stake_percent for p in find_percents(quote.quote, language))
    for field in ("announced", "closing_expected", "closed"):
        value = getattr(deal, field)
        if value is not None:
            (quote,) = deal.quotes[field]
            read_dates = find_dates(quote.quote, language, published)
            said = {d.iso for d in read_dates} | {d.iso_future for d in read_dates}
            assert value in said or value == (published or "")[:10], (field, quote.quote, value)
