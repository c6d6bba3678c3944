"""Shares that are no stake bought: what their owners get, how they rise, and on whose bid the owners have a say."""

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def spare_shareholders(
    roles: dict[str, list[Filler]], phrases: Phrases, slots: dict[str, list[Phrase]], grammar: Grammar
) -> None:
    """ "Bergen, TAL'S BIGGEST SHAREHOLDER, rejected a bid from Norvik": Tal is bid for, or who is named elsewhere, and
    not Bergen."""
    subject = slots.get("subject", [])
    if len(subject) != 1 or not {"acquirer", "target"} <= roles.keys():
        return
    if not all(subject[0].start <= filler.start < subject[0].end for filler in roles["target"]):
        return
    who = _who_says_it(phrases, subject[0]) if subject[0].is_pronoun else subject[0]
    held = None if who is None else _held_by(phrases, who, grammar)
    if held is not None:
        del roles["target"]
        if found := fillers(held, grammar.references):
            roles["target"] = found


def _who_says_it(phrases: Phrases, pronoun: Phrase) -> Phrase | None:
    """ "BERGEN, Tal's biggest shareholder, said IT would reject the bid"."""
    before = phrases[: pronoun.index]
    says = any(p.verb is not None and p.verb.group == "say" for p in before)
    return next((p for p in before if p.kind == "NP" and p.names and not p.preposition), None) if says else None


def _held_by(phrases: Phrases, who: Phrase, grammar: Grammar) -> list[Phrase] | None:
    """The company that somebody is told to have shares of, if it is named; None where he is not told to have any."""
    at = next((i for i, t in enumerate(who.tokens) if grammar.words.is_a(t.low, "shareholders")), None)
    if at is not None:
        inside = [Phrase("NP", [t]) for t in who.tokens[:at] if t.tag == "E"]
        return inside[-1:] or _named([who.owner])
    if who.index + 1 >= len(phrases) or phrases[who.index + 1].kind != ",":
        return None
    gets = False
    for phrase in phrases[who.index + 2 : who.index + ASIDE]:
        if phrase.kind == "," or (phrase.names and not gets and not _has_holder(phrase, grammar)):
            return None
        keeps = phrase.verb is not None and grammar.words.is_a(phrase.verb.lemma, "keeping")
        gets |= keeps or (phrase.verb is not None and phrase.verb.group == "gain")
        is_share = phrase.head.tag == "%" or grammar.words.is_a(phrase.head.low, "held")
        if phrase.kind == "NP" and (_has_holder(phrase, grammar) or (gets and is_share)):
            return _named([phrase.owner, phrase.of, *phrases[phrase.index + 1 : phrase.index + 2]])
    return None


ASIDE = 8
"""How many phrases behind a name tell what it has."""


def _has_holder(phrase: Phrase, grammar: Grammar) -> bool:
    return grammar.words.is_a(phrase.head.low, "shareholders")


def _named(phrases: list[Phrase | None]) -> list[Phrase]:
    return [p for p in phrases if p is not None and p.kind == "NP" and p.names][:1]


def is_exchange(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """ "Tal SHAREHOLDERS WILL RECEIVE two shares of Norvik": what they get in a merger, and no stake that Tal buys."""
    subject = _subject_of(phrases, arguments.governor, "receiving", grammar)
    return any(grammar.words.is_a(p.head.low, "owners") for p in subject)


def is_price(phrases: Phrases, host: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "Die Norvik-AKTIE gewann NEUN PROZENT": neither the percentage nor the shares are a stake."""
    subject = _subject_of(phrases, arguments.governor, "rising", grammar)
    shares = [p.index for p in subject if p.head.tag == "N" and p.head.low in grammar.references.shadows]
    return bool(shares) and (host.head.tag == "%" or host.index in shares)


def _subject_of(phrases: Phrases, governor: Phrase | None, group: str, grammar: Grammar) -> list[Phrase]:
    """The subject of the verb that governs a noun, if the verb belongs to a class."""
    if governor is None or governor.verb is None or not grammar.words.is_a(governor.verb.lemma, group):
        return []
    return grammar.order.verb_arguments(phrases, governor.index, True).slots.get("subject", [])
