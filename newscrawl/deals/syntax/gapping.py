"""Clauses that share one verb: "bought Tal for $5m and Bergen for $3m"."""

from newscrawl.deals.syntax.listing import opens_a_clause
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def gapped_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """Clauses that share the verb at ``k``: "bought A for $5m AND B FOR $3M", "A will hold 60 % AND B 40 %"."""
    found: list[Arguments] = []
    for i in range(k + 2, len(phrases) - 2):
        if phrases[i - 1].kind == "VG" or phrases[i].kind in "LS;:":
            break
        name, measure = phrases[i + 1], phrases[i + 2]
        if phrases[i].kind in "&," and _is_parallel(phrases, i, arguments):
            subject = arguments.slots.get("subject", [])
            found.append(Arguments({"subject": subject, "object": [name], measure.preposition: [measure]}))
            continue
        if _is_another_sum(phrases, i, arguments):
            found.append(Arguments({"subject": arguments.slots.get("subject", []), "object": [name]}))
            continue
        if (later := _behind_date(phrases, i)) is not None:
            found.append(Arguments({"subject": arguments.slots.get("subject", []), "object": [later]}))
            continue
        if phrases[i].kind not in "&," or not _is_gapped(phrases, i):
            continue
        if measure.preposition or measure.head.tag in "TU":
            shared = {"subject": arguments.slots.get("subject", []), "object": [name]}
            shared |= {measure.preposition: [measure]} if measure.preposition else {}
        else:
            shared = {**arguments.slots, "subject": [name], "object": [measure]}
        found.append(Arguments(shared))
    return found


def _is_parallel(phrases: Phrases, joint: int, arguments: Arguments) -> bool:
    """Whether another thing and its receiver follow: "sold its Danish arm to Norvik, ITS DUTCH ARM TO TAL and …"."""
    before, thing, other = phrases[joint - 1], *phrases[joint + 1 : joint + 3]
    if thing.kind != "NP" or thing.preposition or thing.is_measure or other.kind != "NP" or not other.names:
        return False
    slot = other.preposition
    return slot in ("to", "from") and slot in arguments.slots and before.preposition == slot and bool(before.names)


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


def _is_gapped(phrases: Phrases, conjunction: int) -> bool:
    """Whether a name with a sum, a share or a date follows, as one does before."""
    before, name, measure = phrases[conjunction - 1], *phrases[conjunction + 1 : conjunction + 3]
    if before.kind == ",":
        before = phrases[conjunction - 2]
    behind = phrases[conjunction + 3] if conjunction + 3 < len(phrases) else None
    if phrases[conjunction].kind == "," and (behind is None or behind.kind not in "&,"):
        return False
    if name.kind != "NP" or name.preposition or not name.names or opens_a_clause(phrases, conjunction + 1):
        return False
    return _innermost_measure(before) and measure.kind == "NP" and measure.is_measure


def _innermost_measure(phrase: Phrase) -> bool:
    return phrase.kind == "NP" and (phrase.is_measure or (phrase.head.tag in "M%" and phrase.of is not None))
