"""Who does what to whom, where the verb stands between subject and object (English)."""

from newscrawl.deals.syntax.appositions import (
    can_be_explained,
    ends_there,
    explained_by,
    innermost,
    is_bare_kind,
    is_by,
    is_plain_name,
    own_by_apposition,
    own_by_attribute,
    somebody_in,
    summed_up,
    venture_before,
)
from newscrawl.deals.syntax.complements import (
    add_over_clause,
    behind_twin,
    collect_right,
    participle_behind,
    take_genitive_over,
)
from newscrawl.deals.syntax.displaced import (
    add_behind_relative,
    add_beside,
    add_contested,
    add_fronted,
    add_of_patient,
    add_vehicle,
    causer,
    gap,
    opens_with_a_slot,
    other_side,
    other_side_of_noun,
)
from newscrawl.deals.syntax.gapping import gapped_arguments
from newscrawl.deals.syntax.governing import govern, own_by_object
from newscrawl.deals.syntax.listing import examples_behind, is_plural, joined_behind, joined_with
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.reduced_passives import agent_slot, is_reduced_passive
from newscrawl.deals.syntax.subjects import antecedent_of, patient_of, subject_of

__all__ = ["gapped_arguments", "joined_with", "noun_arguments", "prepare", "verb_arguments"]


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
        noun, comma, name = phrases[i : i + 3]
        if noun.kind != "NP":
            continue
        own_by_attribute(phrases, noun)
        if comma.kind == ",":
            own_by_apposition(phrases, name=noun, unit=name)
        if phrases.words.is_a(noun.head.low, "bidders") and is_by(phrases, comma):
            noun.explained = (
                comma if comma.head.tag == "E" else _leader(phrases, comma) or _part_that_leads(phrases, comma)
            )
        several = _counted_ones(phrases, noun)
        if several.head.tag == "N" and is_plural(several):
            several.listed = noun.listed = summed_up(phrases, i + 2 if comma.is_time else i + 1)
        if comma.kind != "," or not is_plain_name(name) or not ends_there(phrases, i + 3):
            continue
        explained = venture_before(phrases, i)
        if explained is None and (can_be_explained(noun) or is_bare_kind(phrases, noun)):
            explained = innermost(somebody_in(phrases, i) or noun)
        if explained is not None:
            explained.explained = name


def _leader(phrases: Phrases, post: Phrase) -> Phrase | None:
    """Who leads a group: "a group led by the unit's president, ANN BERG"."""
    name = phrases[post.index + 1 : post.index + 3]
    if len(name) < 2 or name[0].kind != "," or not is_plain_name(name[1]) or not ends_there(phrases, post.index + 3):
        return None
    return name[1]


def _part_that_leads(phrases: Phrases, part: Phrase) -> Phrase | None:
    """ "a group led by Norvik's TAL affiliate", which is then who the phrase means."""
    if not part.names or not phrases.words.is_a(part.head.low, "part"):
        return None
    part.explained = Phrase("NP", [part.names[-1]], part.preposition, index=part.index)
    return part.explained


def _counted_ones(phrases: Phrases, noun: Phrase) -> Phrase:
    """Of how many a number says: "TWO of Oslo's biggest YARDS, Tal and Norvik, …"."""
    if noun.of is None:
        return noun
    counts = any(phrases.words.is_a(noun.head.low, kind) for kind in ("number", "quantity"))
    return noun.of if counts else noun


def verb_arguments(phrases: Phrases, k: int, transitive: bool) -> Arguments:
    """The arguments of the verb group at ``k``; a passive has its patient as ``object`` and its agent as ``subject``.

    ``transitive`` says that the verb needs an object, so that one without is a reduced passive.
    """
    group, arguments = phrases[k], Arguments()
    start = behind_twin(phrases, k) if transitive else k + 1
    collect_right(phrases, start, arguments, takes_object=not group.passive, shared=True)
    if "second object" in arguments.slots and arguments.slots["object"][0].head.tag != "M":  # "$5M, FOLLOWED BY $6M"
        arguments.add("indirect", arguments.slots["object"])
    arguments.add("agreed with", other_side(phrases, k))
    add_beside(phrases, arguments)
    if group.passive:
        add_fronted(phrases, k, arguments)
    if group.passive or (transitive and is_reduced_passive(phrases, k, arguments)):
        arguments.slots.pop("object", None)
        arguments.add("object", patient_of(phrases, k))
        arguments.add("subject", _agents(phrases, group, arguments))
        add_of_patient(phrases, k, arguments)
        arguments.add("causer", causer(phrases, k))
        return arguments
    add_fronted(phrases, k, arguments)
    add_behind_relative(phrases, k, arguments)
    if k and opens_with_a_slot(phrases):
        arguments.add(phrases[0].preposition, [phrases[0]])
    if transitive and "object" not in arguments.slots:
        subject, patient = gap(phrases, k)
        arguments.add("object", patient)
        arguments.add("subject", subject)
    arguments.add("subject", subject_of(phrases, k))
    arguments.add("causer", causer(phrases, k))
    add_vehicle(phrases, k, arguments)
    add_contested(phrases, arguments)
    return arguments


def _agents(phrases: Phrases, group: Phrase, arguments: Arguments) -> list[Phrase]:
    """By whom it is done; who leads a round right before is not ("raised in a ROUND led BY Tal")."""
    slot = agent_slot(phrases, arguments)
    if group.verb is None or group.verb.group != "gain":
        return arguments.slots.pop(slot, [])
    by = arguments.slots.pop(slot, [])
    led = (noun for p in by if (noun := phrases[p.index - 1]).preposition and noun.kind == "NP")
    last = next((noun for noun in led if phrases.words.is_a(noun.head.low.split()[0], "rounds")), None)
    arguments.add(slot, [p for p in by if last is not None and p.index > last.index])
    return [p for p in by if last is None or p.index < last.index]


def noun_arguments(phrases: Phrases, k: int, noun: Phrase) -> Arguments:
    """The arguments of ``noun``, the phrase at ``k`` or hanging on it by "of": owner, "of", prepositions, verb."""
    arguments = Arguments()
    if noun.owner is not None:
        arguments.add("owner", [noun.owner])
    if noun.of is not None:
        arguments.add("of", [noun.of, *joined_behind(phrases, k, noun.of)])
    if "of" not in arguments.slots:
        arguments.add("of", noun.listed or examples_behind(phrases, k, noun))
    named = explained_by(phrases, k)
    if named is not phrases[k]:
        arguments.add("explains", [named])
    skip = k + 1 + 2 * (len(arguments.slots.get("of", [noun])) - 1)
    collect_right(phrases, skip, arguments, takes_object=False)
    take_genitive_over(phrases, arguments)
    arguments.add("agreed with", other_side_of_noun(phrases, k))
    participle = participle_behind(phrases, skip)
    if participle is not None and (noun.of is None or noun.of.names):
        collect_right(phrases, participle + 1, arguments, takes_object=False)
    add_over_clause(phrases, skip, arguments)
    govern(phrases, k, arguments)
    own_by_object(phrases, k, arguments)
    if named is not phrases[k] and arguments.governor is None and named in phrases:
        govern(phrases, named.index, arguments)
    if arguments.governor is not None and arguments.governed_as == "object":
        add_fronted(phrases, arguments.governor.index, arguments)
    return arguments
