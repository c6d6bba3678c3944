"""What a trigger needs beside it before it tells a deal: slots, sums, a task, an agreement nearby."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from newscrawl.deals.mentions.references import References
from newscrawl.deals.syntax.phrases import Arguments, Phrase
from newscrawl.deals.syntax.tokens import Token

if TYPE_CHECKING:
    from newscrawl.deals.triggers import Triggers

TURNS = frozenset("künftig bald nun jetzt fortan demnächst inzwischen mittlerweile".split())
"""With one of these words or a date, a state ("gehört zu") is the news of a change."""
TOGETHER = frozenset("jointly together gemeinsam zusammen".split())


def meets(
    need: str, arguments: Arguments, phrases: list[Phrase], group: Phrase, triggers: "Triggers", words: References
) -> bool:
    """Whether a verb has what one of its ``needs`` asks for (see ``triggers.VerbTrigger``)."""
    if need in SPECIAL:
        return SPECIAL[need](arguments, phrases, group)
    if need == "agreement":
        return has_agreement(phrases, group, words)
    if need == "round":
        return any(_is_round(phrase, triggers) for phrase in phrases)
    return has_slot(need, arguments)


def has_slot(need: str, arguments: Arguments) -> bool:
    """A slot, one of several ("from|by"), one with a name ("named from") or a certain noun ("to=range|portfolio")."""
    slot, _, heads = need.partition("=")
    if heads:
        return any(p.head.low in heads.split("|") for p in arguments.slots.get(slot, []))
    if need.startswith("named "):
        slots = need[6:].split("|")
        return any(phrase.names for slot in slots for phrase in arguments.slots.get(slot, []))
    return any(slot in arguments.slots for slot in need.split("|"))


def _has_money(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    return any(t.tag == "M" for phrase in arguments.slots.get("object", []) for t in phrase.tokens)


def _has_price(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    slots = ("for", "in", "für", "um")
    return any(t.tag == "M" for slot in slots for phrase in arguments.slots.get(slot, []) for t in phrase.tokens)


def _is_event(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    return "state" not in arguments.slots


def _has_task(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    """An infinitive or a purpose behind the verb or its object, or behind its agent in the passive."""
    if "as" in arguments.slots or "for" in arguments.slots:
        return True
    ends = [group, *arguments.slots.get("object", []), *arguments.slots.get("subject", [])]
    behind = max(phrase.index for phrase in ends) + 1
    return behind < len(phrases) and phrases[behind].helper("2")


def _has_turn(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    around = [p for p in phrases if p.clause == group.clause]
    return any(_is_turn(token) for p in around for token in [*p.tokens, *p.adverbs])


def _is_turn(token: Token) -> bool:
    return token.tag == "T" or token.low in TURNS


def _is_ahead(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    """ "will work together", "agreed to work together": a plan, no state."""
    return group.helper("W") or group.helper("2")


def _is_exclusive(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    return any(t.low in ("exclusively", "exklusiv") for t in [*group.tokens, *group.adverbs])


def _is_joint(arguments: Arguments, phrases: list[Phrase], group: Phrase) -> bool:
    """ "jointly develop", "develop a car together": two in the subject do it side by side."""
    if len(arguments.slots.get("subject", [])) < 2 and "with" not in arguments.slots:
        return False
    behind = phrases[group.index : group.index + 3]
    return any(t.low in TOGETHER for p in behind for t in [*p.tokens, *p.adverbs])


def has_agreement(phrases: list[Phrase], group: Phrase, words: References) -> bool:
    """ "a deal to supply …" right before the verb, or "… under a contract" behind it."""
    before = phrases[max(0, group.index - 3) : group.index]
    behind = [p for p in phrases[group.index :] if p.preposition in ("under", "in")]
    return any(p.kind == "NP" and words.is_a(p.head.low, "deals") for p in [*before, *behind])


def _is_round(phrase: Phrase, triggers: "Triggers") -> bool:
    return any(trigger.type == "funding" for token in phrase.tokens for trigger in triggers.noun(token.low))


SPECIAL: dict[str, Callable[[Arguments, list[Phrase], Phrase], bool]] = {
    "money": _has_money,
    "price": _has_price,
    "event": _is_event,
    "task": _has_task,
    "turn": _has_turn,
    "jointly": _is_joint,
    "ahead": _is_ahead,
    "exclusively": _is_exclusive,
}
