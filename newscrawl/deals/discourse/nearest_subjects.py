"""The subjects of a sentence that a later reference in it takes up, where the word order is fixed."""

from collections.abc import Iterator

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.discourse.described import described_before
from newscrawl.deals.discourse.topics import organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import filler_of
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.subjects import patient_of, subject_of
from newscrawl.deals.syntax.tokens import Token


def subjects_before(filler: Filler, frame: Frame, analysis: Analysis) -> Iterator[int]:
    """The organisations that are subjects in the sentence: of the verbs before the reference, the nearest first, then
    of what says it behind ("The group bought Tal, NORVIK said"), then of the clause that the reference's own opens;
    last who only permits or judges it ("NORVIK said Bergen opposed ITS purchase of Tal").
    """
    if lexicon(analysis.language).separable:
        return
    phrases = analysis.phrases[frame.sentence]
    finite = [p for p in phrases if p.kind == "VG" and not p.helper("2") and _is_finite(p)]
    before = [group for group in reversed(finite) if group.end <= filler.start]
    said = [group for group in finite[-1:] if group.start > filler.end and group.verb and group.verb.group == "say"]
    behind = [group] if (group := _main_clause(filler, phrases, finite)) is not None else []
    for group in sorted([*before, *said, *behind], key=lambda group: _only_judges(group, filler, frame, phrases)):
        for phrase in patient_of(phrases, group.index) if group.passive else subject_of(phrases, group.index):
            mention = _meant(phrase, group, analysis).mention
            if isinstance(mention, Mention) and (phrase.explained or is_organisation(analysis, mention.entity)):
                yield mention.entity
            elif mention is None and (called := _called(phrase, filler, frame, analysis)) is not None:
                yield called


def _only_judges(group: Phrase, filler: Filler, frame: Frame, phrases: Phrases) -> bool:
    """Whether a verb says what somebody thinks or does about another's deal: "the Fed APPROVED its purchase of Tal"."""
    if not filler.owns or group is not frame.group or group.verb is None or group.passive:
        return False
    return any(phrases.words.is_a(group.verb.lemma, kind) for kind in ("judging", "ruling"))


