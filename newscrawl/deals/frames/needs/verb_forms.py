"""Needs of the verb's form: that it happened, goes on or lies ahead."""

from typing import TYPE_CHECKING

from newscrawl.deals.frames.needs.money import has_price
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

if TYPE_CHECKING:
    from newscrawl.deals.frames.frame import Grammar


def is_once(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "delivered 40 trains", "buys 40 trains": it happened, or it is a lot, where the present tells a state."""
    lot = [t for p in arguments.slots.get("object", []) for t in p.tokens]
    return group.form in ("past", "participle") or any(t.text[0].isdigit() or t.is_a("number") for t in lot)


def is_bare(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "Tal, ACQUIRED in March, …"."""
    patient = arguments.slots.get("object", [])
    return not group.helpers and group.form != "gerund" and bool(patient) and patient[0].index < group.index


def is_ahead(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "will work together", "agreed to work together": a plan, no state."""
    apart = [p for p in phrases if p.kind == "VG" and p.verb is None and p.clause == group.clause >= 0]
    together = grammar.words.separable and group.helper("O")
    if group.form == "infinitive" and (together or any(t.tag == "O" for p in apart for t in p.tokens)):
        return True  # "wird … bauen", "dass Norvik … bauen wird"
    ahead = group.helper("W") or group.helper("2") or any(t.tag == "W" for p in apart for t in p.tokens)
    return ahead or _is_seen(phrases, group, grammar) or _is_weighed(phrases, group, grammar)


def _is_seen(phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "the deal will SEE Norvik BUILD …"."""
    before = phrases[group.index - 2] if group.index > 1 and not group.helpers else None
    return before is not None and before.verb is not None and grammar.words.is_a(before.verb.lemma, "seeing")


def _is_weighed(phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "is CONSIDERING using its models", "held TALKS with Norvik ABOUT using them"."""
    if group.form != "gerund" or group.helpers or not group.index:
        return False
    before = phrases[group.index - 1]
    if before.verb is not None:
        return grammar.words.is_a(before.verb.lemma, "weighing")
    talks = [p for p in phrases[: before.index] if p.kind == "NP"][-2:]
    about = before.kind == "P" and grammar.words.is_a(before.head.low, "about")
    return about and any(grammar.words.is_a(p.head.low, "agreements") for p in talks)


def is_modal(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "darf die Patente nutzen", "will die Technik einsetzen"."""
    return any(t.tag == "W" for p in phrases if p.kind == "VG" and p.clause == group.clause for t in p.tokens)


def is_ongoing(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "are working together", "is being built": news too; "NO LONGER buys": it went on until now."""
    if any(t.is_a("ended") for t in group.helpers):
        return True
    being = group.passive and any(grammar.words.is_a(t.low, "gerund_helper") for t in group.helpers)
    return being or (group.form == "gerund" and group.helper("B"))


def is_habitual(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "The drug IS SOLD in Europe by Norvik", "it SELLS Zahlix in Europe": what is done again and again, where that
    of one time is told otherwise ("is BEING sold", "is sold TO Norvik", "it sells Tal FOR $40 MILLION")."""
    to = [found for slot, found in arguments.slots.items() if grammar.words.is_a(slot, "receiver")]
    if not group.passive:
        told_once = any(p.names for found in to for p in found) or has_price(arguments, phrases, group, grammar)
        return not told_once and _is_of_habit(arguments, phrases, group, grammar)
    alone = len(group.helpers) == 1 and group.helper("B") and not group.helpers[0].is_a("was")
    return alone and not any(to)


def _is_of_habit(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether the present tense is none of a headline, and what is done with a bare name: "IT sells Zahlix", "Norvik,
    WHICH sells Zahlix", "ALREADY sells Zahlix", "sells Zahlix IN JAPAN"."""
    slots = arguments.slots
    bare = all(len(p.tokens) == len(p.names) and p.determiner is None for p in slots.get("object", []))
    if group.form != "present" or group.helpers or not bare:
        return False
    around = [*phrases[max(0, group.index - 1) : group.index + 1], *slots.get("object", [])]
    told_again = any(t.is_a("as_before") or t.is_a("also") for p in around for t in p.with_adverbs)
    joined = group.index > 0 and phrases[group.index - 1].kind == "L"
    known_before = not any(p.names for p in slots.get("subject", []))
    where = (t for slot in slots if slot not in ("subject", "object") for p in slots[slot] for t in p.names)
    return joined or known_before or told_again or any(t.low in grammar.references.places for t in where)


def is_ended(phrases: Phrases, group: Phrase) -> bool:
    """ "bezieht sie NICHT MEHR von Tal", "NO LONGER buys from Tal", "baut KEINE Züge MEHR": what went on until now does
    not go on."""
    if any(t.is_a("ended") for t in group.helpers):
        return True
    return group.clause >= 0 and any(p.clause == group.clause and _is_no_more(p) for p in phrases)


def _is_no_more(phrase: Phrase) -> bool:
    """ "NICHT MEHR" as a phrase of its own or before one ("baut NICHT MEHR die Tal AG"), "KEINE Züge MEHR"."""
    denied = phrase.determiner is not None and phrase.determiner.tag == "X"
    ended = phrase.determiner is not None and phrase.determiner.is_a("ended")
    return ended or phrase.head.is_a("ended") or (denied and any(t.is_a("any_more") for t in phrase.adverbs))


def has_ended(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "liefert NICHT MEHR an Tal"."""
    return is_ended(phrases, group)


def is_affirmed(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Not "mit Norvik gibt es KEINE Kooperation", "Interesse hat Norvik NICHT"."""
    around = [p for p in phrases if p.clause == group.clause]
    determiners = (p.determiner for p in around if p.determiner is not None)
    return all(t.tag != "X" for t in (*determiners, *(t for p in around for t in p.with_adverbs)))


def is_negated(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "haben ihre Kooperation NICHT verlängert"."""
    return not is_affirmed(arguments, phrases, group, grammar)


def is_present(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """ "GIBT es eine Kooperation", not "GAB es bis 2012 eine Kooperation", "WAS part of Tal": it goes on or is still to
    come."""
    verbs = [p for p in phrases if p.kind == "VG" and p.clause == group.clause]
    if any(t.is_a("was") for p in verbs if p.verb is None for t in p.tokens):
        return False
    return all(p.form not in ("past", "participle") for p in verbs if p.verb is not None)


def is_object_first(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether the object, or what is done to it, opens the clause: "DIE SITZE liefert Tal", "GELIEFERT werden sie von
    Tal", not "2024 baut Tal Sitze"."""
    own = [p for p in phrases if p.clause == group.clause >= 0]
    verb = min([group.start, *(p.start for p in own if p.kind == "VG")])
    before = [p for p in own if p.kind == "NP" and p.start < verb]
    found = arguments.slots.get("object", [])
    return bool(found) and (found[0] in before or (group.form == "participle" and not before))


def is_inverted(arguments: Arguments, phrases: Phrases, group: Phrase, grammar: "Grammar") -> bool:
    """Whether the subject stands behind its verb, so that something else is what the sentence sets out from: "2014
    folgte TAL"."""
    subject = arguments.slots.get("subject", [])
    verbs = [p.start for p in phrases if p.kind == "VG" and p.clause == group.clause >= 0]  # "2014 HAT TAL gefolgt"
    return bool(subject) and subject[0].start > min([group.start, *verbs])
