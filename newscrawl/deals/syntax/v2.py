"""Who does what to whom, where the finite verb stands second or last and nouns have cases (German)."""

from newscrawl.deals.syntax.clauses import BREAKS, beyond, clause_of
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.v2_joining import bare_groups, joined_with, next_joined, who_is_meant, with_its_name
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
    _add_prepositional(phrases, own, arguments)
    bare = _without_added(phrases, k, bare_groups(phrases, own))
    if (first := _sharing_auxiliary(phrases, group, own)) is not None:
        _share(phrases, group, first, bare, arguments)
        return arguments
    if _is_passive(group, own, transitive, phrases.words) or (
        transitive and _is_bare_participle(group, own, arguments)
    ):
        agents = _take_agent(arguments)
        arguments.add("subject", _first_of_dated(phrases, agents))
        if len(arguments.slots.get("subject", [])) < len(agents):
            arguments.add("dated", [p for p in own if p.is_time and p.index < agents[0].index][-1:])
        patient = first_in_case(bare, "nominative") or neuter_behind_verb(phrases, own)
        arguments.add("object", patient or governing_subject(phrases, own))
        return arguments
    assign_arguments(phrases, own, bare, arguments, transitive)
    if group.form == "infinitive" and any(
        p.verb is not None and phrases.words.is_a(p.verb.lemma, "causing") for p in own if p is not group
    ):
        _let(bare, arguments)
    return arguments


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
    return agents[:1] if any(_is_dated_agent(phrases, p) for p in agents[1:]) else agents


def _is_dated_agent(phrases: Phrases, agent: Phrase) -> bool:
    """Whether a date and a joint stand before who does it: "1984 von Tal UND 1994 VON BERGEN gekauft"."""
    joint, date = phrases[max(0, agent.index - 2) : agent.index] if agent.index > 1 else (agent, agent)
    return date.is_time and joint.kind in (",", "&") and bool(agent.preposition)