def _called(subject: Phrase, filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """Whom the text has called as the subject that a pronoun takes up: "THE DUTCH GROUP said IT had bought Tal"."""
    if filler.reference != "one" or subject.explained is not None:
        return None
    noun = filler_of(subject, references(analysis.language))
    if noun is None or noun.entity is not None:
        return None
    return described_before(noun, frame, analysis, set())


def _meant(subject: Phrase, group: Phrase, analysis: Analysis) -> Token:
    """Who a later reference to a subject means: the name that explains it, or whose it is ("NORVIK's shares",
    "NORVIK's founder, Ann Berg,"); a unit that has a name and says something, itself ("Norvik's TAL unit SAID")."""
    says = group.verb is not None and group.verb.group == "say"
    if says and subject.names and references(analysis.language).is_a(subject.head.low, "units"):
        return subject.names[-1]
    if subject.explained is not None and not (subject.owner is not None and _is_person(subject.explained, analysis)):
        return subject.explained.head
    return (subject.owner if subject.owner is not None and subject.head.tag == "N" else subject).head


def _is_person(phrase: Phrase, analysis: Analysis) -> bool:
    mention = phrase.head.mention
    return isinstance(mention, Mention) and analysis.names.entities[mention.entity].kind == "person"


def _main_clause(filler: Filler, phrases: Phrases, finite: list[Phrase]) -> Phrase | None:
    """The verb of the clause behind a fronted one with a pronoun: "Since IT bought Tal, Norvik HAS GROWN", "Two years
    after IT bought Tal, …"."""
    opening = next((p for p in phrases if p.kind != "NP" or p.names or p.preposition), None)
    if filler.reference not in PRONOUNS or opening is None or opening.kind not in "SP" or opening.start > filler.start:
        return None
    comma = next((p.index for p in phrases if p.kind == "," and p.start > filler.start), len(phrases))
    return next((group for group in finite if group.index > comma), None)


PRONOUNS = ("one", "several")


def subjects_behind(filler: Filler, frame: Frame, analysis: Analysis) -> list[int]:
    """Those who are the subject of the main clause behind a fronted one: "Since THEY merged, NORVIK and TAL grew";
    none for a sentence that names somebody before."""
    if lexicon(analysis.language).separable or organisations_in(analysis, frame.sentence, filler.start):
        return []
    phrases = analysis.phrases[frame.sentence]
    group = _main_clause(filler, phrases, [p for p in phrases if p.kind == "VG" and _is_finite(p)])
    subject = [] if group is None else subject_of(phrases, group.index)
    named = (token.mention for phrase in subject for token in phrase.names)
    return [m.entity for m in named if isinstance(m, Mention) and is_organisation(analysis, m.entity)]


def others_beside(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Whom a reference cannot mean by where their names stand beside it."""
    beside = _inside(filler, frame, analysis) | _of_the_same_verb(filler, frame, analysis)
    return beside | _in_fronted(filler, frame, analysis)


def _inside(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """The name right before a noun that says where the company is: "the GATESHEAD firm" is not Gateshead, nor is "das
    zu NORVIK gehörende Unternehmen" Norvik."""
    found = {m.entity for m in analysis.names_in(frame.sentence) if m.end + 1 == filler.start}
    phrases = analysis.phrases.get(frame.sentence, ())
    at = next((p.index for p in phrases if p.kind == "NP" and p.start <= filler.start < p.end), 0)
    while at and phrases[at - 1].inner and filler.reference == "company":
        at -= 1
        found |= {m.entity for m in analysis.names_between(phrases[at].start, phrases[at].end)}
    return found


def _of_the_same_verb(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Whom the further deals of the same verb name: "THE COMPANY bought TAL in 2015 and BERGEN in 2016"."""
    others = [f for f in analysis.frames_in(frame.sentence) if f.start == frame.start and f is not frame]
    found = (f for other in others for side in other.roles.values() if filler in side for f in other.named())
    return set(found)


def _in_fronted(filler: Filler, frame: Frame, analysis: Analysis) -> set[int]:
    """Whom the participle names that opens a sentence and says something of the reference behind its comma: "Spun out
    of TAL, the company …"."""
    phrases = analysis.phrases.get(frame.sentence, ())
    first = next((p for p in phrases if p.kind == "VG"), None)
    if lexicon(analysis.language).separable or first is None or first.helpers or first.form not in PARTICIPLES:
        return set()
    comma = next((p for p in phrases if p.kind == "," and p.start > first.end), None)
    subject = next((p for p in phrases if p.kind == "NP" and comma is not None and p.start > comma.start), None)
    if any(p.kind == "NP" for p in phrases[: first.index]) or subject is None or subject.end < filler.end:
        return set()
    return {m.entity for m in analysis.names_in(frame.sentence) if comma is not None and m.end <= comma.start}


PARTICIPLES = ("participle", "past", "gerund")
"""The forms of a verb that can open a sentence before its subject: "OWNED by Tal, the company …"."""


def goes_on(filler: Filler, frame: Frame, analysis: Analysis) -> bool:
    """Whether the first subject of the sentence is itself a reference, which a later one takes up: "The company backed
    Tal and boosted its stake"."""
    phrases = analysis.phrases.get(frame.sentence, ())  # none of a sentence without a trigger
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


def opening_name(frame: Frame, analysis: Analysis) -> int | None:
    """The company with which a sentence opens before asides of which one tells the deal: "NORVIK, on the other hand,
    after the failure of the merger with Tal, went bankrupt"."""
    phrases = analysis.phrases[frame.sentence]
    first = phrases[0]
    aside = len(phrases) > 1 and phrases[1].kind == "," and any(p.kind == "VG" for p in phrases[frame.index :])
    before = any(p.kind == "VG" for p in phrases[: frame.index])
    if lexicon(analysis.language).separable or not aside or before or first.kind != "NP" or first.preposition:
        return None
    return next((m.entity for m in analysis.names_in(frame.sentence) if m.start == first.head.start), None)


def one_beside(filler: Filler, frame: Frame, analysis: Analysis) -> int | None:
    """The only company that the sentence names before "they", which means it: "Norvik grew after THEY bought Tal"."""
    if lexicon(analysis.language).separable:
        return None
    beside = organisations_in(analysis, frame.sentence, filler.start)
    return beside[0] if len(beside) == 1 else None
