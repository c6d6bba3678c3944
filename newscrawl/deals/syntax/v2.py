"""Who does what to whom, where the finite verb stands second or last and nouns have cases (German)."""

from copy import copy
from itertools import pairwise

from newscrawl.deals.syntax.added import spare_added
from newscrawl.deals.syntax.clauses import BREAKS, VERB_FINAL, beyond, clause_of, is_finite, kind_of
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases, last_genitive
from newscrawl.deals.syntax.v2_gapping import begin_of_added, gapped_arguments, is_dated_agent, without_added
from newscrawl.deals.syntax.v2_joining import bare_groups, joined_with, next_joined, who_is_meant
from newscrawl.deals.syntax.v2_settling import prepare
from newscrawl.deals.syntax.v2_subjects import (
    assign_arguments,
    first_in_case,
    governing_subject,
    is_reflexive,
    neuter_behind_verb,
    subject_among,
    subject_of,
)
from newscrawl.deals.syntax.v2_tagging import tag

__all__ = ["gapped_arguments", "joined_with", "noun_arguments", "prepare", "tag", "verb_arguments"]


def verb_arguments(phrases: Phrases, k: int, transitive: bool) -> Arguments:
    """The arguments of the verb group at ``k``; a passive has its patient as ``object``, its agent as ``subject``."""
    group, arguments = phrases[k], Arguments()
    own = _share_of(phrases, group, clause_of(phrases, group))
    tags = {t.tag for p in own if p.kind == "VG" for t in p.tokens}
    if "B" in tags and "O" not in tags and group.form == "participle":
        arguments.slots["state"] = [group]
    added = begin_of_added(phrases, k)
    free = _without_hanging(phrases, own)
    _add_prepositional(phrases, [p for p in free if p.index < added], arguments)
    bare = without_added(phrases, k, bare_groups(phrases, free))
    if (first := _sharing_auxiliary(phrases, group, own)) is not None:
        _share(phrases, group, first, bare, arguments)
        return arguments
    if _is_passive(group, own, transitive, phrases.words) or (
        transitive and _is_bare_participle(group, own, arguments)
    ):
        agents = _take_agent(arguments)
        if "von 2" in arguments.slots and _hanging_in_front(own):  # "Das Werk VON NORVIK wird von Tal gekauft"
            arguments.add("von", arguments.slots.pop("von 2"))
        arguments.add("subject", _first_of_dated(phrases, agents))
        if len(arguments.slots.get("subject", [])) < len(agents):
            arguments.add("dated", [p for p in own if p.is_time and p.index < agents[0].index][-1:])
        patient = first_in_case(bare, "nominative") or neuter_behind_verb(phrases, own)
        arguments.add("object", patient or governing_subject(phrases, own))
        return arguments
    assign_arguments(phrases, own, bare, arguments, transitive)
    spare_added(phrases, arguments)
    if transitive and "object" not in arguments.slots:
        arguments.add("object", _shared_object(phrases, group))
    _part_dative(group, arguments, phrases.words)
    if group.form == "infinitive" and any(
        p.verb is not None and phrases.words.is_a(p.verb.lemma, "causing") for p in own if p is not group
    ):
        _let(bare, arguments)
    return arguments


def _part_dative(group: Phrase, arguments: Arguments, words: Lexicon) -> None:
    """ "nahm DER FAMILIE die Kette ab", "hat die Kette DER FAMILIE abgekauft", "nimmt der Konzern DER FAMILIE die Kette
    ab": with such verbs it is no genitive."""
    things, doers = arguments.slots.get("object", []), arguments.slots.get("subject", [])
    if group.verb is None or not words.is_a(group.verb.lemma, "taking_from") or "indirect" in arguments.slots:
        return
    if things and len(doers) == 1 and doers[0].index > group.index and (giver := doers[0].of) and giver.names:
        arguments.slots["subject"] = [copy(doers[0])]
        arguments.slots["subject"][0].of = None
        arguments.add("indirect", [giver])
        return
    if len(things) == 1 and (owner := things[0].of) is not None and owner.names:
        arguments.slots["object"] = [copy(things[0])]
        arguments.slots["object"][0].of = None
        arguments.add("indirect", [owner])


