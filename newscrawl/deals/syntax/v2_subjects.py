"""Who is subject, object and indirect object of a clause, by case and by order (German)."""

from itertools import pairwise

from newscrawl.deals.syntax.clauses import clause_of, is_finite, kind_of
from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.phrases import Arguments, Phrase, Phrases
from newscrawl.deals.syntax.v2_joining import bare_groups


def _cases(group: list[Phrase]) -> frozenset[str]:
    return group[0].cases


def _can_be(group: list[Phrase], case: str) -> bool:
    marks = _cases(group) & {"nominative", "accusative", "dative", "genitive"}
    return not marks or case in marks


def first_in_case(bare: list[list[Phrase]], case: str) -> list[Phrase]:
    """The first noun phrase, reflexives aside, that can be in a case; empty if there is none."""
    return next((group for group in bare if _can_be(group, case) and not is_reflexive(group)), [])


def is_reflexive(group: list[Phrase]) -> bool:
    return group[0].head.is_a("reflexive")


def neuter_behind_verb(phrases: Phrases, own: list[Phrase]) -> list[Phrase]:
    """The "es" right behind the finite verb, which means something where the clause has no other subject: "seit 2020
    gehört ES zu Norvik", "2020 wurde ES verkauft"."""
    return next(([p] for p in own if _is_neuter(p) and p.index and phrases[p.index - 1].kind == "VG"), [])


def _neuter_taken(phrases: Phrases, own: list[Phrase], subject: list[Phrase]) -> list[Phrase]:
    """The "es" that a verb of buying or selling has for its object, right behind the verb or the subject: "Tal hatte ES
    2011 gekauft", "bis Tal ES kaufte"."""
    if not any(p.verb is not None and p.verb.group in ("gain", "give") for p in own if p.kind == "VG"):
        return []
    behind = (p for p in own if _is_neuter(p) and p.index and p not in subject)
    before = [*(p.index for p in subject), *(p.index for p in own if p.kind == "VG")]
    return [p for p in behind if p.index - 1 in before][:1]


def _is_neuter(phrase: Phrase) -> bool:
    return phrase.is_pronoun and phrase.head.is_a("reflexive") and phrase.head.is_a("either_case")


def assign_arguments(
    phrases: Phrases, own: list[Phrase], bare: list[list[Phrase]], arguments: Arguments, transitive: bool
) -> None:
    """Subject, object and indirect object of an active clause, by case and then by order."""
    reflexive = next((group for group in bare if is_reflexive(group)), [])
    arguments.add("reflexive", reflexive)
    bare = [group for group in bare if not is_reflexive(group)]
    if kind_of(own) == "infinitive":
        arguments.add("subject", governing_subject(phrases, own))
    else:
        subject = _shared_subject(phrases, own) if _begins_with_verb(own) else []
        subject = subject or _owned_relative(own, bare, phrases.words)
        subject = subject or _doer_behind(own, bare, phrases.words) or _behind_pronoun(own, bare, phrases.words)
        subject = subject or subject_among(bare)
        bare = [group for group in bare if group is not subject]
        arguments.add("subject", subject or neuter_behind_verb(phrases, own) or _shared_subject(phrases, own))
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
            arguments.add("indirect" if _is_bare_receiver(phrases, group, arguments) else "object", group)
    if "object" not in arguments.slots and "subject" in arguments.slots:
        arguments.add("object", _neuter_taken(phrases, own, arguments.slots["subject"]))


def _given(bare: list[list[Phrase]]) -> tuple[list[Phrase], list[Phrase]] | None:
    """A name without an article and right behind it what it is given: "liefert NORVIK Batterien", "gibt TAL 5 Euro"."""
    for name, thing in pairwise(bare):
        beside = name[-1].index + 1 == thing[0].index and name[0].determiner is None and thing[0].determiner is None
        if beside and name[0].head.tag == "E" and thing[0].head.tag in "NM" and not thing[0].names:
            return name, thing
    return None


def _is_bare_receiver(phrases: Phrases, group: list[Phrase], arguments: Arguments) -> bool:
    """Whether a name without an article stands right before what it is given, or with the date between: "räumt NORVIK
    2012 eine Lizenz ein"."""
    given = arguments.slots.get("object", [])
    name = group[0]
    return (
        bool(given)
        and "indirect" not in arguments.slots
        and name.head.tag == "E"
        and name.determiner is None
        and group[-1].index < given[0].index
        and all(p.is_time for p in phrases[group[-1].index + 1 : given[0].index])
        and given[0].determiner is not None
    )


def _begins_with_verb(own: list[Phrase]) -> bool:
    """ "… und VERKAUFT sie an Tal", "… und HAT sie verkauft": behind a conjunction nothing stands before the verb."""
    first = next((p for p in own if p.kind not in "&C"), None)
    return first is not None and first.kind == "VG" and is_finite(first)


