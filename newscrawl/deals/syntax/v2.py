"""Who does what to whom, where the finite verb stands second or last and nouns have cases (German)."""

from itertools import pairwise

from newscrawl.deals.syntax.clauses import BREAKS, beyond, divide, kind_of
from newscrawl.deals.syntax.lexicon import Lexicon, Verb, VerbReading
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token

FINITE = frozenset(("present", "past"))


POSTPOSITIONS = {"zufolge": "laut", "gemäß": "laut", "gegenüber": "gegenüber", "zuliebe": "für"}
"""Words behind a noun that link it as a preposition before it would: "Medienberichten ZUFOLGE"."""


def _postposition(phrases: list[Phrase], phrase: Phrase) -> str:
    """The word behind a noun phrase that links it; one that was read into the next phrase leaves that."""
    if phrase.adverbs:
        return phrase.adverbs[0].low if phrase.adverbs[0].low in POSTPOSITIONS else ""
    following = phrases[phrase.index + 1] if phrase.index + 1 < len(phrases) else None
    if following is None or following.kind != "NP" or len(following.tokens) < 2 or phrase.head.tag != "N":
        return ""
    first = following.tokens[0]
    if first.low not in POSTPOSITIONS or following.determiner is not None:
        return ""
    following.tokens = following.tokens[1:]
    return first.low


def prepare(phrases: Phrases) -> None:
    """Settle cases, clauses and verb forms of a sentence."""
    _read_relatives(phrases)
    for phrase in phrases:
        _settle_case(phrase, phrases.words)
        _settle_ware(phrases, phrase)
        _settle_volume(phrases, phrase)
        if phrase.kind == "NP" and not phrase.preposition and (linked := _postposition(phrases, phrase)):
            phrase.preposition = POSTPOSITIONS[linked]
    divide(phrases)
    for phrase in phrases:
        if phrase.kind == "VG":
            _settle_form(phrase, clause_of(phrases, phrase))


MAKERS = tuple(
    f"{maker}{ending}"
    for maker in ("anbieter", "hersteller", "betreiber", "entwickler", "händler", "produzent", "vermieter")
    for ending in ("", "s", "n", "en")
)
"""Endings of nouns behind which "von" names what they make, not who sells."""


def _settle_ware(phrases: Phrases, phrase: Phrase) -> None:
    """In "kauft einen Hersteller von Zement" the cement belongs to its maker, not to the clause."""
    before = phrases[phrase.index - 1] if phrase.index else None
    if phrase.preposition == "von" and before is not None and before.kind == "NP" and before.head.tag == "N":
        phrase.inner = phrase.inner or before.head.low.endswith(MAKERS)


def _settle_volume(phrases: Phrases, phrase: Phrase) -> None:
    """In "ein Auftrag ÜBER 40 Millionen Euro" the sum belongs to its noun; "über" is no "more than" there."""
    before = phrases[phrase.index - 1] if phrase.index else None
    if phrase.kind != "NP" or phrase.preposition or phrase.head.tag != "M" or before is None or before.kind != "NP":
        return
    first, _, rest = phrase.head.low.partition(" ")
    if rest and before.head.tag == "N" and phrases.words.is_a(first, "volume"):
        phrase.preposition = first


DATIVE_PLURAL = ("ären", "tern", "lern", "gern", "nern", "oren", "innen", "firmen", "banken")
"""Endings of nouns before which "den" is a dative: "den Aktionären"."""


def _settle_case(phrase: Phrase, words: Lexicon) -> None:
    """ "der" before a feminine noun is genitive or dative, "den" before some plurals a dative."""
    if phrase.kind == "NP" and phrase.head.tag == "N" and phrase.head.low.endswith(DATIVE_PLURAL):
        phrase.cases = phrase.cases - {"accusative"} if "dative" in phrase.cases else phrase.cases
    if phrase.kind != "NP" or phrase.determiner is None or not phrase.determiner.is_a("any_gender"):
        return
    nouns = [t.low.split()[0] for t in phrase.tokens if t.tag in "NE"]
    if nouns and (
        nouns[0].endswith(words.feminine_endings)
        or words.is_a(nouns[0], "feminine")
        or (len(nouns) == 1 and " " in phrase.head.low and words.is_a(phrase.head.low.split()[-1], "feminine"))
    ):
        phrase.cases = phrase.cases - {"nominative"}


def _settle_form(group: Phrase, own: list[Phrase]) -> None:
    """A verb that closes the bracket of an auxiliary elsewhere in its clause is a participle or an infinitive."""
    if group.verb is None or group.helpers:
        return
    open_helpers = {t.tag for p in own if p.kind == "VG" and p.verb is None for t in p.tokens}
    if any(p.verb is not None and p.verb.lemma == CAUSE for p in own if p is not group):
        open_helpers.add("W")
    forms = {r.form for r in group.head.verbs}
    if open_helpers & {"W"} and "infinitive" in forms:
        group.form = "infinitive"
    elif open_helpers & {"B", "H", "O"} and "participle" in forms:
        group.form = "participle"
    elif "O" in open_helpers and "infinitive" in forms:
        group.form = "infinitive"


