"""What a trigger needs beside it before it tells a deal: slots, sums, a task, an agreement nearby."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from newscrawl.deals.syntax.owners import owner_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token

if TYPE_CHECKING:
    from newscrawl.deals.frame import Grammar


def meets(need: str, arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether a verb has what one of its ``needs`` asks for (see ``triggers.VerbTrigger``)."""
    if need in SPECIAL:
        return SPECIAL[need](arguments, phrases, group, grammar)
    if need.startswith(THEN):
        behind = _infinitive_behind(phrases, group, arguments, grammar)
        return behind is not None and behind.verb is not None and behind.verb.lemma in need[len(THEN) :].split("|")
    return has_slot(need, arguments)


THEN = "then="
"""Before the verbs of which one must be the infinitive behind: "pay Tal TO USE its patents"."""


def has_slot(need: str, arguments: Arguments) -> bool:
    """Whether a slot is filled; see the notation.

    One of several ("from|by"), by a name ("named from"), by a certain noun ("to=range|portfolio") or with that in its
    genitive ("object of=venture"), with what is somebody's own ("for its") or what
    somebody named has ("object owned"); or is not filled ("no for").
    """
    if need.startswith("no "):
        return not has_slot(need[3:], arguments)
    if need.endswith(" its"):
        return any(_is_its(p) or (p.of is not None and _is_its(p.of)) for p in arguments.slots.get(need[:-4], []))
    if need.endswith(" owned"):
        return any(_is_owned(p) for p in arguments.slots.get(need[:-6], []))
    slot, _, heads = need.partition("=")
    if heads and slot.endswith(" of"):
        whole = [p.of for p in arguments.slots.get(slot[:-3], []) if p.of is not None]
        return any(p.head.low in heads.split("|") for p in whole)
    if heads:
        return any(p.head.low in heads.split("|") for s in slot.split("|") for p in arguments.slots.get(s, []))
    if need.startswith("named "):
        slots = need[6:].split("|")
        return any(phrase.names for slot in slots for phrase in arguments.slots.get(slot, []))
    return any(slot in arguments.slots for slot in need.split("|"))


def _is_owned(phrase: Phrase) -> bool:
    """Whether somebody is named whose thing it is: "NORVIK's computers", "the computers of NORVIK"."""
    if phrase.owner is not None or (phrase.names and phrase.head.tag == "N"):
        return True
    return phrase.of is not None and (bool(phrase.of.names) or phrase.of.owner is not None)


def _is_its(phrase: Phrase) -> bool:
    return phrase.determiner is not None and "possessive" in phrase.determiner.marks


