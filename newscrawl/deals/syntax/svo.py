"""Who does what to whom, where the verb stands between subject and object (English)."""

from newscrawl.deals.syntax.appositions import (
    can_be_explained,
    ends_there,
    explained_by,
    innermost,
    is_by,
    is_plain_name,
    own_by_apposition,
    summed_up,
)
from newscrawl.deals.syntax.governing import govern, own_by_object
from newscrawl.deals.syntax.listing import (
    OPENERS,
    examples_behind,
    index_behind,
    joined_behind,
    joined_with,
    opens_a_clause,
    with_examples,
)
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.subjects import (
    antecedent_of,
    opens_sentence,
    passive_before,
    patient_of,
    relative_object,
    subject_of,
)


def prepare(phrases: Phrases) -> None:
    """Give a common noun the name that explains it: "its parent, NORVIK, sold …", "the unit, NORVIK, for $5m"; a name
    the owner that an apposition says ("Tal, a unit of NORVIK"); and "have" its verb where it is no auxiliary.
    """
    for phrase in phrases:
        if phrase.kind == "VG" and phrase.verb is None and phrase.helper("H"):
            phrase.verb = next((reading.verb for reading in phrase.head.verbs), None)
        if phrase.kind == "NP" and phrase.determiner is not None and phrase.determiner.is_a("relative"):
            phrase.owner = next(iter(antecedent_of(phrases, phrase.index)), None)
    for i in range(len(phrases) - 2):
        own_by_apposition(phrases, i)
        noun, comma, name = phrases[i : i + 3]
        if noun.kind == "NP" and phrases.words.is_a(noun.head.low, "bidders") and is_by(phrases, comma):
            noun.explained = comma if comma.head.tag == "E" else None
        if noun.kind == "NP" and noun.head.tag == "N" and noun.head.low.endswith("s"):
            noun.listed = summed_up(phrases, i + 2 if comma.is_time else i + 1)
        if can_be_explained(noun) and comma.kind == "," and is_plain_name(name) and ends_there(phrases, i + 3):
            innermost(noun).explained = name


def _agent_slot(phrases: Phrases, arguments: Arguments) -> str:
    """The filled slot of the agent; empty if there is none."""
    return next((slot for slot in arguments.slots if phrases.words.is_a(slot, "passive_agent")), "")


def verb_arguments(phrases: Phrases, k: int, transitive: bool) -> Arguments:
    """The arguments of the verb group at ``k``; a passive has its patient as ``object`` and its agent as ``subject``.

    ``transitive`` says that the verb needs an object, so that one without is a reduced passive.
    """
    group, arguments = phrases[k], Arguments()
    _collect_right(phrases, k + 1, arguments, takes_object=not group.passive)
    if "second object" in arguments.slots:
        arguments.add("indirect", arguments.slots["object"])
    arguments.add("agreed with", _other_side(phrases, k))
    if group.passive or (transitive and _is_reduced_passive(phrases, k, arguments)):
        arguments.slots.pop("object", None)
        arguments.add("object", patient_of(phrases, k))
        arguments.add("subject", arguments.slots.pop(_agent_slot(phrases, arguments), []))
        _add_of_patient(phrases, k, arguments)
        return arguments
    _add_fronted(phrases, k, arguments)
    _add_behind_relative(phrases, k, arguments)
    if k and _opens_with_a_slot(phrases):
        arguments.add(phrases[0].preposition, [phrases[0]])
    if transitive and "object" not in arguments.slots:
        subject, patient = _gap(phrases, k)
        arguments.add("object", patient)
        arguments.add("subject", subject)
    arguments.add("subject", subject_of(phrases, k))
    arguments.add("causer", _causer(phrases, k))
    _add_vehicle(phrases, k, arguments)
    return arguments


