"""For people: what was found in an article and why."""

from collections.abc import Iterator
from itertools import chain

from newscrawl.deals import Deal, Quote
from newscrawl.extract.one import Reading
from newscrawl.output import number
from newscrawl.terminal import printable

SHOWN = 100
"""Characters shown of a line that was left out."""


def explain(reading: Reading) -> str:
    """Lines for people: the article's facts and where they come from, what was left out, every deal with its proof."""
    parts = chain(_article(reading), _dropped(reading), *(_deal(n, deal) for n, deal in enumerate(reading.deals, 1)))
    return printable("\n".join(parts) + "\n")


def _article(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"== {reading.id}: {article.kind}" + (f" ({article.reason})" if article.reason else "")
    for field in ("title", "published", "language", "canonical_url"):
        if value := getattr(article, field):
            yield f"{field}: {value}" + (f"  [{article.origins[field]}]" if field in article.origins else "")
    yield f"text: {len(article.text)} characters, {len(reading.deals)} deals"


def _dropped(reading: Reading) -> Iterator[str]:
    for dropped in reading.article.dropped:
        yield f"  left out, {dropped.reason}: {dropped.line[:SHOWN]}"


def _deal(position: int, deal: Deal) -> Iterator[str]:
    yield ""
    background = "" if deal.main else ", background"
    yield f"{position}. {deal.type}, {deal.status}{background}, confidence {deal.confidence:.2f}"
    for party in deal.parties:
        yield f"   {party.role}: {party.name}" + (f" (also {', '.join(party.aliases)})" if party.aliases else "")
    yield from _facts(deal)
    yield f"   “{deal.evidence}”"
    for field, quotes in deal.quotes.items():
        yield from (_proof(field, quote) for quote in quotes)


def _facts(deal: Deal) -> Iterator[str]:
    """The filled fields that are neither parties nor quotes."""
    if deal.amount_text:
        yield f"   amount: {deal.amount_text}" + (f" ({deal.amount_qualifier})" if deal.amount_qualifier else "")
    if deal.stake_percent is not None:
        yield f"   stake: {number(deal.stake_percent)} %"
    for field in ("announced", "closing_expected", "closed"):
        if value := getattr(deal, field):
            yield f"   {field.replace('_', ' ')}: {value}"
    yield from (f"   term, {term.kind}: {term.text}" for term in deal.terms)
    yield from (f"   {event.date or 'undated'}: {event.status}" for event in deal.timeline)


def _proof(field: str, quote: Quote) -> str:
    return f"     {field} by {quote.rule} at {quote.start}–{quote.end}: {quote.quote}"
