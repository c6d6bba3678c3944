"""Participles before their nouns: "der VON NORVIK ÜBERNOMMENE Hersteller", "eine VON TAL ANGEFÜHRTE Runde"."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.needs import NOT
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token


def participle_in(host: Phrase) -> Token | None:
    """The participle before the noun of a phrase."""
    return next((token for token in host.tokens[:-1] if token.participle is not None), None)


def before_participle(phrases: Phrases, host: Phrase, grammar: Grammar) -> Arguments:
    """What stands between the article and the participle; the agent of a participle is its subject."""
    arguments = Arguments()
    first = _first_inside(phrases, host)
    for phrase in reversed(phrases[first : host.index]):
        if phrase.kind == "NP" and phrase.preposition:
            joined = [p for p in grammar.order.joined_with(phrases, phrase.index) if p.index < host.index]
            arguments.add(_slot_of(phrase, grammar), joined)
    return arguments


def attribute_behind(phrases: Phrases, k: int, grammar: Grammar) -> Arguments:
    """What stands inside the attribute of a genitive that hangs on the phrase at ``k``."""
    arguments = Arguments()
    for phrase in phrases[k + 1 :]:
        if not phrase.inner:
            break
        if phrase.kind == "NP" and phrase.preposition:
            arguments.add(_slot_of(phrase, grammar), [phrase])
    return arguments


def is_met_before(need: str, arguments: Arguments) -> bool:
    """Whether the attribute before a noun has a slot that a participle needs, or lacks what must not be there."""
    if need.startswith(NOT):
        return need.removeprefix(NOT).partition("=")[0] not in arguments.slots
    return need in arguments.slots


def _slot_of(phrase: Phrase, grammar: Grammar) -> str:
    """The agent of a participle is its subject."""
    return "subject" if grammar.words.is_a(phrase.preposition, "passive_agent") else phrase.preposition


def _first_inside(phrases: Phrases, host: Phrase) -> int:
    """The index of the first phrase that belongs to the attribute before a noun."""
    k = host.index
    while k and (phrases[k - 1].kind == "&" or _is_inside(phrases, k - 1)):
        k -= 1
    return k


def _is_inside(phrases: Phrases, k: int) -> bool:
    """Phrases with prepositions, dates and sums, and what an "und" joins to them."""
    phrase = phrases[k]
    if phrase.kind != "NP":
        return False
    return bool(phrase.preposition) or phrase.is_measure or (phrase.inner and k > 0 and phrases[k - 1].kind in "&,")