def _dated_agents(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """Who did the same before the passive at ``k``, each with a date: "1984 von Tal und 1994 VON BERGEN gekauft"."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    if phrases[k].form != "participle" or len(subject) != 1 or not bought:
        return []
    own = {p.index for p in clause_of(phrases, phrases[k])}
    later = [p for p in phrases[subject[0].index + 1 : k] if p.index in own and p.names and _is_dated_agent(phrases, p)]
    agents = [p for p in later if p.preposition in ("von", "durch")]
    return [Arguments({"subject": [p], "object": bought, "dated": [phrases[p.index - 1]]}) for p in agents]


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
    arguments.add("causer", causer)
    if any(is_reflexive(group) for group in bare) and (agent := _take_agent(arguments)):
        arguments.slots["object"] = causer
        arguments.add("subject", agent)


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
    """Fill the slots of prepositions; of two with the same one, the one with a name goes before a mere adverbial: "AM
    ENDE geht Tal AN NORVIK"."""
    linked = [p for p in own if p.kind == "NP" and p.preposition and not (p.apposed or p.head.is_a("spans"))]
    linked = [p for p in linked if not (p.is_measure and p.head.tag in "TU")]
    named = {p.preposition for p in linked if p.names}
    for phrase in sorted(linked, key=lambda p: not p.names and p.preposition in named and _is_adverbial(p)):
        arguments.add(phrase.preposition, who_is_meant(phrases, joined_with(phrases, phrase.index)))


def _is_adverbial(phrase: Phrase) -> bool:
    """Whether a noun can only say when or how: "auf ANHIEB", "an der BÖRSE"."""
    return phrase.determiner is None or phrase.head.is_a("settings")


def gapped_arguments(phrases: Phrases, k: int, arguments: Arguments) -> list[Arguments]:
    """What stands behind the clause of the verb at ``k`` without a verb of its own: "A übernahm B, C DEN RIVALEN D",
    "verkauft A an B und C AN D"; the verb and what is not said again are meant as before."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    found: list[Arguments] = []
    for j in range(k + 1, len(phrases) - 2):
        pair = phrases[j + 1 : j + 3]
        if phrases[j].kind not in (",", "&") or not _is_gap(phrases, pair):
            continue
        if not pair[1].preposition and subject and bought and pair[0].index > bought[-1].index:
            found.append(Arguments({"subject": [pair[0]], "object": [with_its_name(phrases, pair[1])]}))
        elif pair[1].preposition and pair[1].preposition in arguments.slots and bought:
            found.append(Arguments({"subject": subject, "object": [pair[0]], pair[1].preposition: [pair[1]]}))
    return found or _dated_agents(phrases, k, arguments) or _dated_one_by_one(phrases, k, arguments)


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
        if not added.preposition:
            if len(bought or subject) != 1:
                return found
            sides["object" if bought else "subject"] = [added]
        found.append(Arguments({**sides, "dated": [date]}))
    return found


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
    others = [p for p in held if p is not added and p.names and p.preposition in arguments.slots]
    return [dates[0], added, *others]


def _without_added(phrases: Phrases, k: int, bare: list[list[Phrase]]) -> list[list[Phrase]]:
    """The noun phrases of a clause without those that are added behind a date of their own: "2014 folgte A, 2015 DER
    HÄNDLER B"."""
    kept = [g for g in bare if g[0].index < k or not _is_dated_on(phrases, g[0])]
    return kept if any(g[0].names for g in kept) else bare


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
    named = bool(added.names or (added.of is not None and added.of.names))
    is_title = added.determiner is None and any(token.glued for token in added.tokens)  # "2013 Ostra-CHEF Karl Berg"
    if added.kind != "NP" or added.relative or not named or is_title:
        return False
    behind = next(
        (p for p in phrases[added.index + 1 :] if not (p.is_time or (p.kind == "NP" and p.preposition))), None
    )
    return behind is None or behind.kind in ".,;&"


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


def noun_arguments(phrases: Phrases, k: int, noun: Phrase) -> Arguments:
    """The arguments of ``noun``, in or hanging on the phrase at ``k``: owner, genitive, prepositions behind, verb."""
    arguments = Arguments()
    if noun.owner is not None:
        arguments.add("owner", [noun.owner])
    skip = k + 1
    if noun.of is not None:
        joined = _joined_behind(phrases, k, noun.of)
        arguments.add("of", [noun.of, *joined])
        skip = joined[-1].index + 1 if joined else skip
    i = beyond(phrases, skip - 1)
    while i < len(phrases):
        phrase = phrases[i]
        if phrase.kind == "NP" and phrase.preposition:
            if not (phrase.is_measure and phrase.head.tag in ("TUM" if phrase.preposition == "von" else "TU")):
                arguments.add(phrase.preposition, who_is_meant(phrases, joined_with(phrases, i)))
        elif phrase.kind != "&" and not (phrase.kind == "NP" and phrase.is_measure):
            break
        i = beyond(phrases, i)
    if "of" not in arguments.slots:
        arguments.add("of", arguments.slots.get("wie", []))  # "Zukäufe WIE TAL und Bergen"
    _govern(phrases, k, arguments)
    return arguments


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
        arguments.governed_as = phrases[k].preposition or "object"
        if not full and any(p.helper("B") for p in groups):
            arguments.add("copula", _others(phrases, own, k))
    elif any(p.helper("B") or p.helper("O") or p.verb is not None for p in groups) and not phrases[k].preposition:
        others = _others(phrases, own, k)
        arguments.add("copula", others)
        if any(p.helper("O") for p in groups):
            arguments.add("becomes", others)
        if any(p.kind == "NP" and p.is_pronoun for p in own):  # "FÜR NORVIK ist es der zweite Zukauf"
            arguments.add("concerned", [p for p in own if p.preposition == "für" and p.names])
    elif any(p.helper("H") for p in groups) and not phrases[k].preposition:
        arguments.add("has", _others(phrases, own, k))


def _others(phrases: Phrases, own: list[Phrase], k: int) -> list[Phrase]:
    """What stands beside the noun phrase at ``k`` without a preposition: the subject of a copula or of "haben"."""
    others = [g for g in bare_groups(phrases, own) if phrases[k] not in g and not is_reflexive(g)]
    return others[0] if others else []
