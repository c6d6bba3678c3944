"""Arguments away from the place right of their verb: "X, which Norvik bought", "for $5m Norvik bought Tal"."""

from newscrawl.deals.syntax.appositions import explained_by
from newscrawl.deals.syntax.listing import joined_left, joined_with
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.subjects import (
    antecedent_of,
    comma_before,
    opens_contact_clause,
    relative_object,
    subject_of,
)


def add_fronted(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "NORVIK, from which Tal bought it": what the relative pronoun stands for fills the slot of its preposition."""
    for j in range(k - 1, max(k - 5, 1), -1):
        if phrases[j].kind == "L" and phrases[j - 1].kind == "P":
            arguments.add(phrases[j - 1].preposition, antecedent_of(phrases, j))
        if phrases[j].kind not in ("NP", ",", "&"):
            return


def gap(phrases: Phrases, k: int) -> tuple[list[Phrase], list[Phrase]]:
    """Subject and object where the object stands before: "X, which Norvik bought", "the company Norvik bought", "the
    $5m Norvik paid".
    """
    patient = relative_object(phrases, k)
    if not patient and k > 1 and phrases[k].helper("2") and phrases[k - 1].kind == "VG":
        patient = relative_object(phrases, k - 1)
    if patient:
        return [], patient
    before = phrases[k - 1] if k else None
    if before is None or before.kind != "NP":
        return [], []
    if before.is_pronoun and k > 1 and phrases[k - 2].kind == "NP" and not _is_time(phrases[k - 2]):
        return [before], [explained_by(phrases, k - 2)]
    first = joined_left(phrases, k - 1)
    if opens_contact_clause(phrases, first[0].index):
        return first, [explained_by(phrases, first[0].index - 1)]
    if before.head.tag == "E" and k > 1 and _is_definite_sum(phrases[k - 2]):
        return [before], [phrases[k - 2]]
    if before.head.tag != "E" or len(before.tokens) < 2:
        return [], []
    whole = Phrase("NP", before.tokens[:-1], before.preposition, before.determiner, before.owner, index=before.index)
    if before.owner is None and is_explaining(phrases, before):  # but "Ostra, WHOSE paint unit Norvik bought"
        whole = phrases[k - 3]
    return [Phrase("NP", [before.head], index=before.index)], [whole]


def is_explaining(phrases: Phrases, host: Phrase) -> bool:
    """Whether a phrase says behind a comma what the name before it is: "Tal, THE PUMP MAKER Norvik bought"."""
    i = host.index
    return i > 1 and phrases[i - 1].kind == "," and phrases[i - 2].kind == "NP" and bool(phrases[i - 2].names)


def _is_definite_sum(phrase: Phrase) -> bool:
    """ "THE $5M Norvik paid for Tal"."""
    return phrase.kind == "NP" and phrase.head.tag == "M" and phrase.determiner is not None


def _is_time(phrase: Phrase) -> bool:
    """Whether a phrase is a measure, but no sum: "the $5m IT PAID"."""
    return phrase.is_measure and phrase.head.tag != "M"


def add_behind_relative(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "sold the division that makes pumps TO NORVIK": what goes on behind a relative clause over the object."""
    thing, verb = arguments.slots.get("object", []), phrases[k].verb
    if verb is None or verb.group != "give" or not thing or thing[-1].names or "to" in arguments.slots:
        return
    j = thing[-1].index + 1
    if j + 2 >= len(phrases) or phrases[j].kind not in "LS" or phrases[j + 1].kind != "VG":
        return
    for phrase in phrases[j + 2 : j + 6]:
        if phrase.kind != "NP":
            return
        if phrases.words.is_a(phrase.preposition, "receiver") and phrase.names:
            arguments.add(phrase.preposition, joined_with(phrases, phrase.index))
            return


def add_of_patient(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "Two ferries FOR TAL will be built": what stands behind the subject of a passive."""
    patient = arguments.slots.get("object", [])
    for phrase in phrases[patient[-1].index + 1 : k] if patient else []:
        if phrase.kind != "NP" or not phrase.preposition:
            return
        arguments.add(phrase.preposition, [phrase])


def opens_with_a_slot(phrases: Phrases) -> bool:
    """ "FOR $5M Norvik bought Tal", "WITH TAL, Norvik founded Bergen"."""
    first = phrases[0]
    if first.is_measure and first.preposition and first.head.tag == "M":
        return True
    return first.head.tag == "E" and phrases.words.is_a(first.preposition, "with")


def add_beside(phrases: Phrases, arguments: Arguments) -> None:
    """ "BESIDES TAL, Norvik put in money": whom the head of a sentence names for one more beside those that it tells
    of; in a slot of its own, as only what is told before says whether they do the same."""
    first, words = phrases[0], phrases.words
    later = words.is_a(first.preposition, "subordinator")  # "AFTER TAL, Norvik put in money"
    if first.kind == "NP" and first.head.tag == "E" and words.is_a(first.preposition, "beside") and not later:
        pair = phrases[1:3] if len(phrases) > 3 and [p.kind for p in phrases[1:4]] == ["&", "NP", ","] else []
        arguments.add("opening beside", [first, *(p for p in pair if p.kind == "NP")])


def add_contested(phrases: Phrases, arguments: Arguments) -> None:
    """ "IN THE BATTLE FOR TAL, Norvik raised its bid": what the clause is all about."""
    opening, contested = phrases[:2] if len(phrases) > 1 else (None, None)
    if opening is None or contested is None or not phrases.words.is_a(opening.head.low, "contests"):
        return
    if opening.preposition and phrases.words.is_a(contested.preposition, "purpose"):
        arguments.add("contested", [contested])


def add_vehicle(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "Norvik, through its subsidiary TAL, has bought …", "together with TAL,": by whom else it is done."""
    for phrase in reversed(phrases[max(0, k - 5) : k]):
        if phrase.kind not in ("NP", ","):
            return
        beside = phrases.words.is_a(phrase.preposition, "vehicle") or phrases.words.is_a(phrase.preposition, "with")
        if beside and phrases[phrase.index - 1].kind == ",":
            arguments.add(phrase.preposition, [phrase])


def other_side(phrases: Phrases, k: int) -> list[Phrase]:
    """Whom somebody talks or agrees with to do it: "is in talks with NORVIK to buy …", "agreed with NORVIK to …", "an
    agreement with NORVIK, a maker of pumps, to …"."""
    if k > 2 and phrases[k].form == "gerund" and phrases.words.is_a(phrases[k - 1].head.low, "about"):
        k -= 1  # "held talks with NORVIK about using …"
    elif k < 2 or not phrases[k].helper("2"):
        return []
    return _agreed_with(phrases, k)


def other_side_of_noun(phrases: Phrases, k: int) -> list[Phrase]:
    """The same before a noun: "reached agreement with NORVIK for the purchase of Tal", "agreed with NORVIK on …"."""
    if k < 2 or not phrases.words.is_a(phrases[k].preposition, "agreed_on"):
        return []
    sides = _agreed_with(phrases, k)
    agreed = phrases[sides[0].index - 1 : sides[0].index] if sides else []
    of_a_kind = any(p.kind == "NP" and any(t.tag == "N" for t in p.tokens[:-1]) for p in agreed)
    return [] if of_a_kind else sides  # "a LOAN agreement with Tal"


def _agreed_with(phrases: Phrases, k: int) -> list[Phrase]:
    """Who stands behind "with" and the word for talks or an agreement, before the phrase at ``k``."""
    opening = comma_before(phrases, k - 1) if phrases[k - 1].kind == "," else k
    with_ = phrases[opening - 1] if opening is not None and opening > 1 else phrases[k]
    if with_.kind != "NP" or not phrases.words.is_a(with_.preposition, "with"):
        return []
    before = phrases[with_.index - 1]
    agrees = before.kind == "VG" and before.verb is not None and before.verb.group == "agree"
    return [with_] if agrees or (before.kind == "NP" and phrases.words.is_a(before.head.low, "agreements")) else []


def causer(phrases: Phrases, k: int) -> list[Phrase]:
    """Who lets somebody do it: "NORVIK will let Tal use its patents", "NORVIK will have its phones made by Tal"."""
    before, cause = (phrases[k - 1], phrases[k - 2]) if k > 1 else (phrases[k], phrases[k])
    if before.kind != "NP" or before.preposition or cause.verb is None or cause.passive:
        return []
    if cause.verb.group != "cause" and not _has_it_done(cause, phrases[k]):
        return []
    return subject_of(phrases, cause.index)


def _has_it_done(cause: Phrase, done: Phrase) -> bool:
    """ "will HAVE its phones MADE": not "has its phones made", a habit."""
    is_news = bool(cause.helpers) and not (len(cause.helpers) == 1 and cause.helpers[0] is cause.head)
    has = cause.head.is_a("have") and (is_news or cause.form == "past")
    return has and done.is_bare_participle
