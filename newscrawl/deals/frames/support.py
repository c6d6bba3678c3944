"""What the verb that governs a deal noun adds to its roles: "NORVIK completed the purchase"."""

from dataclasses import dataclass, field

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
        return _headline(phrases, trigger, arguments, grammar)
    if group.verb is None:
        return _adjunct(phrases, trigger, arguments, grammar)
    if is_only_topic(phrases, group, arguments, grammar):
        return {}, {}
    mapped = _support_of(trigger, group.verb, arguments.governed_as)
    if trigger.type == "stake" and _pays_for_company(phrases, group, arguments, grammar):
        mapped = {}
    if _is_of_who_says_so(phrases, group, arguments) or _comes_of_it(phrases, group):
        mapped = {slot: role for slot, role in mapped.items() if slot != "subject"}
    if not mapped and _is_got(phrases, group, arguments, grammar):
        mapped = trigger.support.get("gain", {})
    benefits = arguments.governed_as == "subject" and grammar.words.is_a(group.verb.lemma, "benefits")
    if not mapped and not benefits:
        return _adjunct(phrases, trigger, arguments, grammar)
    if _is_given_in_a_headline(trigger, arguments, grammar):
        mapped = {"subject": trigger.support["give retained"]["object"]}
    if trigger.adjunct is not None and mapped.get("subject") == trigger.adjunct:
        mapped = {**mapped, "subject": _adjunct_role(trigger, arguments, grammar)}
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
    if not slots.get("subject") and (labelled := _labelled(phrases, arguments.host, grammar)):
        slots["subject"] = labelled  # "Norvik: Kauf von Tal abgeschlossen"
    _give_over_own(slots, arguments)
    if "second object" in slots and "object" in slots:
        slots["indirect"] = slots["object"]
    return mapped, _not_taken(slots, {s: p for s, p in arguments.slots.items() if s in trigger.roles})


def _is_of_who_says_so(phrases: Phrases, group: Phrase, arguments: Arguments) -> bool:
    """ "NORVIK SAID Bergen approved ITS merger with Tal": who rules on it makes none."""
    assert group.verb is not None
    if not phrases[arguments.host].is_owned or not phrases.words.is_a(group.verb.lemma, "ruling"):
        return False
    return any(p.verb is not None and p.verb.group == "say" for p in phrases[: group.index])


