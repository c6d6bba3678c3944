"""Clauses without a relative pronoun right behind a noun for a deal: "the alliance NORVIK STRUCK has ended"."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase, active_verb_behind


def with_contact_clauses(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Part a noun for a deal from the name right behind it, where that is who does what the verb behind says: nobody is
    called "the alliance Norvik", as somebody is "the chip maker Norvik"."""
    parted: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        if _is_deal_and_name(phrase, lexicon) and _does_something(phrases, i):
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


def _does_something(phrases: list[Phrase], j: int) -> bool:
    """Whether a noun phrase does, perhaps with others, what an active verb behind it says that has no object."""
    at = active_verb_behind(phrases, j)
    if at is None or phrases[at].verb is None:
        return False
    behind = phrases[at + 1] if at + 1 < len(phrases) else None
    return behind is None or behind.kind != "NP" or bool(behind.preposition) or behind.is_time
