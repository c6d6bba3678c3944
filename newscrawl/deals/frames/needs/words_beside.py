"""Needs of a word beside: a filing, "exclusively", "jointly", "leer"."""

import re
from typing import TYPE_CHECKING

from newscrawl.deals.syntax.asides import UNOWNED
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def is_filed(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "told the SEC it holds 8 percent": what one holds becomes known; "who HOLDS 8 percent" is told as known."""
    if group.index > 1 and phrases[group.index - 2].kind == "L":
        return False
    words = {word for phrase in phrases for t in phrase.tokens for word in t.low.split()}
    named = sum(grammar.words.is_a(word, "filing_body") for word in words) > 1
    return named or any(grammar.words.is_a(word, "filing") for word in words)


def is_exclusive(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    beside = [group, *arguments.slots.get("object", []), *phrases[max(group.index - 1, 0) : group.index + 4]]
    return any(grammar.words.is_a(t.low, "exclusive") for p in beside for t in p.with_adverbs)


def is_joint(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "jointly develop", "develop a car together": two in the subject do it side by side; but "together run 40 plants"
    is a sum."""
    partner = grammar.slot_of(["with"], arguments)
    doers = arguments.slots.get("subject", [])
    both = len(doers) == 1 and grammar.words.separable and _are_both(doers[0], grammar)
    if len(doers) < 2 and not partner and not both:
        return False
    behind = phrases[max(group.index - 1, 0) : group.index + 3]
    around = [p for p in phrases if p.clause == group.clause >= 0]
    opening = phrases[around[0].index - 1].adverbs if around and around[0].index else []  # ": GEMEINSAM mit Tal …"
    said = [*opening, *(t for p in [*behind, *around] for t in p.with_adverbs)]
    words = {t.low for t in said if grammar.words.is_a(t.low, "together")}
    counted = any(t.text[0].isdigit() for p in arguments.slots.get("object", []) for t in p.tokens[:-1])
    return any(not (counted and not partner and grammar.words.is_a(word, "summing")) for word in words)


def is_rest(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "the shares in Tal IT DOES NOT ALREADY OWN": all that is left."""
    return any(t.is_a(UNOWNED) for p in phrases[group.index : group.index + REST_WITHIN] for t in p.adverbs)


REST_WITHIN = 3
"""How many phrases from the shares on it stands that they are not yet owned."""


def is_even(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "will be owned EQUALLY by Norvik and Tal", "50-50"."""
    behind = phrases[max(group.index - 1, 0) : group.index + 3]
    return any(grammar.words.is_a(t.low, "evenly") for p in behind for t in p.with_adverbs)


def _are_both(phrase: Phrase, grammar: "Grammar") -> bool:
    """ "DIE BEIDEN FIRMEN bauen gemeinsam": two told of before, where "the partners" may be any."""
    words, noun = grammar.references, phrase.head.low
    return not phrase.names and words.is_plural_noun(noun) and noun not in words.relations


def is_of_takeover(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "Tal is seen as a TAKEOVER target. Norvik may bid": the sentences before speak of a takeover."""
    before = WORD.findall(phrases.before.lower())
    return any(grammar.words.is_a(word, "takeovers") for word in before)


WORD = re.compile(r"[\w-]++")


def is_empty_handed(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "ging LEER aus"."""
    around = [p for p in phrases if p.clause == group.clause]
    return any(grammar.words.is_a(t.low, "empty_handed") for p in around for t in p.with_adverbs)


def is_self_told(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "WE are thrilled to announce that Tal is joining Norvik": its own news, and of no body that members join."""
    firsts = (p.is_pronoun and grammar.words.is_a(p.head.low, "first_person") for p in phrases[: group.index])
    joined = [t for slot in ("subject", "object", "to") for p in arguments.slots.get(slot, []) for t in p.names]
    bodies = (grammar.words.is_a(t.low.rpartition(" ")[2], "joined_bodies") for t in joined)
    return any(firsts) and not any(bodies)
