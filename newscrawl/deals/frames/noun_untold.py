"""Nouns for deals that tell none: another thing, only offered or possible, denied, a price, a state of old."""

from itertools import pairwise

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.needs import meets
from newscrawl.deals.frames.offers import is_advice, is_mere_chance, is_offered
from newscrawl.deals.frames.shareholders import is_exchange, is_price
from newscrawl.deals.frames.support import Support, is_only_topic
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.frames.untold import is_denied, is_infinitive_of, is_only_measure, is_urged
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.lexicon import Verb
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.verb_groups import helpers_of


def tells_none(
    phrases: Phrases,
    host: Phrase,
    noun: Phrase,
    trigger: NounTrigger,
    arguments: Arguments,
    outer: NounTrigger | None,
    grammar: Grammar,
) -> bool:
    """Whether a noun tells no deal, or one that the noun around it tells ("die FÜHRUNG der Runde": who has it is said,
    not whose round it is)."""
    if trigger.follows and trigger.type not in phrases.told:
        return True
    if noun is not host and outer is not None and outer.type == trigger.type and not (outer.roles or outer.acts_as):
        return True
    if "since" in trigger.needs and _is_bygone(phrases, host, noun, grammar):
        return True
    if _is_another_thing(trigger, noun) or _is_no_news(phrases, host, arguments, grammar):
        return True
    if not _happens_once(trigger, grammar) and _is_ones_task(phrases, arguments, grammar):
        return True
    if trigger.status == "talks" and _is_of_somebody_else(trigger, arguments):
        return True
    group = arguments.governor
    if trigger.type == "funding" and group is not None and is_only_topic(phrases, group, arguments, grammar):
        return True
    if trigger.type == "funding" and is_only_measure(noun, arguments, grammar):
        return True
    return trigger.type == "contract" and _is_no_order(phrases, noun, arguments, grammar)


def _is_of_somebody_else(trigger: NounTrigger, arguments: Arguments) -> bool:
    """ "Talks between Norvik and Quorra over the sale OF TAL": neither of the two is for sale."""
    sides = [slot for slot, role in trigger.roles.items() if "|" in role and slot in arguments.slots]
    about = (p for slot, found in arguments.slots.items() if slot not in trigger.roles for p in found)
    return trigger.type == "acquisition" and bool(sides) and any(p.of is not None and p.of.names for p in about)


def _is_bygone(phrases: Phrases, host: Phrase, noun: Phrase, grammar: Grammar) -> bool:
    """ "Tal, FRÜHER Teil von Bergen, gehört seit 2014 zu Norvik": what has begun since is something else."""
    before = phrases[host.index - 1].adverbs if host.index else []
    return any(grammar.words.begins_as(token.low, "bygone") for token in (*noun.tokens, *before))


def is_unsupported(
    phrases: Phrases, noun: Phrase, trigger: NounTrigger, arguments: Arguments, support: Support, grammar: Grammar
) -> bool:
    """Whether nothing makes a noun news that is none alone, or what makes it news is negated, sought or of others."""
    slots, group = support.slots, arguments.governor
    if trigger.support_only and not support.roles and not _is_told_by(trigger, arguments):
        return True
    if trigger.type == "acquisition" and support.roles and _is_operation(slots.get("object", []), grammar):
        return True
    if trigger.support_only and trigger.status in (None, "announced") and _is_denied(phrases, arguments, grammar):
        return True
    if trigger.status == "announced" and trigger.names_party and group is not None and _is_sought(group):
        return True
    may_be_none = trigger.status in (None, "rumoured")
    return may_be_none and (_is_none(phrases, noun) or (trigger.support_only and _are_none(slots)))


def is_state_of_old(trigger: NounTrigger, arguments: Arguments, phrases: Phrases, grammar: Grammar) -> bool:
    """Whether the noun hangs on the verb of a state of which nothing says that it is new, or that was so once: "HATTE
    2019 noch 20 Prozent GEHALTEN"; or only says how far another company is owned ("gehört seit 2010 ZU 40 PROZENT
    der Tal AG")."""
    group = arguments.governor
    if group is None or group.verb is None or group.verb.lemma not in trigger.states:
        return False
    host = phrases[arguments.host]
    if host.is_measure and arguments.governed_as == host.preposition:
        return True
    if _is_only_sized(phrases, host, group, grammar):
        return True
    if any(t.is_a("pluperfect") and t.is_a("have") for t in helpers_of(group, phrases)):
        return True
    return not meets("turn", arguments, phrases, group, grammar)


def _is_only_sized(phrases: Phrases, share: Phrase, group: Phrase, grammar: Grammar) -> bool:
    """ "Der Anteil der Norvik AG an Tal liegt künftig BEI 20 PROZENT": nobody says who bought or sold what."""
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    sized = any(p.preposition and p.is_measure for found in slots.values() for p in found)
    return sized and any(p.index == share.index for p in slots.get("subject", []))


def is_unwanted(phrases: Phrases, noun: Phrase, arguments: Arguments) -> bool:
    """ "PLANS NO merger with Tal", "strebt KEINE Fusion mit Tal an"."""
    group = arguments.governor
    negated = noun.determiner is not None and noun.determiner.tag == "X"
    return (
        negated and group is not None and group.verb is not None and phrases.words.is_a(group.verb.lemma, "intending")
    )


def _is_another_thing(trigger: NounTrigger, noun: Phrase) -> bool:
    """Whether the words around the noun make it mean no deal of the trigger."""
    if trigger.modifiers and not _is_modified(noun, trigger.modifiers):
        return True
    before = [token.low for token in noun.tokens[-3:-1]] if trigger.pseudo else []
    return bool(before) and (before[-1] in trigger.pseudo or " ".join(before) in trigger.pseudo)


