"""Which entity a reference means: "it", "the company", "both firms", "we"."""

from collections.abc import Collection
from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import SURE_SCORE, company_of, is_person, main_entity
from newscrawl.deals.discourse.described import described_before
from newscrawl.deals.discourse.earlier_deals import (
    FAR,
    NEAR,
    RECENT,
    buys,
    deals_before,
    held_before,
    in_same_role,
    investors_before,
    last_in_role,
    last_target,
    parties_before,
    told_with_the_same,
    unit_sold_before,
)
from newscrawl.deals.discourse.genders import genders
from newscrawl.deals.discourse.nearest_subjects import goes_on, one_beside, opening_name, subjects_before
from newscrawl.deals.discourse.prominence import most_prominent, named_only_behind, people_meant, taken_up
from newscrawl.deals.discourse.speakers import speaker_at
from newscrawl.deals.discourse.topics import (
    WORD,
    firms_first,
    is_oblique,
    opening_noun,
    organisations_in,
    pair_before,
    topic_of,
)
from newscrawl.deals.frames.fillers import Filler
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon


def resolve(filler: Filler, role: str, frame: Frame, analysis: Analysis, known: Collection[int] = ()) -> list[int]:
    """The entities that a filler means; none for a reference without an antecedent.

    A reference never means an entity that the same frame names in another role, nor one of ``known``, which others of
    its references mean.
    """
    if filler.entity is not None:
        return [filler.entity]
    taken = {f.entity for found in frame.roles.values() for f in found if f.entity is not None} | set(known)
    taken |= _inside(filler, frame, analysis) | _of_the_same_verb(filler, frame, analysis)
    if filler.reference == "parties":
        return parties_before(frame, analysis)
    if (
        filler.reference == "several"
        and role == "acquirer"
        and (one := one_beside(filler, frame, analysis)) is not None
    ):
        return [] if one in taken else [one]
    if filler.reference in ("several", "companies") or (
        _may_be_several(filler, analysis) and _is_plural(frame, analysis)
    ):
        pair = pair_before(filler.start, frame, analysis, taken, apart=role == "partner")
        told = [entity for entity in parties_before(frame, analysis) if entity not in taken]
        return told if len(told) == 2 and set(told) & set(pair) else pair or (told if len(told) == 2 else [])
    if filler.reference == "topic" and frame.follows:
        doer = _doer_before(role, frame, analysis)
        return [] if doer is None or doer in taken else [doer]
    if filler.reference == "topic" and role == "acquirer" and (doer := _doer_beside(frame, analysis)) is not None:
        return [doer] if doer not in taken else []
    if filler.reference == "topic" and role == "target" and unit_sold_before(frame, analysis):
        return []
    if filler.reference == "topic":
        sold = in_same_role(filler, role, frame, analysis) if lexicon(analysis.language).separable else None
        if sold is not None and sold not in taken:
            return [sold]
        others = [e for e in organisations_in(analysis, frame.sentence, filler.start) if e not in taken]
        if frame.noun is not None and (opening := opening_name(frame, analysis)) is not None and opening in others:
            return [opening]
        if role == "target" and frame.noun is not None and len(others) == 1:
            return others
        topic = _company_of_text(frame, analysis, taken)
        if role == "target" and topic is not None and _buys(topic, frame, analysis):
            topic = last_target(frame, analysis, taken)
        if topic is None and role == "target":
            topic = held_before(frame, analysis, taken)
        return [] if topic is None else [topic]
    if filler.reference == "speaker":
        speaker = speaker_at(filler.start, analysis)
        return [] if speaker is None or speaker in taken else [speaker]
    if filler.reference == "person":
        return _person_before(filler.start, frame, analysis, taken)
    if filler.reference == "company" and (named := references(analysis.language).role_nouns.get(filler.word)):
        found = last_in_role(named, frame, analysis)
        if found is not None and found not in taken:
            return [found]
    if filler.reference == "sold":
        sold = in_same_role(filler, "target", frame, analysis) if role == "target" else None
        return [] if sold is None or sold in taken else [sold]
    if filler.reference in ("maker", "described"):
        meant = described_before(filler, frame, analysis, taken)
        if meant is None and filler.reference == "maker" and frame.sentence:
            meant = topic_of(analysis, frame.sentence - 1, taken)
        return [] if meant is None else [meant]
    if filler.reference in ("one", "company"):
        found = _antecedent(filler, role, frame, analysis, taken)
        return [] if found is None else [found]
    return []


