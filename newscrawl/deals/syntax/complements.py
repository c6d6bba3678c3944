"""What stands right of a verb or noun and belongs to it."""

from newscrawl.deals.syntax.appositions import is_by
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.listing import OPENERS, index_behind, joined_with, with_examples
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases


def collect_right(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool, shared: bool = False) -> None:
    """Walk right over the complements of a trigger until its clause ends; of one that is ``shared``, until those of a
    deal at another time begin (see ``gapping``).
    """
    while j < len(phrases):
        phrase = phrases[j]
        if phrase.kind == "NP":
            j = _take(phrases, j, arguments, takes_object, shared)
        elif phrase.kind in OPENERS:
            j = index_behind(phrases, j, OPENERS[phrase.kind])
        elif phrase.kind == ",":
            resumed = _resume(phrases, j, takes_object and "object" not in arguments.slots)
            if resumed is None:
                return
            j = resumed
        elif phrase.kind == "P":
            j += 1
        elif phrase.kind == "&" and _goes_on(phrases, j + 1, arguments, shared):
            more = joined_with(phrases, j + 1)
            arguments.slots[more[0].preposition] = [*arguments.slots[more[0].preposition], *more]
            j = more[-1].index + 1
        else:
            return


def behind_twin(phrases: Phrases, k: int) -> int:
    """Where the complements of a verb begin: behind another one that shares them ("will BUILD and maintain trains")."""
    group, twin = phrases[k], phrases[k + 2] if k + 3 < len(phrases) else phrases[k]
    if twin is group or phrases[k + 1].kind != "&" or twin.kind != "VG" or twin.helpers or twin.verb is None:
        return k + 1
    object_ = phrases[k + 3]
    shared = object_.kind == "NP" and not object_.preposition and not object_.is_measure
    alike = twin.form == group.form != "gerund" or (twin.form == "infinitive" and bool(group.helpers))
    needs = group.verb is not None and (group.verb.group in SHARING or object_.head.tag != "E")
    stays = phrases.words.is_a(twin.verb.lemma.replace(" ", "_"), "letting")  # "will sell and LEASE BACK its offices"
    return k + 3 if shared and alike and needs and not stays else k + 1


SHARING = ("make", "give", "gain")
"""Classes of verbs that need an object, so that without one they share it; others share goods: "design and build"."""


def _goes_on(phrases: Phrases, j: int, arguments: Arguments, shared: bool) -> bool:
    """ "orders from Tal for 14 jets AND FROM BERGEN for three": a name in a slot that is filled already."""
    behind = phrases[j] if j < len(phrases) else None
    if behind is None or not (behind.preposition in arguments.slots and behind.names):
        return False
    return not _is_at_another_time(phrases, j, shared)


def _is_at_another_time(phrases: Phrases, j: int, shared: bool) -> bool:
    """ "was sold to Norvik in 2009 and TO TAL in 2012": two deals."""
    if not (shared or phrases.words.is_a(phrases[j].preposition, "sides")):
        return False
    joint = j > 1 and phrases[j - 1].kind in "&," and phrases[j - 2].is_time
    return joint and j + 1 < len(phrases) and phrases[j + 1].is_time