def _behind_relative(bare: list[list[Phrase]]) -> list[Phrase]:
    """The bare name right behind a relative pronoun that can be the object ("das Portal, das NORVIK kaufte"), or behind
    what such a pronoun owns ("Tal, deren Übernahme NORVIK besiegelt hat")."""
    if len(bare) > 1 and bare[0][0].owner is not None and bare[0][0].determiner is None and not bare[0][0].names:
        is_name = bare[1][0].head.tag == "E" and bare[1][0].index == bare[0][-1].index + 1
        return bare[1] if is_name and not bare[0][0].cases and _can_be(bare[1], "nominative") else []
    if len(bare) != 2 or not bare[0][0].relative or not {"nominative", "accusative"} <= bare[0][0].cases:
        return []
    name = bare[1][0]
    if name.names and not bare[0][0].names and name.index == bare[0][0].index + 1 and _can_be(bare[1], "nominative"):
        return bare[1]
    return bare[1] if name.head.tag == "E" and name.determiner is None and name.index == bare[0][0].index + 1 else []


def _owned_relative(own: list[Phrase], bare: list[list[Phrase]], words: Lexicon) -> list[Phrase]:
    """The relative pronoun before a bare name, where the verb has a dative and no object: "die Kette, DIE Norvik
    gehört"."""
    verb = next((p.verb for p in own if p.kind == "VG" and p.verb is not None), None)
    if verb is None or not words.is_a(verb.lemma, "with_dative") or len(bare) < 2 or not bare[0][0].relative:
        return []
    return bare[0] if _can_be(bare[0], "nominative") and bare[1][0].names else []


def _doer_behind(own: list[Phrase], bare: list[list[Phrase]], words: Lexicon) -> list[Phrase]:
    """The company behind the verb of what is taken or counted: "Die Wartung übernimmt NORVIK", "Die Pumpensparte kauft
    NORVIK", "20 Züge hat NORVIK", "Zwölf Züge hat NORVIK"."""
    group = next((p for p in own if p.kind == "VG"), None)
    verb = next((p.verb for p in own if p.kind == "VG" and p.verb is not None), None)
    bare = [g for g in bare if not g[0].is_pronoun or _can_be(g, "nominative")]  # "nahm IHM der Konzern Norvik ab"
    if group is None or verb is None or len(bare) < 2:
        return []
    thing, doer = bare[0][0], bare[1][0]
    if thing.index < group.index < doer.index and verb.group == "give" and _is_its_own(thing):
        return bare[1] if doer.names and _can_be(bare[1], "nominative") else []
    if not thing.index < group.index < doer.index or thing.names or thing.relative or thing.head.tag != "N":
        return []
    is_task = verb.group in ("gain", "give") and words.ends_as(thing.head.low, "tasks")
    is_part = verb.group in ("gain", "give") and words.ends_as(thing.head.low, "parts")
    is_part = is_part and all(p.preposition != "als" for p in own)
    is_taken = words.is_a(verb.lemma, "taking_from")
    are_counted = _is_counted(thing) or words.ends_as(thing.head.low, "wares")  # "Die Turbinen liefert NORVIK"
    delivers = words.is_a(verb.lemma, "delivering")  # "Die Anlage liefert NORVIK"
    are_counted |= delivers and any(words.ends_as(thing.head.low, kind) for kind in ("goods", "equipment"))
    are_counted = are_counted and not group.tokens[0].low.endswith("n")
    is_firm = is_part and words.is_a(doer.head.low, "firms") and doer.determiner is not None
    is_doer = (bool(doer.names) or is_firm) and _can_be(bare[1], "nominative")
    return (
        bare[1]
        if is_doer and (is_task or is_part or is_taken or are_counted) and _can_be(bare[0], "accusative")
        else []
    )


def _is_counted(thing: Phrase) -> bool:
    """Whether a phrase begins with a number, in figures or words, or a word like "mehrere", behind adverbs or not."""
    first = thing.determiner or next((t for t in thing.tokens if not t.is_a("adverb")), thing.head)
    return first.text[0].isdigit() or first.is_a("number") or first.is_a("quantity")


def _is_its_own(thing: Phrase) -> bool:
    """Whether a possessive before a verb can only mean who is named behind it: "SEINE FIRMA TAL verkaufte Jan Berg"."""
    article = thing.determiner
    return article is not None and "possessive" in article.marks and not thing.relative


def _behind_pronoun(own: list[Phrase], bare: list[list[Phrase]], words: Lexicon) -> list[Phrase]:
    """Who stands behind a "sie" that may be object: a nominative ("überbot sie DER KONZERN NORVIK"), or what a verb at
    the head of its clause leaves for the end ("Gekauft hat sie DIE NORVIK AG")."""
    if len(bare) < 2 or not words.is_a(bare[0][0].head.low, "either_case"):
        return []
    group, behind = next((p for p in own if p.kind == "VG"), None), bare[1]
    if group is None or not group.index < bare[0][0].index < behind[0].index or not behind[0].names:
        return []
    fronted = own[0] is group and group.form in ("participle", "infinitive")
    is_subject = "nominative" in _cases(behind) and "accusative" not in _cases(behind)
    return behind if is_subject or (fronted and _can_be(behind, "nominative")) else []