def _take_agent(arguments: Arguments) -> list[Phrase]:
    """Take out of its slot who does it in a passive: behind "von", else behind "durch"."""
    slot = next((slot for slot in ("von", "durch") if slot in arguments.slots), "")
    if all(
        p.is_measure for p in arguments.slots.get(slot, [])
    ):  # "mit einem Preis VON 5 Millionen Euro von Tal gekauft"
        slot = f"{slot} 2" if f"{slot} 2" in arguments.slots else slot
    return arguments.slots.pop(slot, [])


def _first_of_dated(phrases: Phrases, agents: list[Phrase]) -> list[Phrase]:
    """The agents that do it together: of those that are dated one by one, the first."""
    return agents[:1] if any(is_dated_agent(phrases, p) for p in agents[1:]) else agents


def _sharing_auxiliary(phrases: Phrases, group: Phrase, own: list[Phrase]) -> Phrase | None:
    """The participle before an "und" whose auxiliary another one shares: "hat Tal GEGRÜNDET und an Norvik verkauft"."""
    last = next((p for p in reversed(own) if p.kind != "."), group)
    joint = phrases[own[0].index - 1] if own[0].index > 1 else None
    is_participle = any(r.form == "participle" for r in group.head.verbs)
    if last is not group or not is_participle or joint is None or joint.kind != "&":
        return None
    if any(p.kind == "VG" and p is not group for p in own):
        return None
    before = [p for p in clause_of(phrases, phrases[joint.index - 1]) if p.kind == "VG"]
    full = [p for p in before if p.verb is not None and p.form == "participle"]
    return full[-1] if full and any(t.tag in "HO" for p in before for t in p.tokens) else None


def _share(phrases: Phrases, group: Phrase, first: Phrase, bare: list[list[Phrase]], arguments: Arguments) -> None:
    """Give a participle the auxiliary of the first one, its subject and, if it has none of its own, its object."""
    before = [p for p in clause_of(phrases, first) if p.kind == "VG"]
    group.form, group.helpers = "participle", [t for p in before for t in p.tokens if t.tag in "HOWX"]
    subject = subject_of(phrases, first)
    if any(t.tag == "O" for t in group.helpers):
        arguments.add("subject", _take_agent(arguments))
        arguments.add("object", first_in_case(bare, "nominative") or subject)
        return
    arguments.add("subject", subject)
    arguments.add(
        "object",
        first_in_case(bare, "accusative") or verb_arguments(phrases, first.index, True).slots.get("object", []),
    )


def _shared_object(phrases: Phrases, group: Phrase) -> list[Phrase]:
    """The object of the participle before an "und": "die TAL aufgebaut und 2013 an Norvik verkauft hatten"."""
    before = [p for p in clause_of(phrases, group) if p.kind == "VG" and p.index < group.index]
    if not before or before[-1].form != "participle" or phrases[before[-1].index + 1].kind != "&":
        return []
    return verb_arguments(phrases, before[-1].index, True).slots.get("object", [])


def _share_of(phrases: Phrases, group: Phrase, own: list[Phrase]) -> list[Phrase]:
    """Of a clause with two participles, what belongs to one: "hat TAL ÜBERNOMMEN und Bergen verkauft"."""
    full = [p for p in own if p.kind == "VG" and p.verb is not None]
    verbs = [p.index for p in full if p.verb is not None and not phrases.words.is_a(p.verb.lemma, "causing")]
    at = verbs.index(group.index) if group.index in verbs else 0
    if len(verbs) < 2 or group.form not in ("participle", "infinitive") or (not at and verbs[1] - verbs[0] < 2):
        return own
    first = verbs[at - 1] if at else -1
    subject = subject_among([g for g in bare_groups(phrases, own) if not is_reflexive(g)])
    kept = {p.index for p in subject}
    return [p for p in own if p.index in kept or (p.kind == "VG" and p.verb is None) or first < p.index <= group.index]


def _let(bare: list[list[Phrase]], arguments: Arguments) -> None:
    """Who lets do it is the causer; who lets it be done to themselves is the object, "von" names who does it."""
    causer = arguments.slots.pop("subject", [])
    if causer and causer[0].head.tag == "N" and (named := _named_behind_reflexive(bare)):
        arguments.slots["object"], causer = causer, named  # "Die Übernahme lässt sich NORVIK 3 Millionen Euro kosten"
    arguments.add("causer", causer)
    if any(is_reflexive(group) for group in bare) and (agent := _take_agent(arguments)):
        arguments.slots["object"] = causer
        arguments.add("subject", agent)


