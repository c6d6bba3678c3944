"""Drafts → deals: choose the value of each field among the tellings, and the quote that proves it."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly import Draft, Member, Telling
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.model import Amount, Deal, Party, Quote

STRENGTH = {"denied": 6, "terminated": 5, "completed": 4, "announced": 3, "talks": 2, "rumoured": 1}
"""Of several tellings the one furthest on counts."""


def write_deals(drafts: list[Draft], analysis: Analysis) -> list[Deal]:
    """The deals of a text, main ones first."""
    deals = [_write(draft, analysis) for draft in drafts]
    return sorted(deals, key=lambda deal: not deal.main)


def _write(draft: Draft, analysis: Analysis) -> Deal:
    best = _best(draft)
    quotes: dict[str, tuple[Quote, ...]] = {}
    parties, proofs = _parties(draft, analysis)
    quotes["parties"] = proofs
    trigger = (_sentence_quote(best, analysis),)
    quotes["type"] = trigger
    status_telling = _status_telling(draft)
    quotes["status"] = (_sentence_quote(status_telling, analysis),)
    money = _first_money(draft, best)
    amount, amount_text, qualifier = _amount(money, analysis, quotes)
    percent = next((t.details.percent for t in _in_order(draft, best) if t.details.percent), None)
    if percent is not None and draft.type in ("stake", "acquisition"):
        quotes["stake_percent"] = (_quote(percent.start, percent.end, "percent", analysis),)
    date = next((t.details.date for t in _in_order(draft, best) if t.details.date), None)
    if date is not None:
        quotes["announced"] = (_quote(date.start, date.end, "date", analysis),)
    return Deal(
        type=draft.type,
        status=status_telling.status,
        main=_is_main(draft, analysis),
        parties=parties,
        evidence=trigger[0].quote,
        amount=amount,
        amount_text=amount_text,
        amount_qualifier=qualifier,
        stake_percent=percent.value if percent is not None and "stake_percent" in quotes else None,
        announced=date.iso if date is not None else None,
        quotes=quotes,
        confidence=0.5,
    )


def _best(draft: Draft) -> Telling:
    """The telling that says most, the first of equals."""
    return max(
        draft.tellings,
        key=lambda t: (len(t.roles), not t.frame.weak, t.details.money is not None, -t.frame.sentence),
    )


def _in_order(draft: Draft, best: Telling) -> list[Telling]:
    return [best, *sorted((t for t in draft.tellings if t is not best), key=lambda t: t.frame.start)]


def _status_telling(draft: Draft) -> Telling:
    return _best(draft)


def _first_money(draft: Draft, best: Telling) -> Money | None:
    return next((t.details.money for t in _in_order(draft, best) if t.details.money), None)


def _amount(
    money: Money | None, analysis: Analysis, quotes: dict[str, tuple[Quote, ...]]
) -> tuple[Amount | None, str | None, str | None]:
    if money is None or (money.value is None and money.per_share is None):
        return None, None, None
    quotes["amount"] = (_quote(money.start, money.end, "money", analysis),)
    text = analysis.text[money.amount_start : money.amount_end]
    return Amount(money.currency, money.value, money.max, money.per_share), text, money.qualifier


def _parties(draft: Draft, analysis: Analysis) -> tuple[tuple[Party, ...], tuple[Quote, ...]]:
    parties: list[Party] = []
    quotes: list[Quote] = []
    for role in deal_types()[draft.type].roles:
        for member in draft.roles.get(role, []):
            party, quote = _party(member, role, analysis)
            parties.append(party)
            quotes.append(quote)
    return tuple(parties), tuple(quotes)


def _party(member: Member, role: str, analysis: Analysis) -> tuple[Party, Quote]:
    if member.entity is None:
        start, end, rule = member.places[0]
        return Party(analysis.text[start:end], role), _quote(start, end, rule, analysis)
    entity = analysis.names.entities[member.entity]
    fullest = next(m for m in analysis.names.mentions if m.entity == member.entity and m.name.startswith(entity.name))
    return Party(entity.name, role, entity.aliases), _quote(fullest.start, fullest.end, "name", analysis)


def _quote(start: int, end: int, rule: str, analysis: Analysis) -> Quote:
    return Quote(analysis.text[start:end], start, end, rule)


def _sentence_quote(telling: Telling, analysis: Analysis) -> Quote:
    sentence = analysis.sentences[telling.frame.sentence]
    return _quote(sentence.start, sentence.end, telling.frame.rule, analysis)


def _is_main(draft: Draft, analysis: Analysis) -> bool:
    """Told in the first sentences; what the headline names counts too."""
    first = min(t.frame.sentence for t in draft.tellings)
    return first <= 3
