"""Words of a sentence that say how far its deal is ("reportedly", "rejected"), and the clauses that they speak of."""

import re
from bisect import bisect
from functools import lru_cache
from itertools import pairwise

from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.syntax.clauses import VERB_FINAL, aside_before, clause_of, kind_of
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.status_rules import StatusRules


def cues_for(
    frame: Frame, phrases: list[Phrase], sentence: str, start: int, rules: StatusRules, over: bool
) -> tuple[str, ...]:
    """The statuses of which a cue speaks of the frame: all in its sentence, but

    - nothing in a relative clause before its verb, and nothing in what the deal comes after,
    - of an ending only those in its own clause: "REJECTED a bid by Tal and agreed to be bought by Norvik", and none in
      one with a subordinator that names others only ("nachdem GESPRÄCHE MIT HULL GESCHEITERT sind"),
    - of a deal that is ``over`` and told in a clause beside the news only those in that clause: "Norvik, which bought
      Tal in 2013, is REPORTEDLY for sale".
    """
    sentence = _without_aside(frame, phrases, _without_trigger(frame, sentence, start), start)
    sentence = rules.passed.sub(_blank, sentence)
    aside = _clause_beside(frame, phrases) if over else None
    if aside is not None:
        return _cues_of(rules, sentence[aside.start - start : aside.stop - start])
    found = _cues_of(rules, sentence)
    if SINCE in found and SINCE not in _cues_of(rules, _without_relatives(frame, phrases, sentence, start)):
        found = tuple(status for status in found if status != SINCE)
    if ENDINGS.isdisjoint(found):
        return found
    if rejects_objections(phrases, rules):
        return tuple(status for status in found if status != "terminated")
    caused = _without_causes(frame, phrases, sentence, start)
    own = _cues_of(rules, _clause_of(frame, phrases, caused, start, over))
    return tuple(status for status in found if status not in ENDINGS or status in own)


def _without_causes(frame: Frame, phrases: list[Phrase], sentence: str, start: int) -> str:
    """The sentence without its subordinate clauses of others: "kooperiert mit Tal, NACHDEM EIN PROJEKT MIT HULL
    GESCHEITERT WAR"."""
    own, named = phrases[frame.index].clause, set(frame.named())
    for clause in {p.clause for p in phrases if p.clause >= 0 and p.kind == "S"} - {own}:
        inside = [p for p in phrases if p.clause == clause]
        others = {t.mention.entity for p in inside for t in p.names if isinstance(t.mention, Mention)}
        if others and others.isdisjoint(named) and not any(p.is_pronoun for p in inside):
            first, last = inside[0].start - start, inside[-1].end - start
            sentence = sentence[:first] + " " * (last - first) + sentence[last:]
    return sentence


def rejects_objections(phrases: list[Phrase], rules: StatusRules) -> bool:
    """ "REJECTED CRITICISM of the purchase of Tal", "hat VORWÜRFE ZURÜCKGEWIESEN, beim Kauf …": what is rejected is
    what others say against the deal."""
    lemmas = ((p.clause, p.verb.lemma) for p in phrases if p.verb is not None)
    ends = {clause for clause, lemma in lemmas if rules.governors.get(lemma) == "terminated"}
    objections = (p for p in phrases if p.kind == "NP" and not p.preposition and p.head.is_a("objections"))
    return any(p.clause in ends for p in objections)


def _without_trigger(frame: Frame, sentence: str, start: int) -> str:
    """The sentence without the words of a trigger that tells an end of one deal and the other one as done: "LOST OUT to
    Norvik", "WAS OUTBID by Norvik"."""
    group = frame.group
    if not _is_state(frame) or group is None:
        return sentence
    end = max(group.end, group.particle.end if group.particle is not None else 0)
    return sentence[: group.start - start] + " " * (end - group.start) + sentence[end - start :]


def _without_aside(frame: Frame, phrases: list[Phrase], sentence: str, start: int) -> str:
    """The sentence without a relative clause before the verb that tells the frame: "Norvik, WHOSE BID FOR TAL FAILED,
    bought Kodrex"."""
    aside = aside_before(phrases, frame.index) if frame.index < len(phrases) else None
    if aside is None:
        return sentence
    return sentence[: aside.start - start] + " " * len(aside) + sentence[aside.stop - start :]


