"""Needs of a task: a supplier's work, an agreement to do it."""

from typing import TYPE_CHECKING

from newscrawl.deals.frames.needs.rounds import is_round
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def has_task(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """An infinitive or a purpose behind the verb, its object or its agent: "chose Norvik over Tal TO RUN its net"."""
    purpose = grammar.slot_of(["purpose"], arguments)
    if purpose == "as":
        return any(grammar.words.is_a(p.head.low, "suppliers") for p in arguments.slots["as"])
    if purpose or any(grammar.words.is_a(p.head.low, "suppliers") for p in arguments.slots.get("second object", [])):
        return True
    return infinitive_behind(phrases, group, arguments, grammar) is not None


def infinitive_behind(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: "Grammar") -> Phrase | None:
    """The infinitive right behind a verb's object or agent, or behind whom it was chosen over; where verbs part, that
    of the next clause ("schließen sich zusammen, UM Autos ZU BAUEN")."""
    if grammar.words.separable:
        behind = (p for p in phrases[group.index + 1 :] if p.kind == "VG" and p.clause != group.clause)
        following = next(behind, None)
        told = following is not None and (following.helper("2") or following.form == "to_infinitive")
        return following if told else None  # "auszutauschen"
    beside = grammar.slot_of(["with"], arguments) or ""
    slots = ("object", "second object", "second object 2", beside, *(["subject"] if group.passive else []))
    ends = [group, *(p for slot in slots for p in arguments.slots.get(slot, []))]
    for phrase in phrases[max(phrase.index for phrase in ends) + 1 :]:
        if phrase.kind == "VG":
            return phrase if phrase.helper("2") else None
        joined = phrases[phrase.index - 1].kind == "&"
        between = phrase.is_measure or joined or grammar.words.is_a(phrase.preposition, "beside_choice")
        if phrase.kind != "&" and (phrase.kind != "NP" or not between):
            return None
    return None


def is_mandate(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: "Grammar") -> bool:
    """ "hired Norvik TO REVIEW its options", "beauftragte Norvik, einen Verkauf VORZUBEREITEN": what advisers do."""
    if grammar.words.separable:
        tasks = (p for p in phrases[group.index + 1 :] if p.kind == "VG" and p.clause != group.clause)
        task = next(tasks, None) if grammar.words.is_a(group.verb.lemma if group.verb else "", "charging") else None
    else:
        task = _helped_with(infinitive_behind(phrases, group, arguments, grammar), phrases, grammar)
    if task is None or task.verb is None:
        return False
    behind = phrases[task.index + 1].preposition if task.index + 1 < len(phrases) else ""
    told = (task.verb.lemma, f"{task.verb.lemma}_{behind}")  # "to LOOK FOR a buyer", but "to look after its servers"
    return any(grammar.words.is_a(lemma, "mandates") for lemma in told) or _is_of_an_issue(task, phrases, grammar)


def _is_of_an_issue(task: Phrase, phrases: Phrases, grammar: "Grammar") -> bool:
    """ "hired Norvik TO LEAD THE OFFERING", "filed for a listing and hired Norvik TO LEAD IT": what banks do."""
    led = phrases[task.index + 1] if task.index + 1 < len(phrases) else None
    if led is None or led.kind != "NP":
        return False
    meant = (p for p in phrases[: task.index] if p.kind == "NP") if led.is_pronoun else (led,)
    return any(grammar.words.is_a(p.head.low, "issues") and _is_of_no_goods(p, grammar) for p in meant)


def _is_of_no_goods(issue: Phrase, grammar: "Grammar") -> bool:
    """Not "to run the sale OF TICKETS"."""
    return issue.of is None or grammar.words.is_a(issue.of.head.low, "securities") or bool(issue.of.names)


def _helped_with(task: Phrase | None, phrases: Phrases, grammar: "Grammar") -> Phrase | None:
    """ "hired Norvik to help it FIND a buyer": what a helper does is told by the verb behind."""
    if task is None or task.verb is None or not grammar.words.is_a(task.verb.lemma, "helping"):
        return task
    return next((p for p in phrases[task.index + 1 : task.index + 3] if p.kind == "VG"), task)


def has_delivery(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "turned to Norvik TO BUILD its ferries": the infinitive is a supplier's work; not so "to JOINTLY build"."""
    behind = infinitive_behind(phrases, group, arguments, grammar)
    if behind is None or behind.verb is None:
        return False
    if any(grammar.words.is_a(t.low, "together") for t in [*behind.tokens, *behind.adverbs]):
        return False
    return any(t.roles.get("subject") == "supplier" for t in grammar.triggers.verbs.get(behind.verb.lemma, ()))


def has_agreement(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "a deal to supply …" right before the verb, or "… under a contract" behind it."""
    if group.index and group.helper("2") and _is_chosen(phrases[group.index - 1], grammar):
        return True
    before = phrases[max(0, group.index - 3) : group.index]
    behind = [p for p in [*phrases[:1], *phrases[group.index :]] if grammar.words.is_a(p.preposition, "under")]
    return any(p.kind == "NP" and _is_agreement(p.head.low, grammar) for p in [*before, *behind])


def _is_chosen(before: Phrase, grammar: "Grammar") -> bool:
    """ "has been PICKED to run its network": chosen for a task, as by a contract."""
    if before.kind != "VG" or not before.passive or before.verb is None:
        return False
    return any(t.type == "contract" and "task" in t.needs for t in grammar.triggers.verbs.get(before.verb.lemma, ()))


def _is_agreement(noun: str, grammar: "Grammar") -> bool:
    return grammar.references.is_a(noun, "deals") and not is_round(noun, grammar)


def is_commanded(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "The FAA ordered Norvik jets GROUNDED", "ordered its trams CHECKED": what is to be done with things, and no
    order of goods."""
    things = arguments.slots.get("object", [])
    behind = (phrases[p.index + 1] for p in things if p.index + 1 < len(phrases))
    done = [p.head for p in things if len(p.tokens) > 1] + [v.head for v in behind if v.is_bare_participle]
    return any(token.is_a("commanded") for token in done)
