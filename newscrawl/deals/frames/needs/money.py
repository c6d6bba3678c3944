"""Needs of money: a sum given, a price, a share that is paid for."""

from typing import TYPE_CHECKING

from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def has_money(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    things = [p for slot in ("object", "second object") for p in arguments.slots.get(slot, [])]
    things += [p.of for p in things if p.of is not None]  # "MOST OF THE $2 BILLION it paid for Tal"
    return any(t.tag == "M" and not _is_small(t) for phrase in things for t in phrase.tokens)


def _is_small(token: Token) -> bool:
    """A sum that buys no company: "bekommen 2,50 Euro für jedes Gerät"."""
    value = getattr(token.mention, "value", None)
    return value is not None and value < SMALL


SMALL = 1000
"""Below so many units of a currency, a sum is the price of goods."""


def has_sum(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "lässt sich Tal 40 MILLIONEN EURO kosten": a sum anywhere in the clause."""
    return any(t.tag == "M" for p in phrases if p.clause == group.clause for t in p.tokens)


def has_price_per_share(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "bietet 20 EURO JE AKTIE"."""
    tokens = (t for p in phrases if p.clause == group.clause for t in p.tokens if t.tag == "M")
    return any(getattr(token.mention, "per_share", None) is not None for token in tokens)


def has_share(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "its holding in Tal rose TO 9 PERCENT": a share behind the next verb."""
    verb = next((p.index for p in phrases[group.index :] if p.kind == "VG"), len(phrases))
    return any(t.tag == "%" for p in phrases[verb : verb + SHARE_WITHIN] for t in p.tokens)


SHARE_WITHIN = 3
"""How many phrases from the verb on its share stands."""


def is_share_price(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "zahlt FÜR 20 PROZENT": what the sum is for is a share."""
    priced = [p for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "price") for p in found]
    parts = [*priced, *(p.of for p in priced if p.of is not None)]
    return any(t.tag == "%" for phrase in parts for t in phrase.tokens)


def has_price(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    priced = [found for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "price")]
    return any(t.tag == "M" for found in priced for phrase in found for t in phrase.tokens)


def has_money_with(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "backed Tal with $5m"; not "supplied Tal with $5m OF CHIPS"."""
    given = [phrase for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "with") for phrase in found]
    given = [p for p in given if p.of is None or grammar.words.is_a(p.of.head.low, "fresh_money")]
    return any(t.tag == "M" for phrase in given for t in phrase.tokens)


def is_money(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "20 MILLIONEN EURO fließen in Norvik"."""
    return any(t.tag == "M" for phrase in arguments.slots.get("subject", []) for t in phrase.tokens)
