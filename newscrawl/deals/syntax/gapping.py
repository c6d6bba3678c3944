"""Clauses that share one verb: "bought Tal for $5m and Bergen for $3m"."""

from newscrawl.deals.syntax.added import opening_arguments
from newscrawl.deals.syntax.appositions import is_by
from newscrawl.deals.syntax.listing import behind_apposition, opens_a_clause, tells_more
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def gapped_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """Clauses that share the verb at ``k``: "bought A for $5m AND B FOR $3M", "A will hold 60 % AND B 40 %"."""
    found: list[Arguments] = []
    for i in range(k + 2, len(phrases) - 2):
        if phrases[i - 1].kind == "VG" or phrases[i].kind in "LS;:":
            break
        found += _behind_joint(phrases, k, i, arguments)
    return found + opening_arguments(phrases, k, arguments)


def _behind_joint(phrases: Phrases, k: int, joint: int, arguments: Arguments) -> list[Arguments]:
    """What shares the verb at ``k`` behind one joint."""
    name, measure = phrases[joint + 1], phrases[joint + 2]
    shared, is_joint = _subject_of(arguments), phrases[joint].kind in "&,"
    if is_joint and _is_parallel(phrases, joint, arguments) and not tells_more(phrases, joint + 1):
        sums = [p for p in phrases[joint + 3 : joint + 4] if p.is_measure]
        return [Arguments({**shared, "object": [name], measure.preposition: [measure], "dated": sums})]
    if _is_another_sum(phrases, joint, arguments):
        return [Arguments({**shared, "object": [name]})]
    if (later := _behind_date(phrases, joint)) is not None:
        return [Arguments({**shared, "object": [later]})]
    gapped = _gapped_at(phrases, joint, arguments) if is_joint else None
    if gapped is None:
        return _side_by_side(phrases, joint, arguments)
    return [_with_measure(phrases, k, joint, arguments, *gapped)]


def _with_measure(
    phrases: Phrases, k: int, joint: int, arguments: Arguments, names: list[Phrase], measure: Phrase
) -> Arguments:
    """The arguments of names with a sum, share or date of their own."""
    if _is_agent(phrases, k, joint) or _takes_up(arguments):
        shared = {**arguments.slots, "subject": names}
    elif (slot := names[0].preposition) and slot in arguments.slots:
        shared = {**arguments.slots, slot: names}
    elif measure.preposition or measure.head.tag in "TU":
        shared = {**_subject_of(arguments), "object": names}
        shared |= {measure.preposition: [measure]} if measure.preposition else {}
    else:
        shared = {**arguments.slots, "subject": names, "object": [measure]}
    return Arguments(shared | ({"dated": [measure]} if measure.head.tag in "TU" else {}))


def _side_by_side(phrases: Phrases, joint: int, arguments: Arguments) -> list[Arguments]:
    """The clause behind a joint that holds a pair like the one before it: "paid $10m for Norvik AND $5M FOR TAL",
    "partnered with Norvik in Asia, TAL IN EUROPE"."""
    thing = phrases[joint + 1]
    if phrases[joint].kind not in "&," or thing.kind != "NP" or opens_a_clause(phrases, joint + 1):
        return []
    other = phrases[joint + 2]
    before, end = phrases[joint - 1], phrases[joint + 3] if joint + 3 < len(phrases) else None
    slot = other.preposition if other.kind == "NP" else ""
    if not slot or before.preposition != slot or (end is not None and end.kind not in (*"&,.;:", "P")):
        return []
    if tells_more(phrases, joint + 1):
        return []
    named, of_thing = phrases[joint - 2], _slot_of_like(thing, arguments)
    if bool(other.names) and slot in arguments.slots and of_thing is not None and not thing.preposition:
        return [Arguments({**_subject_of(arguments), of_thing: [thing], slot: [other]})]
    place = not (other.is_measure or phrases.words.is_a(slot, "sides"))
    place = place and named.preposition in arguments.slots and bool(named.names)
    if place and thing.names and thing.preposition in ("", named.preposition):
        return [Arguments({**_subject_of(arguments), named.preposition: [thing]})]
    return []


def _slot_of_like(thing: Phrase, arguments: Arguments) -> str | None:
    """The slot of a bare noun phrase where the verb is left out: the object's, if that is a name, a sum or a common
    noun as well."""
    alike = (
        p.is_measure == thing.is_measure and bool(p.names) == bool(thing.names)
        for p in arguments.slots.get("object", [])
    )
    return "object" if any(alike) else None


def _subject_of(arguments: Arguments) -> dict[str, list[Phrase]]:
    return {"subject": arguments.slots.get("subject", [])}