def _read_relatives(phrases: list[Phrase]) -> None:
    """Make relative pronouns noun phrases that stand for the noun phrase before them."""
    for i, phrase in enumerate(phrases):
        if phrase.kind != "L":
            continue
        before = next((p for p in reversed(phrases[:i]) if p.kind == "NP" and not p.is_pronoun), None)
        phrase.kind, phrase.relative, phrase.cases = "NP", True, phrase.head.marks
        following = phrases[i + 1] if i + 1 < len(phrases) else None
        owns = phrase.head.low in ("deren", "dessen")
        if owns and following is not None and following.kind == "NP" and following.determiner is None:
            following.owner = following.owner or before
        if before is not None:
            inner = before
            while inner.of is not None and inner.of.names:
                inner = inner.of
            phrase.antecedent = inner
            inner.explained = inner.explained or _name_of_apposition(phrases, inner)
            inner.described = inner is not before or bool(inner.preposition)
        if i and phrases[i - 1].kind == "P":
            phrase.preposition = phrases[i - 1].preposition


def _name_of_apposition(phrases: list[Phrase], noun: Phrase) -> Phrase | None:
    """The name that a noun before a relative clause only explains: "NORVIK, ein Start-up, das Tal gekauft hat"."""
    i = phrases.index(noun) if noun in phrases else 0
    named = phrases[i - 2] if i > 1 and phrases[i - 1].kind == "," else None
    if named is None or named.kind != "NP" or named.head.tag != "E" or noun.names or noun.of is not None:
        return None
    return named if noun.determiner is not None and not noun.preposition else None


def _standing_for(phrase: Phrase) -> Phrase:
    """The phrase itself, or for a relative pronoun its antecedent with the pronoun's case."""
    whom = phrase.antecedent
    if whom is None:
        return phrase
    return Phrase("NP", whom.tokens, determiner=whom.determiner, owner=whom.owner, of=whom.of, cases=phrase.cases,
        index=phrase.index, preposition=phrase.preposition, relative=True, explained=whom.explained)  # fmt: skip


def verb_arguments(phrases: list[Phrase], k: int, transitive: bool) -> Arguments:
    """The arguments of the verb group at ``k``; a passive has its patient as ``object``, its agent as ``subject``."""
    group, arguments = phrases[k], Arguments()
    own = _share_of(phrases, group, clause_of(phrases, group))
    tags = {t.tag for p in own if p.kind == "VG" for t in p.tokens}
    if "B" in tags and "O" not in tags and group.form == "participle":
        arguments.slots["state"] = [group]
    _add_prepositional(phrases, own, arguments)
    bare = _bare(phrases, own)
    if _is_passive(group, own, transitive) or (transitive and _is_bare_participle(group, own, arguments)):
        agent = next((slot for slot in ("von", "durch") if slot in arguments.slots), None)
        arguments.add("subject", arguments.slots.pop(agent) if agent else [])
        arguments.add("object", _nominative(bare) or _governing_subject(phrases, own))
        return arguments
    _assign(phrases, own, bare, arguments, transitive)
    if group.form == "infinitive" and any(p.verb is not None and p.verb.lemma == CAUSE for p in own if p is not group):
        _let(bare, arguments)
    return arguments


def _share_of(phrases: list[Phrase], group: Phrase, own: list[Phrase]) -> list[Phrase]:
    """Of a clause with two participles, what belongs to one: "hat TAL ÜBERNOMMEN und Bergen verkauft"."""
    verbs = [p.index for p in own if p.kind == "VG" and p.verb is not None and p.verb.lemma != CAUSE]
    at = verbs.index(group.index) if group.index in verbs else 0
    if len(verbs) < 2 or group.form not in ("participle", "infinitive") or (not at and verbs[1] - verbs[0] < 2):
        return own
    first = verbs[at - 1] if at else -1
    subject = _subject_among([g for g in _bare(phrases, own) if not _is_reflexive(g)])
    kept = {p.index for p in subject}
    return [p for p in own if p.index in kept or (p.kind == "VG" and p.verb is None) or first < p.index <= group.index]


CAUSE = "lassen"
"""The verb that makes the subject of another one its causer: "Norvik LÄSST Züge bauen"."""


def _let(bare: list[list[Phrase]], arguments: Arguments) -> None:
    """Who lets do it is the causer; who lets it be done to themselves is the object, "von" names who does it."""
    causer = arguments.slots.pop("subject", [])
    arguments.add("causer", causer)
    agent = next((slot for slot in ("von", "durch") if slot in arguments.slots), None)
    if any(_is_reflexive(group) for group in bare) and agent is not None:
        arguments.slots["object"] = causer
        arguments.add("subject", arguments.slots.pop(agent))


