"""The sides that a deal noun leaves to the text around it: "THE purchase of Tal", "the deal includes a partnership"."""

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import fillers
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.frames.noun_slots import is_rest
from newscrawl.deals.frames.roles import is_open
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def add_topic(
    roles: dict[str, list[Filler]],
    trigger: NounTrigger,
    noun: Phrase,
    own: Arguments,
    governor: Phrase | None,
    grammar: Grammar,
) -> None:
    """One side named alone by a preposition ("durch", "mit"), or behind "the": the other is the company of the text."""
    if governor is not None and governor.verb is not None and grammar.words.is_a(governor.verb.lemma, "judging"):
        return  # "Norvik CRITICIZED the purchase of Tal"
    topics = (trigger.topic or "").split("|") if trigger.topic else []
    unsaid = next((role for role in topics if role == "partner" or _is_unsaid(role, roles)), None)
    said = [f for role, found in roles.items() if role not in ("seller", unsaid) for f in found]
    said += [f for f in roles.get(unsaid or "", []) if not f.body]
    said = [f for f in said if f.reference != "described"]
    slot = grammar.slot_of(["agent", "with"], own)
    is_told = trigger.follows or trigger.names_party
    is_told = is_told or any(need in ("since", "takeover told") or need.startswith("named ") for need in trigger.needs)
    is_told = is_told or (slot is not None and slot in trigger.roles) or _is_the(noun, trigger, own, grammar)
    if unsaid is None or _is_said_otherwise(unsaid, trigger, own, grammar):
        return
    if unsaid == "target" and said and _are_known_shares(trigger, noun, own, governor, grammar):
        roles[unsaid] = [Filler(noun.head.start, noun.head.end, reference="shares")]
        return
    if not (is_told or _is_share_of_unsaid(trigger, noun, own, governor, grammar)):
        return
    one_by_one = unsaid == "acquirer" and all(f in roles.get("target", []) and f.entity is not None for f in said)
    one = len(said) == 1 and (said[0].entity is not None or (said[0].unit and "seller" in roles))
    rivals = trigger.names_party and trigger.rivals and all(f.entity is not None for f in said)
    if (
        one
        or (said and (one_by_one or rivals))
        or (unsaid in ("partner", "supplier") and _are_all_with(said, trigger, own, grammar))
    ):
        named = [f for f in roles.get(unsaid, []) if f.entity is not None]
        roles[unsaid] = [*named, Filler(noun.head.start, noun.head.end, reference="topic")]


def is_debt_of(phrases: Phrases, host: Phrase, grammar: Grammar) -> bool:
    """ "DEBT FROM its purchase of Tal": it is done, and still to be paid."""
    before = phrases[host.index - 1] if host.index else None
    owed = before is not None and before.kind == "NP" and before.head.is_a("debts")
    return owed and grammar.words.is_a(host.preposition, "owed_for")


def bought_at(
    roles: dict[str, list[Filler]], phrases: Phrases, arguments: Arguments, grammar: Grammar
) -> dict[str, list[Filler]]:
    """The roles, with the company for which somebody was in charge of a purchase as its buyer: "AT NORVIK, Ann Berg
    oversaw the purchase of Tal", "joined from NORVIK, where she led it"."""
    group = arguments.governor
    if group is None or group.passive or not roles.get("acquirer") or not is_in_charge(phrases, arguments, grammar):
        return roles
    firms = [p for p in phrases if p.kind == "NP" and p.names and _is_employer(p, phrases, grammar)]
    return roles | {"acquirer": fillers(firms[:1], grammar.references)} if firms else roles


def is_in_charge(phrases: Phrases, arguments: Arguments, grammar: Grammar) -> bool:
    """Whether the verb that governs a noun says who was in charge: "OVERSAW the purchase", "was RESPONSIBLE for it"."""
    group = arguments.governor
    if group is None:
        return False
    if group.verb is not None:
        return grammar.words.is_a(group.verb.lemma, "in_charge")
    around = (group, *phrases[group.index + 1 : arguments.host + 1])
    return any(t.is_a("responsible") for p in around for t in p.with_adverbs)


def _is_employer(phrase: Phrase, phrases: Phrases, grammar: Grammar) -> bool:
    """ "AT NORVIK", "from NORVIK, WHERE she …"."""
    behind = phrases[phrase.index + 1 : phrase.index + 3]
    goes_on = len(behind) > 1 and behind[0].kind == "," and behind[1].tokens[0].is_a("there")
    return grammar.words.is_a(phrase.preposition, "employed_at") or goes_on