def _has_money(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    things = [p for slot in ("object", "second object") for p in arguments.slots.get(slot, [])]
    return any(t.tag == "M" and not _is_small(t) for phrase in things for t in phrase.tokens)


def _is_small(token: Token) -> bool:
    """A sum that buys no company: "bekommen 2,50 Euro für jedes Gerät"."""
    value = getattr(token.mention, "value", None)
    return value is not None and value < SMALL


SMALL = 1000
"""Below so many units of a currency, a sum is the price of goods."""


def _has_sum(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "lässt sich Tal 40 MILLIONEN EURO kosten": a sum anywhere in the clause."""
    return any(t.tag == "M" for p in phrases if p.clause == group.clause for t in p.tokens)


def _is_share_price(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "zahlt FÜR 20 PROZENT": what the sum is for is a share."""
    priced = [p for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "price") for p in found]
    parts = [*priced, *(p.of for p in priced if p.of is not None)]
    return any(t.tag == "%" for phrase in parts for t in phrase.tokens)


def _has_price(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    priced = [found for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "price")]
    return any(t.tag == "M" for found in priced for phrase in found for t in phrase.tokens)


def _has_money_with(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "backed Tal with $5m"."""
    given = [phrase for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "with") for phrase in found]
    return any(t.tag == "M" for phrase in given for t in phrase.tokens)


def _is_money(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "20 MILLIONEN EURO fließen in Norvik"."""
    return any(t.tag == "M" for phrase in arguments.slots.get("subject", []) for t in phrase.tokens)


SINCE = frozenset(("since", "seit"))
"""What stands before the beginning of a state, in all languages."""
BEGINNING = tuple(f"{word} " for word in SINCE)


def _is_event(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    return "state" not in arguments.slots or any(
        t.tag == "T" and t.low.startswith(BEGINNING) for p in phrases if p.clause == group.clause for t in p.tokens
    )


def _has_since(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "ist SEIT 2015 eine Tochter", "has owned Tal SINCE 2015": a state with a beginning."""
    around = [p for p in phrases if p.clause == group.clause] if group.clause >= 0 else _complements(phrases, group)
    return any(t.tag == "T" and t.low.startswith(BEGINNING) for p in around for t in p.tokens) or any(
        p.preposition in SINCE and p.head.tag in "TU"
        for p in around  # "seit zwei Jahren"
    )


def _complements(phrases: Phrases, group: Phrase) -> list[Phrase]:
    """The noun phrases right behind a verb or noun, where clauses are not told apart, and the first of its clause."""
    end = next((p.index for p in phrases[group.index + 1 :] if p.kind != "NP"), len(phrases))
    first = phrases[:1] if all(p.kind in ("NP", ",", "VG") for p in phrases[: group.index]) else []
    return [*first, *phrases[group.index : end]]


def _has_task(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """An infinitive or a purpose behind the verb, its object or its agent: "chose Norvik over Tal TO RUN its net"."""
    purpose = grammar.slot_of(["purpose"], arguments)
    if purpose == "as":
        return any(grammar.words.is_a(p.head.low, "suppliers") for p in arguments.slots["as"])
    if purpose or any(grammar.words.is_a(p.head.low, "suppliers") for p in arguments.slots.get("second object", [])):
        return True
    return _infinitive_behind(phrases, group, arguments, grammar) is not None


def _infinitive_behind(phrases: Phrases, group: Phrase, arguments: Arguments, grammar: "Grammar") -> Phrase | None:
    """The infinitive right behind a verb's object or agent, or behind whom it was chosen over."""
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


def _has_delivery(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "turned to Norvik TO BUILD its ferries": the infinitive is a supplier's work."""
    behind = _infinitive_behind(phrases, group, arguments, grammar)
    if behind is None or behind.verb is None:
        return False
    return any(t.roles.get("subject") == "supplier" for t in grammar.triggers.verbs.get(behind.verb.lemma, ()))


def _is_once(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "delivered 40 trains", "buys 40 trains": it happened, or it is a lot, where the present tells a state."""
    lot = [t for p in arguments.slots.get("object", []) for t in p.tokens]
    return group.form in ("past", "participle") or any(t.text[0].isdigit() or t.is_a("number") for t in lot)


def _is_filed(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "told the SEC it holds 8 percent": what one holds becomes known; "who HOLDS 8 percent" is told as known."""
    if group.index > 1 and phrases[group.index - 2].kind == "L":
        return False
    words = [word for phrase in phrases for t in phrase.tokens for word in t.low.split()]
    return any(grammar.words.is_a(word, "filing") for word in words)


def _is_bare(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "Tal, ACQUIRED in March, …"."""
    patient = arguments.slots.get("object", [])
    return not group.helpers and group.form != "gerund" and bool(patient) and patient[0].index < group.index


def _has_turn(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    around = [p for p in phrases if p.clause == group.clause]
    tokens = [token for p in around for token in [*p.tokens, *p.adverbs]]
    if grammar.words.separable and _is_ahead(arguments, phrases, group, grammar):
        return True
    if any(p.preposition in SINCE for p in around):
        return True  # "gehört SEIT zwei Jahren zu"
    return any(token.tag == "T" or grammar.words.is_a(token.low, "turn") for token in tokens)


def _has_duration(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "for the next seven years"."""
    return any(t.tag == "U" for phrase in phrases[group.index :] for t in phrase.tokens)


def _is_ahead(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "will work together", "agreed to work together": a plan, no state."""
    apart = [p for p in phrases if p.kind == "VG" and p.verb is None and p.clause == group.clause >= 0]
    if group.form == "infinitive" and any(t.tag == "O" for p in apart for t in p.tokens):
        return True  # "wird … bauen"
    ahead = group.helper("W") or group.helper("2") or any(t.tag == "W" for p in apart for t in p.tokens)
    return ahead or _is_seen(phrases, group, grammar)


def _is_seen(phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "the deal will SEE Norvik BUILD …"."""
    before = phrases[group.index - 2] if group.index > 1 and not group.helpers else None
    return before is not None and before.verb is not None and grammar.words.is_a(before.verb.lemma, "seeing")


def _is_modal(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "darf die Patente nutzen", "will die Technik einsetzen"."""
    return any(t.tag == "W" for p in phrases if p.kind == "VG" and p.clause == group.clause for t in p.tokens)


def _is_ongoing(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "are working together", "is being built": news too."""
    being = group.passive and any(grammar.words.is_a(t.low, "gerund_helper") for t in group.helpers)
    return being or (group.form == "gerund" and group.helper("B"))


def _is_exclusive(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    beside = [group, *arguments.slots.get("object", []), *phrases[group.index : group.index + 4]]
    return any(grammar.words.is_a(t.low, "exclusive") for p in beside for t in [*p.tokens, *p.adverbs])


def _is_joint(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "jointly develop", "develop a car together": two in the subject do it side by side."""
    if len(arguments.slots.get("subject", [])) < 2 and not grammar.slot_of(["with"], arguments):
        return False
    behind = phrases[group.index : group.index + 3]
    around = [p for p in phrases if p.clause == group.clause >= 0]
    return any(grammar.words.is_a(t.low, "together") for p in [*behind, *around] for t in [*p.tokens, *p.adverbs])


def _has_agreement(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
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
    return grammar.references.is_a(noun, "deals") and not _is_round(noun, grammar)


def _is_round(noun: str, grammar: "Grammar", phrase: Phrase | None = None) -> bool:
    """Whether a noun is a word for a round; "line" is one in "credit line"."""
    beside = {token.low for token in phrase.tokens} if phrase is not None else set()
    known = (t for t in grammar.triggers.noun(noun) if t.type == "funding" and t.roles)
    rounds = (t for t in known if "copula" not in t.roles and not t.names_party)
    return any(not t.modifiers or not beside.isdisjoint(t.modifiers) for t in rounds)


def _has_round(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    return any(_is_round(token.low, grammar, phrase) for phrase in phrases for token in phrase.tokens)


def _has_investor(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether who gives the money is an investor by its name: "gave Tal $5m", "got $5m from ALBA VENTURES"."""
    givers = [p for slot in ("subject", "from", "by") for p in arguments.slots.get(slot, [])]
    last = (token.low.rpartition(" ")[2] for p in givers for token in p.names)
    return not grammar.references.investor_names.isdisjoint(last)


def _is_fresh(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether no sum of all rounds so far is told ("has raised $5m in total"), unless a round is named beside it."""
    around = [p for p in phrases if p.clause == group.clause]
    words = [token.low for p in around for token in [*p.tokens, *p.adverbs]]
    if group.helper("H") and any(_is_since(phrase, grammar) for phrase in phrases[group.index :]):
        return False  # "has invested $5m SINCE it was founded"
    return not any(grammar.words.is_a(word, "total") for word in words) or _has_round(
        arguments, phrases, group, grammar
    )


def _is_empty_handed(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "ging LEER aus"."""
    around = [p for p in phrases if p.clause == group.clause]
    return any(grammar.words.is_a(t.low, "empty_handed") for p in around for t in [*p.tokens, *p.adverbs])


def _has_owner(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "die Wartung der Züge der TAL AG": the object is somebody's who is named."""
    return any(owner.names for p in arguments.slots.get("object", []) if (owner := owner_of(p)) is not None)


def _is_some(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "baut für Tal ZWEI Schiffe", "liefert EINE Anlage": so many, no goods in general."""
    return any(_is_counted(p) for slot in ("object", "second object") for p in arguments.slots.get(slot, []))


def _is_counted(phrase: Phrase) -> bool:
    if phrase.determiner is not None and "indefinite" in phrase.determiner.marks:
        return True
    return any(t.is_a("number") or t.text[0].isdigit() for t in phrase.tokens if t.tag not in "MTU%")


def _is_since(phrase: Phrase, grammar: "Grammar") -> bool:
    """ "since it was founded", "since May"."""
    return grammar.words.is_a(phrase.head.low.partition(" ")[0], "clause_or_time")


def _is_so_far(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "gehörte BISLANG": who has owned it until now."""
    around = [p for p in phrases if p.clause == group.clause]
    return any(grammar.words.is_a(t.low, "until_now") for p in around for t in [*p.tokens, *p.adverbs])


SPECIAL: "dict[str, Callable[[Arguments, Phrases, Phrase, Grammar], bool]]" = {
    "agreement": _has_agreement,
    "round": _has_round,
    "investor": _has_investor,
    "fresh": _is_fresh,
    "money": _has_money,
    "sum": _has_sum,
    "since": _has_since,
    "so far": _is_so_far,
    "share price": _is_share_price,
    "price": _has_price,
    "money with": _has_money_with,
    "money subject": _is_money,
    "duration": _has_duration,
    "event": _is_event,
    "task": _has_task,
    "delivery": _has_delivery,
    "once": _is_once,
    "turn": _has_turn,
    "bare": _is_bare,
    "filed": _is_filed,
    "jointly": _is_joint,
    "ahead": _is_ahead,
    "ongoing": _is_ongoing,
    "modal": _is_modal,
    "exclusively": _is_exclusive,
    "some": _is_some,
    "owned": _has_owner,
    "empty-handed": _is_empty_handed,
}