def _named_behind_reflexive(bare: list[list[Phrase]]) -> list[Phrase]:
    """The name right behind a reflexive, which stands before its subject where the verb does."""
    return next((b for a, b in pairwise(bare) if is_reflexive(a) and b[0].head.tag == "E"), [])


def _is_passive(group: Phrase, own: list[Phrase], transitive: bool, words: Lexicon) -> bool:
    if group.form != "participle":
        return False
    helpers = [t for p in own if p.kind == "VG" for t in p.tokens]
    with_be = group.verb is not None and words.ends_as(group.verb.lemma, "with_be")
    if with_be and not any(t.tag == "O" for t in helpers):
        return False
    return any(t.tag == "O" for t in helpers) or (transitive and any(t.tag == "B" for t in helpers))


def _is_bare_participle(group: Phrase, own: list[Phrase], arguments: Arguments) -> bool:
    """ "Tal an Norvik VERKAUFT", "Tal, 2012 von Norvik ÜBERNOMMEN, …": a participle that closes a clause without any
    other verb, with who does it or gets it.
    """
    last = next((p for p in reversed(own) if p.kind != "."), group)
    if last is not group or group.helpers or any(p.kind == "VG" and p is not group for p in own):
        return False
    is_participle = any(r.form == "participle" for r in group.head.verbs)
    named = any(p.names for slot in ("von", "durch", "an") for p in arguments.slots.get(slot, []))
    return is_participle and named and own[0].kind != "S" and not any(p.relative for p in own) and len(own) > 1


def _add_prepositional(phrases: Phrases, own: list[Phrase], arguments: Arguments) -> None:
    """Fill the slots of prepositions; of two with the same one, the one with a name goes before a mere adverbial ("AM
    ENDE geht Tal AN NORVIK"), and what the verb has before what hangs on its subject ("Das Werk von Norvik wird VON TAL
    übernommen")."""
    linked = [p for p in own if p.kind == "NP" and p.preposition and not (p.apposed or p.head.is_a("spans"))]
    linked = [p for p in linked if not ((p.is_measure and p.head.tag in "TU") or _hangs_on_purpose(phrases, p))]
    named = {p.preposition for p in linked if p.names}
    hanging = _hanging_in_front(own)

    def comes_last(phrase: Phrase) -> bool:
        adverbial = not phrase.names and phrase.preposition in named and _is_adverbial(phrase)
        return adverbial or phrase.index in hanging

    for phrase in sorted(linked, key=comes_last):
        meant = who_is_meant(phrases, joined_with(phrases, phrase.index))
        arguments.add(phrase.preposition, [phrase if p is phrases[phrase.index] else p for p in meant])


def _before_finite(own: list[Phrase]) -> list[Phrase]:
    """The noun phrases before the finite verb of a main clause; none in a clause of another kind."""
    groups = [p for p in own if p.kind == "VG"]
    if not groups or kind_of(own) in VERB_FINAL:
        return []
    finite = groups[0]
    if not is_finite(finite) and not (groups[1:] and finite.verb is None):  # "Die Züge WERDEN von Norvik GEBAUT"
        return []
    return [p for p in own if p.kind == "NP" and p.index < finite.index]


def _hanging_in_front(own: list[Phrase]) -> set[int]:
    """Where the phrases with "von" stand that follow a bare one before the finite verb of a main clause."""
    front = pairwise(_before_finite(own))
    return {q.index for p, q in front if q.preposition == "von" and not p.preposition and not p.is_time}


def _hangs_on_purpose(phrases: Phrases, phrase: Phrase) -> bool:
    """ "sichert sich Geld für die ÜBERNAHME VON TAL": of whom it is said belongs to what the money is for."""
    before = phrases[phrase.index - 1] if phrase.index else phrase
    if phrase.preposition != "von" or before.kind != "NP" or before.preposition not in ("für", "zu"):
        return False
    doing = last_genitive(before).head
    return doing.tag == "N" and phrases.words.ends_as(doing.low.removesuffix("s"), "doings")


