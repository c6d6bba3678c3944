"""Tellings of several deals at once: of rival bidders, of agreements with several, of a list."""

from collections.abc import Sequence
from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import SIDED, DealType
from newscrawl.deals.discourse.allies import allies_in, is_of_several
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.mentions.traces import WORD
from newscrawl.deals.model import OPEN
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, are_among, meet
from newscrawl.deals.tellings.retyping import is_of_each
from newscrawl.deals.tellings.sides import sides_of_serial
from newscrawl.deals.tellings.telling import Telling


def of_rivals(telling: Telling, told: Sequence[Telling]) -> list[Telling]:
    """Several bidders are as many deals, but for "both" who are told to buy together."""
    bidders = telling.roles.get("acquirer", [])
    if not telling.frame.rivals or telling.frame.jointly or len(bidders) < 2 or telling.status not in OPEN:
        return [telling]
    others = (t.roles.get("acquirer", []) for t in told if not t.frame.rivals and len(t.roles.get("acquirer", [])) > 1)
    if len(telling.frame.roles.get("acquirer", bidders)) == 1 and any(are_among(bidders, other) for other in others):
        return [telling]
    return [replace(telling, roles={**telling.roles, "acquirer": [bidder]}) for bidder in bidders]


def of_each(telling: Telling, analysis: Analysis) -> list[Telling]:
    """Several agreements with several are as many deals: "signed DEALS with Tal, Bergen and Corso"; and so are the
    shares that several take each."""
    investors = telling.roles.get("investor", [])
    if len(investors) > 1 and is_of_each(telling.frame, telling.details.percent, analysis):
        return [replace(telling, roles={**telling.roles, "investor": [investor]}) for investor in investors]
    partners = telling.roles.get("partner", [])
    if not is_of_several(telling.frame, analysis):
        return [telling]
    if telling.frame.type in SIDED:
        giver, _ = SIDED[telling.frame.type]  # the side of which a joint award can have several
        return _with_each(telling, giver, analysis)
    others = allies_in(telling.frame, partners, analysis)
    doers = [m for m in partners if m not in others]
    if len(others) < 2 or len(doers) != 1:
        return [telling]
    sides = sides_of_serial(doers, others, telling.frame, analysis)
    if sides is not None:
        side, other_side, told = sides
        contract = replace(telling, frame=replace(telling.frame, type="contract"), sides_told=told)
        return [replace(contract, roles={side: doers, other_side: [other]}) for other in others]
    return [replace(telling, roles={"partner": [*doers, other]}) for other in others]


def _with_each(telling: Telling, side: str, analysis: Analysis) -> list[Telling]:
    """ "signed LICENSING DEALS WITH Tal, Bergen and Corso": one with each of those that stand behind "with"."""
    members = telling.roles.get(side, [])
    if len(members) < 2 or allies_in(telling.frame, members, analysis) != members:
        return [telling]
    return [replace(telling, roles={**telling.roles, side: [member]}) for member in members]


MOST_SERIAL = 20
"""Deals that one list tells; a longer one is no list of deals."""


def own_date(telling: Telling, member: Member, others: list[Member], analysis: Analysis) -> Date | None:
    """The date of one of several in a list: that right before its name, or right behind it, if the list is dated one
    by one ("2015 kaufte sie Tal, 2017 BERGEN", "der Kauf von Tal im Mai und von BERGEN im Juni")."""
    if any(not m.places for m in others):
        return telling.details.date
    ends = sorted(m.places[0][1] for m in others)
    dates = [d for d in analysis.figures(telling.frame.sentence).dates if d.iso is not None]
    before = {id(m): _date_between(dates, ends, m.places[0][0]) for m in others}
    behind = {id(m): _date_behind(dates, m.places[0][1]) for m in others}
    bracketed = any(date is not None and analysis.text[date.start - 1] == "(" for date in behind.values())
    own = behind if bracketed or None not in behind.values() else before  # "Tal (2011), BERGEN (2012) und Hull"
    if sum(date is not None for date in own.values()) < 2:
        return telling.details.date
    return own[id(member)]


def own_money(telling: Telling, member: Member, others: list[Member], analysis: Analysis) -> Money | None:
    """The sum of one of several in a list: what stands behind its name before the next one's, or what is said of each
    ("for $5m EACH"); a sum for all of them together is that of none."""
    money = telling.details.money
    if money is None or any(not m.places for m in others):
        return money
    sentence, words = analysis.sentences[telling.frame.sentence], lexicon(analysis.language)
    beside = WORD.findall(analysis.text, max(sentence.start, money.start - EACH), min(sentence.end, money.end + EACH))
    if any(words.is_a(word.lower(), "distributive") for word in beside):
        return money
    before = [m for m in others if m.places[0][1] <= money.start]
    last = max(before, key=lambda m: m.places[0][1], default=None)
    return money if last is member and len(before) < len(others) else None


EACH = 20
"""How many characters around a sum it is said that it is that of each."""


def _date_between(dates: list[Date], ends: list[int], start: int) -> Date | None:
    """The last date behind the name before an offset, or before all names."""
    before = max((end for end in ends if end <= start), default=0)
    return next((d for d in reversed(dates) if before <= d.start and d.end <= start), None)


def _date_behind(dates: list[Date], end: int) -> Date | None:
    """The date right behind a name, perhaps in brackets."""
    return next((d for d in dates if 0 < d.start - end <= len(" (")), None)


def serial_role(telling: Telling, types: dict[str, DealType]) -> str | None:
    """The role of which a telling has several parties that are as many deals; not if they license to each other."""
    for role in types[telling.frame.type].serial:
        members = telling.roles.get(role, [])
        others = [m for other, found in telling.roles.items() if other != role for m in found]
        if len(members) > 1 and not meet(members, others):
            return role
    return None