def _pays_for_company(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """ "acquired TAL from Bergen FOR 5 MILLION SHARES", "gave Tal $5M FOR SHARES": what is paid with or for; "got $5m
    for its stake" tells a sale."""
    beside = group.verb is not None and arguments.governed_as not in ("object", "subject", "retained")
    if not beside or group.verb is None or grammar.triggers.compounding:
        return False
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    if group.verb.group == "give" and any(p.head.tag == "M" for p in slots.get("second object", [])):
        return True
    things = slots.get("object", []) if group.verb.group == "gain" else []
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


def _adjunct(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """Behind a preposition, the subject of the clause does it: "with the purchase of Tal, Norvik grows"."""
    group = arguments.governor
    stage = arguments.nested and _is_stage(phrases[arguments.host], grammar)
    if trigger.adjunct is None or group is None or not (stage or _is_beside(phrases, group, arguments, grammar)):
        return {}, {}
    advised = _is_advised(group, arguments.governed_as, grammar)
    if arguments.nested and not (advised or stage):
        return {}, {}  # "following news of the purchase"
    if advised:
        _leave_out_adviser(phrases, group, arguments, grammar)
    if trigger.acts_as == "give" and "owner" in arguments.slots:
        return {}, {}  # "voted on NORVIK'S sale to Tal"
    owned = trigger.roles.get("owner", trigger.roles.get("named owner")) == trigger.adjunct
    if owned and any(p.names for p in arguments.slots.get("owner", ())):
        return {}, {}  # "Bergen gains by NORVIK'S venture with Tal"
    if trigger.status is None and _is_any(phrases[arguments.host]) and trigger.roles.keys().isdisjoint(arguments.slots):
        return {}, {}
    verb = group.verb
    if grammar.triggers.compounding and verb is not None and verb.group == "say" and not arguments.host:
        return {}, {}  # "Über die Übernahme hatte der Kurier berichtet"
    by_it = advised or grammar.words.is_a(arguments.governed_as, "by_which")
    when = grammar.words.is_a(arguments.governed_as, "adverbial") and not (stage or by_it)
    bids = trigger.adjunct == "acquirer" and trigger.status == "talks"  # of which others speak, too
    if when and bids and _rated(group, grammar.order.verb_arguments(phrases, group.index, True).slots, grammar) is None:
        return {}, {}  # "Nach dem Angebot für Tal hält sich BERGEN bedeckt"
    if grammar.triggers.compounding and trigger.acts_as == "give" and _names_target(trigger, arguments) and not by_it:
        return {}, {}  # "Nach dem Verkauf von Tal gründete Huber eine Firma"
    subject = adjunct_subject(phrases, arguments, grammar)
    return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": subject}


def _is_stage(host: Phrase, grammar: Grammar) -> bool:
    """ "Nach dem ABSCHLUSS der Übernahme von Tal", "Zur FINANZIERUNG der Übernahme von Tal": what is done for a deal by
    those who make it."""
    return bool(host.preposition) and grammar.words.is_a(host.head.low, "stages_of_deals")


def _leave_out_adviser(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> None:
    """Who advises in a passive is no party: "wurde beim Kauf der Tal AG VON BERGEN beraten"."""
    if not grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject"):
        arguments.slots.pop("von", None)


def _is_any(noun: Phrase) -> bool:
    """Whether a noun means no deal in particular: "grew through acquisitions"."""
    return noun.determiner is None and noun.owner is None and noun.head.low.endswith("s") and not noun.names


def adjunct_subject(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> list[Phrase]:
    """The subject of the clause in which a deal noun stands behind a preposition ("nach dem Kauf von Tal")."""
    group = arguments.governor
    stage = arguments.nested and _is_stage(phrases[arguments.host], grammar)
    if group is None or not (stage or _is_beside(phrases, group, arguments, grammar)):
        return []
    if _are_any(phrases, arguments, grammar):
        return []
    if group.verb is not None and grammar.words.is_a(group.verb.lemma, "arising"):
        return []  # "Nach der Übernahme von Tal ENTSTAND Bergen"
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    rated = _rated(group, slots, grammar)
    subject = rated if rated is not None else _instead(group, slots, grammar) or _whose_it_is(group, slots, grammar)
    return [_whose_figure(phrases, p) for p in subject]


def _are_any(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """ "hat Geld für ZUKÄUFE", "wächst durch ÜBERNAHMEN": several of which none is told."""
    host = phrases[arguments.host]
    alone = grammar.triggers.compounding and host.determiner is None and host.of is None and len(host.tokens) == 1
    told = any(p.names for slot in ("von", "wie", "of") for p in arguments.slots.get(slot, []))
    return alone and not told and grammar.references.is_plural(host.head.low)


def _whose_figure(phrases: Phrases, phrase: Phrase) -> Phrase:
    """Whose it is that rises or falls: "Dank des Kaufs von Tal stieg der Umsatz VON NORVIK", "Despite the purchase of
    Tal NORVIK'S sales fell"."""
    if phrase.owner is not None and phrase.owner.names and not phrase.names:
        return phrase.owner
    if phrase.names or phrase.head.tag != "N" or not phrase.index or phrases.words.is_a(phrase.head.low, "owners"):
        return phrase
    if phrase.of is not None:
        return phrase.of if phrase.of.names else phrase
    behind = phrases[phrase.index + 1] if phrase.index + 1 < len(phrases) else None
    return behind if behind is not None and behind.preposition == "von" and behind.names else phrase


def _whose_it_is(governor: Phrase, slots: dict[str, list[Phrase]], grammar: Grammar) -> list[Phrase]:
    """The subject, who lets it be done, or for whom it is something: "Für NORVIK ist es nach dem Kauf ein Zukauf"."""
    subject = slots.get("subject", []) or slots.get("causer", [])
    if governor.verb is not None or any(p.names for p in subject):
        return subject
    return next((p for slot, p in slots.items() if grammar.words.is_a(slot, "for_whom") and p[0].names), subject)


def _rated(governor: Phrase, slots: dict[str, list[Phrase]], grammar: Grammar) -> list[Phrase] | None:
    """Whom analysts rate, who buy nothing: "Die Nordbank hat das Kursziel FÜR NORVIK nach dem Kauf von Tal gesenkt",
    "has upgraded NORVIK". None where nobody rates anybody."""
    words, things = grammar.words, slots.get("object", [])
    if governor.verb is not None and words.is_a(governor.verb.lemma, "rating_verbs") and any(p.names for p in things):
        return things
    of_whom = [p.of for p in things if words.is_a(p.head.low, "ratings") and p.of is not None]
    if not any(words.is_a(p.head.low, "ratings") for p in things):
        return None
    return of_whom + [p for slot, found in slots.items() if words.is_a(slot, "rated_for") for p in found if p.names]


def _instead(governor: Phrase, slots: dict[str, list[Phrase]], grammar: Grammar) -> list[Phrase]:
    """Who does it instead of the subject: "Bergen advised NORVIK on it", "Berg joined NORVIK with its purchase"."""
    if governor.verb is None:
        return []
    if grammar.words.is_a(governor.verb.lemma, "advised") and (grammar.triggers.compounding or not governor.passive):
        return slots.get("object", [])
    if governor.passive:
        return []
    if grammar.words.is_a(governor.verb.lemma, "arriving"):
        return [p for p in slots.get("object") or slots.get("to") or slots.get("indirect", []) if not _is_place(p)]
    return []


def _is_place(phrase: Phrase) -> bool:
    """ "came to THE NETHERLANDS with the purchase of Tal": a capitalised word that is no name of a company."""
    return not phrase.names and phrase.head.tag == "N" and phrase.head.text[0].isupper()


def _is_beside(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: Grammar) -> bool:
    """Whether the subject of the clause does what a preposition adds: "grows WITH the purchase of Tal", "signed an
    AGREEMENT with Bergen FOR the purchase of Tal"."""
    host = phrases[arguments.host]
    if (
        arguments.nested
        or grammar.triggers.compounding
        or not grammar.words.is_a(host.preposition, "before_infinitive")
    ):
        return _is_adjunct(group, arguments.governed_as, grammar)
    before = host.index - 1
    while before > 0 and phrases[before].kind == "NP" and phrases[before].preposition:
        before -= 1
    agreed = phrases[before].kind == "NP" and grammar.words.is_a(phrases[before].head.low, "agreements")
    return agreed or _is_adjunct(group, arguments.governed_as, grammar)


def _is_adjunct(governor: Phrase, preposition: str, grammar: Grammar) -> bool:
    """Whether behind a preposition the subject does it; behind "is", one may be near it: "are close TO a merger"."""
    if grammar.words.is_a(preposition, "adjunct") or _is_advised(governor, preposition, grammar):
        return True
    return governor.verb is None and grammar.words.is_a(preposition, "beside_be")


def _is_advised(governor: Phrase, preposition: str, grammar: Grammar) -> bool:
    """ "beriet Norvik BEIM Kauf von Tal": in what somebody is advised."""
    verb = governor.verb
    return (
        verb is not None and grammar.words.is_a(verb.lemma, "advised") and grammar.words.is_a(preposition, "advised_in")
    )


def _adjunct_role(trigger: NounTrigger, arguments: Arguments, grammar: Grammar) -> str:
    """Where the noun names its agent, the other side is left: "Tal vor Übernahme durch Norvik"."""
    agent = grammar.slot_of(["agent"], arguments)
    assert trigger.adjunct is not None
    if grammar.triggers.compounding and _names_doer(trigger, arguments):
        return trigger.roles.get("bei", trigger.roles.get("of", trigger.adjunct))
    if grammar.triggers.compounding and trigger.acts_as == "give" and not _names_target(trigger, arguments):
        return "target"  # "Nach dem Verkauf an Norvik wuchs TAL"
    if agent is None or trigger.roles.get(agent) != trigger.adjunct:
        return trigger.adjunct
    return trigger.roles.get("of", trigger.adjunct)


def _names_target(trigger: NounTrigger, arguments: Arguments) -> bool:
    return any(trigger.roles.get(slot) == "target" for slot in arguments.slots)


def _names_doer(trigger: NounTrigger, arguments: Arguments) -> bool:
    """ "Nach dem Einstieg DES INVESTORS NORVIK wuchs Tal": who does it is named, and not to whom."""
    doing = [slot for slot, role in trigger.roles.items() if role == trigger.adjunct and slot in arguments.slots]
    return any(p.names for slot in doing for p in arguments.slots[slot]) and "bei" in trigger.roles


def _headline(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """Without a verb, the name before the preposition does it: "Norvik vor Übernahme von Tal"."""
    k = arguments.host
    if trigger.adjunct is None:
        return {}, {}
    labelled = _labelled(phrases, k, grammar)
    if labelled:
        return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": labelled}
    if k < 1 or not grammar.words.is_a(phrases[k].preposition, "adjunct"):
        return {}, {}
    before = phrases[k - 2] if phrases[k - 1].kind == "," and k > 1 else phrases[k - 1]
    if before.kind != "NP" or before.preposition or not before.names:
        return {}, {}
    joined = [before]
    while joined[0].index > 1 and phrases[joined[0].index - 1].kind == "&" and phrases[joined[0].index - 2].names:
        joined.insert(0, phrases[joined[0].index - 2])
    return {"subject": _adjunct_role(trigger, arguments, grammar)}, {"subject": joined}


def _labelled(phrases: Phrases, k: int, grammar: Grammar) -> list[Phrase]:
    """Who does it where a colon parts the deal from its party: "Norvik: Übernahme von Tal perfekt", "Fusion mit Tal:
    Norvik wächst"."""
    if not grammar.triggers.compounding:
        return []
    if k > 1 and phrases[k - 1].kind == ":" and all(p.kind == "&" or p.head.tag == "E" for p in phrases[: k - 1]):
        return [p for p in phrases[: k - 1] if p.kind == "NP"]
    colon = next((p.index for p in phrases[k + 1 :] if p.kind == ":"), None)
    if colon is None or any(p.kind == "VG" for p in phrases[:colon]) or colon + 1 >= len(phrases):
        return []
    verb = next((p for p in phrases[colon:] if p.kind == "VG" and p.clause == phrases[colon + 1].clause), None)
    if verb is None:
        return []
    subject = grammar.order.verb_arguments(phrases, verb.index, False).slots.get("subject", [])
    return [p for p in subject if p.names]


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
