"""The part of a sentence that speaks of one deal, where its other clauses tell of others."""

from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.syntax.phrases import Phrase, Phrases


def without_other_deals(frame: Frame, sentence: str, analysis: Analysis) -> str:
    """The lower-case sentence with blanks for its clauses behind a conjunction that tell of another deal: "bought Tal,
    AND LAST FALL IT ABANDONED A PLAN TO BUY HULL"; of the same deal they say how far it is ("but it failed")."""
    phrases, start = analysis.phrases[frame.sentence], analysis.sentences[frame.sentence].start
    others = [other for other in analysis.frames_in(frame.sentence) if _is_of_others(other, frame)]
    pairs = (sorted((frame, other), key=lambda one: one.index) for other in others)
    begins = [at for first, last in pairs if (at := _opener(first, last, phrases)) is not None]
    ends = [0, *sorted({phrases[at].start - start for at in begins}), len(sentence)]
    own = next(((a, b) for a, b in pairwise(ends) if a <= frame.start - start < b), (0, len(sentence)))
    return " " * own[0] + sentence[own[0] : own[1]] + " " * (len(sentence) - own[1])


def _is_of_others(other: Frame, frame: Frame) -> bool:
    """Whether two frames name different companies that deals are about; who only buys may be a rival."""
    one, two = _about(frame), _about(other)
    return bool(one and two) and one.isdisjoint(two)


def _about(frame: Frame) -> set[int]:
    """Whom it names but those who act in it."""
    about = (found for role, found in frame.roles.items() if role not in ACTING)
    return {filler.entity for found in about for filler in found if filler.entity is not None}


ACTING = ("acquirer", "investor", "seller")


def _opener(first: Frame, last: Frame, phrases: Phrases) -> int | None:
    """The last conjunction or "while" between two frames with a finite verb of the one before and one of the other
    behind it: a clause begins there."""
    if last.index >= len(phrases):
        return None
    at = next((i for i in range(last.index - 1, first.index, -1) if _joins(phrases[i])), None)
    if at is None or _is_told_behind(first.group, at):
        return None
    end = max(last.index, last.group.index if last.group is not None else 0)
    parted = any(map(_is_finite, phrases[:at])) and any(map(_is_finite, phrases[at : end + 1]))
    return at if parted else None


def _joins(phrase: Phrase) -> bool:
    return phrase.kind in ("&", "C") or (phrase.kind == "S" and phrase.head.is_a("meantime"))


def _is_told_behind(group: Phrase | None, at: int) -> bool:
    """ "Its bid for Tal AND its offer for Hull WERE REJECTED", "SAID its bid for Tal AND its offer for Hull failed"."""
    return group is not None and (group.index > at or (group.verb is not None and group.verb.group == "say"))


def _is_finite(phrase: Phrase) -> bool:
    if phrase.kind != "VG" or phrase.helper("2"):
        return False
    return phrase.form not in ("infinitive", "to_infinitive", "gerund") or (
        phrase.form == "gerund" and phrase.helper("B")
    )