def _without_hanging(phrases: Phrases, own: list[Phrase]) -> list[Phrase]:
    """A clause without what hangs on a noun with a preposition at its head. Before the finite verb of a main clause
    stands one phrase, so that "Nach Gesprächen MIT TAL kooperiert Norvik" tells nothing of with whom, and "Nach dem
    Kauf von Tal und DER FIRMA HULL kauft Norvik" not of whom."""
    front = _before_finite(own)
    if not front:
        return own
    first, *behind = front
    if not first.preposition or first.is_measure or first.is_pronoun or first.names:
        return own
    hanging = {p.index for p in behind if p.preposition or phrases[p.index - 1].kind == "&"}
    return [_with_owner(p, behind[:1]) if p is first else p for p in own if p.index not in hanging]


def _with_owner(phrase: Phrase, behind: list[Phrase]) -> Phrase:
    """A phrase with whom the next one names by "von" as its genitive: "In den Autos VON NORVIK steckt …"."""
    if phrase.owner is not None or phrase.of is not None or not any(p.preposition == "von" and p.names for p in behind):
        return phrase
    owned = copy(phrase)
    owned.of = behind[0]
    return owned


def _is_adverbial(phrase: Phrase) -> bool:
    """Whether a noun can only say when or how: "auf ANHIEB", "an der BÖRSE"."""
    return phrase.determiner is None or phrase.head.is_a("settings")


def noun_arguments(phrases: Phrases, k: int, noun: Phrase) -> Arguments:
    """The arguments of ``noun``, in or hanging on the phrase at ``k``: owner, genitive, prepositions behind, verb."""
    arguments = Arguments()
    if noun.owner is not None:
        arguments.add("owner", [noun.owner])
        if k and phrases[k - 1].relative and "possessive" in phrases[k - 1].cases:
            arguments.add("whose", [noun.owner])  # "Tal, DESSEN Verkauf an Norvik scheiterte"
    skip = k + 1
    if noun.of is not None:
        joined = _joined_behind(phrases, k, noun.of)
        arguments.add("of", [noun.of, *joined])
        skip = joined[-1].index + 1 if joined else skip
    i = beyond(phrases, skip - 1)
    while i < len(phrases):
        phrase = phrases[i]
        if phrase.preposition == "an" and noun.is_owned and phrases[k].adverbs:
            break  # "hat seine Anteile VOLLSTÄNDIG an Norvik abgetreten": who gets them
        if phrase.kind == "NP" and phrase.preposition:
            measure = phrase.is_measure and phrase.head.tag in ("TUM" if phrase.preposition == "von" else "TU")
            if not (measure or _hangs_on_times(phrases, phrase)):
                arguments.add(phrase.preposition, who_is_meant(phrases, joined_with(phrases, i)))
        elif phrase.kind != "&" and not (phrase.kind == "NP" and phrase.is_measure):
            break
        i = beyond(phrases, i)
    if "of" not in arguments.slots:
        arguments.add("of", arguments.slots.get("wie", []))  # "Zukäufe WIE TAL und Bergen"
    _govern(phrases, k, arguments)
    return arguments


def _hangs_on_times(phrases: Phrases, phrase: Phrase) -> bool:
    """ "der größte Zukauf in der GESCHICHTE VON TAL"."""
    before = phrases[phrase.index - 1]
    return phrase.preposition == "von" and bool(before.preposition) and before.head.is_a("records")


def _explained(phrases: Phrases, k: int) -> list[Phrase]:
    """The name that an apposition explains: "NORVIK, ein Gemeinschaftsunternehmen von …"."""
    first = _first_of_aside(phrases, k)
    while first > 1 and phrases[first - 1].inner:
        first -= 1
    before = phrases[first - 2] if first > 1 and phrases[first - 1].kind in ",(–" else None
    return [before] if before is not None and before.kind == "NP" and before.head.tag == "E" else []


def _first_of_aside(phrases: Phrases, k: int) -> int:
    """The index of what stands before the noun phrase at ``k`` and dates it: ", SEIT 2014 im Besitz von Norvik, "."""
    while k and phrases[k - 1].is_measure and phrases[k - 1].kind == "NP":
        k -= 1
    return k


