"""Clauses that share one verb where it stands second or last (German): "übernahm A, C den Rivalen D"."""

from collections.abc import Iterator
from itertools import pairwise

from newscrawl.deals.syntax.added import added_arguments
from newscrawl.deals.syntax.clauses import clause_of
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.v2_joining import has_share_behind, with_its_name


def gapped_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """What stands behind the clause of the verb at ``k`` without a verb of its own: "A übernahm B, C DEN RIVALEN D",
    "verkauft A an B und C AN D"; the verb and what is not said again are meant as before."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    found: list[Arguments] = []
    for j in range(k + 1, len(phrases) - 2):
        pair = phrases[j + 1 : j + 3]
        if phrases[j].kind in (",", "&") and subject and _has_other_share(phrases, pair[0]):
            found.append(Arguments({**arguments.slots, "subject": [pair[0]], "object": [pair[1]]}))
        if phrases[j].kind not in (",", "&") or not _is_gap(phrases, pair):
            continue
        if not pair[1].preposition and subject and bought and pair[0].index > bought[-1].index:
            found.append(Arguments({"subject": [pair[0]], "object": [with_its_name(phrases, pair[1])]}))
        elif pair[1].preposition and pair[1].preposition in arguments.slots and bought:
            found.append(Arguments({"subject": subject, "object": [pair[0]], pair[1].preposition: [pair[1]]}))
    found = found or _dated_agents(phrases, k, arguments) or _dated_one_by_one(phrases, k, arguments)
    found = found or list(_elliptic(phrases, k, arguments))
    return found + added_arguments(phrases, k, arguments)


def _has_other_share(phrases: Phrases, name: Phrase) -> bool:
    """Whether a name and a share stand side by side behind a share of somebody else: "hält Norvik 60 Prozent, TAL 40
    PROZENT"."""
    before = (p.head.tag == "%" for p in phrases[: name.index])
    named = name.head.tag == "E" and not name.relative
    return named and has_share_behind(phrases, name.index) and any(before)


def _elliptic(phrases: Phrases, k: int, arguments: Arguments) -> Iterator[Arguments]:
    """What else the verb at ``k`` tells of names behind a comma or "und", each in a slot that it has: "ging an Norvik,
    TAL AN HULL", "zahlte für Norvik 10 Millionen, FÜR TAL FÜNF", "kooperiert in Asien mit Norvik, IN EUROPA MIT
    TAL"."""
    first = min((p.index for found in arguments.slots.values() for p in found if p.names), default=len(phrases))
    joints = [p.index for p in phrases[first:] if p.kind in ELLIPTIC or p.index == k]
    for joint, end in pairwise(joints):
        held = phrases[joint + 1 : end]
        sides = _sides_of(held, arguments) if joint != k and len(held) > 1 else None
        if sides is not None:
            yield Arguments({**_shared(arguments, sides), **sides})


ELLIPTIC = frozenset(",&;.")
"""What parts clauses that share one verb."""


def _sides_of(held: list[Phrase], arguments: Arguments) -> dict[str, list[Phrase]] | None:
    """The slots of what stands between two joints; None if something there has none, or nobody is named."""
    sides: dict[str, list[Phrase]] = {}
    for phrase in held:
        slot = _slot_in(phrase, arguments)
        if slot is None or slot in sides or phrase.kind != "NP" or phrase.relative or _is_title(phrase):
            return None
        sides[slot] = [phrase]
    named = any(p.head.tag == "E" and slot != "dated" for slot, (p,) in sides.items())
    return sides if named and not sides.keys() <= {"subject", "object"} else None


def _slot_in(phrase: Phrase, arguments: Arguments) -> str | None:
    """The slot of a verb that a phrase fills where the verb is left out: by its preposition, of bare ones by what they
    are."""
    if phrase.is_time:
        return "dated"
    if phrase.preposition:
        known = phrase.preposition in arguments.slots or not phrase.names  # "BEI KREDITEN mit Tal"
        return phrase.preposition if known else None
    bare = "object" if "object" in arguments.slots else "subject"
    alike = (
        bool(p.names) == bool(phrase.names) and p.is_measure == phrase.is_measure for p in arguments.slots.get(bare, [])
    )
    return bare if any(alike) else None


