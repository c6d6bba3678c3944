"""Which entity a reference means: "it", "the company", "both firms", "we"."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.companies import SURE_SCORE, company_of, is_organisation, is_person, main_entity
from newscrawl.deals.descriptions import describes, descriptions, likeness
from newscrawl.deals.fillers import Filler
from newscrawl.deals.frame import Frame
from newscrawl.deals.genders import genders
from newscrawl.deals.mentions.model import Entity, Mention
from newscrawl.deals.mentions.references import References, references
from newscrawl.deals.speakers import speaker_at
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.svo import patient_of, subject_of

WORD = re.compile(r"\w++")


def resolve(filler: Filler, role: str, frame: Frame, analysis: Analysis, known: Collection[int] = ()) -> list[int]:
    """The entities that a filler means; none for a reference without an antecedent.

    A reference never means an entity that the same frame names in another role, nor one of ``known``, which others of
    its references mean.
    """
    if filler.entity is not None:
        return [filler.entity]
    taken = {f.entity for found in frame.roles.values() for f in found if f.entity is not None} | set(known)
    taken |= _inside(filler, frame, analysis)
    if filler.reference == "parties":
        return _parties_before(frame, analysis)
    if filler.reference in ("several", "companies") or (
        _may_be_several(filler, analysis) and _is_plural(frame, analysis)
    ):
        pair = _pair_before(filler.start, frame, analysis, taken, apart=role == "partner")
        told = [entity for entity in _parties_before(frame, analysis) if entity not in taken]
        return told if len(told) == 2 and set(told) & set(pair) else pair or (told if len(told) == 2 else [])
    if filler.reference == "topic":
        sold = _in_same_role(filler, role, frame, analysis) if lexicon(analysis.language).separable else None
        if sold is not None and sold not in taken:
            return [sold]
        topic = _company_of_text(frame, analysis, taken)
        return [] if topic is None else [topic]
    if filler.reference == "speaker":
        speaker = speaker_at(filler.start, analysis)
        return [] if speaker is None or speaker in taken else [speaker]
    if filler.reference == "person":
        return _person_before(filler.start, frame, analysis, taken)
    if filler.reference == "company" and (named := references(analysis.language).role_nouns.get(filler.word)):
        found = _last_in_role(named, frame, analysis)
        if found is not None and found not in taken:
            return [found]
    if filler.reference == "sold":
        sold = _in_same_role(filler, "target", frame, analysis) if role == "target" else None
        return [] if sold is None or sold in taken else [sold]
    if filler.reference in ("maker", "described"):
        meant = _described(filler, frame, analysis, taken)
        if meant is None and filler.reference == "maker" and frame.sentence:
            meant = _topic(analysis, frame.sentence - 1, taken)
        return [] if meant is None else [meant]
    if filler.reference in ("one", "company"):
        found = _antecedent(filler, role, frame, analysis, taken)
        return [] if found is None else [found]
    return []


def _inside(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """The name right before a noun that says where the company is: "the GATESHEAD firm" is not Gateshead."""
    return {m.entity for m in analysis.names_in(frame.sentence) if m.end + 1 == filler.start}


def rank(filler: Filler, frame: Frame, analysis: Analysis) -> int:
    """The order in which the references of a frame are resolved: those that say most about whom they mean first, and
    whose a unit is last."""
    if filler.reference is None:
        return 5 if filler.unit else 0
    if filler.reference == "company" and _described(filler, frame, analysis, set()) is not None:
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
    if main not in before or taken & before or any(e.kind != "organisation" or e.score < SURE_SCORE for e in known):
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
    people = (b for a, b in zip(words[-2::-1], words[:0:-1], strict=True) if a in known.definite and known.is_people(b))
    return next(people, "")


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


def _last_in_role(role: str, frame: Frame, analysis: Analysis) -> int | None:
    """ "the buyer": who buys in the deal told last before, in one of the four sentences before."""
    for other in reversed(analysis.frames):
        named = _named_in(other, role)
        if named is not None and other.start < frame.start and frame.sentence - other.sentence <= 4:
            return named
    return None


def _named_in(frame: Frame, role: str) -> int | None:
    """The first entity that a frame names in a role."""
    return next((f.entity for f in frame.roles.get(role, []) if f.entity is not None), None)


def _person_before(start: int, frame: Frame, analysis: Analysis, taken: set[int]) -> list[int]:
    """Who "he" deals for: himself, or the company that the text is about, whose manager he is."""
    first = analysis.sentences[max(0, frame.sentence - 2)].start
    for mention in reversed(analysis.names.mentions):
        named = first <= mention.start < start and " " in analysis.name_of(mention.entity)
        if named and is_person(analysis, mention.entity, ("given_name", "given_word")):
            if _deals(mention.entity, analysis) or _owns(frame):
                return [mention.entity] if mention.entity not in taken else []
            main = company_of(mention.entity, analysis) if _names_somebody(frame) else None
            return [main] if main is not None and main not in taken else []
    return []


def _deals(person: int, analysis: Analysis) -> bool:
    """Whether a person deals on their own account ("the investor Ann Berg"): managers deal for their company."""
    words = references(analysis.language).dealers
    own = [m for m in analysis.names.mentions if m.entity == person]
    around = [analysis.text[max(0, m.start - 30) : m.start] + analysis.text[m.end : m.end + 60] for m in own]
    return any(word in words for text in around for word in WORD.findall(text.lower()))


def _names_somebody(frame: Frame) -> bool:
    """Whether a frame names anybody: where all are references, a manager is none who deals."""
    return any(filler.entity is not None for found in frame.roles.values() for filler in found)


def _owns(frame: Frame) -> bool:
    """Whether what is dealt in is said to be the person's own: "HIS stake in Norvik"."""
    return frame.type == "stake" and any(p.is_pronoun for p in frame.slots.get("owner", ()))


