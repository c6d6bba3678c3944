"""What a trigger needs beside it before it tells a deal: slots, sums, a task, an agreement nearby."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from newscrawl.deals.frames.needs.money import (
    has_money,
    has_money_with,
    has_price,
    has_price_per_share,
    has_share,
    has_sum,
    is_money,
    is_share_price,
)
from newscrawl.deals.frames.needs.rounds import has_investor, has_round, is_fresh
from newscrawl.deals.frames.needs.slots import (
    are_several,
    are_several_objects,
    has_owner,
    has_slot,
    is_called_firm,
    is_known_firm,
    is_part_of_named,
    is_some,
    is_told_before,
)
from newscrawl.deals.frames.needs.tasks import has_agreement, has_delivery, has_task, infinitive_behind, is_commanded
from newscrawl.deals.frames.needs.times import has_duration, has_since, has_turn, is_event, is_now, is_so_far
from newscrawl.deals.frames.needs.verb_forms import (
    has_ended,
    is_affirmed,
    is_ahead,
    is_bare,
    is_habitual,
    is_inverted,
    is_modal,
    is_negated,
    is_object_first,
    is_once,
    is_ongoing,
    is_present,
)
from newscrawl.deals.frames.needs.words_beside import (
    is_empty_handed,
    is_even,
    is_exclusive,
    is_filed,
    is_joint,
    is_of_takeover,
    is_rest,
    is_self_told,
)
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def meets(need: str, arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether a verb has what one of its ``needs`` asks for (see ``triggers.VerbTrigger``)."""
    if need in SPECIAL:
        return SPECIAL[need](arguments, phrases, group, grammar)
    if need.startswith(NAMED) and grammar.words.separable:
        slots = need[len(NAMED) :]
        if is_known_firm(slots, arguments, grammar) or is_part_of_named(slots, arguments, grammar):
            return True
    if need.startswith(THEN):
        behind = infinitive_behind(phrases, group, arguments, grammar)
        return behind is not None and behind.verb is not None and behind.verb.lemma in need[len(THEN) :].split("|")
    if need.startswith(NOT + THEN) or need.removeprefix(NOT) in DENIABLE:
        return not meets(need.removeprefix(NOT), arguments, phrases, group, grammar)
    if need.startswith(NOT):
        return not has_slot(need.removeprefix(NOT), arguments)
    return has_slot(need, arguments)


NOT = "no "
"""Before what must not be there: "no for", "no then=become"."""
DENIABLE = frozenset(("share price", "habitual", "so far", "several objects", "modal", "now", "commanded"))
"""The conditions, other than slots, that must not hold behind "no"."""
NAMED = "named "
"""Before a slot in which a name must stand, or where nouns tell it a company named before: "baut für DAS UNTERNEHMEN
zwei Schiffe"."""
THEN = "then="
"""Before the verbs of which one must be the infinitive behind: "pay Tal TO USE its patents"."""

SPECIAL: "dict[str, Callable[[Arguments, Phrases, Phrase, Grammar], bool]]" = {
    "agreement": has_agreement,
    "round": has_round,
    "investor": has_investor,
    "fresh": is_fresh,
    "money": has_money,
    "sum": has_sum,
    "per share": has_price_per_share,
    "share told": has_share,
    "since": has_since,
    "so far": is_so_far,
    "now": is_now,
    "share price": is_share_price,
    "price": has_price,
    "money with": has_money_with,
    "money subject": is_money,
    "duration": has_duration,
    "event": is_event,
    "task": has_task,
    "delivery": has_delivery,
    "commanded": is_commanded,
    "once": is_once,
    "turn": has_turn,
    "bare": is_bare,
    "filed": is_filed,
    "self-told": is_self_told,
    "jointly": is_joint,
    "evenly": is_even,
    "rest": is_rest,
    "ahead": is_ahead,
    "ongoing": is_ongoing,
    "habitual": is_habitual,
    "modal": is_modal,
    "affirmed": is_affirmed,
    "negated": is_negated,
    "ended": has_ended,
    "present": is_present,
    "inverted": is_inverted,
    "object first": is_object_first,
    "exclusively": is_exclusive,
    "object told": is_told_before,
    "takeover told": is_of_takeover,
    "some": is_some,
    "several": are_several,
    "several objects": are_several_objects,
    "firm": is_called_firm,
    "owned": has_owner,
    "empty-handed": is_empty_handed,
}
