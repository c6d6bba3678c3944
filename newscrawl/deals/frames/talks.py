"""What talks add to the deal that they are about: "die GESPRÄCHE der Norvik AG MIT TAL über die Übernahme"."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def talked_of(
    phrases: Phrases, host: Phrase, trigger: NounTrigger, grammar: Grammar
) -> tuple[dict[str, str], dict[str, list[Phrase]]]:
    """The roles that a verb like "verhandeln über" gives, and who fills its slots where a noun stands for it."""
    if not host.preposition:
        return {}, {}
    mapped = next((roles for key, roles in trigger.support.items() if _is_talking(key, host, grammar.words)), None)
    talks = _talks_before(phrases, host, grammar.words) if mapped is not None else None
    if mapped is None or talks is None:
        return {}, {}
    own = grammar.order.noun_arguments(phrases, talks.index, talks)
    beside = next((slot for slot in mapped if grammar.words.is_a(slot, "with")), "")
    around = _of_their_verb(phrases, talks, own, grammar)
    for arguments in (own, Arguments(around)):
        if (between := grammar.slot_of(["between"], arguments)) is not None:
            sides = arguments.slots[between]
            return mapped, {"subject": sides[:1], beside: sides[1:]}
    agents = own.slots.get(grammar.slot_of(["passive_agent"], own) or "", [])
    by = [p for p in agents if p.index < host.index]  # "Gespräche VON NORVIK über den Kauf von Tal"
    whose = own.slots.get("owner") or own.slots.get("of") or by or around.get("subject", [])
    return mapped, {"subject": whose, beside: own.slots.get(beside) or around.get(beside, [])}


def is_talked_over(
    trigger: NounTrigger, arguments: Arguments, slots: dict[str, list[Phrase]], grammar: Grammar
) -> bool:
    """ "Norvik SPRICHT MIT TAL ÜBER eine Fusion"; but "Norviks Chef SPRICHT ÜBER den Kauf"."""
    verb = arguments.governor.verb if arguments.governor is not None else None
    if verb is None or not grammar.words.is_a(verb.lemma, "talking"):
        return False
    if len(slots.get("subject", [])) < SEVERAL and grammar.slot_of(["with"], Arguments(slots)) is None:
        return False
    return f"{verb.lemma} {arguments.governed_as}" in trigger.support


SEVERAL = 2
"""How many talk with each other, where nobody is named with whom they do."""


def talk_nouns(trigger: NounTrigger, words: Lexicon) -> tuple[str, ...]:
    """How the nouns end that stand for a verb with which a trigger is told."""
    talks = any(words.is_a(key.partition(" ")[0], "talking") for key in trigger.support)
    return words.endings.get("talks", ()) if talks else ()


def _is_talking(key: str, host: Phrase, words: Lexicon) -> bool:
    """Whether a key of a trigger's support is a verb of talking with the preposition of the noun phrase."""
    verb, _, preposition = key.partition(" ")
    return preposition == host.preposition and words.is_a(verb, "talking")


def _talks_before(phrases: Phrases, host: Phrase, words: Lexicon) -> Phrase | None:
    """The noun for talks before the deal noun, with no more between than who is talked with."""
    for phrase in reversed(phrases[: host.index]):
        if phrase.kind == "NP" and words.ends_as(phrase.head.low, "talks"):
            return phrase
        if phrase.kind != "&" and not (phrase.kind == "NP" and (phrase.preposition or phrase.names)):
            return None
    return None


def _of_their_verb(phrases: Phrases, talks: Phrase, own: Arguments, grammar: Grammar) -> dict[str, list[Phrase]]:
    """The slots of the verb with which somebody leads, confirms or is in talks; none, where the talks themselves do
    something, or are reported."""
    group = own.governor
    if group is None or group.clause != talks.clause:
        return {}
    if talks.preposition and group.verb is not None and group.verb.group == "say":
        return {}  # "berichtet VON Gesprächen"
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    if any(p.index == talks.index for p in slots.get("subject", [])):
        return {s: p for s, p in slots.items() if grammar.words.is_a(s, "between")}  # "ZWISCHEN A UND B laufen sie"
    return slots
