"""Units told together: all that somebody has, several of one owner, and things that are sold as one."""

from msgspec import structs

from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Phrase


def whole_of_list(phrases: list[Phrase], words: References) -> list[Phrase]:
    """ "the assets and BUSINESS OF TAL", "most of the assets and business of Tal": who buys several kinds of all that
    Tal has buys Tal."""
    kinds = [(p.of or p) if p.head.low in words.whole_words else p for p in phrases]
    if len(phrases) < 2 or any(p.head.low not in words.whole_things or len(p.tokens) > 1 for p in kinds):
        return phrases
    last = phrases[-1]
    shared = last.of is not None and last.determiner is None and all(p.of is None for p in kinds[:-1])
    return [last.of] if shared and last.of is not None and kinds[0].has_definite_article else phrases


def of_one_owner(phrases: list[Phrase], words: References) -> list[Phrase]:
    """ "its Norvik and ZAHLIX UNITS", "Tal's Norvik and ZAHLIX paint DIVISIONS": the names of several units of one."""
    first, last = phrases[:1], phrases[-1:]
    if len(phrases) < 2 or words.compounding or not (first[0].owner or first[0].is_owned) or first[0].head.tag != "E":
        return phrases
    alone = last[0].determiner is None and last[0].owner is None and last[0].of is None and last[0].tokens[0].tag == "E"
    if not alone or not last[0].head.low.endswith("s") or not words.is_a(last[0].head.low, "units"):
        return phrases
    return [*phrases[:-1], structs.replace(last[0], determiner=first[0].determiner, owner=first[0].owner)]


def gathered(phrase: Phrase, words: References) -> Phrase | None:
    """The things of which a phrase tells that they are sold together: "a CHAIN of SHOE STORES", "a group of hotels"."""
    things = phrase.of
    if things is None or phrase.head.low not in words.collections or phrase.names or things.names:
        return None
    together = things.head.low.endswith("s") and words.is_a(things.head.low, "units") and things.determiner is None
    return things if together else None
