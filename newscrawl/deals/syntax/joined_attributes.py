"""Attributes that share one noun: "its PAPER AND PACKAGING business", "its OHIO AND IOWA stores", "a LICENCE AND SUPPLY
agreement" are one phrase each (where nouns follow attributes)."""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Phrase

AHEAD = 5
"""How many phrases and joints may stand before the last of the attributes."""


def with_joined_attributes(phrases: list[Phrase], lexicon: Lexicon) -> list[Phrase]:
    """Join the noun phrases that only part the attributes of one unit or agreement: "glass, steel and carpet unit"."""
    if not any(p.kind == "&" for p in phrases):
        return phrases
    joined: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        joined.append(phrase)
        if i > 1 and _is_shared(phrase, joined, lexicon) and (first := _first_attribute(joined, lexicon)) is not None:
            joined[first:] = [_one(joined[first], [p for p in joined[first + 1 :] if p.kind == "NP"])]
    return joined


def _is_shared(phrase: Phrase, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """A noun for a unit or an agreement behind an attribute, without an article or a link of its own."""
    if not _is_open(phrase) or len(phrase.tokens) == 1:
        return False
    head, before = phrase.head.low, phrases[-3]
    of_agreement = before.kind == "NP" and lexicon.is_a(before.head.low, "of_agreements")
    return lexicon.is_a(head, "units_of_firms") or (of_agreement and lexicon.is_a(head, "agreements"))


def _is_open(phrase: Phrase) -> bool:
    plain = phrase.kind == "NP" and all(t.tag in "NA" and not t.is_a("number") for t in phrase.tokens)
    return plain and phrase.determiner is None and phrase.owner is None and not phrase.preposition


def _first_attribute(phrases: list[Phrase], lexicon: Lexicon) -> int | None:
    """Where the first of the attributes stands that are joined to the last phrase; None without any."""
    at, first = len(phrases) - 2, None
    while at > 0 and phrases[at].kind in ("&", ",") and len(phrases) - at <= AHEAD:
        if phrases[at].kind == "," and phrases[at - 1].kind == "&":
            return None
        at -= 1 if phrases[at - 1].kind == "," else 0  # ", and"
        before = phrases[at - 1]
        if not _is_attribute(before, phrases[at + 1], lexicon) or (first is None and not _has_and(phrases, at)):
            return first
        first = at - 1
        if not _is_open(before):
            return first
        at -= 2
    return first


def _has_and(phrases: list[Phrase], at: int) -> bool:
    return any(p.kind == "&" and p.head.low == "and" for p in phrases[at:])


def _is_attribute(phrase: Phrase, following: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase may be but a word before the noun: no name, no company, no unit of its own; two places have
    capitals both ("its OHIO and IOWA stores")."""
    if phrase.kind != "NP" or not phrase.tokens or not all(t.tag in "NA" for t in phrase.tokens):
        return False
    own = any(lexicon.is_a(phrase.head.low, kind) for kind in ("units_of_firms", "kinds", "held"))
    alike = phrase.head.text.islower() or following.tokens[0].text.istitle()
    return not own and alike and phrase.of is None


def _one(first: Phrase, others: list[Phrase]) -> Phrase:
    first.tokens = [*first.tokens, *(t for phrase in others for t in phrase.tokens)]
    first.adverbs = [*first.adverbs, *(a for phrase in others for a in phrase.adverbs)]
    return first