def subject_among(bare: list[list[Phrase]]) -> list[Phrase]:
    """The first noun phrase that is marked as nominative, else the first that can be one."""
    bare = [g for g in bare if g[0].head.tag not in "M%TU"] or bare
    marked = [g for g in bare if "nominative" in _cases(g) and "accusative" not in _cases(g)]
    pronoun = next((g for g in bare if g[0].is_pronoun and _can_be(g, "nominative")), None)
    if pronoun is not None and any(_is_object_behind(pronoun[0], group) for group in bare):
        pronoun = None
    if pronoun is not None and bare[0][0].relative and _can_be(bare[0], "nominative"):
        pronoun = bare[0] if not _can_be(bare[0], "accusative") else pronoun  # "Tal, DER sie 2008 gekauft hatte"
    return _behind_relative(bare) or pronoun or (marked[0] if marked else first_in_case(bare, "nominative"))


def _is_object_behind(pronoun: Phrase, group: list[Phrase]) -> bool:
    """ "TAL hatte SIE 2011 gekauft", "bis der Konzern TAL SIE kaufte": right behind a name, or the verb behind one,
    "sie" is rather the object; not "2011 hatte SIE Tal gekauft"."""
    before = group[-1]
    named = bool(before.names) and not before.relative and _can_be(group, "nominative")
    return named and pronoun.head.is_a("either_case") and 0 < pronoun.index - before.index < BEHIND_VERB


BEHIND_VERB = 3
"""How far behind a name a pronoun stands that only the verb can part from it."""


def governing_subject(phrases: Phrases, own: list[Phrase]) -> list[Phrase]:
    """The subject of the clause before an infinitive clause; of the one behind it, if that opens the sentence: "Um Tal
    zu kaufen, nimmt NORVIK Geld auf"."""
    first = own[0].index
    for phrase in reversed(phrases[:first]):
        if phrase.kind == "NP" or phrase.kind == "VG":
            before = clause_of(phrases, phrase)
            if phrases[first - 1].kind == "&" and before[0].index < first and kind_of(before) == "infinitive":
                return governing_subject(phrases, before)  # "kündigt an, A zu stärken und B ZU VERKAUFEN"
            return _intending(phrases, first) or _permitted(phrases, phrase) or subject_of(phrases, phrase)
    behind = phrases[own[-1].index + 1 :][:2]
    opens = len(behind) == 2 and behind[0].kind == "," and behind[1].kind == "VG" and own[-1].helper("2")
    return subject_of(phrases, behind[1]) if opens else []


def _intending(phrases: Phrases, first: int) -> list[Phrase]:
    """Whose plan it is that an infinitive clause tells: "der Versuch VON NORVIK, Tal zu kaufen", "NORVIKS Plan, …"."""
    if first < 2 or phrases[first - 1].kind != ",":
        return []
    last = phrases[first - 2]
    if last.kind == "NP" and last.preposition and phrases.words.is_a(last.preposition, "of_whom"):
        return [last] if last.names and _is_intent(phrases, phrases[last.index - 1]) else []
    whose = last.of or last.owner
    return [whose] if whose is not None and whose.names and _is_intent(phrases, last) else []


def _is_intent(phrases: Phrases, phrase: Phrase) -> bool:
    return phrase.kind == "NP" and phrases.words.is_a(phrase.head.low, "intents")


def _permitted(phrases: Phrases, phrase: Phrase) -> list[Phrase]:
    own = clause_of(phrases, phrase)
    if not any(p.verb is not None and phrases.words.is_a(p.verb.lemma, "permitting") for p in own):
        return []
    return next(
        (g for g in bare_groups(phrases, own) if "dative" in _cases(g) and "nominative" not in _cases(g)), []
    ) or (next((g for g in bare_groups(phrases, own)[1:] if g[0].names), []))


def _shared_subject(phrases: Phrases, own: list[Phrase]) -> list[Phrase]:
    """The subject of the clause before an "und" that is followed by the verb at once."""
    joint = phrases[own[0].index - 1] if own[0].index else None
    if joint is None or joint.kind != "&":
        return []
    return subject_of(phrases, phrases[joint.index - 1]) if joint.index else []


def subject_of(phrases: Phrases, phrase: Phrase) -> list[Phrase]:
    """The subject of the clause of a phrase."""
    own = clause_of(phrases, phrase)
    bare = bare_groups(phrases, own)
    others = [g for g in bare if not is_reflexive(g)]
    what = others[0][0].head if len(others) == 1 else None
    if what is not None and what.is_a("predicative") and others[0][0].determiner is None:
        return next((g for g in bare if g[0].head.is_a("either_case")), [])  # "ES war Teil von Norvik und wurde …"
    return subject_among(others)
