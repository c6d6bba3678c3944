"""Whom a new paragraph introduces: it speaks of them, no more of those in the deals told before."""

from bisect import bisect_left

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.companies import is_organisation, main_entity
from newscrawl.deals.discourse.earlier_deals import DOERS
from newscrawl.deals.discourse.prominence import is_oblique_in
from newscrawl.deals.discourse.topics import firms_first, organisations_in
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.lexicon import lexicon

BACK = 2
"""How many sentences before a reference those may be introduced whom it takes up."""


def introduced_before(start: int, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The organisation that the paragraph of a frame names first in the text, as a subject, in the sentence of a
    reference at ``start`` or in one of the two before; None where no new story can begin, see ``_new_story``."""
    first = _new_story(frame, analysis)
    if first is None:
        return None
    for number in range(frame.sentence, max(first, frame.sentence - BACK) - 1, -1):
        found = organisations_in(analysis, number, start if number == frame.sentence else len(analysis.text))
        new = [e for e in _new(found, first, analysis, taken) if not is_oblique_in(number, e, analysis)]
        if new:
            return _meant(new, analysis, taken)
    return None


def introduced_beside(role: str, frame: Frame, analysis: Analysis, taken: set[int]) -> int | None:
    """The one organisation of the sentence of a frame that is named there first in the text: "Großauftrag für NORVIK:
    Tal bestellt 30 Anlagen"; who gets somebody is a subject. None where no new story can begin."""
    first = _new_story(frame, analysis)
    if first is None:
        return None
    new = _new(organisations_in(analysis, frame.sentence, len(analysis.text)), first, analysis, taken)
    if len(new) != 1 or (role in DOERS and is_oblique_in(frame.sentence, new[0], analysis)):
        return None
    return _meant(new, analysis, taken)


def _new_story(frame: Frame, analysis: Analysis) -> int | None:
    """The first sentence of the paragraph of a frame, if deals are told before it and none in it before the frame, nor
    anybody who was named before it, in a language where what a sentence begins with is not always its subject."""
    if not lexicon(analysis.language).separable:
        return None
    frames = analysis.frames
    first = analysis.paragraph_start(frame.sentence)
    at = bisect_left(frames, first, key=lambda one: one.sentence)
    if not at or any(other.start < frame.start for other in frames[at : at + 1]):
        return None
    named = {m.entity for m in analysis.named_in_paragraph(frame.sentence)}
    goes_on = any(is_organisation(analysis, e) and not _is_new(e, first, analysis) for e in named)
    return None if goes_on else first


def _new(found: list[int], first: int, analysis: Analysis, taken: set[int]) -> list[int]:
    """Those not taken that are new in the paragraph whose first sentence is given."""
    return [e for e in found if e not in taken and _is_new(e, first, analysis)]


def _is_new(entity: int, first: int, analysis: Analysis) -> bool:
    """Whether the text does not name an entity before the sentence ``first``."""
    return analysis.names.by_entity[entity][0].start >= analysis.sentences[first].start


def _meant(new: list[int], analysis: Analysis, taken: set[int]) -> int | None:
    """Of those newly named one of whom the text speaks as often as of any other."""
    mentions, main = analysis.names.by_entity, main_entity(analysis, taken)
    often = 0 if main is None else len(mentions[main])
    return next((e for e in firms_first(new, analysis) if len(mentions[e]) >= often), None)