def _is_agent(phrases: Phrases, k: int, joint: int) -> bool:
    """ "was bought by Norvik in 2009 and BERGEN in 2023": what is parallel to the agent of a passive is one."""
    return phrases[k].passive and is_by(phrases, _over_measures(phrases, joint))


def _takes_up(arguments: Arguments) -> bool:
    """ "Tal bought it in 2001 and BERGEN in 2006": beside a pronoun there is no other object."""
    return all(p.is_pronoun for p in arguments.slots.get("object", [])) and "object" in arguments.slots


def _over_measures(phrases: Phrases, joint: int) -> Phrase:
    """The phrase before the joint, over its date and sum: "bought by NORVIK in 2009 and …"."""
    return next(p for p in reversed(phrases[:joint]) if not (p.is_measure or p.kind == ","))


def _is_parallel(phrases: Phrases, joint: int, arguments: Arguments) -> bool:
    """Whether another thing and its receiver follow: "sold its Danish arm to Norvik, ITS DUTCH ARM TO TAL and …"."""
    before = _over_measures(phrases, joint)
    thing, other = phrases[joint + 1 : joint + 3]
    if thing.kind != "NP" or thing.preposition or thing.is_measure or other.kind != "NP" or not other.names:
        return False
    slot = other.preposition
    return (
        phrases.words.is_a(slot, "sides")
        and slot in arguments.slots
        and before.preposition == slot
        and bool(before.names)
    )


def _is_another_sum(phrases: Phrases, joint: int, arguments: Arguments) -> bool:
    """Whether another sum with its date follows: "raised $30 million in 2014 AND ANOTHER $50 MILLION A YEAR AGO"."""
    dated, money, date = phrases[joint - 1], *phrases[joint + 1 : joint + 3]
    is_sum = money.kind == "NP" and money.head.tag == "M" and not money.preposition
    if phrases[joint].kind != "&" or not is_sum or date.head.tag != "T" or dated.head.tag != "T":
        return False
    return any(p.head.tag == "M" for p in arguments.slots.get("object", []))


def _behind_date(phrases: Phrases, joint: int) -> Phrase | None:
    """Another object with a date before it: "bought Tal in 1991 and, two years later, BERGEN"."""
    if phrases[joint].kind != "&":
        return None
    dated = [p for p in phrases[joint + 1 : joint + 4] if p.kind == "," or (p.is_measure and p.head.tag in "TU")]
    name = phrases[joint + len(dated) + 1] if joint + len(dated) + 1 < len(phrases) else None
    if name is None or name.kind != "NP" or name.preposition or not name.names or not any(p.is_measure for p in dated):
        return None
    behind = phrases[name.index + 1] if name.index + 1 < len(phrases) else None
    return name if behind is None or behind.kind in ".,;" or behind.preposition else None


def _gapped_at(phrases: Phrases, joint: int, arguments: Arguments) -> tuple[list[Phrase], Phrase] | None:
    """The names behind a joint, and their sum, share or date, if one stands before it, too: "in 2001, TAL, A BANK, and
    BERGEN IN 2003"."""
    before = phrases[joint - 1] if phrases[joint - 1].kind != "," else phrases[joint - 2]
    if not _innermost_measure(before) or opens_a_clause(phrases, joint + 1):
        return None
    names: list[Phrase] = []
    i = joint + 1
    slot = _is_filled(phrases[i], arguments) or is_by(phrases, phrases[i])
    while i < len(phrases) and phrases[i].kind == "NP" and (slot or not phrases[i].preposition) and phrases[i].names:
        names.append(phrases[i])
        closing = behind_apposition(phrases, i + 1)
        i = closing + 1 if closing > i + 1 and phrases[closing].kind == "," else i + 1
        if i < len(phrases) and phrases[i].kind == "NP":
            break
        while i < len(phrases) and phrases[i].kind in (",", "&"):
            i += 1
    measure = phrases[i] if i < len(phrases) else None
    if not names or measure is None or measure.kind != "NP" or not measure.is_measure or tells_more(phrases, i):
        return None
    behind = phrases[i + 1] if i + 1 < len(phrases) else None
    goes_on = phrases[joint].kind != "," or (behind is not None and behind.kind in ("&", ","))
    return (names, measure) if goes_on else None


def _is_filled(phrase: Phrase, arguments: Arguments) -> bool:
    """Whether a name stands in the same slot of the verb: "was sold TO NORVIK in 2009 and to Tal in 2012"."""
    slot = phrase.preposition if phrase.kind == "NP" else ""
    return bool(slot) and any(p.names for p in arguments.slots.get(slot, []))


def _innermost_measure(phrase: Phrase) -> bool:
    return phrase.kind == "NP" and (phrase.is_measure or (phrase.head.tag in "M%" and phrase.of is not None))
