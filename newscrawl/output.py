"""Deals and articles as the JSON that `scrapy extract` prints and scripts rely on."""

from decimal import Decimal
from typing import Any

from newscrawl.deals import Amount, Deal, Event, Party, Quote, Term

Json = dict[str, Any]

MANY_QUOTES = ("parties", "terms", "timeline")
"""Fields whose proof is a list, one quote for each of their members."""


def deal_to_json(deal: Deal) -> Json:
    """A deal with exactly the keys promised: null where the article says nothing, numbers as numbers."""
    return {
        "type": deal.type,
        "status": deal.status,
        "main": deal.main,
        "parties": [party_to_json(party) for party in deal.parties],
        "amount": amount_to_json(deal.amount),
        "amount_text": deal.amount_text,
        "amount_qualifier": deal.amount_qualifier,
        "stake_percent": number(deal.stake_percent),
        "announced": deal.announced,
        "closing_expected": deal.closing_expected,
        "closed": deal.closed,
        "terms": [term_to_json(term) for term in deal.terms],
        "timeline": [event_to_json(event) for event in deal.timeline],
        "evidence": deal.evidence,
        "quotes": {field: quotes_to_json(field, quotes) for field, quotes in deal.quotes.items()},
        "confidence": deal.confidence,
    }


def party_to_json(party: Party) -> Json:
    return {"name": party.name, "role": party.role, "aliases": list(party.aliases)}


def amount_to_json(amount: Amount | None) -> Json | None:
    """Either a price per share or a value, with the upper end of a range; never both."""
    if amount is None:
        return None
    if amount.per_share is not None:
        return {"per_share": number(amount.per_share), "currency": amount.currency}
    whole = {"value": number(amount.value), "currency": amount.currency}
    return whole if amount.max is None else whole | {"max": number(amount.max)}


def term_to_json(term: Term) -> Json:
    read = {"percent": number(term.percent), "iso": term.iso, "value": number(term.value), "currency": term.currency}
    return {"kind": term.kind, "text": term.text} | {key: value for key, value in read.items() if value is not None}


def event_to_json(event: Event) -> Json:
    return {"status": event.status, "date": event.date, "said_by": event.said_by, "quote": event.quote}


def quotes_to_json(field: str, quotes: tuple[Quote, ...]) -> Json | list[Json]:
    """The proof of one field: a quote, or a list of them for a field with many members."""
    proofs = [{"quote": q.quote, "start": q.start, "end": q.end, "rule": q.rule} for q in quotes]
    return proofs if field in MANY_QUOTES or len(proofs) != 1 else proofs[0]


def number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole ones without a decimal point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