def _is_no_news(phrases: Phrases, host: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """Whether the deal is only offered, asked for, advised or possible."""
    group = arguments.governor
    if group is not None and (is_offered(phrases, group, grammar.references) or is_urged(phrases, group, grammar)):
        return True
    if is_price(phrases, host, arguments, grammar):
        return True
    return (
        is_advice(arguments, grammar)
        or is_mere_chance(phrases, host, grammar)
        or is_exchange(phrases, arguments, grammar)
    )


def _happens_once(trigger: NounTrigger, grammar: Grammar) -> bool:
    """ "She oversaw THE PURCHASE of Tal": a fact, whoever was in charge of it."""
    bought = trigger.type in ("acquisition", "merger", "stake") and not grammar.words.separable
    return bought or trigger.type == "funding" or trigger.acts_as == "give"


def _is_ones_task(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """ "Bei NORVIK VERANTWORTETE SIE die Partnerschaft mit Tal", "was RESPONSIBLE for the alliance with Tal": what a
    person was in charge of, unless the noun itself has both sides."""
    words, group = grammar.words, arguments.governor
    if group is None or group.passive or sum(len(p.names) for found in arguments.slots.values() for p in found) > 1:
        return False
    around = clause_of(phrases, group) if words.separable else phrases[: arguments.host]
    if group.verb is None:
        return any(t.is_a("responsible") for p in around for t in p.with_adverbs)
    at_a_firm = any(p.names and words.is_a(p.preposition, "employed_at") for p in around)
    doers = grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])
    return words.is_a(group.verb.lemma, "in_charge") and (at_a_firm or any(map(_may_be_somebody, doers)))


def _may_be_somebody(phrase: Phrase) -> bool:
    """Whether a pronoun can mean a person: "she", "sie", but not "it"."""
    return phrase.is_pronoun and not phrase.head.is_a("thing")


def _is_no_order(phrases: Phrases, noun: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "HOPES TO WIN a contract from Tal": nobody knows who gets it; "ORDERS from Tal ROSE": so many in all."""
    group = arguments.governor
    gains = group is not None and group.verb is not None and group.verb.group == "gain"
    if group is not None and gains and is_infinitive_of(phrases, group, "tendering", grammar):
        return True
    behind = next((p for p in phrases[arguments.host + 1 :] if p.kind != "NP"), None)
    moves = behind is not None and behind.verb is not None and grammar.words.is_a(behind.verb.lemma, "rising")
    return moves and noun.head.low.endswith("s") and not grammar.references.compounding


def _is_told_by(trigger: NounTrigger, arguments: Arguments) -> bool:
    """Whether the verb beside the noun makes it news without giving anybody a role ("the licence ends")."""
    group = arguments.governor
    return group is not None and group.verb is not None and group.verb.lemma in trigger.support


def _is_operation(objects: list[Phrase], grammar: Grammar) -> bool:
    """ "legt DEN BETRIEB DER SERVER in die Hände von Tal": who runs something for another does not buy it."""
    return any(p.of is not None and p.head.low in grammar.references.operations for p in objects)


def _is_denied(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """ "gewinnt das Rennen um Tal NICHT", "has NOT signed a contract": where only the verb makes a deal of the noun."""
    group = arguments.governor
    if group is None:
        return False
    verb = group.verb
    told = verb is not None and any(phrases.words.is_a(verb.lemma, kind) for kind in ("continuing", "making_known"))
    makes = verb is not None and verb.group in MAKING and not told
    said = any(p.verb is not None and p.verb.group == "say" for p in phrases)  # a denial
    if grammar.words.separable and [t.tag for t in phrases[max(arguments.host - 1, 0)].tokens] == ["X"]:
        return True  # "zählt NICHT zum Kreis der Geldgeber"
    return is_denied(phrases, group) or (makes and group.helper("X") and not said)


MAKING = ("make", "agree", "gain", "give")
"""Classes of verbs with which a deal comes about; but of those that go on with one, "not" says that it ends ("will not
RENEW its contract"), and of those that make it known, that it is there ("has not DISCLOSED its contract")."""


def _is_sought(group: Phrase) -> bool:
    """ "hired Norvik TO FIND a buyer", "to help it FIND a buyer": there is none yet."""
    return bool(group.helper("2")) or (group.form == "infinitive" and not group.helpers)


def _is_none(phrases: Phrases, noun: Phrase) -> bool:
    """ "has NO partnership with Tal", "signed NO agreement": not where somebody says or plans so, who denies it."""
    before = phrases[noun.index - 1] if noun.index and phrases[noun.index - 1].kind == "VG" else None
    bare = before is not None and before.verb is None and before.tokens[-1].tag == "X" and len(before.tokens) > 1
    negated = (noun.determiner is not None and noun.determiner.tag == "X") or (bare and not phrases.words.separable)
    return negated and not any(p.verb is not None and _denies(p.verb, phrases) for p in phrases)


def _denies(verb: Verb, phrases: Phrases) -> bool:
    return verb.group == "say" or phrases.words.is_a(verb.lemma, "intending")


def _are_none(slots: dict[str, list[Phrase]]) -> bool:
    """ "holt KEINEN Partner an Bord"."""
    return any(p.determiner is not None and p.determiner.tag == "X" for p in slots.get("object", []))


def _is_modified(noun: Phrase, modifiers: tuple[str, ...]) -> bool:
    """Whether one of the modifiers stands in the phrase, be it two words ("an AI TRAINING deal": pilots train, too)."""
    determiner = [noun.determiner] if noun.determiner is not None else []
    words = [token.low for token in (*determiner, *noun.tokens)]
    return any(word in modifiers for word in (*words, *map(" ".join, pairwise(words))))