def clause_of(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """All phrases of the clause that ``phrase`` belongs to."""
    return [p for p in phrases if p.clause == phrase.clause and p.kind not in BREAKS and not p.inner]


WITH_SEIN = ("gehen", "steigen", "stehen", "kommen", "fallen", "treten", "scheiden", "wachsen", "laufen", "scheitern",
    "platzen", "ziehen", "fließen")  # fmt: skip
"""Endings of verbs whose perfect takes "sein": "ist eingestiegen" is no passive."""


def _is_passive(group: Phrase, own: list[Phrase], transitive: bool) -> bool:
    if group.form != "participle":
        return False
    helpers = [t for p in own if p.kind == "VG" for t in p.tokens]
    if group.verb is not None and group.verb.lemma.endswith(WITH_SEIN) and not any(t.tag == "O" for t in helpers):
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


def _add_prepositional(phrases: list[Phrase], own: list[Phrase], arguments: Arguments) -> None:
    for phrase in own:
        if phrase.apposed:
            continue
        if phrase.kind == "NP" and phrase.preposition and not (phrase.is_measure and phrase.head.tag in "TU"):
            joined = joined_with(phrases, phrase.index)
            arguments.add(phrase.preposition, _meant(phrases, joined))


def _bare(phrases: list[Phrase], own: list[Phrase]) -> list[list[Phrase]]:
    """The noun phrases without a preposition, joined ones together, appositions, dates and measures left out."""
    found: list[list[Phrase]] = []
    seen = {
        p.index
        for phrase in own
        if phrase.preposition and not phrase.apposed
        for p in joined_with(phrases, phrase.index)
    }
    for phrase in own:
        if phrase.kind == "NP" and not phrase.preposition and not phrase.apposed and phrase.index not in seen:
            joined = joined_with(phrases, phrase.index)
            seen |= {p.index for p in joined}
            if not (phrase.is_measure and phrase.head.tag in "TU"):
                found.append(_meant(phrases, joined))
    return found


def _meant(phrases: list[Phrase], joined: list[Phrase]) -> list[Phrase]:
    """Who joined noun phrases mean: names behind a comma, members of a group, antecedents of pronouns."""
    return [_standing_for(_named(phrases, p)) for phrase in joined for p in _members(phrases, phrase)]


BANDS = ("investoren", "gesellschafter", "geldgeber",
    "konsortium", "konsortiums", "gruppe", "kreis", "allianz", "bündnis", "gespann", "team", "duo", "trio",
    "gemeinschaft", "arge", "verbund", "syndikat", "zusammenschluss")  # fmt: skip
"""Endings of nouns that mean those named behind them: "ein Konsortium um NORVIK"."""


def _members(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """Of a group without a name, those it is made of: "ein Konsortium aus A und B", "Investoren, darunter A und B"."""
    k = phrase.index + 1
    if phrase.names or phrase.head.tag != "N" or k + 1 >= len(phrases) or phrases[phrase.index].head != phrase.head:
        return [phrase]
    if named := _named_behind_colon(phrases, phrase):
        return [_in_place_of(phrase, p) for p in named]
    behind = phrases[k]
    is_band = behind.preposition in ("um", "aus", "von") and phrase.head.low.endswith(BANDS)
    if behind.names and (is_band or behind.preposition == "wie"):
        return [_in_place_of(phrase, p) for p in joined_with(phrases, k)]
    listed = phrases[k + 1]
    if behind.kind == "," and listed.kind == "NP" and listed.names and listed.tokens[0].low == "darunter":
        return [_in_place_of(phrase, p) for p in joined_with(phrases, k + 1)]
    return [phrase]


def _named_behind_colon(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """ "hat drei Firmen gekauft: NORVIK, TAL UND BERGEN": the names that a counted noun announces."""
    if not any(t.is_a("number") for t in phrase.tokens):
        return []
    k = next((p.index for p in phrases[phrase.index :] if p.kind == ":"), len(phrases)) + 1
    if k >= len(phrases) or any(p.kind != "VG" for p in phrases[phrase.index + 1 : k - 1]):
        return []
    joined = joined_with(phrases, k)
    end = joined[-1].index + 1
    plain = len(joined) > 1 and all(p.head.tag == "E" and not p.preposition for p in joined)
    return joined if plain and (end >= len(phrases) or phrases[end].kind in ".;") else []


def _in_place_of(phrase: Phrase, name: Phrase) -> Phrase:
    tokens = [t for t in name.tokens if t.tag == "E"]
    is_led = name.preposition == "um"
    return Phrase("NP", tokens, cases=phrase.cases, index=phrase.index, preposition=phrase.preposition, band=is_led)


def _named(phrases: list[Phrase], phrase: Phrase) -> Phrase:
    """The phrase, or the name that explains it behind a comma: "seine Firma, das Portal NORVIK, …"."""
    if phrase.names or phrase.is_pronoun or phrase.antecedent is not None or phrase.of is not None:
        return phrase
    k = phrase.index + 1
    while k < len(phrases) and phrases[k].kind == "NP" and phrases[k].preposition and not phrases[k].names:
        k += 1  # "der Anbieter von Software, NORVIK, …"
    following = phrases[k : k + 2]
    if len(following) == 2 and following[0].kind == "," and following[1].apposed and following[1].head.tag == "E":
        name = following[1]
        return Phrase("NP", name.tokens, determiner=phrase.determiner, cases=phrase.cases, index=phrase.index,
            preposition=phrase.preposition)  # fmt: skip
    return phrase


def _cases(group: list[Phrase]) -> frozenset[str]:
    return group[0].cases


def _can_be(group: list[Phrase], case: str) -> bool:
    marks = _cases(group) & {"nominative", "accusative", "dative", "genitive"}
    return not marks or case in marks


def _nominative(bare: list[list[Phrase]]) -> list[Phrase]:
    return next((group for group in bare if _can_be(group, "nominative") and not _is_reflexive(group)), [])


def _is_reflexive(group: list[Phrase]) -> bool:
    return group[0].head.low in ("sich", "es", "einander")


def _assign(
    phrases: list[Phrase], own: list[Phrase], bare: list[list[Phrase]], arguments: Arguments, transitive: bool
) -> None:
    """Subject, object and indirect object of an active clause, by case and then by order."""
    bare = [group for group in bare if not _is_reflexive(group)]
    if kind_of(own) == "infinitive":
        arguments.add("subject", _governing_subject(phrases, own))
    else:
        subject = _shared_subject(phrases, own) if _begins_with_verb(own) else []
        subject = subject or _doer_behind(own, bare) or _subject_among(bare)
        bare = [group for group in bare if group is not subject]
        arguments.add("subject", subject or _shared_subject(phrases, own))
    for group in sorted(bare, key=lambda g: "nominative" in _cases(g) or not _cases(g)):
        if (_can_be(group, "accusative") and _cases(group) & {"accusative"}) or not _can_be(group, "dative"):
            arguments.add("object", group)
        elif _can_be(group, "dative") and "dative" in _cases(group):
            arguments.add("indirect", group)
    if "object" not in arguments.slots and (pair := _given(bare)) is not None:
        arguments.add("indirect", pair[0])
        arguments.add("object", pair[1])
    for group in bare:
        if _can_be(group, "accusative") and group not in arguments.slots.values():
            arguments.add("indirect" if _is_bare_receiver(group, arguments) else "object", group)


def _given(bare: list[list[Phrase]]) -> tuple[list[Phrase], list[Phrase]] | None:
    """A name without an article and right behind it what it is given: "liefert NORVIK Batterien", "gibt TAL 5 Euro"."""
    for name, thing in pairwise(bare):
        beside = name[-1].index + 1 == thing[0].index and name[0].determiner is None and thing[0].determiner is None
        if beside and name[0].head.tag == "E" and thing[0].head.tag in "NM" and not thing[0].names:
            return name, thing
    return None


def _is_bare_receiver(group: list[Phrase], arguments: Arguments) -> bool:
    """Whether a name without an article stands right before what it is given: "räumt NORVIK eine Lizenz ein"."""
    given = arguments.slots.get("object", [])
    name = group[0]
    return (
        bool(given)
        and "indirect" not in arguments.slots
        and name.head.tag == "E"
        and name.determiner is None
        and group[-1].index + 1 == given[0].index
        and given[0].determiner is not None
    )


def _begins_with_verb(own: list[Phrase]) -> bool:
    """ "… und verkauft sie an Tal": behind a conjunction nothing stands before the verb."""
    first = next((p for p in own if p.kind not in "&C"), None)
    return first is not None and first.kind == "VG" and first.form in FINITE


def _behind_relative(bare: list[list[Phrase]]) -> list[Phrase]:
    """The bare name right behind a relative pronoun that can be the object: "das Portal, das NORVIK kaufte"."""
    if len(bare) != 2 or not bare[0][0].relative or not {"nominative", "accusative"} <= bare[0][0].cases:
        return []
    name = bare[1][0]
    if name.names and not bare[0][0].names and name.index == bare[0][0].index + 1 and _can_be(bare[1], "nominative"):
        return bare[1]
    return bare[1] if name.head.tag == "E" and name.determiner is None and name.index == bare[0][0].index + 1 else []


def _doer_behind(own: list[Phrase], bare: list[list[Phrase]]) -> list[Phrase]:
    """The company behind the verb of what is taken or counted: "Die Wartung übernimmt NORVIK", "20 Züge hat NORVIK"."""
    group = next((p for p in own if p.kind == "VG"), None)
    verb = next((p.verb for p in own if p.kind == "VG" and p.verb is not None), None)
    if group is None or verb is None or len(bare) < 2:
        return []
    thing, doer = bare[0][0], bare[1][0]
    if not thing.index < group.index < doer.index or thing.names or thing.relative or thing.head.tag != "N":
        return []
    is_task = verb.group in ("gain", "give") and thing.head.low.endswith(TASKS)
    are_counted = thing.tokens[0].text[0].isdigit() and not group.tokens[0].low.endswith("n")
    is_doer = bool(doer.names) and _can_be(bare[1], "nominative")
    return bare[1] if is_doer and (is_task or are_counted) and _can_be(bare[0], "accusative") else []


TASKS = ("ung", "ion", "schaft", "bau", "betrieb", "auftrag", "vertrieb", "arbeit", "arbeiten")
"""Endings of nouns for what a company does, gets or gives away."""


def _subject_among(bare: list[list[Phrase]]) -> list[Phrase]:
    """The first noun phrase that is marked as nominative, else the first that can be one."""
    bare = [g for g in bare if g[0].head.tag not in "M%TU"] or bare
    marked = [g for g in bare if "nominative" in _cases(g) and "accusative" not in _cases(g)]
    pronoun = next((g for g in bare if g[0].is_pronoun), None)
    return _behind_relative(bare) or pronoun or (marked[0] if marked else _nominative(bare))


def gapped_arguments(phrases: list[Phrase], k: int, arguments: Arguments) -> list[Arguments]:
    """What stands behind the clause of the verb at ``k`` without a verb of its own: "A übernahm B, C DEN RIVALEN D",
    "verkauft A an B und C AN D"; the verb and what is not said again are meant as before."""
    subject, bought = arguments.slots.get("subject", []), arguments.slots.get("object", [])
    found: list[Arguments] = []
    for j in range(k + 1, len(phrases) - 2):
        pair = phrases[j + 1 : j + 3]
        if phrases[j].kind not in (",", "&") or not _is_gap(phrases, pair):
            continue
        if not pair[1].preposition and subject and bought and pair[0].index > bought[-1].index:
            found.append(Arguments({"subject": [pair[0]], "object": [_named(phrases, pair[1])]}))
        elif pair[1].preposition and pair[1].preposition in arguments.slots and bought:
            found.append(Arguments({"subject": subject, "object": [pair[0]], pair[1].preposition: [pair[1]]}))
    return found


def _is_gap(phrases: list[Phrase], pair: list[Phrase]) -> bool:
    """Two names side by side, and nothing more up to the next stop; the second has an article or a preposition."""
    behind = phrases[pair[1].index + 1] if pair[1].index + 1 < len(phrases) else None
    return (
        all(p.kind == "NP" and bool(p.names) and not p.relative for p in pair)
        and pair[0].head.tag == "E"
        and not pair[0].preposition
        and (pair[1].preposition != "" or (pair[1].determiner is not None and "accusative" in pair[1].cases))
        and (behind is None or behind.kind in ",.;:&")
    )


def _governing_subject(phrases: list[Phrase], own: list[Phrase]) -> list[Phrase]:
    """The subject of the clause before an infinitive clause."""
    first = own[0].index
    for phrase in reversed(phrases[:first]):
        if phrase.kind == "NP" or phrase.kind == "VG":
            return _permitted(phrases, phrase) or subject_of(phrases, phrase)
    return []


PERMITTING = ("erlauben", "gestatten", "ermöglichen", "untersagen", "verbieten", "genehmigen")
"""Verbs whose dative does what the infinitive behind says: "erlaubt NORVIK, Tal zu kaufen"."""


def _permitted(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    own = clause_of(phrases, phrase)
    if not any(p.verb is not None and p.verb.lemma in PERMITTING for p in own):
        return []
    return next((g for g in _bare(phrases, own) if "dative" in _cases(g) and "nominative" not in _cases(g)), []) or (
        next((g for g in _bare(phrases, own)[1:] if g[0].names), [])
    )


def _shared_subject(phrases: list[Phrase], own: list[Phrase]) -> list[Phrase]:
    """The subject of the clause before an "und" that is followed by the verb at once."""
    joint = phrases[own[0].index - 1] if own[0].index else None
    if joint is None or joint.kind != "&":
        return []
    return subject_of(phrases, phrases[joint.index - 1]) if joint.index else []


def subject_of(phrases: list[Phrase], phrase: Phrase) -> list[Phrase]:
    """The subject of the clause of a phrase."""
    own = clause_of(phrases, phrase)
    return _subject_among([g for g in _bare(phrases, own) if not _is_reflexive(g)])


def noun_arguments(phrases: list[Phrase], k: int, noun: Phrase) -> Arguments:
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
                arguments.add(phrase.preposition, _meant(phrases, joined_with(phrases, i)))
        elif phrase.kind != "&" and not (phrase.kind == "NP" and phrase.is_measure):
            break
        i = beyond(phrases, i)
    _govern(phrases, k, arguments)
    return arguments


def _explained(phrases: list[Phrase], k: int) -> list[Phrase]:
    """The name that an apposition explains: "NORVIK, ein Gemeinschaftsunternehmen von …"."""
    first = _first_of_aside(phrases, k)
    while first > 1 and phrases[first - 1].inner:
        first -= 1
    before = phrases[first - 2] if first > 1 and phrases[first - 1].kind in ",(–" else None
    return [before] if before is not None and before.kind == "NP" and before.head.tag == "E" else []


def _first_of_aside(phrases: list[Phrase], k: int) -> int:
    """The index of what stands before the noun phrase at ``k`` and dates it: ", SEIT 2014 im Besitz von Norvik, "."""
    while k and phrases[k - 1].is_measure and phrases[k - 1].kind == "NP":
        k -= 1
    return k


def _is_dated_aside(phrases: list[Phrase], k: int) -> bool:
    """Whether the noun phrase at ``k`` stands between commas behind nothing but a date."""
    first = _first_of_aside(phrases, k)
    if first in (k, 0) or phrases[first - 1].kind not in ",(–":
        return False
    behind = next((p for p in phrases[k:] if p.kind in BREAKS or p.kind == "VG"), None)
    return behind is not None and behind.kind != "VG"


def _joined_behind(phrases: list[Phrase], k: int, first: Phrase) -> list[Phrase]:
    """The names joined to a genitive ("die Übernahme der A und der B")."""
    following = _next_joined(phrases, k, first)
    return joined_with(phrases, following) if following is not None else []


def _govern(phrases: list[Phrase], k: int, arguments: Arguments) -> None:
    """The full verb of the clause governs its noun; with a bare copula the other noun phrase is the ``copula``."""
    if phrases[k].apposed or _is_dated_aside(phrases, k):
        arguments.add("copula", _explained(phrases, k))
        return
    own = clause_of(phrases, phrases[k])
    groups = [p for p in own if p.kind == "VG"]
    full = [p for p in groups if p.verb is not None]
    if full or (groups and phrases[k].preposition):
        arguments.governor = next((p for p in full if p.index > k), (full or groups)[-1])
        arguments.governed_as = phrases[k].preposition or "object"
        if not full and any(p.helper("B") for p in groups):
            arguments.add("copula", _others(phrases, own, k))
    elif any(p.helper("B") or p.helper("O") for p in groups) and not phrases[k].preposition:
        others = _others(phrases, own, k)
        arguments.add("copula", others)
        if any(p.helper("O") for p in groups):
            arguments.add("becomes", others)
    elif any(p.helper("H") for p in groups) and not phrases[k].preposition:
        arguments.add("has", _others(phrases, own, k))


def _others(phrases: list[Phrase], own: list[Phrase], k: int) -> list[Phrase]:
    """What stands beside the noun phrase at ``k`` without a preposition: the subject of a copula or of "haben"."""
    others = [g for g in _bare(phrases, own) if phrases[k] not in g and not _is_reflexive(g)]
    return others[0] if others else []


def joined_with(phrases: list[Phrase], j: int) -> list[Phrase]:
    """The noun phrase at ``j`` and those joined to it ("A, B und C", "zwischen A und B", "der A und der B")."""
    joined, i = [phrases[j]], j
    while (following := _next_joined(phrases, i, joined[0])) is not None:
        joined.append(phrases[following])
        i = following
    if len(joined) > 1 and not any(p.kind == "&" for p in phrases[j:i]):
        return joined[:1]
    return joined


def _next_joined(phrases: list[Phrase], i: int, first: Phrase) -> int | None:
    k = _behind_name(phrases, i)
    if k + 1 >= len(phrases) or phrases[k].kind not in (",", "&"):
        return None
    if k + 2 < len(phrases) and phrases[k + 1].is_time and phrases[k + 2].head.tag == "E":
        k += 1  # "2012 Tal, 2014 Bergen und ZWEI JAHRE SPÄTER Hull"
    phrase = phrases[k + 1]
    if phrase.kind != "NP" or phrase.is_measure or phrase.preposition not in ("", first.preposition):
        return None
    if first.preposition and not phrase.preposition and _has_its_own(phrases, k + 2, first.preposition):
        return None
    named = bool(first.names or (first.of is not None and first.of.names))
    if phrase.names and named:
        return k + 1
    is_pair = phrases[k].kind == "&" and phrase.names + first.names and k == i + 1
    return k + 1 if is_pair and _is_name_or_definite(first) and _is_name_or_definite(phrase) else None


def _is_name_or_definite(phrase: Phrase) -> bool:
    """ "das Label NORDTON und DER DIENST"."""
    article = phrase.determiner
    definite = article is not None and not article.marks & {"indefinite", "possessive"}
    return bool(phrase.names) or (definite and phrase.head.tag == "N" and len(phrase.tokens) == 1)


ORIGIN = ("aus",)
"""Prepositions of where a company comes from: "die Norvik AG aus Bonn"."""


def _behind_name(phrases: list[Phrase], i: int) -> int:
    """The index of what may join a name to the next one: behind its origin ("Norvik aus Bonn"), behind an aside."""
    origin = phrases[i + 1] if i + 1 < len(phrases) else None
    if origin is not None and origin.kind == "NP" and origin.preposition in ORIGIN:
        i += 1
    joint = _behind_qualifier(phrases, i)
    if joint is not None:
        return joint
    listed = phrases[i + 1 : i + 3]
    if len(listed) == 2 and listed[0].kind == "," and listed[1].kind == "NP" and listed[1].names:
        return i + 1
    return beyond(phrases, i)


QUALIFIER = 6
"""How many phrases what qualifies a name between commas may have."""


def _behind_qualifier(phrases: list[Phrase], i: int) -> int | None:
    """The "und" behind something without a verb between commas: "Norvik, zuständig für Asien, UND Tal"."""
    if i + 1 >= len(phrases) or phrases[i + 1].kind != ",":
        return None
    for k in range(i + 2, min(i + 2 + QUALIFIER, len(phrases) - 1)):
        if phrases[k].kind == ",":
            return k + 1 if phrases[k + 1].kind == "&" and phrases[i + 2].preposition else None
        if phrases[k].kind != "NP":
            return None
    return None


def _has_its_own(phrases: list[Phrase], k: int, preposition: str) -> bool:
    """Whether a name has the same preposition behind it as the name before: "A an B und C AN D"."""
    return k < len(phrases) and phrases[k].kind == "NP" and phrases[k].preposition == preposition


def tag(tokens: list[Token]) -> None:
    """Tell verbs, particles and relative pronouns; a lower-case word that is no known verb stays an adjective (A)."""
    for i, token in enumerate(tokens):
        if token.tag == "B" and token.marks and i + 1 < len(tokens) and tokens[i + 1].tag in "NAE%":
            token.tag = "D"
        if token.is_a("opens_clause") and token.tag == "P" and (i == 0 or tokens[i - 1].tag == ","):
            token.tag = "S" if _verb_ends_clause(tokens, i) else "P"
        if token.low in PER and i + 1 < len(tokens) and tokens[i + 1].tag == "E":
            token.tag = "P"
        if token.low == "als" and i + 1 < len(tokens) and _is_plain_noun(tokens, i + 1):
            token.tag = "P"
        if token.low == "wie" and 0 < i < len(tokens) - 1 and tokens[i - 1].tag == "N" and tokens[i + 1].tag == "E":
            token.tag = "P"  # "Investoren WIE Norvik und Tal"
        if token.low == "an" and i and tokens[i - 1].tag == "T" and tokens[i - 1].low.startswith("von "):
            token.tag = "Z"  # "von 2026 AN"
        if token.low == "zu" and token.tag in "2P":
            token.tag = "2" if _infinitive_next(tokens, i) else "P"
        elif token.verbs and token.tag in "NA" and (i == 0 or not token.text[0].isupper()):
            if _is_attributive(tokens, i):
                token.tag, token.participle, token.verbs = "A", _participle(token), ()
            else:
                token.tag = "V"
        elif (
            i == 0
            and token.tag == "N"
            and token.low.endswith(ADVERBIAL)
            and len(tokens) > 1
            and (tokens[1].tag in "PDBHOW" or tokens[1].verbs)
        ):
            token.tag = "A"
    _unname(tokens)
    _join_names(tokens)
    for i, token in enumerate(tokens):
        if token.tag == "V":
            _join_particle(tokens, i)
    for i, token in enumerate(tokens):
        if token.tag == "S" or (token.tag == "D" and token.is_a("relative_or_article")):
            _guess_last(tokens, i)
        if token.tag == "D" and token.is_a("relative_or_article") and _opens_relative(tokens, i):
            token.tag = "L"


PER = ("je", "pro")
"""Before a company whose share a sum is for: "30 Euro JE Norvik-Aktie"."""


ADVERBIAL = ("lich", "ig", "isch", "wirkend", "folgend", "bekannt", "anders", "nach", "weise")
"""Endings of adverbs, which have a capital at the beginning of a sentence too."""


VERBAL = ("t", "te", "ten", "en")
"""Endings of finite verbs."""
UNKNOWN = VerbReading(Verb("", "", "other"), "present", True)


def _guess_last(tokens: list[Token], i: int) -> None:
    """A clause that opens like a relative or a subordinate one and ends with a small word ends with its verb, though
    that be in no list (", die Vorhaben der Bahn BETREUT,")."""
    if token_before(tokens, i) not in (",", "") or (tokens[i].tag == "D" and not i):
        return
    end = next((j for j in range(i + 2, len(tokens)) if tokens[j].tag in ",.;:–"), None)
    if end is None or any(t.tag in "VBHOW" for t in tokens[i:end]):
        return
    last = tokens[end - 1]
    if last.tag == "A" and last.text.islower() and last.low.endswith(VERBAL) and not last.is_a("adverb"):
        last.tag, last.verbs, last.participle = "V", (UNKNOWN,), None


def token_before(tokens: list[Token], i: int) -> str:
    """The tag of what stands before a token, or before its preposition; empty at the beginning."""
    before = i - 2 if i and tokens[i - 1].tag == "P" else i - 1
    return tokens[before].tag if before >= 0 else ""


def _is_attributive(tokens: list[Token], i: int) -> bool:
    """ "die an Norvik verkaufte Sparte": like a past tense, but between an article and its noun."""
    token = tokens[i]
    if i == 0 or i + 1 >= len(tokens) or not any(r.form == "past" for r in token.verbs) or _participle(token) is None:
        return False
    following = tokens[i + 1]
    if following.tag not in "NE" or not following.text[0].isupper():
        return False
    if tokens[i - 1].tag in "DA":
        return tokens[i - 1].tag == "D" or _is_attributive_adverb(tokens, i - 1)
    for j in range(i - 1, max(i - ATTRIBUTE, -1), -1):
        if tokens[j].tag == "D" and tokens[j + 1].tag in "PTM%":
            return True
        if tokens[j].tag in ",.;:BHOWL" or tokens[j].tag == "V":
            return False
    return False


ATTRIBUTE = 16
"""How many tokens may stand between an article and the participle before its noun."""


def _is_attributive_adverb(tokens: list[Token], i: int) -> bool:
    return i > 0 and tokens[i].tag == "A" and tokens[i - 1].tag == "D"


def _participle(token: Token) -> VerbReading | None:
    """The participle that a word may be which looks like a past tense ("verkaufte", "bewertete")."""
    for reading in token.verbs:
        if reading.form == "past" and (
            reading.verb.lemma.startswith(INSEPARABLE) or reading.verb.lemma.endswith("ieren")
        ):
            return VerbReading(reading.verb, "participle", True)
    return None


INSEPARABLE = ("ver", "be", "er", "ent", "zer", "über", "unter", "ge")


def _is_plain_noun(tokens: list[Token], i: int) -> bool:
    """A noun without an article, as behind an "als" that compares or names a part ("als Partner")."""
    while i < len(tokens) - 1 and tokens[i].tag == "A" and tokens[i].text.endswith(("e", "en", "er", "es", "em")):
        i += 1
    return tokens[i].tag == "N" and tokens[i].text[0].isupper()


def _unname(tokens: list[Token]) -> None:
    """Of two names side by side behind an article, the first is a common noun: "der Zahlungsabwickler Norvik"."""
    for i, token in enumerate(tokens[:-1]):
        following = tokens[i + 1]
        if token.tag != "E" or " " in token.text or following.glued or following.start != token.end + 1:
            continue
        if i and tokens[i - 1].tag not in "DPA":
            continue
        if following.tag == "E" and not token.low.endswith("s"):
            token.tag = "N"
        elif following.tag == "N" and token.low.endswith("er") and i:
            token.tag = "A"


def _join_names(tokens: list[Token]) -> None:
    """What stands before the finite verb is one thing: in "Norvik Technik übernimmt" the noun is part of the name."""
    start = True
    for i, token in enumerate(tokens[:-2]):
        noun, verb = tokens[i + 1], tokens[i + 2]
        beside = noun.tag == "N" and not noun.glued and noun.text[0].isupper() and noun.start == token.end + 1
        if start and token.tag == "E" and beside and verb.tag in "VBHOW" and noun.text.isalpha():
            noun.tag = "Z"
        start = token.tag in ":" or (start and token.tag in "DAN")


def _infinitive_next(tokens: list[Token], i: int) -> bool:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.low in ("haben", "sein", "werden", "können", "wollen"):
        return True
    return (
        following is not None
        and any(r.form in ("infinitive", "present") for r in following.verbs)
        and (not following.text[0].isupper())
    )


def _join_particle(tokens: list[Token], i: int) -> None:
    """Read "steigt … ein" as a form of "einsteigen", and drop readings whose particle is nowhere."""
    token = tokens[i]
    wanted = {r.verb.particle: r for r in token.verbs if not r.joined}
    for j in range(i + 1, len(tokens)):
        candidate = tokens[j]
        if candidate.low in wanted and _ends_clause(tokens, j):
            token.verbs = tuple(r for r in token.verbs if not r.joined and r.verb.particle == candidate.low)
            candidate.tag = "Z"
            return
        if candidate.tag in ".;:" or (candidate.tag == "V" and j > i + 1 and tokens[j - 1].tag in "&,"):
            break
    joined = tuple(r for r in token.verbs if r.joined)
    token.verbs = joined
    if not joined:
        token.tag = "A"


def _ends_clause(tokens: list[Token], j: int) -> bool:
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    return following is None or following.tag in '.,;:!?&C)(–-"“”«»' or following.tag in "S"


def _opens_relative(tokens: list[Token], i: int) -> bool:
    """Behind a comma (and a preposition), if the verb stands last before the next stop."""
    before = i - 2 if i and tokens[i - 1].tag == "P" else i - 1
    if before < 0 or tokens[before].tag != ",":
        return False
    for j in range(i + 1, len(tokens)):
        if tokens[j].tag == "&" and j > i + 1 and not _is_finite_end(tokens, j - 1):
            continue  # "an dem Norvik 51 und Tal 49 Prozent HALTEN"
        if tokens[j].tag in ",.;:–)&" and j > i + 1:
            return _is_finite_end(tokens, j - 1)
        if tokens[j].tag in "BHOW" and not tokens[j].is_a("infinite") and not _is_last_word(tokens, j):
            return False
    return _is_finite_end(tokens, len(tokens) - 1)


def _verb_ends_clause(tokens: list[Token], i: int) -> bool:
    """Whether the last word before the next comma is a finite verb, and none stands before it."""
    end = next((j for j in range(i + 1, len(tokens)) if tokens[j].tag == ","), None)
    if end is None or end - i < 3:
        return False
    inside = tokens[i + 1 : end - 1]
    last = tokens[end - 1]
    finite = last.tag in "BHOW" or any(r.form in FINITE for r in last.verbs)
    return finite and not last.text[0].isupper() and not any(t.tag in "BHOW" for t in inside if not t.is_a("infinite"))


def _is_last_word(tokens: list[Token], j: int) -> bool:
    """Whether only verbs follow before the next stop, as where the finite verb stands last."""
    for token in tokens[j + 1 :]:
        if token.tag in ',.;:–)&!?"”“':
            return True
        if token.tag not in "VBHOW2":
            return False
    return True


def _is_finite_end(tokens: list[Token], j: int) -> bool:
    """Whether a clause ends here with a finite verb, not with an infinitive."""
    token = tokens[j]
    if token.tag == "V":
        return tokens[j - 1].tag != "2" and any(r.form in FINITE for r in token.verbs)
    return token.tag in "BHOW" and tokens[j - 1].tag != "2"
