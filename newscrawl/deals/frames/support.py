"""What the verb that governs a deal noun adds to its roles: "NORVIK completed the purchase"."""

from dataclasses import dataclass, field

from newscrawl.deals.frames.adjuncts import adjunct_role, as_adjunct, in_headline, label_of
from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.participles import before_participle, participle_in
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.syntax.lexicon import Verb
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


@dataclass(slots=True, eq=False)
class Support:
    """What makes a deal noun news: the roles it gives, by slot, and what stands in the slots."""

    roles: dict[str, str]
    slots: dict[str, list[Phrase]]
    attribute: dict[str, str] = field(default_factory=dict)
    """The roles that an attribute before the noun gives where a verb makes it news."""
    attributes: dict[str, list[Phrase]] = field(default_factory=dict)
    """What stands in the slots of the attribute."""
    talked: bool = False
    """Whether it is only talked about."""
    by_attribute: bool = False
    """Whether the attribute alone makes it news: "die von Norvik GEKAUFTE Beteiligung"."""


def support_of(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """What the governing verb adds: its map of roles, and its own slots."""
    group = arguments.governor
    if group is None:
        return in_headline(phrases, trigger, arguments, grammar)
    if group.verb is None:
        return as_adjunct(phrases, trigger, arguments, grammar)
    if is_only_topic(phrases, group, arguments, grammar):
        return {}, {}
    mapped = _mapped_by(phrases, trigger, group, arguments, grammar)
    benefits = arguments.governed_as == "subject" and grammar.words.is_a(group.verb.lemma, "benefits")
    if not mapped and not benefits:
        return as_adjunct(phrases, trigger, arguments, grammar)
    if trigger.adjunct is not None and mapped.get("subject") == trigger.adjunct:
        mapped = {**mapped, "subject": adjunct_role(trigger, arguments, grammar)}
    slots = dict(grammar.order.verb_arguments(phrases, group.index, True).slots)
    fronted = grammar.triggers.compounding and not benefits
    if fronted and any(p.index == arguments.host for p in slots.get("subject", [])):
        slots["subject"] = _whom_it_concerns(slots)  # "Die Kooperation gaben BEIDE FIRMEN bekannt"
    if arguments.governed_as == "subject" and not group.passive:
        if benefits and trigger.adjunct:
            return {"indirect" if slots.get("indirect") else "object": trigger.adjunct}, slots
        if benefits and group.verb.group == "give":
            return {}, {}  # "The stake in Tal GIVES Norvik a seat": nobody gives it up
        if group.verb.lemma not in trigger.support:
            return mapped, {}
        if not grammar.triggers.compounding:
            slots["subject"] = slots.pop("object", [])
    if not slots.get("subject") and (labelled := label_of(phrases, arguments.host, grammar)):
        slots["subject"] = labelled  # "Norvik: Kauf von Tal abgeschlossen"
    _give_over_own(slots, arguments)
    if "second object" in slots and "object" in slots:
        slots["indirect"] = slots["object"]
    return mapped, _not_taken(slots, {s: p for s, p in arguments.slots.items() if s in trigger.roles})


def _mapped_by(
    phrases: Phrases, trigger: NounTrigger, group: Phrase, arguments: Arguments, grammar: Grammar
) -> dict[str, str]:
    """The roles that the governing verb gives to its slots; none where it is about another deal."""
    assert group.verb is not None
    mapped = _support_of(trigger, group.verb, arguments.governed_as)
    if trigger.type == "stake" and _pays_for_company(phrases, group, arguments, grammar):
        mapped = {}
    if _is_of_who_says_so(phrases, group, arguments) or _comes_of_it(phrases, group):
        mapped = {slot: role for slot, role in mapped.items() if slot != "subject"}
    if not mapped and _is_got(phrases, group, arguments, grammar):
        mapped = trigger.support.get("gain", {})
    if mapped and _is_given_in_a_headline(trigger, arguments, grammar):
        return {"subject": trigger.support["give retained"]["object"]}
    return mapped


def _is_of_who_says_so(phrases: Phrases, group: Phrase, arguments: Arguments) -> bool:
    """ "NORVIK SAID Bergen approved ITS merger with Tal": who rules on it makes none."""
    assert group.verb is not None
    if not phrases[arguments.host].is_owned or not phrases.words.is_a(group.verb.lemma, "ruling"):
        return False
    return any(p.verb is not None and p.verb.group == "say" for p in phrases[: group.index])


def _pays_for_company(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "acquired TAL from Bergen FOR 5 MILLION SHARES", "gave Tal $5M FOR SHARES": what is paid with or for; "got $5m
    for its stake" tells a sale."""
    verb = group.verb
    if verb is None or arguments.governed_as in ("object", "subject", "retained") or grammar.triggers.compounding:
        return False
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    if verb.group == "give" and any(p.head.tag == "M" for p in slots.get("second object", [])):
        return True
    things = slots.get("object", []) if verb.group == "gain" else []
    return any(not p.is_measure and (p.names or p.is_pronoun or p.owner is not None) for p in things)


def _comes_of_it(phrases: Phrases, group: Phrase) -> bool:
    """ "Norvik invested $5m, GIVING IT 10 percent of Tal": what is done, and nobody, gives the share."""
    gives = group.verb is not None and group.verb.group == "give" and group.form == "gerund" and not group.helpers
    beside = phrases[group.index + 1 : group.index + 2]
    return gives and phrases[group.index - 1].kind == "," and any(p.is_pronoun for p in beside)


def is_only_topic(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "raised QUESTIONS ABOUT the round", "lost a CASE OVER the contract": the verb has an object of its own, and the
    deal is what that is about."""
    if group.passive or arguments.host < group.index or not grammar.words.is_a(arguments.governed_as, "topic_of"):
        return False
    thing = phrases[group.index + 1]
    own = thing.kind == "NP" and thing.index < arguments.host and not (thing.preposition or thing.is_measure)
    return own and thing.head.tag == "N" and not grammar.words.is_a(thing.head.low, "agreements")


def _whom_it_concerns(slots: dict[str, list[Phrase]]) -> list[Phrase]:
    """The object of a verb whose subject the deal is, but no sum: "Die Übernahme kostet NORVIK 3 Millionen Euro"."""
    things = slots.pop("object", [])
    return slots.get("indirect", things) if things and all(p.is_measure for p in things) else things


def _give_over_own(slots: dict[str, list[Phrase]], arguments: Arguments) -> None:
    """In "die Rechte an dem Mittel an NORVIK vergeben" the first "an" is the noun's own, the second the verb's."""
    own = slots.get("an", [])
    if own and own[0].index == arguments.host + 1 and "an 2" in slots and arguments.governed_as == "object":
        slots["an"] = slots.pop("an 2")


def attributed(
    phrases: Phrases, host: Phrase, trigger: NounTrigger, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """What a participle before the noun adds: "eine VON NORVIK UND TAL GEGRÜNDETE Gemeinschaftsfirma"."""
    token = participle_in(host)
    if token is None or token.participle is None:
        return {}, {}
    mapped = _support_of(trigger, token.participle.verb, "object")
    if is_held(host, trigger):
        mapped = {"subject": "seller", "bei": "seller"} if "seller" in trigger.support.get("gain", {}).values() else {}
    slots = before_participle(phrases, host, grammar).slots if mapped else {}
    return (mapped, slots) if mapped.keys() & slots.keys() else ({}, {})


def is_held(host: Phrase, trigger: NounTrigger) -> bool:
    """Whether a participle before the noun says only who has it: "kauft die VON TAL GEHALTENEN Anteile"."""
    token = participle_in(host)
    return token is not None and token.participle is not None and token.participle.verb.lemma in trigger.states


def _is_given_in_a_headline(trigger: NounTrigger, arguments: Arguments, grammar: Grammar) -> bool:
    """ "Norvik awarded contract by Tal": who gives it stands behind, so the subject is given it."""
    group = arguments.governor
    if group is None or group.verb is None or group.verb.group != "give" or group.helpers or group.form != "past":
        return False
    given = arguments.governed_as == "object" and "give retained" in trigger.support
    return given and any(grammar.words.is_a(slot, "passive_agent") for slot in arguments.slots)


def _is_got(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "owns 10 percent of Tal, WHICH IT BOUGHT in 2019", "holds a stake in Tal, ACQUIRED in 2019"."""
    keeps = group.verb is not None and grammar.words.is_a(group.verb.lemma, "keeping")
    if not keeps or arguments.governed_as != "object":
        return False
    comma = next((p.index for p in phrases[arguments.host + 1 :] if p.kind != "NP"), len(phrases))
    if comma + 1 >= len(phrases) or phrases[comma].kind not in ",LS":
        return False
    told = next((p for p in phrases[comma + 1 : comma + 4] if p.kind == "VG"), None)
    if told is None or told.verb is None or told.verb.group != "gain" or told.form not in ("past", "participle"):
        return False
    behind = phrases[told.index + 1 : told.index + 2]
    return all(p.kind != "NP" or p.preposition or p.is_time for p in behind)  # but "BOUGHT ANOTHER 15 percent"


def _not_taken(slots: dict[str, list[Phrase]], own: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
    """The verb's slots without those phrases that belong to the noun ("seinen Anteil AN TAL an Bergen")."""
    kept: dict[str, list[Phrase]] = {}
    for slot, phrases in slots.items():
        mine = own.get(slot)
        if mine and phrases and mine[0].index == phrases[0].index and slot not in ("subject", "object"):
            phrases = slots.get(f"{slot} 2", [])
        if phrases:
            kept[slot] = phrases
    return kept


def _support_of(trigger: NounTrigger, verb: Verb, governed_as: str) -> dict[str, str]:
    """The roles that a governing verb gives: its own, those with its preposition ("gain for"), those of its class."""
    for key in (f"{verb.lemma} {governed_as}", f"{verb.group} {governed_as}", verb.lemma):
        if key in trigger.support:
            return trigger.support[key]
    return trigger.support.get(verb.group, {}) if governed_as in ("object", "subject") else {}
