"""Clauses without a relative pronoun right behind a noun for a deal: "the alliance NORVIK STRUCK has ended"."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase


def with_contact_clauses(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Part a noun for a deal from the name right behind it, where that is who does what the verb behind says: nobody is
    called "the alliance Norvik", as somebody is "the chip maker Norvik"."""
    parted: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        if _is_deal_and_name(phrase, lexicon) and _does_something(phrases, i + 1):
            noun = [t for t in phrase.tokens if t.tag != "E"]
            named = Phrase("NP", phrase.names, adverbs=phrase.adverbs)
            phrase.tokens, phrase.adverbs = noun, []
            parted += [phrase, named]
        else:
            parted.append(phrase)
    return parted


def _is_deal_and_name(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Nouns with an article, the last one for a deal, and one name behind them."""
    if phrase.kind != "NP" or phrase.determiner is None or phrase.owner is not None or phrase.head.tag != "E":
        return False
    before = phrase.tokens[-2] if len(phrase.tokens) > 1 else None
    return before is not None and len(phrase.names) == 1 and lexicon.is_a(before.low.rpartition(" ")[2], "made_with")


def _does_something(phrases: list[Phrase], i: int) -> bool:
    """Whether an active verb stands there, behind others who do the same, that has no object behind it."""
    while i + 1 < len(phrases) and phrases[i].kind == "&" and phrases[i + 1].kind == "NP":
        i += 2
    if i >= len(phrases) or phrases[i].kind != "VG" or phrases[i].passive or phrases[i].verb is None:
        return False
    behind = phrases[i + 1] if i + 1 < len(phrases) else None
    return behind is None or behind.kind != "NP" or bool(behind.preposition) or behind.is_time