def _is_dated_aside(phrases: Phrases, k: int) -> bool:
    """Whether the noun phrase at ``k`` stands between commas behind nothing but a date."""
    first = _first_of_aside(phrases, k)
    if first in (k, 0) or phrases[first - 1].kind not in ",(–":
        return False
    behind = next((p for p in phrases[k:] if p.kind in BREAKS or p.kind == "VG"), None)
    return behind is not None and behind.kind != "VG"


def _joined_behind(phrases: Phrases, k: int, first: Phrase) -> list[Phrase]:
    """The names joined to a genitive ("die Übernahme der A und der B")."""
    following = next_joined(phrases, k, first)
    return joined_with(phrases, following) if following is not None else []


def _govern(phrases: Phrases, k: int, arguments: Arguments) -> None:
    """The full verb of the clause governs its noun; with a bare copula the other noun phrase is the ``copula``."""
    if phrases[k].apposed or _is_dated_aside(phrases, k):
        arguments.add("copula", _explained(phrases, k))
        return
    own = clause_of(phrases, phrases[k])
    groups = [p for p in own if p.kind == "VG"]
    full = [p for p in groups if p.verb is not None and not phrases.words.is_a(p.verb.lemma, "copula")]
    if full or (groups and phrases[k].preposition):
        arguments.governor = next((p for p in full if p.index > k), (full or groups)[-1])
        arguments.governed_as = phrases[k].preposition or ("subject" if _benefits(phrases, own, k) else "object")
        if not full and any(p.helper("B") for p in groups):
            arguments.add("copula", _others(phrases, own, k))
            arguments.add("als", [p for p in own if p.preposition == "als"])  # "ALS PARTNER ist Norvik an Bord"
            if not any(p.kind == "NP" for p in own if p.index > k):
                arguments.add("bei", [p for p in own if p.preposition == "bei"])  # "Norvik ist BEI TAL an Bord"
        if not full and phrases[k].preposition == "zu" and any(p.helper("O") for p in groups):
            arguments.add("becomes", _others(phrases, own, k))  # "NORVIK wird zum größten Aktionär"
    elif any(p.helper("B") or p.helper("O") or p.verb is not None for p in groups) and not phrases[k].preposition:
        others = _others(phrases, own, k)
        arguments.add("copula", others)
        if any(p.helper("O") for p in groups):
            arguments.add("becomes", others)
        if others or any(p.kind == "NP" and p.is_pronoun for p in own):  # "FÜR NORVIK ist es der zweite Zukauf"
            arguments.add("concerned", _concerned(phrases, own))
    elif any(p.helper("H") for p in groups) and not phrases[k].preposition:
        arguments.add("has", _others(phrases, own, k))


def _benefits(phrases: Phrases, own: list[Phrase], k: int) -> bool:
    """Whether a verb says what the noun phrase at ``k`` does for a company behind it: "DIE ÜBERNAHME eröffnet NORVIK
    neue Märkte"."""
    group = next((p for p in own if p.verb is not None and phrases.words.is_a(p.verb.lemma, "benefits")), None)
    if group is None or group.passive or group.helper("2") or subject_of(phrases, group)[:1] != [phrases[k]]:
        return False
    bare = bare_groups(phrases, own)
    return any(g[0].names and g[0].index > k for g in bare) and not any(map(is_reflexive, bare))


def _concerned(phrases: Phrases, own: list[Phrase]) -> list[Phrase]:
    """For whom something is what it is: "FÜR NORVIK ist es der zweite Zukauf", "in der Geschichte VON NORVIK"."""
    if named := [p for p in own if p.preposition == "für" and p.names]:
        return named
    records = [p for p in own if p.head.is_a("records")]
    whose = [p.of or next((q for q in own if q.index == p.index + 1 and q.preposition == "von"), None) for p in records]
    return [p for p in whose if p is not None and p.names]


def _others(phrases: Phrases, own: list[Phrase], k: int) -> list[Phrase]:
    """What stands beside the noun phrase at ``k`` without a preposition: the subject of a copula or of "haben"."""
    others = [g for g in bare_groups(phrases, own) if phrases[k] not in g and not is_reflexive(g)]
    return others[0] if others else []