def _take(phrases: Phrases, j: int, arguments: Arguments, takes_object: bool, shared: bool) -> int:
    """Put the noun phrase at ``j`` and those joined to it into a slot; gives where to go on."""
    phrase = phrases[j]
    if phrase.names and phrase.preposition in arguments.slots and _is_at_another_time(phrases, j, shared):
        return len(phrases)
    if phrase.head.tag in "TU" and not phrase.preposition and phrase.is_measure:
        return j + 1
    joined = with_examples(phrases, joined_with(phrases, j))
    is_from = phrases.words.is_a(phrase.preposition, "origin")  # "came FROM stealth with $5m FROM NORVIK"
    leader = phrases[j - 1].explained if j else None
    if leader is not None and (leader is phrase or leader is phrase.explained) and not is_by(phrases, phrases[j - 1]):
        return joined[-1].index + 1  # "the sale of Tal to a group led BY NORVIK", "BY ITS OWNER, NORVIK"
    taken = any(p.index == j - 1 for found in arguments.slots.values() for p in found)
    if is_from and taken and not takes_object and phrases.words.is_a(phrases[j - 1].head.low, "means"):
        return joined[-1].index + 1  # "the purchase of Tal with a loan FROM NORVIK"
    if j and _is_felt_by(phrase, phrases[j - 1], phrases.words):
        return joined[-1].index + 1
    before = arguments.slots.get(phrase.preposition, [])
    if (
        before
        and phrase.names
        and (is_by(phrases, phrase) or (is_from and not any(p.names or p.is_measure for p in before)))
    ):
        arguments.slots[phrase.preposition] = [*before, *joined]
        return joined[-1].index + 1
    if len(before) == 1 and phrase.names and _is_its_thing(phrases, before[0], j):
        arguments.slots[phrase.preposition] = joined
        return joined[-1].index + 1
    slot = phrase.preposition or ("object" if "object" not in arguments.slots else "second object")
    if phrase.preposition or takes_object:
        arguments.add(slot, joined)
    elif not phrase.is_measure:
        return len(phrases)
    return joined[-1].index + 1


def _is_felt_by(phrase: Phrase, before: Phrase, words: Lexicon) -> bool:
    """ "won a contract in a blow TO NORVIK": whom it hits, not who gets something."""
    return words.is_a(phrase.preposition, "receiver") and words.is_a(before.head.low, "felt_by")


def _is_its_thing(phrases: Phrases, phrase: Phrase, j: int) -> bool:
    """ "sold the rights TO THE DRUG outside Europe to Norvik": to what they are, not who gets them at ``j``."""
    if any(p.names or not p.preposition for p in phrases[phrase.index + 1 : j]):
        return False
    receives = phrases.words.is_a(phrase.preposition, "receiver") and phrase.index > 0
    return receives and phrases.words.is_a(phrases[phrase.index - 1].head.low, "titles")


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


def take_genitive_over(phrases: Phrases, arguments: Arguments) -> None:
    """ "the sale to Norvik OF TAL": a genitive behind another complement; with an owner, only of what is that one's."""
    if "of" in arguments.slots:
        return
    for found in list(arguments.slots.values()):
        whole = found[-1].of
        with_ = phrases.words.is_a(found[-1].preposition, "with")  # "a merger with Norvik of Bergen"
        if found[-1].preposition and not with_ and found[-1].head.tag == "E" and whole is not None:
            own = whole.is_owned
            if own or "owner" not in arguments.slots:
                arguments.add("of", [whole])
            return


def add_over_clause(phrases: Phrases, j: int, arguments: Arguments) -> None:
    """ "the right to show it FROM NORVIK", "the sale of units making pumps TO NORVIK": said of the noun; "the right to
    show NORVIK'S FILMS": its task.
    """
    j += _who_does_the_infinitive(phrases, j)
    group = phrases[j] if j < len(phrases) and phrases[j].kind == "VG" else None
    if group is None or not (group.helper("2") or (group.form == "gerund" and not group.helpers)):
        return
    inner = Arguments()
    collect_right(phrases, j + 1, inner, takes_object=True)
    for slot in ("from",) if group.helper("2") else ("from", "to"):
        if slot not in arguments.slots:
            arguments.add(slot, inner.slots.get(slot, []))
    if group.helper("2"):
        arguments.add("task", inner.slots.get("object") or [group])


def _who_does_the_infinitive(phrases: Phrases, j: int) -> int:
    """How many phrases they take who do what follows: "an agreement FOR NORVIK AND OSTRA to acquire Tal"."""
    if j + 1 >= len(phrases) or not phrases[j].names or is_by(phrases, phrases[j]):
        return 0
    if not phrases.words.is_a(phrases[j].preposition, "before_infinitive"):
        return 0
    end = joined_with(phrases, j)[-1].index + 1
    is_infinitive = end < len(phrases) and phrases[end].kind == "VG" and phrases[end].helper("2")
    return end - j if is_infinitive else 0


def participle_behind(phrases: Phrases, j: int) -> int | None:
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