def owed_by(
    roles: dict[str, list[Filler]], phrases: Phrases, host: Phrase, own: Arguments, grammar: Grammar
) -> dict[str, list[Filler]]:
    """The roles, with who has the debts as who bought: "AUF NORVIK lasten Schulden aus dem Kauf von Tal"; nobody's
    where that is not told."""
    if not any(f.reference == "topic" for f in roles.get("acquirer", [])):
        return roles
    inside = {p.index for found in own.slots.values() for p in found}
    beside = [p for p in phrases if p.kind == "NP" and p.clause == host.clause and p.index not in inside]
    named = [p for p in beside if p.names] or beside[:1]
    found = fillers(named[:1], grammar.references)
    return roles | {"acquirer": found} if found else {}


def _are_all_with(said: list[Filler], trigger: NounTrigger, own: Arguments, grammar: Grammar) -> bool:
    """ "Kooperationen MIT TAL UND BERGEN": several are named, and all of them on one side."""
    slot = grammar.slot_of(["with"], own)
    sides = {s for s, role in trigger.roles.items() if role in ("partner", "customer") and own.slots.get(s)}
    if slot is None or sides != {slot} or len(said) < SEVERAL or any(f.entity is None for f in said):
        return False
    return all(any(p.start <= f.start < p.end for p in own.slots[slot]) for f in said)


SEVERAL = 2


def _is_unsaid(role: str, roles: dict[str, list[Filler]]) -> bool:
    """Whether nobody has a role, or only a public body: "DIE KARTELLBEHÖRDEN gaben den Kauf frei" buy nothing."""
    return is_open(role, roles) or (role == "acquirer" and all(f.body for f in roles[role]))


def _is_said_otherwise(role: str, trigger: NounTrigger, own: Arguments, grammar: Grammar) -> bool:
    """Whether words stand for a role that name nobody: "alleiniger Besitzer DER FIRMA, die …"; shares leave it open."""
    said = (p for slot, r in trigger.roles.items() if r == role != "partner" for p in own.slots.get(slot, []))
    return any(p.head.low not in grammar.references.share_nouns and not p.head.text[0].isdigit() for p in said)


def _is_share_of_unsaid(
    trigger: NounTrigger, noun: Phrase, own: Arguments, governor: Phrase | None, grammar: Grammar
) -> bool:
    """ "took A 10 PERCENT stake", "took a stake OF 10 PERCENT": not said of whom; "the stake" is one told before."""
    size = not grammar.triggers.compounding and all(p.head.tag == "%" and p.of is None for p in own.slots.get("of", []))
    told = own.slots.keys() - {"of"} if size else own.slots.keys()
    if trigger.type != "stake" or not {"in", "of", "compound"}.isdisjoint(told):
        return False
    if grammar.triggers.compounding:
        said = any(not p.is_measure for slot in ("an", "bei") for p in own.slots.get(slot, []))
        return not said and (noun.is_owned or _is_share_got(noun, governor, grammar))
    is_new = noun.determiner is None or noun.determiner.low not in grammar.references.definite
    return is_new and (any(t.tag == "%" for t in noun.tokens) or "of" in own.slots)


def _are_known_shares(
    trigger: NounTrigger, noun: Phrase, own: Arguments, governor: Phrase | None, grammar: Grammar
) -> bool:
    """ "owns 30% of Tal. It bought THE STAKE from Bergen", "bought ITS HOLDING": shares that the text has told of.
    Where nouns have capitals, "its" is said of a new share, too, and only a verb moves what is held."""
    compounding = grammar.triggers.compounding
    linked = {"an", "bei", "über"} if compounding else {"in"}
    if "target" not in trigger.roles.values() or not {*linked, "of", "compound"}.isdisjoint(own.slots):
        return False
    if compounding and not _is_moved_by(governor, grammar):
        return False
    known = grammar.references.is_definite(noun.determiner) or (noun.is_owned and not compounding)
    return known and (grammar.words.is_a(noun.head.low, "held") or is_rest(noun, grammar.words))


def _is_moved_by(governor: Phrase | None, grammar: Grammar) -> bool:
    """Whether a verb says who gets or gives a share, and not that somebody goes on to hold more or less of it."""
    verb = governor.verb if governor is not None else None
    return verb is not None and verb.group in ("gain", "give") and not grammar.words.is_a(verb.lemma, "changing_shares")


