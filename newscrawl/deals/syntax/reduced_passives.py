"""Passives without an auxiliary: "Tal, bought by Norvik"."""

from newscrawl.deals.syntax.listing import OPENERS
from newscrawl.deals.syntax.phrases import Arguments, Phrases
from newscrawl.deals.syntax.subjects import is_relative, opens_contact_clause, opens_sentence, passive_before


def is_reduced_passive(phrases: Phrases, k: int, arguments: Arguments) -> bool:
    """Whether a past form without an auxiliary or an object is a passive ("Tal, BOUGHT by Norvik")."""
    group = phrases[k]
    if group.helpers or group.form not in ("past", "participle") or "object" in arguments.slots:
        return False
    if passive_before(phrases, k) is not None:
        group.passive = True
        return True
    readings = {reading.form for reading in group.head.verbs}
    before = phrases[k - 1] if k and not opens_sentence(phrases, k) else None
    if "participle" not in readings or (before is not None and before.kind not in ("NP", ",", ")", "]", *OPENERS)):
        return False
    if before is not None and before.names and k > 1 and is_relative(phrases, k - 2):
        return False  # "the round that NORVIK LED, with participation from Tal"
    agent = agent_slot(phrases, arguments)
    by_name = any(p.names and all(q.is_time for q in phrases[k + 1 : p.index]) for p in arguments.slots.get(agent, []))
    agrees = group.verb is not None and group.verb.group == "agree" and not by_name
    if agrees and before is not None and before.kind == "NP":
        return False
    if agent or before is None or before.kind != "NP":
        return True
    if _is_sold_in_a_headline(phrases, k, arguments):
        return True
    return before.head.tag not in "ER" and not _is_subject_of_relative(phrases, k)


def _is_subject_of_relative(phrases: Phrases, k: int) -> bool:
    """ "the alliance that THE COMPANIES formed": a relative pronoun stands before them, a noun before that."""
    if k < 2 or phrases[k - 2].kind == "L":
        return k > 1
    host = phrases[k - 3] if k > 2 else None
    told = is_relative(phrases, k - 2) and host is not None and host.kind == "NP" and not host.is_measure
    return told or opens_contact_clause(phrases, k - 1)


def _is_sold_in_a_headline(phrases: Phrases, k: int, arguments: Arguments) -> bool:
    """ "Tal sold to Norvik", "Tal sold for $5m": the only verb, and nothing that could be its object; not "Tal
    disposed OF ITS STAKE to Norvik"."""
    group = phrases[k]
    if group.verb is None or group.verb.group != "give" or any(p.kind == "VG" for p in phrases if p is not group):
        return False
    if any(phrases.words.is_a(slot, "genitive") for slot in arguments.slots):
        return False
    return any(phrases.words.is_a(slot, "receiver") or slot == "for" for slot in arguments.slots)


def agent_slot(phrases: Phrases, arguments: Arguments) -> str:
    """The filled slot of the agent; empty if there is none."""
    return next((slot for slot in arguments.slots if phrases.words.is_a(slot, "passive_agent")), "")