def _inside(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """The name right before a noun that says where the company is: "the GATESHEAD firm" is not Gateshead."""
    return {m.entity for m in analysis.names_in(frame.sentence) if m.end + 1 == filler.start}


def _of_the_same_verb(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Whom the further deals of the same verb name: "THE COMPANY bought TAL in 2015 and BERGEN in 2016"."""
    others = [f for f in analysis.frames_in(frame.sentence) if f.start == frame.start and f is not frame]
    found = (f for other in others for side in other.roles.values() if filler in side for f in _named_in(other))
    return set(found)


def _named_in(frame: Frame) -> list[int]:
    return [f.entity for found in frame.roles.values() for f in found if f.entity is not None]


def rank(filler: Filler, frame: Frame, analysis: Analysis) -> int:
    """The order in which the references of a frame are resolved: those that say most about whom they mean first, and
    whose a unit is last."""
    if filler.reference is None:
        return 5 if filler.unit else 0
    if filler.reference == "company" and described_before(filler, frame, analysis, set()) is not None:
        return 1
    return {"company": 3, "maker": 3, "described": 3, "person": 4}.get(filler.reference, 2)


def _company_of_text(frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that the text is about, if it has named it before, and the other party here for the first time."""
    start = analysis.sentences[frame.sentence].start
    before = {m.entity for m in analysis.names.mentions if m.start < start}
    main = main_entity(analysis, taken)
    known = [analysis.names.entities[entity] for entity in taken]
    if frame.type == "merger" and any(_is_party(other, main) for other in analysis.frames if other.start < frame.start):
        return None
    sure = (e.kind == "person" or (e.kind == "organisation" and e.score >= SURE_SCORE) for e in known)
    if main not in before or taken & before or not all(sure):
        return None
    return main


def _is_party(frame: Frame, entity: int | None) -> bool:
    """Whether a frame names an entity, or says "they" or "it", as a partner."""
    return any(f.entity == entity or f.entity is None for f in frame.roles.get("partner", []))


def _may_be_several(filler: Filler, analysis: Analysis) -> bool:
    """ "sie": of one or of several, as the verb says."""
    return filler.word in references(analysis.language).one_or_several


def _people_before(start: int, frame: Frame, analysis: Analysis) -> str:
    """Those from somewhere in the sentence before, whom "sie" takes up: "Für DIE HOLLÄNDER war es teuer. 2006 hatten
    sie Tal gekauft"; empty without any."""
    first = analysis.sentences[max(0, frame.sentence - 1)].start
    words = [word.lower() for word in WORD.findall(analysis.text, first, start)]
    known = references(analysis.language)
    behind = (b for a, b in zip(words[-2::-1], words[:0:-1], strict=True) if a in known.definite)
    return next((word for word in behind if known.is_people(word) and not known.is_a(word, "nouns")), "")


def _is_plural(frame: Frame, analysis: Analysis) -> bool:
    """Whether the finite verb of a frame's clause is a plural, as behind "sie" that means several."""
    group = frame.group
    if group is None or group.clause < 0:
        return False
    own = [p for p in analysis.phrases[frame.sentence] if p.kind == "VG" and p.clause == group.clause]
    helpers = [t for p in own for t in p.tokens if t.tag in "BHOW" and not t.is_a("infinite")]
    finite = helpers[0] if helpers else group.head
    if not (helpers or group.form in ("present", "past")) or not (finite.low.endswith("en") or finite.low == "sind"):
        return False
    before = analysis.sentences[max(0, frame.sentence - 1)]
    words = references(analysis.language)
    return not any(
        words.is_people(w.lower()) for w in WORD.findall(analysis.text, before.start, before.end) if w[0].isupper()
    )


def _doer_before(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """Who has a role in the deal of the same type told last before, though a reference says it; where that one only
    goes on itself with another, in the first of the row."""
    other: Frame | None = frame
    while other is not None and frame.sentence - other.sentence <= FAR:
        other = next((f for f in deals_before(other, analysis, NEAR) if _may_be_followed(f, role, frame)), None)
        if other is not None and other.roles[role][0].reference != "topic":
            meant = resolve(other.roles[role][0], role, other, analysis)
            return meant[0] if len(meant) == 1 else None
    return None


def _doer_beside(frame: Frame, analysis: Analysis) -> int | None:
    """Who buys in the deal told last before in the same sentence: "2012 kaufte NORVIK Tal, 2014 kam Bergen hinzu"."""
    beside = (f for f in reversed(analysis.frames_in(frame.sentence)) if f.start < frame.start)
    return _doer_before("acquirer", frame, analysis) if any(f.type == frame.type for f in beside) else None


def _may_be_followed(other: Frame, role: str, frame: Frame) -> bool:
    """Whether a frame goes on with another one, of the same type, that tells who has the role or goes on, too."""
    found = other.roles.get(role)
    if not found or other.type != frame.type:
        return False
    return other.follows or found[0].reference != "topic"


def _person_before(start: int, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """Who "he" deals for: himself, or the company that the text is about, whose manager he is."""
    first = analysis.sentences[max(0, frame.sentence - 2)].start
    for mention in reversed(analysis.names_between(first, start)):
        named = " " in analysis.name_of(mention.entity)
        if named and is_person(analysis, mention.entity, ("given_name", "given_word")):
            if _deals(mention.entity, analysis) or _owns(frame):
                return [mention.entity] if mention.entity not in taken else []
            main = company_of(mention.entity, analysis) if _names_somebody(frame) else None
            return [main] if main is not None and main not in taken else []
    return []


def _deals(person: int, analysis: Analysis) -> bool:
    """Whether a person deals on their own account ("the investor Ann Berg"): managers deal for their company."""
    words = references(analysis.language).dealers
    own = analysis.names.by_entity[person]
    around = [analysis.text[max(0, m.start - 30) : m.start] + analysis.text[m.end : m.end + 60] for m in own]
    return any(word in words for text in around for word in WORD.findall(text.lower()))


def _names_somebody(frame: Frame) -> bool:
    """Whether a frame names anybody: where all are references, a manager is none who deals."""
    return any(filler.entity is not None for found in frame.roles.values() for filler in found)


def _owns(frame: Frame) -> bool:
    """Whether what is dealt in is said to be the person's own: "HIS stake in Norvik"."""
    return frame.type == "stake" and any(p.is_pronoun for p in frame.slots.get("owner", ()))


def _antecedent(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The subject of the same sentence before the reference, else of the sentences before."""
    if role == "target" and frame.type == "funding":
        taken = taken | investors_before(frame, analysis)
    if role == "target" and (sold := _sold_beside(filler, frame, analysis)) is not None and sold not in taken:
        return sold
    described = described_before(filler, frame, analysis, taken)
    if (
        described is None
        and _may_be_several(filler, analysis)
        and (people := _people_before(filler.start, frame, analysis))
    ):
        described = described_before(replace(filler, reference="company", word=people), frame, analysis, taken)
    if described is not None:
        return described
    words = references(analysis.language)
    if (
        words.compounding
        and (told := told_with_the_same(filler, role, frame, analysis)) is not None
        and told not in taken
    ):
        return told
    if words.compounding and role == "target" and (sold := _sold_on(filler, frame, analysis)) not in (None, *taken):
        return sold
    known = taken
    if meant := words.genders.get(filler.word):
        called = genders(analysis.text, analysis.names, analysis.language)
        taken = taken | {entity for entity, said in enumerate(called) if said.isdisjoint(meant)}
    if words.compounding and words.is_people(filler.word):
        return people_meant(filler, frame, analysis, taken)
    for entity in firms_first(subjects_before(filler, frame, analysis), analysis):
        if entity not in taken:
            return entity
    told = in_same_role(filler, role, frame, analysis) if filler.reference == "company" else None
    if told is not None and told not in taken:
        return told
    before = [] if goes_on(filler, frame, analysis) else organisations_in(analysis, frame.sentence, filler.start)
    if words.compounding and filler.reference == "one" and not filler.owns:
        before = [entity for entity in before if not _is_oblique_in(frame.sentence, entity, analysis)]
    for entity in firms_first(before, analysis):
        if entity not in taken:
            return entity
    if filler.word in words.impersonal:
        later = [e for e in organisations_in(analysis, frame.sentence, len(analysis.text)) if e not in taken]
        return later[-1] if later else most_prominent(filler, frame, analysis, taken)
    if words.compounding:
        noun = taken_up(filler, frame, analysis) if filler.reference == "one" else None
        if noun is not None and (noun.entity is None or noun.entity not in known):
            return _taken_up(noun, role, frame, analysis, known)
        if (prominent := most_prominent(filler, frame, analysis, taken)) is not None:
            return prominent
    if (topic := topic_of(analysis, frame.sentence - 1, taken) if frame.sentence else None) is not None:
        return topic
    if frame.sentence and (named := words.role_nouns.get(opening_noun(analysis, frame.sentence - 1))):
        played = last_in_role(named, frame, analysis)
        if played is not None and played not in taken:
            return played
    bought = _bought_before(frame, analysis) if role == "acquirer" else set()
    for number in range(frame.sentence - 2, max(frame.sentence - 4, -1), -1):
        topic = topic_of(analysis, number, taken | bought)
        if topic is not None:
            return topic
    main = main_entity(analysis, bought) if bought else main_entity(analysis)
    if words.compounding and frame.sentence:
        taken = taken | named_only_behind(filler.start, analysis)
    if main not in taken:
        return main
    if filler.reference == "company" and not frame.sentence:
        return _named_next(filler, analysis, taken)
    return main_entity(analysis, taken) if references(analysis.language).is_people(filler.word) else None


def _sold_on(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Which company has been bought shortly before, though a noun says it there, too: "1978 kaufte Norvik DAS
    UNTERNEHMEN. 1990 übernahmen die Manager die Firma"."""
    if filler.reference != "company" or filler.word not in references(analysis.language).general:
        return None
    for other in deals_before(frame, analysis, RECENT):
        found = other.roles.get("target", [])
        if other.type != frame.type or other.sentence == frame.sentence or len(found) != 1:
            continue
        if found[0].reference not in ("company", "one"):
            return None
        return _meant(found[0], "target", other, analysis)
    return None


def _buys(entity: int, frame: Frame, analysis: Analysis) -> bool:
    """Whether a company buys in a deal told before, though a noun says so: "DAS UNTERNEHMEN wolle Tal kaufen"."""
    if buys(entity, frame, analysis):
        return True
    if not references(analysis.language).compounding:
        return False
    told = ((f, other) for other in deals_before(frame, analysis, FAR) for f in other.roles.get("acquirer", ()))
    return any(f.reference in NOUN_OR_PRONOUN and _meant(f, "acquirer", other, analysis) == entity for f, other in told)


NOUN_OR_PRONOUN = ("company", "one")


def _meant(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """The one company that a reference in a deal told before means; it is asked for once."""
    key = (filler.start, frame.start)
    if key not in analysis.meant:
        meant = resolve(filler, role, frame, analysis)
        analysis.meant[key] = meant[0] if len(meant) == 1 else None
    return analysis.meant[key]


def _sold_beside(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """What the sentence says to be sold by somebody who had bought it: "is buying TAL from Bergen, which has owned IT
    since 2011"."""
    own = {f.entity for found in frame.roles.values() for f in found if f.entity is not None}
    if filler.word not in references(analysis.language).pronouns or not own:
        return None
    for other in deals_before(frame, analysis, 0):
        sellers = {f.entity for r in ("seller", "acquirer") for f in other.roles.get(r, []) if f.entity is not None}
        if other.type in ("acquisition", "stake") and own <= sellers and len(other.roles.get("target", [])) == 1:
            return _meant(other.roles["target"][0], "target", other, analysis)
    return None


def _is_oblique_in(number: int, entity: int, analysis: Analysis) -> bool:
    """Whether a sentence names an entity only behind a preposition or the like: "VON NORVIK übernahm sie Tal"."""
    start = analysis.sentences[number].start
    return all(is_oblique(m.start, start, analysis) for m in analysis.names_in(number) if m.entity == entity)


def _taken_up(noun: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom the noun of a sentence before means, which a pronoun takes up."""
    number = next(n for n in range(frame.sentence, -1, -1) if analysis.sentences[n].start <= noun.start)
    if noun.entity is not None:
        found = _person_before(noun.end, replace(frame, sentence=number), analysis, taken)
        return found[0] if found else None
    found = resolve(noun, role, replace(frame, sentence=number), analysis, taken)
    return found[0] if len(found) == 1 else None


def _bought_before(frame: Frame, analysis: Analysis) -> set[int]:
    """Who has been bought in a deal told before, and bought nobody: it is rather the buyer that bought others, too."""
    told = [f for f in deals_before(frame, analysis, FAR) if f.type == "acquisition"]
    targets, buyers = (
        {f.entity for other in told for f in other.roles.get(role, []) if f.entity is not None}
        for role in ("target", "acquirer")
    )
    return targets - buyers if buyers else set()


def _named_next(filler: Filler, analysis: Analysis, taken: set[int]) -> int | None:
    """Whom a text that opens with "the company" names first in its second sentence, if nobody was named before."""
    if len(analysis.sentences) < 2 or organisations_in(analysis, 0, filler.start):
        return None
    return next((e for e in organisations_in(analysis, 1, len(analysis.text)) if e not in taken), None)