def _is_share_got(noun: Phrase, governor: Phrase | None, grammar: Grammar) -> bool:
    """ "übernimmt 60 PROZENT", "zeichnet NEUE AKTIEN", not "die Aktie gewinnt 6 Prozent"."""
    verb = governor.verb if governor is not None else None
    if verb is not None and grammar.words.is_a(verb.lemma, "subscribing"):
        return True
    shares = noun.head.tag == "%" or noun.of is not None
    return shares and verb is not None and verb.group == "gain" and not grammar.words.is_a(verb.lemma, "rising")


def _is_the(noun: Phrase, trigger: NounTrigger, own: Arguments, grammar: Grammar) -> bool:
    """ "THE purchase of Tal", "DIE Offerte für Tal", where articles say that it is a certain one; "the purchase" alone
    is one told before."""
    gains = trigger.acts_as == "gain" or trigger.status == "talks"
    if grammar.triggers.compounding and not (gains and _names_whose(own)):
        return False
    if trigger.roles.keys().isdisjoint(own.slots):
        return False
    return grammar.references.is_definite(noun.determiner)


def _names_whose(own: Arguments) -> bool:
    """ "die Übernahme VON TAL", "die Offerte FÜR TAL", not "die Tal-Übernahme" alone."""
    return any(p.names for slot in ("of", "von", "für") for p in own.slots.get(slot, []))


def of_the_deal_around(
    phrases: Phrases, host: Phrase, trigger: NounTrigger, arguments: Arguments, grammar: Grammar
) -> dict[str, list[Filler]]:
    """ "The deal includes a partnership": the parties of the deal told before are its partners."""
    group = arguments.governor
    words = grammar.references
    if (
        group is None
        or group.verb is None
        or group.verb.lemma not in words.containing
        or arguments.governed_as != "object"
    ):
        return {}
    subject = grammar.order.verb_arguments(phrases, group.index, True).slots.get("subject", [])
    if trigger.type != "partnership" or not subject or not words.is_a(subject[0].head.low, "deals"):
        return {}
    head = subject[0].head
    return {"partner": [Filler(head.start, head.end, reference="parties", word=head.low)]}


def raised_by_topic(trigger: NounTrigger, noun: Phrase) -> dict[str, list[Filler]]:
    """ "It followed A SEED ROUND in 2021": a round needs nobody but who raises, the company of the text."""
    if trigger.type != "funding" or trigger.topic != "target":
        return {}
    return {"target": [Filler(noun.head.start, noun.head.end, reference="topic")]}


def of_those_before(trigger: NounTrigger, noun: Phrase, own: Arguments) -> dict[str, list[Filler]]:
    """ "Norvik bringt seine Suche auf die Geräte von Tal. DIE VEREINBARUNG läuft fünf Jahre": that of the two told of
    before; not one "mit einem Hersteller", "des Trainers"."""
    if not trigger.takes_up or any(slot in own.slots for slot in (*trigger.roles, *BELONGING)):
        return {}
    return {"partner": [Filler(noun.head.start, noun.head.end, reference=TOLD_OF)]}


TOLD_OF = "told of"
"""The reference of a noun to the two whose agreement it is."""


def without_taken_up(frames: list[Frame]) -> list[Frame]:
    """The frames of a sentence without an agreement told before, if another one tells who is who: "Den Zuschlag für DEN
    VERTRAG erhielt Norvik"; of several nouns that take up one the first."""
    taken_up = [f for f in frames if any(filler.reference == TOLD_OF for filler in f.roles.get("partner", ()))]
    return frames if not taken_up else [f for f in frames if f not in taken_up] or taken_up[:1]


BELONGING = ("of", "von", "owner", "compound", "called")
"""The slots of whose agreement it is."""


def take_up(roles: dict[str, list[Filler]], noun: Phrase, arguments: Arguments, grammar: Grammar) -> None:
    """ "THE joint venture, called Tal, …", "the plant BELONGS to a new company, Tal": nobody is named in it, so it is
    that of the two told of before."""
    if noun.preposition and not grammar.triggers.compounding:
        return  # "its partner IN THE VENTURE": nothing is told of that
    known = grammar.references.is_definite(noun.determiner)
    group = arguments.governor
    known = known or (
        group is not None and group.verb is not None and grammar.words.is_a(group.verb.lemma, "belonging")
    )
    if known and noun.explained is None and not any(filler.entity is not None for filler in roles.get("partner", [])):
        roles["partner"] = [Filler(noun.head.start, noun.head.end, reference="several", word=noun.head.low)]