def _shared(arguments: Arguments, sides: dict[str, list[Phrase]]) -> dict[str, list[Phrase]]:
    """What a clause without a verb has in common with the one before: its subject, and an object that is a name."""
    shared = [slot for slot in ("subject", "object") if slot in arguments.slots and slot not in sides]
    return {slot: arguments.slots[slot] for slot in shared}


def _dated_agents(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """Who did the same before the passive at ``k``, each with a date: "1984 von Tal und 1994 VON BERGEN gekauft"."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    if phrases[k].form != "participle" or len(subject) != 1 or not subject[0].preposition or not bought:
        return []
    own = {p.index for p in clause_of(phrases, phrases[k])}
    later = [p for p in phrases[subject[0].index + 1 : k] if p.index in own and p.names and is_dated_agent(phrases, p)]
    agents = [p for p in later if p.preposition in ("von", "durch")]
    return [Arguments({"subject": [p], "object": bought, "dated": [phrases[p.index - 1]]}) for p in agents]


def is_dated_agent(phrases: Phrases, agent: Phrase) -> bool:
    """Whether a date and a joint stand before who does it: "1984 von Tal UND 1994 VON BERGEN gekauft"."""
    joint, date = phrases[max(0, agent.index - 2) : agent.index] if agent.index > 1 else (agent, agent)
    return date.is_time and joint.kind in (",", "&") and bool(agent.preposition)


def _dated_one_by_one(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """What is added with a date of its own: "kaufte 2012 A, 2014 B", "übernahm A 2012, B 2014", "stieg 2012 bei A ein,
    2014 BEI B", "2012 kam A hinzu, 2014 DIE SPARTE DER B"."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    found: list[Arguments] = []
    for j in range(k + 1, len(phrases) - 2):
        if phrases[j].kind not in (",", "&"):
            continue
        dated = _dated_behind(phrases, j, arguments)
        if dated is None and phrases[j + 1].is_time:
            return found
        if dated is None:
            continue
        date, added, *others = dated
        sides = {"subject": subject, **{p.preposition: [p] for p in (added, *others) if p.preposition}}
        if added.preposition and not subject:
            sides["object"] = bought
        if not added.preposition:
            if len(bought or subject) != 1:
                return found
            if _is_told_of(bought, phrases):
                sides["object"] = bought
            sides["object" if bought and "object" not in sides else "subject"] = [added]
        found.append(Arguments({**sides, "dated": [date]}))
    return found


def _is_told_of(bought: list[Phrase], phrases: Phrases) -> bool:
    """ "2001 kaufte Tal DIE FIRMA, 2006 Bergen": what a text has told of before is the same all along."""
    head = bought[0].head if bought else None
    return head is not None and (bought[0].is_pronoun or phrases.words.is_a(head.low, "firms"))


def _dated_behind(phrases: Phrases, joint: int, arguments: Arguments) -> list[Phrase] | None:
    """The one date behind a comma or "und" up to the next, and the names beside it: the first bare or behind a
    preposition that the verb has, the others behind such; None if a verb stands there."""
    end = next((p.index for p in phrases[joint + 1 :] if p.kind in ",&.;"), len(phrases))
    held = phrases[joint + 1 : end]
    dates = [p for p in held if p.is_time]
    added = next((p for p in held if p.kind == "NP" and not p.is_measure), None)
    if len(dates) != 1 or added is None or any(p.kind != "NP" for p in held) or not _is_added(phrases, added):
        return None
    if added.preposition and added.preposition not in arguments.slots:
        return None
    others = [p for p in held if p is not added and p.names and p.preposition in (*arguments.slots, "von")]
    return [dates[0], added, *others]


def without_added(phrases: Phrases, k: int, bare: list[list[Phrase]]) -> list[list[Phrase]]:
    """The noun phrases of a clause without those that are added behind a date of their own: "2014 folgte A, 2015 DER
    HÄNDLER B", and those of another who has another share: "hält A 60 Prozent, B 40 PROZENT"."""
    kept = [g for g in bare if g[0].index < k or not _is_dated_on(phrases, g[0])]
    kept = _without_other_shares(phrases, kept)
    return kept if any(g[0].names for g in kept) else bare


def _without_other_shares(phrases: Phrases, bare: list[list[Phrase]]) -> list[list[Phrase]]:
    for i, (name, *_) in enumerate(bare):
        joined = name.index > 0 and phrases[name.index - 1].kind in (",", "&")
        if joined and _has_other_share(phrases, name):
            return bare[:i]
    return bare


def begin_of_added(phrases: Phrases, k: int) -> int:
    """The index where begins what is added with a date or place of its own, and no verb, behind the names that the verb
    at ``k`` has: "hat Tal gekauft UND IM JAHR DARAUF die Funksparte von Hull", "kooperiert in Asien mit Tal, IN EUROPA
    mit Hull"; else the end."""
    for joint in phrases[k + 1 : -1]:
        if _parts_adjuncts(phrases, joint):
            return joint.index
        closes = phrases[joint.index - 1].apposed  # "seine Firma, das Portal Tal, 2011 an Hull"
        if joint.kind in ("&", ",") and phrases[joint.index + 1].is_time and not closes:
            own = any(p.kind == "VG" for p in phrases[joint.index :])
            done = phrases[k].form == "participle" or any(p.names for p in phrases[k + 1 : joint.index])
            return joint.index if done and not own else len(phrases)
    return len(phrases)


def _parts_adjuncts(phrases: Phrases, joint: Phrase) -> bool:
    """Whether a comma or "und" sets off a second adjunct and what goes with it: "in Asien mit Tal, IN EUROPA MIT
    HULL"."""
    held = phrases[joint.index + 1 : joint.index + 3]
    if joint.kind not in (",", "&") or len(held) != HELD or not all(p.kind == "NP" and p.preposition for p in held):
        return False
    adjunct, named = held
    behind = phrases[named.index + 1 : named.index + 2]
    ends = not behind or behind[0].kind in ".,;&"
    before = [p for p in phrases[: joint.index] if p.kind == "NP" and p.preposition]
    again = any(p.names and p.preposition == named.preposition for p in before) and any(not p.names for p in before)
    return bool(named.names) and not adjunct.names and ends and again


HELD = 2
"""How many phrases an adjunct and what goes with it are."""


def _is_dated_on(phrases: Phrases, added: Phrase) -> bool:
    before = phrases[max(0, added.index - 2) : added.index]
    return (
        len(before) == 2
        and before[0].kind in (",", "&")
        and before[1].is_time
        and not added.preposition
        and _is_added(phrases, added)
    )


def _is_added(phrases: Phrases, added: Phrase) -> bool:
    """Whether a noun phrase with a name, no preposition and no verb behind it ends at a stop."""
    owner = phrases[added.index + 1] if added.index + 1 < len(phrases) else added
    of_somebody = added.head.tag == "N" and owner.preposition == "von" and bool(owner.names)  # "die Sparte VON TAL"
    named = of_somebody or bool(added.names or (added.of is not None and added.of.names))
    if added.kind != "NP" or added.relative or not named or _is_title(added):
        return False
    behind = next(
        (p for p in phrases[added.index + 1 :] if not (p.is_time or (p.kind == "NP" and p.preposition))), None
    )
    return behind is None or behind.kind in ".,;&"


def _is_title(phrase: Phrase) -> bool:
    """ "Ostra-CHEF Karl Berg"."""
    return phrase.determiner is None and any(token.glued for token in phrase.tokens)


def _is_gap(phrases: Phrases, pair: list[Phrase]) -> bool:
    """Two names side by side, and nothing more up to the next stop; the second has an article or a preposition."""
    behind = phrases[pair[1].index + 1] if pair[1].index + 1 < len(phrases) else None
    return (
        all(p.kind == "NP" and bool(p.names) and not p.relative for p in pair)
        and pair[0].head.tag == "E"
        and not pair[0].preposition
        and (pair[1].preposition != "" or (pair[1].determiner is not None and "accusative" in pair[1].cases))
        and (behind is None or behind.kind in ",.;:&")
    )
