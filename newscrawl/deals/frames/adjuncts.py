"""Deals beside a verb: that in "grows WITH THE PURCHASE of Tal" is its subject's, and in a headline its label's."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def as_adjunct(
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
    return {"subject": adjunct_role(trigger, arguments, grammar)}, {"subject": subject}


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


def adjunct_role(trigger: NounTrigger, arguments: Arguments, grammar: Grammar) -> str:
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


def in_headline(
    phrases: Phrases, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """Without a verb, the name before the preposition does it: "Norvik vor Übernahme von Tal"."""
    k = arguments.host
    if trigger.adjunct is None:
        return {}, {}
    labelled = label_of(phrases, k, grammar)
    if labelled:
        return {"subject": adjunct_role(trigger, arguments, grammar)}, {"subject": labelled}
    if k < 1 or not grammar.words.is_a(phrases[k].preposition, "adjunct"):
        return {}, {}
    before = phrases[k - 2] if phrases[k - 1].kind == "," and k > 1 else phrases[k - 1]
    if before.kind != "NP" or before.preposition or not before.names:
        return {}, {}
    joined = [before]
    while joined[0].index > 1 and phrases[joined[0].index - 1].kind == "&" and phrases[joined[0].index - 2].names:
        joined.insert(0, phrases[joined[0].index - 2])
    return {"subject": adjunct_role(trigger, arguments, grammar)}, {"subject": joined}


def label_of(phrases: Phrases, k: int, grammar: Grammar) -> list[Phrase]:
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
