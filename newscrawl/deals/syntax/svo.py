"""Who does what to whom, where the verb stands between subject and object (English)."""

from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases

BARRIERS = frozenset("LSC;:.?!-–—")
LIST_OPENERS = ",:-–—"
CLOSERS = {")": "(", "]": "["}
OPENERS = {"(": ")", "[": "]"}


def prepare(phrases: Phrases) -> None:
    """Give a common noun the name that explains it: "its parent, NORVIK, sold …", "the unit, NORVIK, for $5m"; a name
    the owner that an apposition says ("Tal, a unit of NORVIK"); and "have" its verb where it is no auxiliary.
    """
    for phrase in phrases:
        if phrase.kind == "VG" and phrase.verb is None and phrase.helper("H"):
            phrase.verb = next((reading.verb for reading in phrase.head.verbs), None)
    for i in range(len(phrases) - 2):
        _own_by_apposition(phrases, i)
        noun, comma, name = phrases[i : i + 3]
        if noun.kind == "NP" and phrases.words.is_a(noun.head.low, "bidders") and _is_by(phrases, comma):
            noun.explained = comma if comma.head.tag == "E" else None
        if comma.kind in LIST_OPENERS and noun.kind == "NP" and noun.head.tag == "N" and noun.head.low.endswith("s"):
            noun.listed = _summed_up(phrases, i)
        if _can_be_explained(noun) and comma.kind == "," and _is_plain_name(name) and _ends(phrases, i + 3):
            _innermost(noun).explained = name


def _summed_up(phrases: Phrases, i: int) -> list[Phrase]:
    """The names behind a plural noun: "two banks, NORVIK AND TAL,", "Three banks – NORVIK, TAL AND BERGEN – have …"."""
    if not _is_plain_name(phrases[i + 2]):
        return []
    joined = joined_with(phrases, i + 2)
    plain = len(joined) > 1 and all(p.head.tag == "E" and not p.preposition for p in joined)
    end = joined[-1].index + 1
    closed = end >= len(phrases) or phrases[end].kind in LIST_OPENERS or phrases[end].kind in ".;"
    return joined if plain and closed else []


def _own_by_apposition(phrases: Phrases, i: int) -> None:
    """ "Tal, a unit of NORVIK, …": whose unit it is."""
    name, comma, unit = phrases[i : i + 3]
    if comma.kind != "," or not _is_plain_name(name) or unit.kind != "NP" or unit.preposition:
        return
    if phrases.words.is_a(unit.head.low, "part"):
        whole = unit.owner or unit.of
        if whole is not None and whole.head.tag == "E":
            name.owner = whole


def _is_by(phrases: Phrases, phrase: Phrase) -> bool:
    """Whether a noun phrase names an agent: "by NORVIK"."""
    return phrase.kind == "NP" and phrases.words.is_a(phrase.preposition, "passive_agent")


def _agent_slot(phrases: Phrases, arguments: Arguments) -> str:
    """The filled slot of the agent; empty if there is none."""
    return next((slot for slot in arguments.slots if phrases.words.is_a(slot, "passive_agent")), "")


def _innermost(phrase: Phrase) -> Phrase:
    while phrase.of is not None and phrase.of.head.tag == "N":
        phrase = phrase.of
    return phrase


def _can_be_explained(noun: Phrase) -> bool:
    inner = _innermost(noun)
    return noun.kind == "NP" and inner.head.tag == "N" and (inner.determiner is not None or inner.owner is not None)


def _is_plain_name(phrase: Phrase) -> bool:
    return phrase.kind == "NP" and phrase.head.tag == "E" and not phrase.preposition and phrase.owner is None


def _ends(phrases: Phrases, i: int) -> bool:
    """Whether the apposition is closed at ``i``, and is not the first of a list."""
    if i >= len(phrases) or phrases[i].kind in ".;":
        return True
    if phrases[i].kind in OPENERS:
        return _ends(phrases, _behind(phrases, i, OPENERS[phrases[i].kind]))
    if phrases[i].kind == "NP" and phrases[i].preposition:
        return True
    following = phrases[i + 1] if i + 1 < len(phrases) else None
    if phrases[i].kind != "," or following is None:
        return phrases[i].kind == ","
    return following.kind in ("VG", "L", "P", "S") or (
        following.kind == "NP" and bool(following.preposition or following.determiner)
    )


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
    _add_vehicle(phrases, k, arguments)
    return arguments


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
    """ "Norvik, through its subsidiary TAL, has bought …": by whom else it is done, told before the verb."""
    for phrase in reversed(phrases[max(0, k - 5) : k]):
        if phrase.kind not in ("NP", ","):
            return
        if phrases.words.is_a(phrase.preposition, "vehicle") and phrases[phrase.index - 1].kind == ",":
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
            arguments.add(phrases[j - 1].preposition, _antecedent(phrases, j))
        if phrases[j].kind not in ("NP", ",", "&"):
            return