def _parties_before(frame: Frame, analysis: Analysis) -> list[int]:
    """The parties of the deal told last before, in one of the four sentences before."""
    for other in reversed(analysis.frames):
        if other.start >= frame.start or frame.sentence - other.sentence > 4:
            continue
        named = [f.entity for found in other.roles.values() for f in found if f.entity is not None]
        if len(named) > 1:
            return list(dict.fromkeys(named))
    return []


def _is_source(candidate: Entity) -> bool:
    """ "according to the FINANCIAL POST": who only tells it."""
    features = set(candidate.features)
    return "source_before" in features and not features & {"acts", "deal_object", "legal_form"}


def _may_be_person(candidate: Entity) -> bool:
    """Whether a word that may be a given name begins a name of which the text says nothing that only firms do."""
    return "given_word" in candidate.features and " " in candidate.name and candidate.score < _SURE


_SURE = 1.0


def _antecedent(filler: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The subject of the same sentence before the reference, else of the sentences before."""
    described = _described(filler, frame, analysis, taken)
    if (
        described is None
        and _may_be_several(filler, analysis)
        and (people := _people_before(filler.start, frame, analysis))
    ):
        described = _described(replace(filler, reference="company", word=people), frame, analysis, taken)
    if described is not None:
        return described
    words = references(analysis.language)
    if meant := words.genders.get(filler.word):
        known = genders(analysis.text, analysis.names, analysis.language)
        taken = taken | {entity for entity, said in enumerate(known) if said.isdisjoint(meant)}
    if words.compounding and words.is_people(filler.word) and (main := main_entity(analysis)) not in {None, *taken}:
        return main
    for entity in _firms_first(_subjects(filler, frame, analysis), analysis):
        if entity not in taken:
            return entity
    told = _in_same_role(filler, role, frame, analysis) if filler.reference == "company" else None
    if told is not None and told not in taken:
        return told
    before = [] if _goes_on(filler, frame, analysis) else _organisations(analysis, frame.sentence, filler.start)
    for entity in _firms_first(before, analysis):
        if entity not in taken:
            return entity
    if filler.word in words.impersonal:
        later = [e for e in _organisations(analysis, frame.sentence, len(analysis.text)) if e not in taken]
        return later[-1] if later else None
    for number in range(frame.sentence - 1, max(frame.sentence - 4, -1), -1):
        topic = _topic(analysis, number, taken)
        if topic is not None:
            return topic
    main = main_entity(analysis)
    if main not in taken:
        return main
    return main_entity(analysis, taken) if references(analysis.language).is_people(filler.word) else None


def _in_same_role(filler: Filler, role: str, frame: Frame, analysis: Analysis) -> int | None:
    """What is bought in the sentences before: "Norvik bid for TAL. Bergen, too, made an offer for the company"."""
    if role != "target":
        return None
    words = references(analysis.language)
    anyhow = words.compounding and (filler.word in words.general or filler.reference in ("topic", "sold"))
    for other in reversed(analysis.frames):
        if not other.sentence < frame.sentence <= other.sentence + (REACH if filler.reference == "sold" else _RECENT):
            continue
        named = _named_in(other, role)
        if named is None:
            continue
        parties = {f.entity for found in other.roles.values() for f in found}
        between = range(other.sentence + 1, frame.sentence)
        if anyhow or all(parties.issuperset(_organisations(analysis, n, len(analysis.text))) for n in between):
            return named
    return None


_RECENT = 3
"""How many sentences back a deal may be told of which the same company is meant, if others are not named since."""


def _described(filler: Filler, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The company that the text has called by this noun, or by the words before it: "the Swedish insurer"."""
    if filler.reference not in ("company", "maker", "described"):
        return None
    words = references(analysis.language)
    modifiers = _modifiers(filler, frame, analysis) if filler.reference == "company" else []
    people = words.is_people(filler.word)
    said = descriptions(analysis.text, analysis.names)
    near = _named_last(filler.start, frame, analysis)
    best, found = 0, None
    for entity in _named_before(filler.start, frame, analysis):
        points = likeness([*modifiers, filler.word] if people else modifiers, said[entity])
        kin = _kin([filler.word, *modifiers], words) if entity in near else frozenset()
        if filler.word not in words.general and not people:
            points += 2 * describes(filler.word, said[entity], kin, words.compounding)
        elif kin:
            points += 2 * (not kin.isdisjoint(said[entity]))
        if points > best and entity not in taken:
            best, found = points, entity
    return found


def _kin(said: list[str], words: References) -> frozenset[str]:
    """What companies are called that are meant by these words: "the PRIVATE EQUITY firm" is one called Partners."""
    return frozenset().union(*(words.name_kinds.get(word, frozenset()) for word in said))


REACH = 6
"""How many sentences back a noun may mean a company by what was said of it."""


def _named_last(start: int, frame: Frame, analysis: Analysis) -> list[int]:
    """The organisations named before an offset in its own sentence, and in the last one before that names any."""
    found = _organisations(analysis, frame.sentence, start)
    for number in range(frame.sentence - 1, max(frame.sentence - REACH, -1), -1):
        if named := _organisations(analysis, number, start):
            return [*found, *named]
    return found


def _named_before(start: int, frame: Frame, analysis: Analysis) -> list[int]:
    """The organisations named before an offset, the last one first."""
    first = analysis.sentences[max(0, frame.sentence - REACH)].start
    mentions = analysis.names.mentions
    since = bisect_right(mentions, first - 1, key=lambda m: m.start)
    before = [m.entity for m in mentions[since : bisect_right(mentions, start - 1, key=lambda m: m.start)]]
    return [entity for entity in dict.fromkeys(reversed(before)) if is_organisation(analysis, entity)]


def _modifiers(filler: Filler, frame: Frame, analysis: Analysis) -> list[str]:
    """The words between the article and the noun."""
    before = analysis.text[max(analysis.sentences[frame.sentence].start, filler.start - 40) : filler.start].lower()
    found: list[str] = []
    for word in reversed(WORD.findall(before.replace("-", " "))):
        if word in references(analysis.language).definite or len(found) == 3:
            return found
        found.append(word)
    return []


def _subjects(filler: Filler, frame: Frame, analysis: Analysis) -> Iterator[int]:
    """The organisations that are subjects in the sentence: of the verbs before the reference, the nearest first, then
    of what says it behind ("The group bought Tal, NORVIK said"), then of the clause that the reference's own opens.
    """
    if lexicon(analysis.language).separable:
        return
    phrases = analysis.phrases[frame.sentence]
    finite = [p for p in phrases if p.kind == "VG" and not p.helper("2") and _is_finite(p)]
    before = [group for group in reversed(finite) if group.end <= filler.start]
    said = [group for group in finite[-1:] if group.start > filler.end and group.verb and group.verb.group == "say"]
    behind = [group] if (group := _main_clause(filler, phrases, finite)) is not None else []
    for group in [*before, *said, *behind]:
        for phrase in patient_of(phrases, group.index) if group.passive else subject_of(phrases, group.index):
            mention = _meant(phrase).head.mention
            if isinstance(mention, Mention) and (phrase.explained or is_organisation(analysis, mention.entity)):
                yield mention.entity


def _meant(subject: Phrase) -> Phrase:
    """Who a later reference to a subject means: the name that explains it, or whose it is ("NORVIK's shares")."""
    if subject.explained is not None:
        return subject.explained
    return subject.owner if subject.owner is not None and subject.head.tag == "N" else subject


def _main_clause(filler: Filler, phrases: Phrases, finite: list[Phrase]) -> Phrase | None:
    """The verb of the clause behind a fronted one with a pronoun: "Since IT bought Tal, Norvik HAS GROWN"."""
    if filler.reference != "one" or phrases[0].kind not in "SP":
        return None
    comma = next((p.index for p in phrases if p.kind == "," and p.start > filler.start), len(phrases))
    return next((group for group in finite if group.index > comma), None)


def _goes_on(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether the first subject of the sentence is itself a reference, which a later one takes up: "The company backed
    Tal and boosted its stake"."""
    phrases = analysis.phrases[frame.sentence]
    first = next((p for p in phrases if p.kind == "NP" and not p.preposition and not p.is_measure), None)
    if first is None or first.end > filler.start or first.names or first.of is not None or first.explained is not None:
        return False
    words = references(analysis.language)
    if first.owner is not None or (first.determiner is not None and first.determiner.low not in words.definite):
        return False
    if words.pronouns.get(first.head.low) == "one":
        return True
    return first.determiner is not None and words.is_a(first.head.low, "nouns")


def _is_finite(group: Phrase) -> bool:
    """ "bought", "is buying", "will buy"; not "buying" alone."""
    return bool(group.helpers) or group.form not in ("gerund", "infinitive")


TOPIC_START = 60
"""A name that stands this many characters into a sentence, or earlier, is taken for its subject."""


def _firms_first(found: Iterable[int], analysis: Analysis) -> list[int]:
    """Those first that are not perhaps called like a person."""
    return sorted(found, key=lambda entity: _may_be_person(analysis.names.entities[entity]))


def _topic(analysis: Analysis, number: int, taken: set[int]) -> int | None:
    """The organisation that a sentence is about: the first one, if it stands near the beginning; where any phrase can
    stand first, one without a preposition before it goes first."""
    start = analysis.sentences[number].start
    named = _firms_first(_organisations(analysis, number, start + TOPIC_START), analysis)
    found = [e for e in named if e not in taken]
    if len(found) < 2 or not lexicon(analysis.language).separable:
        return found[0] if found else None
    first = {m.entity: m.start for m in reversed(analysis.names_in(number))}
    return next((e for e in found if not _is_behind_preposition(first[e], start, analysis)), found[0])


def _is_behind_preposition(at: int, start: int, analysis: Analysis) -> bool:
    """Whether a preposition links the name at an offset, over its article, adjectives and noun ("beim Händler TAL")."""
    words = lexicon(analysis.language)
    if GENITIVE.search(analysis.text[max(start, at - BEFORE) : at]):
        return True
    for word in reversed(WORD.findall(analysis.text, max(start, at - BEFORE), at)):
        if words.is_a(word.lower(), "preposition"):
            return True
        if not (word[0].isupper() or word.lower() in words.marks or word.endswith(("e", "en", "er", "em"))):
            return False
    return False


GENITIVE = re.compile(r"[A-ZÄÖÜ][\w-]*+ (?:der|des) $")
"""What stands before a name that a noun belongs to: "ein Spin-off der TAL"."""
BEFORE = 60
"""How many characters before a name its preposition is looked for."""


def _organisations(analysis: Analysis, number: int, before: int) -> list[int]:
    """The organisations of a sentence up to an offset, in order: the first is most likely its subject."""
    found: list[int] = []
    for mention in analysis.names_in(number):
        if mention.start >= before:
            break
        if analysis.text[mention.start - 1 : mention.start] == "(" and not found:
            continue
        if _is_source(analysis.names.entities[mention.entity]):
            continue
        if is_organisation(analysis, mention.entity) and mention.entity not in found:
            found.append(mention.entity)
    return found


def _pair_before(start: int, frame: Frame, analysis: Analysis, taken: set[int], apart: bool) -> list[int]:
    """The two organisations named last before "both companies": in one sentence, or ``apart``, one each in two."""
    alone: list[int] = []
    for number in range(frame.sentence, max(frame.sentence - 4, -1), -1):
        found = [entity for entity in _organisations(analysis, number, start) if entity not in taken]
        if len(found) >= 2:
            return found[:2]
        alone += [entity for entity in found if entity not in alone]
        if apart and len(alone) >= 2:
            return [alone[1], alone[0]]
    return []
