"""Relative clauses that say of a deal noun who made the deal: "der Auftrag, den NORVIK VON TAL ERHIELT, …"."""

from newscrawl.deals.frames.frame import Grammar
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.governing import clause_over
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def in_relative_clause(
    phrases: Phrases, host: Phrase, noun: Phrase, arguments: Arguments, grammar: Grammar
) -> Arguments | None:
    """The arguments of a noun with the verb of the relative clause behind it as governor; None if there is none, or if
    it says more of another noun of the phrase."""
    if not _is_last(noun, host, grammar):
        return None
    if not grammar.words.separable:
        return _over(clause_over(phrases, host.index), phrases, arguments, grammar)
    pronoun = next((p for p in phrases[host.index + 1 :] if p.relative and p.antecedent is host), None)
    if pronoun is None or pronoun.preposition:
        return None
    own = clause_of(phrases, pronoun)
    group = next((p for p in reversed(own) if p.kind == "VG" and p.verb is not None), None)
    if group is None:
        return None
    slots = grammar.order.verb_arguments(phrases, group.index, True).slots
    sides = (slot for slot in ("object", "subject") if any(p.head is host.head for p in slots.get(slot, ())))
    if (governed_as := next(sides, None)) is None:
        return None
    return Arguments(dict(arguments.slots), group, arguments.host, governed_as=governed_as)


def _is_last(noun: Phrase, host: Phrase, grammar: Grammar) -> bool:
    """Whether a clause behind a phrase says more of the noun: of the last one in its genitives, or of the phrase."""
    return noun is host or (noun.of is None and not grammar.words.separable)


def _over(group: Phrase | None, phrases: Phrases, arguments: Arguments, grammar: Grammar) -> Arguments | None:
    """The arguments of a noun with a verb behind it as governor, and what stands behind that verb."""
    if group is None or group.helper("W"):
        return None
    told = grammar.order.verb_arguments(phrases, group.index, True).slots
    behind = {slot: found for slot, found in told.items() if slot not in ("subject", "object")}
    slots = {**behind, **arguments.slots}
    return Arguments(slots, group, arguments.host, governed_as="subject" if group.passive else "object")
