"""What a clause says beside its own arguments to have met with the same: "BESIDES TAL, Norvik also bought Hull"."""

from newscrawl.deals.syntax import listing, v2_joining
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

EARLIER = "earlier"
"""The slot of what had come before: "NACH TAL kauft Norvik auch Hull"."""


def opening_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """The arguments of the deal that the verb at ``k`` tells of the names that open its sentence, where it stands
    between subject and object, or that stand behind its object ("bought Hull IN ADDITION TO TAL")."""
    words, slots = phrases.words, arguments.slots
    slot = next((s for s in ("object", "in", "with") if any(p.head.tag == "E" for p in slots.get(s, []))), None)
    if slot is None or not slots.get("subject"):
        return []
    opening = next((p for p in phrases[:2] if p.kind == "NP"), phrases[0])
    linked = opening.preposition if opening is phrases[0] else phrases[0].tokens[0].low
    behind = [p for name in slots if words.is_a(name, "beside") for p in slots[name] if p.head.tag == "E"]
    said = (*phrases[k].tokens, *phrases[k - 1].adverbs)
    fronted = k > opening.index and words.is_a(linked, "beside") and any(t.is_a("also") for t in said)
    added = listing.joined_with(phrases, opening.index) if fronted and opening.head.tag == "E" else behind
    if not added:
        return []
    earlier = {EARLIER: added} if words.is_a(linked, "subordinator") and not behind else {}
    return [Arguments({"subject": slots["subject"], slot: added} | earlier)]


def added_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """The arguments of the deal that the verb at ``k``, which stands second or last, tells of names behind such a
    preposition: they stand in the slot of which the clause says "auch"."""
    own = clause_of(phrases, phrases[k])
    added = next((p for p in own if p.head.tag == "E" and phrases.words.is_a(p.preposition, "beside")), None)
    slot = _said_also(phrases, arguments) if added is not None else None
    if added is None or slot is None:
        return []
    sides = {"subject": arguments.slots.get("subject", []), slot: v2_joining.joined_with(phrases, added.index)}
    earlier = {EARLIER: [added]} if phrases.words.is_a(added.preposition, "adverbial") else {}
    return [Arguments(sides | earlier)]


def spare_added(phrases: Phrases, arguments: Arguments) -> None:
    """Leave out of the verb's own slots what stands beside another than its subject: "NEBEN TAL hat Norvik auch in Hull
    investiert" names one investor; beside the subject it is one."""
    _join_subject(phrases, arguments)
    beside = [slot for slot in arguments.slots if phrases.words.is_a(slot, "beside")]
    if beside and _said_also(phrases, arguments) is not None:
        for slot in beside:
            del arguments.slots[slot]


def _join_subject(phrases: Phrases, arguments: Arguments) -> None:
    """ "NEBEN TAL hat auch HULL ein Angebot vorgelegt": what stands before the verb does the same."""
    subject = arguments.slots.get("subject", [])
    slot = next((s for s in arguments.slots if phrases.words.is_a(s, "beside")), "")
    added = arguments.slots.get(slot, [])
    if not subject or not added or not added[0].names or added[0].index > subject[0].index:
        return
    if subject[0].names and _is_also(phrases, subject[0]):
        del arguments.slots[slot]
        if not phrases.words.is_a(added[0].preposition, "adverbial"):  # "NACH TAL hat auch HULL": not at once
            arguments.slots["subject"] = [*added, *subject]


def _said_also(phrases: Phrases, arguments: Arguments) -> str | None:
    """The slot, other than the subject, with a name of which "auch" is said."""
    for slot, found in arguments.slots.items():
        if slot != "subject" and found and found[0].names and _is_also(phrases, found[0]):
            return slot
    return None


def _is_also(phrases: Phrases, phrase: Phrase) -> bool:
    before = phrases[phrase.index - 1].adverbs if phrase.index else ()
    return any(t.is_a("also") for t in (*phrase.tokens, *before))