def _causer(phrases: Phrases, k: int) -> list[Phrase]:
    """Who lets somebody do it: "NORVIK will let Tal use its patents"."""
    before, cause = (phrases[k - 1], phrases[k - 2]) if k > 1 else (phrases[k], phrases[k])
    if before.kind != "NP" or before.preposition or cause.verb is None or cause.verb.group != "cause" or cause.passive:
        return []
    return subject_of(phrases, cause.index)


def _add_of_patient(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "Two ferries FOR TAL will be built": what stands behind the subject of a passive."""
    patient = arguments.slots.get("object", [])
    for phrase in phrases[patient[-1].index + 1 : k] if patient else []:
        if phrase.kind != "NP" or not phrase.preposition:
            return
        arguments.add(phrase.preposition, [phrase])


def _add_behind_relative(phrases: Phrases, k: int, arguments: Arguments) -> None:
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


def _opens_with_a_slot(phrases: Phrases) -> bool:
    """ "FOR $5M Norvik bought Tal", "WITH TAL, Norvik founded Bergen"."""
    first = phrases[0]
    if first.is_measure and first.preposition and first.head.tag == "M":
        return True
    return first.head.tag == "E" and phrases.words.is_a(first.preposition, "with")


def _add_vehicle(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "Norvik, through its subsidiary TAL, has bought …", "together with TAL,": by whom else it is done."""
    for phrase in reversed(phrases[max(0, k - 5) : k]):
        if phrase.kind not in ("NP", ","):
            return
        beside = phrases.words.is_a(phrase.preposition, "vehicle") or phrases.words.is_a(phrase.preposition, "with")
        if beside and phrases[phrase.index - 1].kind == ",":
            arguments.add(phrase.preposition, [phrase])


def _other_side(phrases: Phrases, k: int) -> list[Phrase]:
    """Whom somebody talks or agrees with to do it: "is in talks with NORVIK to buy …", "agreed with NORVIK to …"."""
    with_ = phrases[k - 1] if k and phrases[k].helper("2") else None
    if with_ is None or with_.kind != "NP" or not phrases.words.is_a(with_.preposition, "with") or k < 2:
        return []
    before = phrases[k - 2]
    agrees = before.kind == "VG" and before.verb is not None and before.verb.group == "agree"
    return [with_] if agrees or (before.kind == "NP" and phrases.words.is_a(before.head.low, "agreements")) else []


def _add_fronted(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "NORVIK, from which Tal bought it": what the relative pronoun stands for fills the slot of its preposition."""
    for j in range(k - 1, max(k - 5, 1), -1):
        if phrases[j].kind == "L" and phrases[j - 1].kind == "P":
            arguments.add(phrases[j - 1].preposition, antecedent_of(phrases, j))
        if phrases[j].kind not in ("NP", ",", "&"):
            return


def _gap(phrases: Phrases, k: int) -> tuple[list[Phrase], list[Phrase]]:
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
    if before.head.tag == "E" and k > 1 and _is_definite_sum(phrases[k - 2]):
        return [before], [phrases[k - 2]]
    if before.head.tag != "E" or len(before.tokens) < 2:
        return [], []
    whole = Phrase("NP", before.tokens[:-1], before.preposition, before.determiner, before.owner, index=before.index)
    if k > 2 and phrases[k - 2].kind == "," and phrases[k - 3].kind == "NP" and phrases[k - 3].names:
        whole = phrases[k - 3]
    return [Phrase("NP", [before.head], index=before.index)], [whole]


def _is_definite_sum(phrase: Phrase) -> bool:
    """ "THE $5M Norvik paid for Tal"."""
    return phrase.kind == "NP" and phrase.head.tag == "M" and phrase.determiner is not None


def _is_time(phrase: Phrase) -> bool:
    """Whether a phrase is a measure, but no sum: "the $5m IT PAID"."""
    return phrase.is_measure and phrase.head.tag != "M"


def noun_arguments(phrases: Phrases, k: int, noun: Phrase) -> Arguments:
    """The arguments of ``noun``, the phrase at ``k`` or hanging on it by "of": owner, "of", prepositions, verb."""
    arguments = Arguments()
    if noun.owner is not None:
        arguments.add("owner", [noun.owner])
    if noun.of is not None:
        arguments.add("of", [noun.of, *joined_behind(phrases, k, noun.of)])
    if "of" not in arguments.slots:
        arguments.add("of", examples_behind(phrases, k, noun))
    named = explained_by(phrases, k)
    if named is not phrases[k]:
        arguments.add("explains", [named])
    skip = k + 1 + 2 * (len(arguments.slots.get("of", [noun])) - 1)
    _collect_right(phrases, skip, arguments, takes_object=False)
    _take_genitive_over(arguments)
    participle = _participle_behind(phrases, skip)
    if participle is not None and (noun.of is None or noun.of.names):
        _collect_right(phrases, participle + 1, arguments, takes_object=False)
    _add_over_clause(phrases, skip, arguments)
    govern(phrases, k, arguments)
    own_by_object(phrases, k, arguments)
    if named is not phrases[k] and arguments.governor is None and named in phrases:
        govern(phrases, named.index, arguments)
    if arguments.governor is not None and arguments.governed_as == "object":
        _add_fronted(phrases, arguments.governor.index, arguments)
    return arguments


def _take_genitive_over(arguments: Arguments) -> None:
    """ "the sale to Norvik OF TAL": a genitive behind another complement; with an owner, only of what is that one's."""
    if "of" in arguments.slots:
        return
    for found in list(arguments.slots.values()):
        whole = found[-1].of
        if found[-1].preposition and found[-1].head.tag == "E" and whole is not None:
            own = whole.determiner is not None and "possessive" in whole.determiner.marks
            if own or "owner" not in arguments.slots:
                arguments.add("of", [whole])
            return


def _add_over_clause(phrases: Phrases, j: int, arguments: Arguments) -> None:
    """ "the right to show it FROM NORVIK", "the sale of units making pumps TO NORVIK": said of the noun; "the right to
    show NORVIK'S FILMS": its task.
    """
    group = phrases[j] if j < len(phrases) and phrases[j].kind == "VG" else None
    if group is None or not (group.helper("2") or (group.form == "gerund" and not group.helpers)):
        return
    inner = Arguments()
    _collect_right(phrases, j + 1, inner, takes_object=True)
    for slot in ("from",) if group.helper("2") else ("from", "to"):
        if slot not in arguments.slots:
            arguments.add(slot, inner.slots.get(slot, []))
    if group.helper("2"):
        arguments.add("task", inner.slots.get("object", []))


def _participle_behind(phrases: Phrases, j: int) -> int | None:
    """Where a bare participle goes on with a noun's complements: "an investment | made by Norvik in Tal"."""
    j += j + 1 < len(phrases) and phrases[j].kind == ","
    verb = phrases[j].verb if j + 1 < len(phrases) else None
    if verb is None or phrases[j].helpers:
        return None
    is_participle = any(reading.form == "participle" for reading in phrases[j].head.verbs)
    following = phrases[j + 1]
    goes_on = following.kind == "NP" and (
        phrases.words.is_a(following.preposition, "behind_participle") or following.is_measure
    )
    return j if is_participle and verb.group in ("make", "give", "gain", "other") and goes_on else None


def _collect_right(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool) -> None:
    """Walk right over the complements of a trigger until its clause ends."""
    while j < len(phrases):
        phrase = phrases[j]
        if phrase.kind == "NP":
            j = _take(phrases, j, arguments, takes_object)
        elif phrase.kind in OPENERS:
            j = index_behind(phrases, j, OPENERS[phrase.kind])
        elif phrase.kind == ",":
            resumed = _resume(phrases, j, takes_object and "object" not in arguments.slots)
            if resumed is None:
                return
            j = resumed
        elif phrase.kind == "P":
            j += 1
        elif phrase.kind == "&" and _goes_on(phrases, j + 1, arguments):
            more = joined_with(phrases, j + 1)
            arguments.slots[more[0].preposition] = [*arguments.slots[more[0].preposition], *more]
            j = more[-1].index + 1
        else:
            return


def _goes_on(phrases: Phrases, j: int, arguments: Arguments) -> bool:
    """ "orders from Tal for 14 jets AND FROM BERGEN for three": a name in a slot that is filled already."""
    behind = phrases[j] if j < len(phrases) else None
    return behind is not None and behind.preposition in arguments.slots and bool(behind.names)


def _take(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool) -> int:
    """Put the noun phrase at ``j`` and those joined to it into a slot; gives where to go on."""
    phrase = phrases[j]
    if phrase.head.tag in "TU" and not phrase.preposition and phrase.is_measure:
        return j + 1
    joined = with_examples(phrases, joined_with(phrases, j))
    if is_by(phrases, phrase) and phrase.names and phrase.preposition in arguments.slots:
        arguments.slots[phrase.preposition] = [*arguments.slots[phrase.preposition], *joined]
        return joined[-1].index + 1
    slot = phrase.preposition or ("object" if "object" not in arguments.slots else "second object")
    if phrase.preposition or takes_object:
        arguments.add(slot, joined)
    elif not phrase.is_measure:
        return len(phrases)
    return joined[-1].index + 1


def _resume(phrases: Phrases, comma: int, wants_object: bool) -> int | None:
    """Where the complements go on behind a comma: at a preposition, behind an apposition closed by a comma, or at the
    object behind an aside ("bought, for $5m, NORVIK").
    """
    following = phrases[comma + 1] if comma + 1 < len(phrases) else None
    if following is None:
        return None
    if wants_object and _closes_aside(phrases, comma):
        return comma + 1 if following.kind == "NP" and not following.preposition else None
    if following.kind == "NP" and following.preposition:
        return comma + 1
    if following.kind == "NP" or following.kind == "L" or (following.kind == "VG" and following.form == "participle"):
        for phrase in phrases[comma + 1 :]:
            if phrase.kind == "," and phrase.index + 1 < len(phrases):
                after = phrases[phrase.index + 1]
                return after.index if after.kind == "NP" and after.preposition else None
    return None


def _closes_aside(phrases: Phrases, comma: int) -> bool:
    """Whether the comma closes what another one opened right behind the verb: "bought, FOR $5M, Norvik"."""
    j = comma - 1
    while j > 1 and phrases[j].kind == "NP" and (phrases[j].preposition or phrases[j].is_time):
        j -= 1
    return 1 < j + 1 < comma and phrases[j].kind == "," and phrases[j - 1].kind == "VG"


def _is_reduced_passive(phrases: Phrases, k: int, arguments: Arguments) -> bool:
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
    agent = _agent_slot(phrases, arguments)
    by_name = any(phrase.names for phrase in arguments.slots.get(agent, []))
    agrees = group.verb is not None and group.verb.group == "agree" and not by_name
    if agrees and before is not None and before.kind == "NP":
        return False
    if agent or before is None or before.kind != "NP":
        return True
    if _is_sold_in_a_headline(phrases, k, arguments):
        return True
    return before.head.tag not in "ER" and not (k > 1 and phrases[k - 2].kind == "L")


def _is_sold_in_a_headline(phrases: Phrases, k: int, arguments: Arguments) -> bool:
    """ "Tal sold to Norvik", "Tal sold for $5m": the only verb, and nothing that could be its object."""
    group = phrases[k]
    if group.verb is None or group.verb.group != "give" or any(p.kind == "VG" for p in phrases if p is not group):
        return False
    return any(phrases.words.is_a(slot, "receiver") or slot == "for" for slot in arguments.slots)


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
