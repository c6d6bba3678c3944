"""Which verb a date belongs to where a sentence has several: "sold to Tal IN 1968 and bought by Norvik in 2021"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.tellings.status_rules import StatusRules, status_rules

TOLD = ("announced", "completed", "denied", "terminated")
"""What a verb may do to a deal, so that its date is the deal's: "a merger that was CALLED OFF in May"."""


def is_of_other_verb(date: Date, frame: Frame | None, analysis: Analysis) -> bool:
    """Whether another verb than the deal's stands nearer to a date and tells nothing of the deal."""
    phrases = analysis.phrases.get(frame.sentence) if frame is not None else None
    if frame is None or not phrases or date.rule == "weekday":  # "…, the court ruled ON THURSDAY"
        return False
    place = next((p.index for p in phrases if p.start <= date.start < p.end), None)
    if place is None:
        return False
    verb = _between(place, frame, phrases)
    if verb is None or _tells_of_deal(verb, phrases, status_rules(analysis.language)):
        return False
    return not _is_deal(verb) or any(f.start == verb.head.start for f in analysis.frames_in(frame.sentence))


def _between(place: int, frame: Frame, phrases: Phrases) -> Phrase | None:
    """The finite verb that a date follows in its clause, if that is another one than the deal's."""
    own = _own_places(frame)
    if phrases[place].clause >= 0:
        return _of_its_clause(place, own, phrases)
    verb = next((p for p in reversed(phrases[:place]) if _is_finite(p) or p.kind in ";:"), None)
    if verb is None or verb.kind != "VG" or verb.index in own or _is_parted(phrases[verb.index + 1 : place]):
        return None
    if verb.index > max(own):
        return verb if _is_parted(phrases[max(own) + 1 : verb.index]) else None
    joints = [p for p in phrases[place + 1 : min(own) + 1] if p.kind in OPENERS]
    if not joints:
        return None
    return None if any(phrases.words.is_a(p.head.low, "at_that_time") for p in joints) else verb


def _of_its_clause(place: int, own: set[int], phrases: Phrases) -> Phrase | None:
    """The same where clauses are told apart: the verb may stand behind the date."""
    clause = phrases[place].clause
    if any(phrases[index].clause == clause for index in own):
        return None
    joints = phrases[place : min(own)]
    if any(p.kind == ":" or phrases.words.is_a(p.head.low, "at_that_time") for p in joints):
        return None  # "2018 folgte der nächste Besitzer: Norvik kaufte Tal"
    return next((p for p in phrases if p.clause == clause and p.kind == "VG" and p.verb is not None), None)


OPENERS = ",&LSC;:"
"""Phrases that open another clause."""


def _is_parted(between: list[Phrase]) -> bool:
    return any(p.kind in OPENERS for p in between)


def _own_places(frame: Frame) -> set[int]:
    return {frame.index} | ({frame.group.index} if frame.group is not None else set())


def _is_finite(phrase: Phrase) -> bool:
    if phrase.kind != "VG" or (phrase.verb is None and phrase.clause >= 0) or phrase.helper("2"):
        return False
    return bool(phrase.helpers) or phrase.form not in ("gerund", "infinitive")


def _tells_of_deal(verb: Phrase, phrases: Phrases, rules: StatusRules) -> bool:
    """ "SAID on Friday that it bought Tal", "the merger, which was COMPLETED in May", "a deal REACHED in May", not
    "Norvik, which OPENED a plant in May"."""
    if verb.verb is None:
        return False
    makes = verb.verb.group in ("agree", "make") and phrases[verb.index - 1].kind != "L" and verb.clause < 0
    return makes or verb.verb.group == "say" or rules.governors.get(verb.verb.lemma) in TOLD


def _is_deal(verb: Phrase) -> bool:
    """ "owns 6 percent of Tal, which it ACQUIRED in 2020"."""
    return verb.verb is not None and verb.verb.group in ("gain", "give")
