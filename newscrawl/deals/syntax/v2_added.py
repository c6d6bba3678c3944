"""What a clause says beside its own arguments to have met with the same (German): "hat NEBEN TAL auch Hull gekauft"."""

from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.v2_joining import joined_with

EARLIER = "earlier"
"""The slot of what had come before: "NACH TAL kauft Norvik auch Hull"."""


def added_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """The arguments of the deal that the verb at ``k`` tells of names behind such a preposition: they stand in the slot
    of which the clause says "auch"."""
    own = clause_of(phrases, phrases[k])
    added = next((p for p in own if p.head.tag == "E" and phrases.words.is_a(p.preposition, "beside")), None)
    slot = _said_also(phrases, arguments) if added is not None else None
    if added is None or slot is None:
        return []
    sides = {"subject": arguments.slots.get("subject", []), slot: joined_with(phrases, added.index)}
    earlier = {EARLIER: [added]} if phrases.words.is_a(added.preposition, "adverbial") else {}
    return [Arguments(sides | earlier)]


def spare_added(phrases: Phrases, arguments: Arguments) -> None:
    """Leave out of the verb's own slots what stands beside another than its subject: "NEBEN TAL hat Norvik auch in Hull
    investiert" names one investor."""
    beside = [slot for slot in arguments.slots if phrases.words.is_a(slot, "beside")]
    if beside and _said_also(phrases, arguments) is not None:
        for slot in beside:
            del arguments.slots[slot]


def _said_also(phrases: Phrases, arguments: Arguments) -> str | None:
    """The slot, other than the subject, with a name of which "auch" is said."""
    for slot, found in arguments.slots.items():
        if slot != "subject" and found and found[0].names and _is_also(phrases, found[0]):
            return slot
    return None


def _is_also(phrases: Phrases, phrase: Phrase) -> bool:
    before = phrases[phrase.index - 1].adverbs if phrase.index else ()
    return any(t.is_a("also") for t in (*phrase.tokens, *before))
