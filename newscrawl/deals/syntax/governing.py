"""The verb that a noun is subject or object of, where the verb stands between subject and object."""

from newscrawl.deals.syntax.appositions import is_by
from newscrawl.deals.syntax.listing import OPENERS, joined_with, opening_bracket, tells_more
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases, active_verb_behind
from newscrawl.deals.syntax.subjects import CLOSERS, FRONTED, is_done_by, is_relative, patient_of, subject_of


def govern(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """Find the verb that the noun phrase is subject or object of; behind a bare "is" stands the ``copula`` slot."""
    _complement(phrases, k, arguments)
    if k and _is_about(phrases, k) and _is_with_somebody(phrases, k, arguments):
        return
    if (spent := _over_examples(phrases, k)) is not None:
        arguments.governor, arguments.governed_as = spent, "including"
        return
    if (said := _of_the_share(phrases, k)) is not None:
        arguments.governor, arguments.governed_as = said
        return
    before = _left_of_modifiers(phrases, k)
    if before is not None and before.kind in "&," and (twin := _twin(phrases, before.index, phrases[k])) is not None:
        before = _left_of_modifiers(phrases, twin)
    if before is not None and before.kind == "VG":
        _add_who_is(phrases, k, before, arguments)
    if (left := _on_the_left(phrases, k, before)) is not None:
        arguments.governor, arguments.governed_as = left
    elif (fronted := _of_main_clause(phrases, k)) is not None:
        arguments.governor, arguments.governed_as, arguments.fronted = *fronted, True
        _own_by_subject(phrases, k, fronted[0], arguments)
    elif (right := _on_the_right(phrases, k)) is not None:
        arguments.governor, arguments.governed_as = right


def _add_who_is(phrases: Phrases, k: int, verb: Phrase, arguments: Arguments) -> None:
    """ "TAL is a joint venture" (``predicate``), "TAL is in talks" (``state``)."""
    if _is_copula(phrases, verb) and not phrases[k].preposition:
        arguments.add("predicate", subject_of(phrases, verb.index))
    if verb.verb is None and phrases[k].preposition:
        arguments.add("state", subject_of(phrases, verb.index))


Governed = tuple[Phrase, str]
"""A verb, and what the noun phrase is to it: ``object``, ``subject``, ``retained`` or its preposition."""


def _on_the_left(phrases: Phrases, k: int, before: Phrase | None) -> Governed | None:
    """ "SIGNED a contract", "was AWARDED a contract", "BOUGHT it in a deal"."""
    phrase = phrases[k]
    if before is not None and before.kind == "VG" and (phrase.preposition or not before.passive):
        return before, phrase.preposition or "object"
    if before is not None and before.kind == "VG" and all(p.is_measure for p in phrases[before.index + 1 : k]):
        return before, "retained"  # "has been awarded a five-year, $9 million CONTRACT"
    if phrases.words.is_a(phrase.preposition, "taken_as") and (group := _verb_over_named(phrases, k)) is not None:
        return group, phrase.preposition
    if _is_about(phrases, k) and (group := _verb_over_objects(phrases, k)) is not None:
        planned = phrases.words.is_a(phrases[k - 1].head.low, "plans") and group.index == k - 2
        return group, "object" if planned else phrase.preposition
    return None


def _of_main_clause(phrases: Phrases, k: int) -> Governed | None:
    """ "After the purchase of Tal, Norvik WILL HAVE …": the verb of the clause behind what stands in front."""
    preposition = phrases[k].preposition or (phrases[k - 1].head.low if k and phrases[k - 1].kind == "S" else "")
    main = _clause_behind(phrases, k) if preposition else None
    return None if main is None else (main, preposition)


def _on_the_right(phrases: Phrases, k: int) -> Governed | None:
    """ "The contract WAS SIGNED", "the deal that Norvik SIGNED"."""
    if not phrases[k].preposition and (group := clause_over(phrases, k)) is not None:
        return group, "subject" if group.passive else "object"
    for phrase in phrases[_behind_both(phrases, k) :]:
        if _is_held_by(phrases, phrase):
            continue
        if phrase.kind == "VG" and phrase.form != "gerund" and not phrase.helper("2"):
            return _benefit_behind(phrases, phrase.index) or phrase, "subject"
        if phrase.kind not in ("NP", "(", ")", "[", "]", "P"):
            group = _behind_aside(phrases, phrase.index)
            return None if group is None or phrases[k].preposition else (group, "subject")
    return None


def _behind_aside(phrases: Phrases, comma: int) -> Phrase | None:
    """The verb behind a participle between commas that says when it came about: "The alliance of Norvik and Tal, FORMED
    IN 2019, HAS ENDED"."""
    aside = phrases[comma + 1] if comma + 1 < len(phrases) and phrases[comma].kind == "," else None
    if aside is None or not aside.is_bare_participle:
        return None
    behind = next((p for p in phrases[aside.index + 1 :] if p.kind != "NP" or not (p.preposition or p.is_time)), None)
    if behind is None or behind.kind != "," or behind.index + 1 >= len(phrases):
        return None
    verb = phrases[behind.index + 1]
    return verb if verb.kind == "VG" and verb.form != "gerund" and not verb.helper("2") else None


def _is_held_by(phrases: Phrases, group: Phrase) -> bool:
    """Whether a participle only says whose something is: "the stake HELD by Norvik was sold"."""
    holds = group.verb is not None and phrases.words.is_a(group.verb.lemma, "keeping")
    return holds and is_done_by(phrases, group.index)


def _behind_both(phrases: Phrases, k: int) -> int:
    """Where what follows a noun and those it is between begins: "the alliance between Norvik and Tal HAS ENDED"."""
    first = phrases[k + 1] if k + 1 < len(phrases) else None
    if (
        first is None
        or first.kind != "NP"
        or phrases[k].preposition
        or not phrases.words.is_a(first.preposition, "between")
    ):
        return k + 1
    return joined_with(phrases, first.index)[-1].index + 1


def _benefit_behind(phrases: Phrases, participle: int) -> Phrase | None:
    """The main verb behind a participle that says more of the deal, if it says who gains by it: "A partnership with Tal
    announced in May WILL LET Norvik grow"."""
    if phrases[participle].helpers:
        return None
    behind = next(
        (p for p in phrases[participle + 1 :] if not (p.kind == "NP" and (p.preposition or p.is_measure))), None
    )
    helps = behind is not None and behind.verb is not None and phrases.words.is_a(behind.verb.lemma, "benefits")
    return behind if helps else None


def _of_the_share(phrases: Phrases, k: int) -> Governed | None:
    """What a relative clause without a comma says of a share: "earned money on THE 5 PERCENT of Tal that it BOUGHT"."""
    last = k + 1 if k + 1 < len(phrases) and phrases[k + 1].preposition == "in" else k
    if not phrases[k].preposition or last + 1 >= len(phrases) or not is_relative(phrases, last + 1):
        return None
    if phrases[k].head.tag != "%" and not phrases.words.is_a(phrases[k].head.low, "held"):
        return None
    group = _relative_over(phrases, last)
    return None if group is None else (group, "subject" if group.passive else "object")


def _relative_over(phrases: Phrases, k: int) -> Phrase | None:
    """The verb of a relative clause of which a phrase is the object or patient: "the contract, which Tal AWARDED to
    Norvik", "an order that WAS PLACED by Tal", "the venture that Norvik and Tal FORMED".
    """
    j = k + 2 if k + 1 < len(phrases) and phrases[k + 1].kind == "," else k + 1
    if j + 2 >= len(phrases) or not is_relative(phrases, j):
        return None
    if phrases[j + 1].kind == "VG":
        return phrases[j + 1] if phrases[j + 1].passive else None
    return _verb_without_object(phrases, j + 1)


def clause_over(phrases: Phrases, k: int) -> Phrase | None:
    """The verb of the clause right behind a noun that says more of it, with a relative pronoun or without: "the
    alliance THE TWO FORMED in May"."""
    if (group := _relative_over(phrases, k)) is not None or k + 2 >= len(phrases):
        return group
    subject = phrases[k + 1]
    definite = subject.determiner is not None and not subject.is_indefinite
    known = definite or subject.is_pronoun or bool(subject.names)
    return _verb_without_object(phrases, k + 1) if known else None


def _verb_without_object(phrases: Phrases, j: int) -> Phrase | None:
    """The active verb behind the subject at ``j``, if no object stands behind."""
    subject = phrases[j]
    if subject.kind != "NP" or subject.preposition:
        return None
    if (end := active_verb_behind(phrases, j)) is None:
        return None
    behind = phrases[end + 1] if end + 1 < len(phrases) else None
    has_object = behind is not None and behind.kind == "NP" and not (behind.preposition or behind.is_measure)
    return None if has_object else phrases[end]


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


def own_by_object(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """ "advised NORVIK on ITS purchase", "NORVIK was advised on ITS purchase", "joined NORVIK through ITS purchase":
    whose it is."""
    group, determiner = arguments.governor, phrases[k].determiner
    if group is None or group.verb is None or determiner is None or "possessive" not in determiner.marks:
        return
    if "owner" in arguments.slots or not any(phrases.words.is_a(group.verb.lemma, c) for c in ("advised", "arriving")):
        return
    if group.passive:
        arguments.add("owner", patient_of(phrases, group.index))
        return
    behind = phrases[group.index + 1] if group.index + 1 < k else None
    if behind is not None and behind.kind == "NP" and behind.names:
        arguments.add("owner", [behind])


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
    """Behind a bare "is": who it is ("the buyer is NORVIK"; put behind, "in the round is NORVIK"), or by whom ("the
    round was led by NORVIK")."""
    following = phrases[k + 1 : k + 3]
    if len(following) < 2 or following[0].kind != "VG" or following[0].verb is not None or following[1].kind != "NP":
        return
    if following[0].helper("B") and (not following[1].preposition or is_by(phrases, following[1])):
        joined = joined_with(phrases, k + 2)
        arguments.add(following[1].preposition or "copula", joined)
        if phrases[k].preposition and not following[1].preposition:
            arguments.add("inverted", joined)


def _verb_over_objects(phrases: Phrases, k: int) -> Phrase | None:
    """The active verb before a prepositional phrase, over its object: "held talks about a merger"."""
    j = k - 1
    while j > 0 and phrases[j].kind == "NP":
        j -= 1
    found = phrases[j] if 0 <= j < k - 1 else None
    return found if found is not None and found.kind == "VG" and not found.passive else None


def _verb_over_named(phrases: Phrases, k: int) -> Phrase | None:
    """The active verb over those whom it calls something: "NAMED Norvik and Tal as likely bidders"."""
    first = _first_joined(phrases, k - 1)
    over = phrases[first - 1] if first else None
    named = all(p.kind == "&" or (p.kind == "NP" and not p.preposition and p.names) for p in phrases[first:k])
    return over if named and over is not None and over.kind == "VG" and not over.passive else None


def _over_examples(phrases: Phrases, k: int) -> Phrase | None:
    """The verb over a plural that the phrase is an example of: "SPENT $5bn on deals, including the purchase of Tal"."""
    first = k
    if phrases[k - 1].kind == "&" and not phrases[k].preposition:
        first = next((p.index for p in reversed(phrases[:k]) if p.kind not in ("NP", "&", ",") or p.preposition), k)
    if first < 2 or phrases[first].kind != "NP" or not phrases.words.is_a(phrases[first].preposition, "example"):
        return None
    over = next((p for p in reversed(phrases[:first]) if p.kind not in ("NP", ",")), None)
    plural = phrases[first - 1] if phrases[first - 1].kind == "NP" else phrases[first - 2]
    return over if over is not None and over.kind == "VG" and plural.head.low.endswith("s") else None


def _left_of_modifiers(phrases: Phrases, k: int) -> Phrase | None:
    """What stands before the phrase, prepositional phrases and adverbs of its governor skipped."""
    j = k - 1
    while j >= 0 and (phrases[j].kind in CLOSERS or phrases[j].kind == "NP"):
        if phrases[j].kind in CLOSERS:
            j = opening_bracket(phrases, j, CLOSERS[phrases[j].kind])
        elif not (phrases[j].preposition or phrases[j].is_measure):
            break
        j -= 1
    if j >= 1 and phrases[j].kind == "NP" and not phrases[k].preposition:
        first = _first_joined(phrases, j)
        if phrases[first - 1].kind == "VG":
            return phrases[first - 1]
    return phrases[j] if j >= 0 else None


def _twin(phrases: Phrases, joint: int, noun: Phrase) -> int | None:
    """Where the first of a row of equal nouns stands: "bought a STAKE in Tal for $5m and a stake in Bergen"."""
    if noun.preposition or noun.head.tag == "E" or tells_more(phrases, noun.index):
        return None
    found: int | None = None
    for phrase in reversed(phrases[:joint]):
        if phrase.kind == "NP" and not phrase.preposition and phrase.head.low == noun.head.low:
            found = phrase.index
        elif phrase.kind not in "&," and not (phrase.kind == "NP" and (phrase.preposition or phrase.is_measure)):
            break
    return found


def _first_joined(phrases: Phrases, j: int) -> int:
    """Where a list begins that ends with the noun phrase at ``j``: "awarded NORVIK and Tal a contract"."""
    while j > 2 and phrases[j - 1].kind == "&" and phrases[j - 2].kind == "NP":
        j -= 2
    return j