def _gap(phrases: Phrases, k: int) -> tuple[list[Phrase], list[Phrase]]:
    """Subject and object where the object stands before: "X, which Norvik bought", "the company Norvik bought"."""
    patient = _relative_object(phrases, k)
    if patient:
        return [], patient
    before = phrases[k - 1] if k else None
    if before is None or before.kind != "NP":
        return [], []
    if before.is_pronoun and k > 1 and phrases[k - 2].kind == "NP" and not phrases[k - 2].is_measure:
        return [before], [explained_by(phrases, k - 2)]
    if before.head.tag != "E" or len(before.tokens) < 2:
        return [], []
    whole = Phrase("NP", before.tokens[:-1], before.preposition, before.determiner, before.owner, index=before.index)
    if k > 2 and phrases[k - 2].kind == "," and phrases[k - 3].kind == "NP" and phrases[k - 3].names:
        whole = phrases[k - 3]
    return [Phrase("NP", [before.head], index=before.index)], [whole]


def explained_by(phrases: Phrases, j: int) -> Phrase:
    """The named phrase that the noun phrase at ``j`` only explains ("NORVIK, a bank that …"), or that phrase itself."""
    phrase = phrases[j]
    if phrase.head.tag == "E" or phrase.determiner is None or "possessive" in phrase.determiner.marks or j < 2:
        return phrase
    named = _innermost(phrases[j - 2])
    named = named.of if named.of is not None else named
    if phrases[j - 1].kind == "," and named.kind == "NP" and named.head.tag == "E":
        return named
    return phrase


def noun_arguments(phrases: Phrases, k: int, noun: Phrase) -> Arguments:
    """The arguments of ``noun``, the phrase at ``k`` or hanging on it by "of": owner, "of", prepositions, verb."""
    arguments = Arguments()
    if noun.owner is not None:
        arguments.add("owner", [noun.owner])
    if noun.of is not None:
        arguments.add("of", [noun.of, *_joined_behind(phrases, k, noun.of)])
    if "of" not in arguments.slots:
        arguments.add("of", _examples_behind(phrases, k, noun))
    named = explained_by(phrases, k)
    if named is not phrases[k]:
        arguments.add("explains", [named])
    skip = k + 1 + 2 * (len(arguments.slots.get("of", [noun])) - 1)
    _collect_right(phrases, skip, arguments, takes_object=False)
    participle = _participle_behind(phrases, skip)
    if participle is not None:
        _collect_right(phrases, participle + 1, arguments, takes_object=False)
    _add_over_clause(phrases, skip, arguments)
    _govern(phrases, k, arguments)
    if named is not phrases[k] and arguments.governor is None and named in phrases:
        _govern(phrases, named.index, arguments)
    if arguments.governor is not None and arguments.governed_as == "object":
        _add_fronted(phrases, arguments.governor.index, arguments)
    return arguments


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
    verb = phrases[j].verb if j + 1 < len(phrases) else None
    if verb is None or phrases[j].helpers:
        return None
    is_participle = any(reading.form == "participle" for reading in phrases[j].head.verbs)
    following = phrases[j + 1]
    goes_on = following.kind == "NP" and (
        phrases.words.is_a(following.preposition, "behind_participle") or following.is_measure
    )
    return j if is_participle and verb.group in ("make", "give", "gain", "other") and goes_on else None