def _without_relatives(frame: Frame, phrases: list[Phrase], sentence: str, start: int) -> str:
    """The sentence without the relative clauses beside the frame, and what else between commas only says more of a
    name: "will Tal kaufen, DAS SEIT 2001 ZU BERGEN GEHÖRT"."""
    own = {p.clause for p in (*phrases[frame.index : frame.index + 1], frame.group) if p is not None}
    spans = [(p.start, q.start) for p, q in pairwise(phrases) if p.kind == "," and q.start - p.end > BLANK]
    spans += [(p.end, q.start) for p, q in pairwise(phrases) if sentence.startswith(",", p.end - start)]
    if min(own, default=-1) < 0:
        return sentence
    beside = (p for p in phrases if p.clause >= 0 and p.clause not in own)
    spans += [(p.start, p.end) for p in beside if kind_of(clause_of(phrases, p)) == "relative"]
    for first, end in spans:
        sentence = sentence[: first - start] + " " * (end - first) + sentence[end - start :]
    return sentence


BLANK = 1
"""Characters between a comma and what follows it."""


SINCE = "since"
"""The cue of what is over since a date; it says so only of its own clause."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=64)
def _cues_of(rules: StatusRules, text: str) -> tuple[str, ...]:
    return tuple(status for status, pattern in rules.cues if pattern.search(text))


ENDINGS = frozenset(("denied", "terminated"))
"""What a cue says only of the deal in its own clause."""


def _clause_of(frame: Frame, phrases: list[Phrase], sentence: str, start: int, over: bool) -> str:
    """The part of the lower-case sentence that speaks of the frame; where clauses are not told apart so, all between
    semicolons."""
    if frame.index >= len(phrases):
        return sentence
    if phrases[frame.index].clause >= 0:
        ends = [p.start - start for p in phrases if p.kind == ";"]
        at = bisect(ends, frame.start - start)
        return sentence[ends[at - 1] if at else 0 : ends[at] if at < len(ends) else None]
    opener = next((p for p in reversed(phrases[: frame.index]) if _begins_clause(p, phrases)), None)
    begin = start if opener is None else _behind_clause(opener, frame, phrases)
    behind = phrases[frame.index + 1 :]
    state = _is_state(frame)
    end = next((p.start for p in behind if _ends_clause(p, phrases, state) or (over and _says_more(p, phrases))), None)
    return sentence[begin - start : None if end is None else end - start]


def _clause_beside(frame: Frame, phrases: list[Phrase]) -> range | None:
    """Where the relative or subordinate clause stands that tells the frame; None in a main clause, and where it is
    somebody's word ("that", "dass")."""
    if frame.index >= len(phrases):
        return None
    host = phrases[frame.index]
    if host.clause >= 0:
        own = clause_of(phrases, host)
        opener, beside = own[0], kind_of(own) in VERB_FINAL
        end = own[-1].end
    else:
        opener = next((p for p in reversed(phrases[: frame.index]) if p.kind in "SCL;"), phrases[0])
        beside = opener.kind in "SL" and _behind_clause(opener, frame, phrases) == opener.start
        end = next((p.start for p in phrases[frame.index + 1 :] if p.kind in ",.;"), phrases[-1].end)
    return range(opener.start, end) if beside and not opener.head.is_a("reported") else None


def _behind_clause(opener: Phrase, frame: Frame, phrases: list[Phrase]) -> int:
    """Where the clause begins that a frame stands in: behind the comma, if what opens one before it opens the sentence
    ("AFTER talks with Tal failed, Norvik bought Bergen")."""
    verb = next((p for p in phrases[: frame.index] if p.kind == "VG"), None)
    if opener.index or opener.kind != "S" or verb is None:
        return opener.start
    return next((p.start for p in phrases[verb.index : frame.index] if p.kind == ","), opener.start)


def _is_state(frame: Frame) -> bool:
    """Whether a verb tells a deal as done whatever its tense ("has OWNED Tal since 2012")."""
    return frame.status == "completed" and frame.noun is None


def _ends_clause(phrase: Phrase, phrases: list[Phrase], state: bool) -> bool:
    """Whether another clause begins; behind a state also one of the same subject: "… but REJECTED a bid by Ostra"."""
    if state and phrase.kind in "C&" and phrase.index + 1 < len(phrases):
        return phrases[phrase.index + 1].kind == "VG"
    return phrase.kind in "S;" and not phrase.head.is_a("that")


def _says_more(phrase: Phrase, phrases: list[Phrase]) -> bool:
    """ "bought Tal in May AND SAID it plans to buy no more": what is said behind a deal that is over is of others."""
    verb = phrases[phrase.index + 1].verb if phrase.kind == "&" and phrase.index + 1 < len(phrases) else None
    return verb is not None and verb.group == "say"


def _begins_clause(phrase: Phrase, phrases: list[Phrase]) -> bool:
    if phrase.kind == "&":
        return phrase.index + 1 < len(phrases) and phrases[phrase.index + 1].kind == "VG"
    return phrase.kind in "SCL;" and not phrase.head.is_a("that")
