"""Whom a reference takes up that a deal told before names only by a reference: those are resolved in turn."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.earlier_deals import FAR, NEAR, OWNERSHIP, RECENT, buys, deals_before, last_in_role
from newscrawl.deals.discourse.persons import person_before
from newscrawl.deals.discourse.prominence import compound_before
from newscrawl.deals.discourse.topics import WORD, organisations_in
from newscrawl.deals.frames.filler import Filler
from newscrawl.deals.frames.fillers import filler_of
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

Resolve = Callable[..., list[int]]
"""``coreference.resolve``, which asks in turn for what is said here."""


def meant_by(filler: Filler, role: str, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """The one company that a reference in a deal told before means; it is asked for once."""
    key = (filler.start, frame.start)
    if key not in analysis.meant:
        meant = resolve(filler, role, frame, analysis)
        analysis.meant[key] = meant[0] if len(meant) == 1 else None
    return analysis.meant[key]


def doer_before(role: str, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Who has a role in the deal of the same type told last before, though a reference says it; where that one only
    goes on itself with another, in the first of the row."""
    other: Frame | None = frame
    while other is not None and frame.sentence - other.sentence <= FAR:
        told = [f for f in deals_before(other, analysis, NEAR) if _may_be_followed(f, role, frame)]
        still_open = (f for f in told if frame.rivals and "acquirer" not in f.roles)
        other = next(still_open, told[0] if told else None)
        if other is not None and other.roles[role][0].reference != "topic":
            meant = resolve(other.roles[role][0], role, other, analysis)
            return meant[0] if len(meant) == 1 else None
    return None


def doer_beside(frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Who buys in the deal told last before in the same sentence: "2012 kaufte NORVIK Tal, 2014 kam Bergen hinzu"."""
    beside = (f for f in reversed(analysis.frames_in(frame.sentence)) if f.start < frame.start)
    return doer_before("acquirer", frame, analysis, resolve) if any(f.type == frame.type for f in beside) else None


def _may_be_followed(other: Frame, role: str, frame: Frame) -> bool:
    """Whether a frame goes on with another one, of the same type, that tells who has the role or goes on, too."""
    found = other.roles.get(role)
    if not found or other.type != frame.type:
        return False
    return other.trigger.follows or found[0].reference != "topic"


def player_before(role: str, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Who has a role in the deal told last before, though a noun or pronoun says it there."""
    if (named := last_in_role(role, frame, analysis)) is not None or not references(analysis.language).compounding:
        return named
    same = BUYERS if role in BUYERS else (role,)
    for other in deals_before(frame, analysis, FAR):
        found = next((other.roles[one] for one in same if other.roles.get(one)), [])
        if len(found) == 1 and other.sentence != frame.sentence:
            return meant_by(found[0], next(one for one in same if other.roles.get(one)), other, analysis, resolve)
    return None


def in_role_before(filler: Filler, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Whom a noun for any company takes up that the sentence before calls by a role alone: "Für DEN KÄUFER ist es neu.
    2020 hatte DER KONZERN Tal gegründet"."""
    words = references(analysis.language)
    if filler.reference != "company" or filler.word not in words.general or not frame.sentence:
        return None
    if organisations_in(analysis, frame.sentence - 1, len(analysis.text)):
        return None
    before = analysis.sentences[frame.sentence - 1]
    said = [word.lower() for word in WORD.findall(analysis.text, before.start, before.end)]
    called = {noun for article, noun in pairwise(said) if article in words.definite and noun in words.role_nouns}
    return player_before(words.role_nouns[called.pop()], frame, analysis, resolve) if len(called) == 1 else None


def called_so_before(filler: Filler, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Whom a sentence before has meant by a compound of the noun: "Das Rennen um TAL ist gelaufen. Den Zuschlag für DIE
    PARKHAUSKETTE erhält Norvik. 2017 war die KETTE gekauft worden"."""
    words = references(analysis.language)
    if filler.reference != "company" or filler.word in words.general or words.is_people(filler.word):
        return None
    said = compound_before(filler, frame, analysis)
    if said is None:
        return None
    noun, number = said
    found = resolve(noun, "", replace(frame, sentence=number, roles={}), analysis)
    return found[0] if len(found) == 1 else None


def sold_on(filler: Filler, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
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
        return meant_by(found[0], "target", other, analysis, resolve)
    return None


def sold_beside(filler: Filler, frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """What the sentence says to be sold by somebody who had bought it: "is buying TAL from Bergen, which has owned IT
    since 2011", "kauft TAL von Bergen, das DIE FIRMA 2011 übernommen hatte"."""
    own, words = set(frame.named_as("acquirer", "investor") or frame.named()), references(analysis.language)
    is_noun = words.compounding and filler.reference == "company" and words.is_a(filler.word, "nouns")
    if not own or not (is_noun or filler.word in words.pronouns):
        return None
    for other in deals_before(frame, analysis, 0):
        sellers = set(other.named_as("seller", "acquirer"))
        if other.type in ("acquisition", "stake") and own <= sellers and len(other.roles.get("target", [])) == 1:
            return meant_by(other.roles["target"][0], "target", other, analysis, resolve)
    return None


def buys_by_reference(entity: int, frame: Frame, analysis: Analysis, resolve: Resolve) -> bool:
    """Whether a company buys in a deal told before, though a noun says so: "DAS UNTERNEHMEN wolle Tal kaufen"."""
    if buys(entity, frame, analysis):
        return True
    if not references(analysis.language).compounding:
        return False
    told = ((f, other) for other in deals_before(frame, analysis, FAR) for f in other.roles.get("acquirer", ()))
    return any(
        f.reference in NOUN_OR_PRONOUN and meant_by(f, "acquirer", other, analysis, resolve) == entity
        for f, other in told
    )


NOUN_OR_PRONOUN = ("company", "one")


BUYERS = ("acquirer", "investor")
"""Who acts in a deal: a subject before rather than what a preposition links there."""


def backed_beside(frame: Frame, analysis: Analysis, resolve: Resolve) -> int | None:
    """Behind which company the sentence says that its owner stands: "HINTER TAL steht Bergen, das 2011 einstieg"."""
    words = lexicon(analysis.language)
    if frame.type not in OWNERSHIP or analysis.sentences[frame.sentence].end < frame.start:
        return None
    for phrase in analysis.phrases[frame.sentence][: frame.index]:
        if phrase.kind != "NP" or not words.is_a(phrase.preposition, "backed"):
            continue
        filler = filler_of(phrase, references(analysis.language))
        meant = [] if filler is None else resolve(filler, "", replace(frame, roles={}), analysis, frame.named())
        return meant[0] if len(meant) == 1 and meant[0] not in frame.named() else None
    return None


def noun_taken_up(
    noun: Filler, role: str, frame: Frame, analysis: Analysis, taken: set[int], resolve: Resolve
) -> int | None:
    """Whom the noun of a sentence before means, which a pronoun takes up."""
    number = next(n for n in range(frame.sentence, -1, -1) if analysis.sentences[n].start <= noun.start)
    if noun.entity is not None:
        found = person_before(noun.end, replace(frame, sentence=number), analysis, taken)
        return found[0] if found else None
    found = resolve(noun, role, replace(frame, sentence=number), analysis, taken)
    return found[0] if len(found) == 1 else None