def _govern(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """Find the verb that the noun phrase is subject or object of; behind a bare "is" stands the ``copula`` slot."""
    _complement(phrases, k, arguments)
    if k and _is_about(phrases, k) and _is_with_somebody(phrases, k, arguments):
        return
    before = _left_of_modifiers(phrases, k)
    if before is not None and before.kind == "VG" and _is_copula(phrases, before) and not phrases[k].preposition:
        arguments.add("predicate", subject_of(phrases, before.index))
    if before is not None and before.kind == "VG" and (phrases[k].preposition or not before.passive):
        arguments.governor, arguments.governed_as = before, phrases[k].preposition or "object"
        return
    if before is not None and before.kind == "VG" and before.index == k - 1:
        arguments.governor, arguments.governed_as = before, "retained"
        return
    if _is_about(phrases, k) and (group := _verb_over_objects(phrases, k)) is not None:
        planned = phrases.words.is_a(phrases[k - 1].head.low, "plans") and group.index == k - 2
        arguments.governor, arguments.governed_as = group, "object" if planned else phrases[k].preposition
        return
    preposition = phrases[k].preposition or (phrases[k - 1].head.low if k and phrases[k - 1].kind == "S" else "")
    if preposition and (main := _clause_behind(phrases, k)) is not None:
        arguments.governor, arguments.governed_as, arguments.fronted = main, preposition, True
        _own_by_subject(phrases, k, main, arguments)
        return
    if not phrases[k].preposition and (group := _relative_over(phrases, k)) is not None:
        arguments.governor, arguments.governed_as = group, "subject" if group.passive else "object"
        return
    for phrase in phrases[k + 1 :]:
        if phrase.kind == "VG" and phrase.form != "gerund" and not phrase.helper("2"):
            arguments.governor, arguments.governed_as = phrase, "subject"
            return
        if phrase.kind not in ("NP", "(", ")", "[", "]", "P"):
            return


def _relative_over(phrases: Phrases, k: int) -> Phrase | None:
    """The verb of a relative clause of which a phrase is the object or patient: "the contract, which Tal AWARDED to
    Norvik", "an order that WAS PLACED by Tal".
    """
    j = k + 2 if k + 1 < len(phrases) and phrases[k + 1].kind == "," else k + 1
    if j + 2 >= len(phrases) or not _is_relative(phrases, j):
        return None
    subject, group = phrases[j + 1], phrases[j + 2]
    if subject.kind == "VG":
        return subject if subject.passive else None
    if subject.kind != "NP" or subject.preposition or group.kind != "VG" or group.passive:
        return None
    behind = phrases[j + 3] if j + 3 < len(phrases) else None
    has_object = behind is not None and behind.kind == "NP" and not (behind.preposition or behind.is_measure)
    return None if has_object else group


def _is_relative(phrases: Phrases, j: int) -> bool:
    return phrases[j].kind == "L" or (phrases[j].kind == "S" and phrases.words.is_a(phrases[j].head.low, "relative"))


FRONTED = 12
"""How many phrases long what stands before a clause may be."""


def _clause_behind(phrases: Phrases, k: int) -> Phrase | None:
    """The verb of the clause that a phrase is put before: "after the purchase of Tal, NORVIK GREW"."""
    if not _opens(phrases, k):
        return None
    comma = next((p.index for p in phrases[k : k + FRONTED] if p.kind == ","), None)
    if comma is None or any(p.kind not in ("NP", "P", "VG", *OPENERS, *CLOSERS) for p in phrases[k:comma]):
        return None
    for phrase in phrases[comma + 1 :]:
        if phrase.kind == "VG" and not phrase.helper("2"):
            subject = subject_of(phrases, phrase.index) if not phrase.passive else patient_of(phrases, phrase.index)
            return phrase if any(p.index > comma for p in subject) else None
        if phrase.kind not in ("NP", ",", "&", "L", "P", *OPENERS, *CLOSERS):
            return None
    return None


def _opens(phrases: Phrases, k: int) -> bool:
    """Whether a sentence, or a clause behind a word that joins it, begins with the phrase; dates may stand before."""
    j = k - 1
    while j >= 0 and (phrases[j].kind == "," or (phrases[j].kind == "NP" and phrases[j].is_measure)):
        j -= 1
    return j < 0 or phrases[j].kind in ("S", "C", "&", ";", ":")


def _own_by_subject(phrases: Phrases, k: int, main: Phrase, arguments: Arguments) -> None:
    """ "after ITS purchase of Tal, NORVIK grew": who "its" means stands behind."""
    determiner = phrases[k].determiner
    if determiner is not None and "possessive" in determiner.marks and "owner" not in arguments.slots:
        arguments.add("owner", patient_of(phrases, main.index) if main.passive else subject_of(phrases, main.index))


def _is_with_somebody(phrases: Phrases, k: int, arguments: Arguments) -> bool:
    """Put NORVIK and TAL of "talks between NORVIK and TAL about a merger have ended" into a slot of the merger.

    Gives whether the talks are the subject of the verb behind, which then governs the merger.
    """
    first = _first_joined(phrases, k - 1)
    between = phrases[first]
    if between.kind != "NP" or not (
        phrases.words.is_a(between.preposition, "with") or between.preposition == "between"
    ):
        return False
    arguments.add(between.preposition, phrases[first:k:2])
    talks = phrases[first - 1] if first else None
    if talks is None or not phrases.words.is_a(talks.head.low, "agreements") or talks.preposition:
        return False
    if first > 1 and phrases[first - 2].kind == "VG":
        return False
    behind = next((p for p in phrases[k + 1 :] if p.kind == "VG"), None)
    if behind is not None:
        arguments.governor, arguments.governed_as = behind, "subject"
    return behind is not None


def _is_about(phrases: Phrases, k: int) -> bool:
    """Whether a noun phrase says what the one before is about: "talks ABOUT a merger"."""
    return phrases.words.is_a(phrases[k].preposition, "about")


def _is_copula(phrases: Phrases, group: Phrase) -> bool:
    if group.verb is None:
        return group.helper("B")
    return phrases.words.is_a(group.verb.lemma, "copula")


def _complement(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """Behind a bare "is": who it is ("the buyer is NORVIK"), or by whom ("the round was led by NORVIK")."""
    following = phrases[k + 1 : k + 3]
    if len(following) < 2 or following[0].kind != "VG" or following[0].verb is not None or following[1].kind != "NP":
        return
    if following[0].helper("B") and (not following[1].preposition or _is_by(phrases, following[1])):
        arguments.add(following[1].preposition or "copula", joined_with(phrases, k + 2))


def _verb_over_objects(phrases: Phrases, k: int) -> Phrase | None:
    """The active verb before a prepositional phrase, over its object: "held talks about a merger"."""
    j = k - 1
    while j > 0 and phrases[j].kind == "NP":
        j -= 1
    found = phrases[j] if 0 <= j < k - 1 else None
    return found if found is not None and found.kind == "VG" and not found.passive else None


def _left_of_modifiers(phrases: Phrases, k: int) -> Phrase | None:
    """What stands before the phrase, prepositional phrases and adverbs of its governor skipped."""
    j = k - 1
    while j >= 0 and (phrases[j].kind in CLOSERS or phrases[j].kind == "NP"):
        if phrases[j].kind in CLOSERS:
            j = _opening(phrases, j, CLOSERS[phrases[j].kind])
        elif not (phrases[j].preposition or phrases[j].is_measure):
            break
        j -= 1
    if j >= 1 and phrases[j].kind == "NP" and not phrases[k].preposition:
        first = _first_joined(phrases, j)
        if phrases[first - 1].kind == "VG":
            return phrases[first - 1]
    return phrases[j] if j >= 0 else None


def _first_joined(phrases: Phrases, j: int) -> int:
    """Where a list begins that ends with the noun phrase at ``j``: "awarded NORVIK and Tal a contract"."""
    while j > 2 and phrases[j - 1].kind == "&" and phrases[j - 2].kind == "NP":
        j -= 2
    return j


def _collect_right(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool) -> None:
    """Walk right over the complements of a trigger until its clause ends."""
    while j < len(phrases):
        phrase = phrases[j]
        if phrase.kind == "NP":
            j = _take(phrases, j, arguments, takes_object)
        elif phrase.kind in OPENERS:
            j = _behind(phrases, j, OPENERS[phrase.kind])
        elif phrase.kind == ",":
            resumed = _resume(phrases, j)
            if resumed is None:
                return
            j = resumed
        elif phrase.kind == "P":
            j += 1
        else:
            return


def _take(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool) -> int:
    """Put the noun phrase at ``j`` and those joined to it into a slot; gives where to go on."""
    phrase = phrases[j]
    if phrase.head.tag in "TU" and not phrase.preposition and phrase.is_measure:
        return j + 1
    joined = _with_examples(phrases, joined_with(phrases, j))
    if _is_by(phrases, phrase) and phrase.names and phrase.preposition in arguments.slots:
        arguments.slots[phrase.preposition] = [*arguments.slots[phrase.preposition], *joined]
        return joined[-1].index + 1
    slot = phrase.preposition or ("object" if "object" not in arguments.slots else "second object")
    if phrase.preposition or takes_object:
        arguments.add(slot, joined)
    elif not phrase.is_measure:
        return len(phrases)
    return joined[-1].index + 1


def _is_example(phrases: Phrases, k: int) -> bool:
    return phrases.words.is_a(phrases[k].preposition, "example")


def _with_examples(phrases: Phrases, joined: list[Phrase]) -> list[Phrase]:
    """Names that stand for the noun before them: "investors including A and B"."""
    following = joined[-1].index + 1
    if following < len(phrases) and phrases[following].kind == ",":
        following += 1
    if following < len(phrases) and _is_example(phrases, following) and not joined[-1].names:
        return [*joined[:-1], *joined_with(phrases, following)]
    return joined


def _examples_behind(phrases: Phrases, k: int, noun: Phrase) -> list[Phrase]:
    """ "acquisitions, including A and B": the names that a plural noun stands for."""
    following = k + 2 if k + 1 < len(phrases) and phrases[k + 1].kind == "," else k + 1
    if following < len(phrases) and _is_example(phrases, following) and noun.head.low.endswith("s"):
        return joined_with(phrases, following)
    return []


def _behind(phrases: Phrases, j: int, closer: str) -> int:
    for phrase in phrases[j + 1 :]:
        if phrase.kind == closer:
            return phrase.index + 1
    return len(phrases)


def _resume(phrases: Phrases, comma: int) -> int | None:
    """Where the complements go on behind a comma: at a preposition, or behind an apposition closed by a comma."""
    following = phrases[comma + 1] if comma + 1 < len(phrases) else None
    if following is None:
        return None
    if following.kind == "NP" and following.preposition:
        return comma + 1
    if following.kind == "NP" or following.kind == "L" or (following.kind == "VG" and following.form == "participle"):
        for phrase in phrases[comma + 1 :]:
            if phrase.kind == "," and phrase.index + 1 < len(phrases):
                after = phrases[phrase.index + 1]
                return after.index if after.kind == "NP" and after.preposition else None
    return None


def joined_with(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it by commas and a conjunction ("A, B and C")."""
    joined, i = [phrases[j]], j
    while True:
        following = _next_joined(phrases, i, joined[0])
        if following is None:
            break
        joined.append(phrases[following])
        i = following
    if len(joined) > 1 and not (_has_conjunction(phrases, j, i) or _and_others(phrases, i)):
        return joined[:1]
    return joined


def _and_others(phrases: Phrases, i: int) -> bool:
    """ "A, B AND A GROUP OF ANGELS": a list that ends with somebody without a name."""
    k = i + 2 if i + 1 < len(phrases) and phrases[i + 1].kind == "," else i + 1
    return k + 1 < len(phrases) and phrases[k].kind == "&" and phrases[k + 1].kind == "NP"


def _has_conjunction(phrases: Phrases, first: int, last: int) -> bool:
    return any(p.kind == "&" for p in phrases[first:last])


def _next_joined(phrases: Phrases, i: int, first: Phrase) -> int | None:
    k = i + 1
    while k < len(phrases) and phrases[k].kind in OPENERS:
        k = _behind(phrases, k, OPENERS[phrases[k].kind])
    start = k
    while k < len(phrases) and phrases[k].kind in (",", "&"):
        k += 1
    if k == start or k >= len(phrases):
        return None
    phrase = phrases[k]
    same_slot = phrase.preposition in ("", first.preposition)
    summed_up = phrase.names or not first.names or (k + 1 < len(phrases) and _is_example(phrases, k + 1))
    if phrase.kind != "NP" or not same_slot or phrase.is_measure or not summed_up:
        return None
    return None if _opens_a_clause(phrases, k) else k


def _opens_a_clause(phrases: Phrases, k: int) -> bool:
    """Whether the noun phrase is the subject of a clause of its own ("bought A and B sold C")."""
    following = phrases[k + 1] if k + 1 < len(phrases) else None
    if following is None or following.kind != "VG" or following.helper("2"):
        return False
    if not (phrases[0].preposition or any(p.kind == "VG" or p.kind in "LS;:" for p in phrases[:k])):
        return False
    return following.form not in ("gerund", "participle") or bool(following.helpers)


def _joined_behind(phrases: Phrases, k: int, first: Phrase) -> list[Phrase]:
    """The names joined to the genitive of the phrase at ``k`` ("the acquisition of A and B")."""
    following = _next_joined(phrases, k, first)
    if following is None:
        return []
    joined = joined_with(phrases, following)
    return joined if _has_conjunction(phrases, k, joined[-1].index) else []


def subject_of(phrases: Phrases, k: int, depth: int = 0) -> list[Phrase]:
    """The subject of the verb group at ``k``, joined names included; empty if there is none to be found."""
    group = phrases[k]
    if depth > 4:
        return []
    if group.helper("2") or (group.form == "infinitive" and not group.helpers):
        return _controller(phrases, k, depth)
    if _is_gerund(phrases, group):
        return _gerund_subject(phrases, k, depth)
    return _finite_subject(phrases, k, depth)


def _is_gerund(phrases: Phrases, group: Phrase) -> bool:
    """ "buying", "having bought", "being bought"."""
    if group.helpers and phrases.words.is_a(group.helpers[0].low, "gerund_helper"):
        return True
    return group.form == "gerund" and not group.helper("B")


def _is_offered(phrases: Phrases, before: Phrase, governor: Phrase) -> bool:
    """Who receives an offer is not the one who buys: "received proposals to buy the company"."""
    gains = governor.verb is not None and governor.verb.group == "gain"
    return gains and phrases.words.is_a(before.head.low, "offers")


def _controller(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    """The subject of an infinitive: what the verb before it says, or the owner of the plan."""
    before = phrases[k - 1] if k else None
    if phrases[k].helpers and phrases[k].helpers[0].tag == "B":
        return _finite_subject(phrases, k, depth)
    if before is not None and before.kind == "&":
        return _shared_subject(phrases, k - 1, depth)
    if before is not None and before.kind == "NP":
        if phrases.words.is_a(before.preposition, "before_infinitive"):
            giver = next((p for p in reversed(phrases[:k]) if p.kind == "VG"), None)
            if giver is not None and giver.passive and giver.verb is not None and giver.verb.group == "give":
                return patient_of(phrases, giver.index, depth + 1)  # "was awarded a contract by Tal to run its network"
            return joined_left(phrases, k - 1)
        if before.owner is not None:
            return [before.owner]
        if before.determiner is not None and "possessive" in before.determiner.marks:
            return [Phrase("NP", [before.determiner], index=before.index)]
        if before.of is not None and before.of.names:
            return [before.of]
    for j in range(k - 1, -1, -1):
        if phrases[j].kind == "VG":
            governor = phrases[j]
            if before is not None and before.kind == "NP" and governor.verb and governor.verb.group == "cause":
                return joined_left(phrases, k - 1)
            if governor.passive:
                return patient_of(phrases, j, depth + 1)
            if before is not None and _is_offered(phrases, before, governor):
                return []
            return subject_of(phrases, j, depth + 1)
        if phrases[j].kind in ";:":
            break
    if before is not None and before.kind == "NP" and before.names and not before.preposition:
        return joined_left(phrases, k - 1)
    return []


def _shared_subject(phrases: Phrases, conjunction: int, depth: int) -> list[Phrase]:
    """The subject of the verb before a conjunction ("Norvik raised $5m and bought Tal")."""
    for j in range(conjunction - 1, -1, -1):
        if phrases[j].kind == "VG":
            return patient_of(phrases, j, depth + 1) if phrases[j].passive else subject_of(phrases, j, depth + 1)
        if phrases[j].kind in ";:":
            break
    return []


def _gerund_subject(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    """The subject of "buying": the noun right before it, else that of the main verb."""
    before = phrases[k - 1] if k else None
    if before is not None and before.kind == "NP" and (before.names or before.is_pronoun):
        return joined_left(phrases, k - 1)
    if not k and (inverted := _behind_copula(phrases, k)):
        return inverted
    for j in range(k - 1, -1, -1):
        if phrases[j].kind == "VG" and not (phrases[j].form == "gerund" and not phrases[j].helpers):
            return patient_of(phrases, j, depth + 1) if phrases[j].passive else subject_of(phrases, j, depth + 1)
    for j in range(k + 1, len(phrases)):
        if phrases[j].kind == "VG" and phrases[j].form not in ("gerund", "infinitive"):
            return [p for p in subject_of(phrases, j, depth + 1) if p.index > k]
    return []


def _behind_copula(phrases: Phrases, k: int) -> list[Phrase]:
    """ "Also participating in the round were NORVIK AND TAL"."""
    for phrase in phrases[k + 1 :]:
        if phrase.kind == "VG":
            bare = phrase.verb is None and phrase.helper("B") and phrase.index + 1 < len(phrases)
            behind = phrases[phrase.index + 1] if bare else None
            return joined_with(phrases, behind.index) if behind is not None and behind.names else []
        if phrase.kind != "NP" or not phrase.preposition:
            return []
    return []


def _finite_subject(phrases: Phrases, k: int, depth: int) -> list[Phrase]:
    j = _skip_interpolation(phrases, k - 1)
    if j < 0:
        return []
    phrase = phrases[j]
    if phrase.kind == "L":
        return _antecedent(phrases, j)
    if phrase.kind == "&" and j > 0:
        return _shared_subject(phrases, j, depth)
    if phrase.kind == "," and j > 0 and phrases[j - 1].kind == "NP":
        j -= 1
    if phrase.kind == "VG":
        return []
    head = _head_of_chain(phrases, j)
    if head is not None:
        return joined_left(phrases, head)
    while j >= 0 and phrases[j].kind == "NP":
        j -= 1
    return _shared_subject(phrases, j, depth) if j > 0 and phrases[j].kind == "&" else []


def patient_of(phrases: Phrases, k: int, depth: int = 0) -> list[Phrase]:
    """The one that a passive is about: its grammatical subject, or the noun that a bare participle follows."""
    if phrases[k].helper("2"):
        return _controller(phrases, k, depth)
    if _is_gerund(phrases, phrases[k]) and depth < 4:
        return _gerund_subject(phrases, k, depth)
    if phrases[k].helpers:
        return _finite_subject(phrases, k, depth)
    if (first := _passive_before(phrases, k)) is not None and depth < 4:
        return patient_of(phrases, first.index, depth + 1)
    j = k - 1
    if j > 0 and phrases[j].kind == ",":
        j = _skip_interpolation(phrases, j - 1) if phrases[j - 1].kind in CLOSERS else j - 1
    while j > 0 and phrases[j].kind in CLOSERS:
        j = _skip_interpolation(phrases, j)
    if j < 0 or phrases[j].kind != "NP":
        return []
    if phrases[j].names:
        return [phrases[j]]
    head = _head_of_chain(phrases, j) or j
    explained = explained_by(phrases, head)
    return [explained] if explained is not phrases[head] else joined_left(phrases, head)


def _passive_before(phrases: Phrases, k: int) -> Phrase | None:
    """The passive that shares its auxiliary: "WAS FOUNDED in 1931, sold to Tal in 1968 and bought by Norvik"."""
    if k < 2 or phrases[k - 1].kind not in ("&", ","):
        return None
    before = next((p for p in reversed(phrases[: k - 1]) if p.kind == "VG"), None)
    if before is None or not before.passive:
        return None
    between = phrases[before.index + 1 : k]
    return before if all(p.kind in ("NP", "&", ",") and (p.preposition or p.kind != "NP") for p in between) else None


def _is_reduced_passive(phrases: Phrases, k: int, arguments: Arguments) -> bool:
    group = phrases[k]
    if group.helpers or group.form not in ("past", "participle") or "object" in arguments.slots:
        return False
    if _passive_before(phrases, k) is not None:
        group.passive = True
        return True
    readings = {reading.form for reading in group.head.verbs}
    before = phrases[k - 1] if k else None
    if "participle" not in readings or (before is not None and before.kind not in ("NP", ",", ")", "]")):
        return False
    if _agent_slot(phrases, arguments) or before is None or before.kind != "NP":
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


def _relative_object(phrases: Phrases, k: int) -> list[Phrase]:
    """The antecedent in "X, which Norvik bought last year" and "the company (that) Norvik bought"."""
    for j in range(k - 1, max(k - 6, 0), -1):
        if _is_relative(phrases, j):
            return _antecedent(phrases, j) if j < k - 1 and phrases[j - 1].kind != "P" else []
        if phrases[j].kind not in ("NP", ",", "&"):
            return []
    return []


def _antecedent(phrases: Phrases, relative: int) -> list[Phrase]:
    j = relative - 1
    while j >= 0 and phrases[j].kind in (",", "P"):
        j -= 1
    if j >= 0 and phrases[j].kind in CLOSERS:
        j = _skip_interpolation(phrases, j)
    if j < 0 or phrases[j].kind != "NP":
        return []
    innermost = phrases[j]
    while innermost.of is not None and (innermost.of.names or _is_owned(innermost.of)):
        innermost = innermost.of
    if (
        not innermost.names
        and not _is_owned(innermost)
        and j
        and phrases[j - 1].kind == "VG"
        and phrases[j - 1].verb is None
    ):
        return subject_of(phrases, j - 1)
    return [innermost] if innermost.names else [explained_by(phrases, j)]


def _is_owned(phrase: Phrase) -> bool:
    """ "its puzzle business"."""
    return phrase.determiner is not None and "possessive" in phrase.determiner.marks


def _skip_interpolation(phrases: Phrases, j: int) -> int:
    """Step left over brackets, dates, and what stands between two commas."""
    while j >= 0:
        phrase = phrases[j]
        if phrase.kind in CLOSERS:
            j = _opening(phrases, j, CLOSERS[phrase.kind]) - 1
        elif phrase.kind == "NP" and phrase.is_measure and phrase.head.tag in "TU":
            j -= 1
        elif phrase.kind == ",":
            opening = _comma_before(phrases, j)
            if opening is None:
                return j
            j = opening - 1
        else:
            return j
    return j


def _opening(phrases: Phrases, j: int, opener: str) -> int:
    while j > 0 and phrases[j].kind != opener:
        j -= 1
    return j


def _comma_before(phrases: Phrases, j: int) -> int | None:
    """The comma that opens the interpolation which the comma at ``j`` closes; a noun phrase stands before it."""
    for i in range(j - 1, 0, -1):
        if phrases[i].kind in ";:":
            return None
        if phrases[i].kind == "," and phrases[i - 1].kind in ("NP", ")", "]"):
            return i
    return None


def _head_of_chain(phrases: Phrases, j: int) -> int | None:
    """Left over "of X in Y" to the noun phrase without a preposition."""
    while j >= 0 and phrases[j].kind in ("NP", ")", "]"):
        if phrases[j].kind in CLOSERS:
            j = _opening(phrases, j, CLOSERS[phrases[j].kind]) - 1
            continue
        if not phrases[j].preposition and not (phrases[j].is_measure and phrases[j].head.tag in "TU"):
            return j
        j -= 1
    return None


def joined_left(phrases: Phrases, j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it on its left ("A, B and C said")."""
    joined, i = [phrases[j]], j
    if i < 2 or phrases[i - 1].kind != "&" or phrases[j].preposition:
        return joined
    while i >= 2 and phrases[i - 1].kind in ("&", ","):
        k = i - 2 if phrases[i - 2].kind != "," else i - 3
        if k < 0 or phrases[k].kind != "NP" or phrases[k].is_measure or not phrases[k].names:
            break
        if phrases.words.is_a(phrases[k].preposition, "leading"):
            return [phrases[k], *joined]
        if (k > 0 and phrases[k - 1].kind == "VG") or phrases[k].preposition:
            break
        joined.insert(0, phrases[k])
        i = k
    return joined


def gapped_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """Clauses that share the verb at ``k``: "bought A for $5m AND B FOR $3M", "A will hold 60 % AND B 40 %"."""
    found: list[Arguments] = []
    for i in range(k + 2, len(phrases) - 2):
        if phrases[i - 1].kind == "VG" or phrases[i].kind in "LS;:":
            break
        name, measure = phrases[i + 1], phrases[i + 2]
        if phrases[i].kind != "&" or not _is_gapped(phrases, i):
            continue
        if measure.preposition or measure.head.tag in "TU":
            shared = {"subject": arguments.slots.get("subject", []), "object": [name]}
            shared |= {measure.preposition: [measure]} if measure.preposition else {}
        else:
            shared = {**arguments.slots, "subject": [name], "object": [measure]}
        found.append(Arguments(shared))
    return found


def _is_gapped(phrases: Phrases, conjunction: int) -> bool:
    """Whether a name with a sum, a share or a date follows, as one does before."""
    before, name, measure = phrases[conjunction - 1], *phrases[conjunction + 1 : conjunction + 3]
    if name.kind != "NP" or name.preposition or not name.names or _opens_a_clause(phrases, conjunction + 1):
        return False
    return _innermost_measure(before) and measure.kind == "NP" and measure.is_measure


def _innermost_measure(phrase: Phrase) -> bool:
    return phrase.kind == "NP" and (phrase.is_measure or (phrase.head.tag in "M%" and phrase.of is not None))
