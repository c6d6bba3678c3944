"""What is bought without a name, where the next sentence says from whom: "kauft 14 FILIALEN. Verkäufer ist Tal"."""

from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.frame import Frame, Grammar
from newscrawl.deals.frames.fulfilled import is_fulfilled
from newscrawl.deals.frames.roles import add_bare_unit, roles_of
from newscrawl.deals.frames.triggers import VerbTrigger
from newscrawl.deals.frames.untold import is_negated, is_nothing, is_untold
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def bought_from_next(phrases: Phrases, behind: list[Frame], sentence: int, grammar: Grammar) -> list[Frame]:
    """The frame of a sentence that says who buys a unit, but not whose it is, if a frame ``behind`` it, of the next
    sentence, names a seller alone; else none."""
    told = (frame.roles for frame in behind if frame.noun is not None and frame.roles.keys() == {"seller"})
    sellers = [seller for roles in told for seller in roles["seller"]]
    if len(sellers) != 1 or sellers[0].entity is None:
        return []
    for group in phrases:
        if group.kind == "VG" and (frame := _bought(phrases, group, sellers[0], sentence, grammar)) is not None:
            return [frame]
    return []


def _bought(phrases: Phrases, group: Phrase, seller: Filler, sentence: int, grammar: Grammar) -> Frame | None:
    candidates = grammar.triggers.verbs.get(group.verb.lemma, ()) if group.verb is not None else ()
    trigger = next((t for t in candidates if _is_purchase(t)), None)
    if trigger is None or is_negated(phrases, group) or is_untold(phrases, group, grammar):
        return None
    arguments = grammar.order.verb_arguments(phrases, group.index, True)
    nothing = is_nothing(arguments.slots.get("object", []))
    if nothing or not is_fulfilled(trigger, arguments, phrases, group, grammar):
        return None
    roles = roles_of(trigger.roles, arguments, grammar)
    if roles.keys() != {"acquirer"}:
        return None
    roles["seller"] = [seller]
    add_bare_unit(trigger.roles, roles, arguments, grammar.references)
    if "target" not in roles:
        return None
    frame = Frame(trigger, sentence, group.head.start, group.head.end, roles, group, group.index)
    frame.mark(arguments.slots)
    return frame


def _is_purchase(trigger: VerbTrigger) -> bool:
    """Whether a verb tells a purchase wherever it has somebody who buys and a thing: "kauft", "übernimmt"."""
    sides = (trigger.roles.get("subject"), trigger.roles.get("object"))
    return trigger.type == "acquisition" and sides == ("acquirer", "target") and not (trigger.needs or trigger.objects)
