"""What companies are to each other already, which is no news: "IS its main supplier", "their joint venture GOES ON"."""

from newscrawl.deals.analysis import YEAR
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.frames.triggers import NounTrigger
from newscrawl.deals.syntax.phrases import Phrase, Phrases
from newscrawl.deals.syntax.tokens import Token
from newscrawl.deals.tellings.said_of_noun import lemma_of


def is_there_already(frame: Frame, phrases: Phrases) -> bool:
    """Whether a frame tells what two are to each other or have together, and goes on, or has been since a year."""
    return _is_dated_state(frame, phrases) or _is_standing(frame, phrases) or _is_lasting(frame, phrases)


def _is_dated_state(frame: Frame, phrases: Phrases) -> bool:
    """ "…, der SEIT 2003 beteiligt ist": over, though the sentence goes on with a rumour."""
    host = phrases[frame.index]
    own = [p for p in phrases if p.clause == host.clause >= 0]
    times = (t.low.split() for p in own for t in p.tokens if t.tag == "T")
    return any(phrases.words.is_a(time[0], "since") and YEAR.fullmatch(time[-1]) for time in times)


def _is_standing(frame: Frame, phrases: Phrases) -> bool:
    """ "Tal IS Norvik's main SUPPLIER": who one is already is no news; who one "will be" or "is now" is."""
    trigger, words, clause = frame.trigger, phrases.words, phrases[frame.index].clause
    group = frame.group or next((p for p in phrases if p.kind == "VG" and p.clause == clause >= 0), None)
    if not isinstance(trigger, NounTrigger) or trigger.follows or frame.type not in STANDING or group is None:
        return False
    is_one = "copula" in frame.slots or (trigger.names_party and "predicate" in frame.slots)
    named = is_one and group.index < frame.index and sum(map(len, frame.roles.values())) > 1
    is_so = group.verb is None and all(t.tag == "B" for t in group.tokens)
    stays = group.verb is not None and words.is_a(group.verb.lemma, "remaining_so") and not group.helpers
    if not named or not (is_so or stays):
        return False
    own = [
        t for p in phrases if p.clause == group.clause for t in [*p.with_adverbs, *(p.owner.tokens if p.owner else ())]
    ]
    past = any(t.is_a("was") for t in group.tokens)
    return past or not any(t.is_a("turn") or t.is_a("newly") or t.tag == "T" for t in own)


STANDING = frozenset(("contract", "partnership"))
"""The types of deals whose sides may be told as what they are to each other."""


def _is_lasting(frame: Frame, phrases: Phrases) -> bool:
    """ "Their joint venture Zahlix, which makes batteries, WILL CONTINUE", "they still OWN a joint venture": what goes
    on or is owned has been set up before."""
    if frame.type not in (*STANDING, "joint_venture") or frame.noun is None:
        return False
    words, group, host = phrases.words, frame.group, phrases[frame.index]
    if group is not None and group.verb is not None and frame.governed_as == "object" and "opening" not in frame.slots:
        keeps = words.is_a(group.verb.lemma, "keeping") and not (group.helper("W") or group.helper("2"))
        return frame.type == "joint_venture" and keeps
    if "opening" not in frame.slots or host.preposition:
        return False
    told = [p for p in phrases[host.index :] if p.kind == "VG" and p.clause == host.clause]
    told = [p for p in told if _goes_with_first(phrases, p, host)]
    return any(
        any(words.reads_as(t.verbs, "lasting") for t in p.tokens)
        or words.is_a(lemma_of(p), "lasting")
        or any(t.is_a("unaffected") for t in [*p.tokens, *_predicate_of(phrases, p)])
        for p in told
    )


def _goes_with_first(phrases: Phrases, group: Phrase, host: Phrase) -> bool:
    """Whether what opens the sentence is the subject of a verb farther on, as far as what stands before that shows."""
    before = phrases[group.index - 1]
    return before is host or before.kind == "," or bool(before.preposition) or phrases.words.separable


def _predicate_of(phrases: Phrases, group: Phrase) -> list[Token]:
    """The words right behind "is": "is not UNAFFECTED"."""
    behind = phrases[group.index + 1] if group.index + 1 < len(phrases) else None
    return behind.with_adverbs if behind is not None and group.verb is None else []
