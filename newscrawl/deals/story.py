"""What else the text says of a deal: sentences about "the deal", earlier rumours and denials of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.assembly.rounds_and_years import is_of_years_before
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.discourse.earlier_deals import OWNERSHIP
from newscrawl.deals.discourse.topics import WORD
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import Lexicon, lexicon
from newscrawl.deals.syntax.phrases import opens_with_unknown
from newscrawl.deals.tellings.detail_rules import detail_rules
from newscrawl.deals.tellings.details import Details, sentence_details
from newscrawl.deals.tellings.members import Member, everyone, meet
from newscrawl.deals.tellings.proceeds import is_pocketing
from newscrawl.deals.tellings.status_rules import status_rules
from newscrawl.deals.tellings.telling import Telling

STAGES = ("rumoured", "talks", "denied", "announced", "completed", "terminated")
"""The stages of a deal in their usual order."""
REACH = 4
"""How many sentences behind its last telling a deal can be meant by "the deal"."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A sentence that speaks of a deal without naming its parties."""

    sentence: int
    details: Details
    status: str | None
    """What a cue in it says: denied, terminated …; None without one."""
    only_cue: bool = False
    """Whether nothing but the cue says that it speaks of the deal; further sentences do not go on from it."""
    share: Percent | None = None
    """The share that it says to be bought ("The stake is 20 percent")."""


@dataclass(frozen=True, slots=True)
class Story:
    """A draft with all that the text says of it."""

    draft: Draft
    tellings: list[Telling]
    """Of the deal as it stands."""
    history: list[Telling]
    """Of its earlier stages: a rumour, a denial, talks."""
    follow_ups: list[FollowUp]

    @property
    def sentences(self) -> list[int]:
        """The numbers of all sentences that speak of the deal as it stands."""
        return sorted({t.frame.sentence for t in self.tellings} | {f.sentence for f in self.follow_ups})


def stories(drafts: list[Draft], analysis: Analysis) -> list[Story]:
    """The deals of a text, each with its history and the sentences about it; an earlier stage is no deal of its own."""
    later = _later_stages(drafts, analysis)
    before: dict[int, list[Draft]] = {}
    for draft, stage in zip(drafts, later, strict=True):
        if stage is not None:
            before.setdefault(id(stage), []).append(draft)
    follow_ups = _follow_ups(drafts, analysis)
    found = []
    for draft in (d for d, stage in zip(drafts, later, strict=True) if stage is None):
        earlier = before.get(id(draft), [])
        history = [t for d in earlier for t in d.tellings]
        own = [f for d in [draft, *earlier] for f in follow_ups.get(id(d), [])]
        found.append(Story(draft, draft.tellings, history, own))
    return found


def _later_stages(drafts: list[Draft], analysis: Analysis) -> list[Draft | None]:
    """For each draft the one of which it tells only the rumour or the denial, perhaps of the parent.

    Only drafts with a party whose name begins alike are compared: a list of rumours would take time by its square.
    """
    by_party: dict[tuple[str, str, str], list[int]] = {}
    for place, draft in enumerate(drafts):
        for role, members in draft.roles.items():
            for first in {_first_word(member, analysis) for member in members}:
                by_party.setdefault((draft.type, role, first), []).append(place)
    return [_later_stage(draft, drafts, by_party, analysis) for draft in drafts]


def _later_stage(
    draft: Draft, drafts: list[Draft], by_party: dict[tuple[str, str, str], list[int]], analysis: Analysis
) -> Draft | None:
    stage = _stage(draft)
    if stage > STAGES.index("denied"):
        return None
    akin = (
        {place for m in members for place in by_party[draft.type, role, _first_word(m, analysis)]}
        for role, members in draft.roles.items()
    )
    for place in sorted(min(akin, key=len, default=())):
        deal = drafts[place]
        if _stage(deal) <= stage or is_of_years_before(deal, draft, analysis):
            continue
        if _is_same_affair(deal, draft, analysis):
            return deal
    return None


def _first_word(member: Member, analysis: Analysis) -> str:
    """By which those that may be the same are found: of the name, or the noun of a unit without one."""
    if member.entity is None:
        return member.unit.word if member.unit is not None else ""
    return next(iter(analysis.name_of(member.entity).casefold().split()), "")


def _stage(draft: Draft) -> int:
    """The furthest stage that a draft is told at."""
    return max(STAGES.index(telling.status) for telling in draft.tellings)


def _is_same_affair(deal: Draft, rumour: Draft, analysis: Analysis) -> bool:
    """The same parties in all roles but one, where the names begin alike ("Sina" and "Sina Weibo")."""
    akin = 0
    for role, members in rumour.roles.items():
        ours = deal.roles.get(role, [])
        if meet(members, ours):
            continue
        names = [(analysis.name_of(a.entity), analysis.name_of(b.entity)) for a in members for b in ours]
        if not any(_begin_alike(a, b) for a, b in names):
            return False
        akin += 1
    return akin <= 1


def _begin_alike(one: str, other: str) -> bool:
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return bool(short) and long[: len(short)] == short


def _follow_ups(drafts: list[Draft], analysis: Analysis) -> dict[int, list[FollowUp]]:
    """By draft (its ``id``), the sentences without parties of their own that speak of it."""
    told = {t.frame.sentence: draft for draft in drafts for t in draft.tellings if not t.frame.outdoes}
    beaten = {t.frame.sentence for draft in drafts for t in draft.tellings if t.frame.outdoes} - told.keys()
    found: dict[int, list[FollowUp]] = {}
    last, since = None, 0
    equity: Draft | None = None
    for number in range(len(analysis.sentences)):
        if number in told:
            last, since = told[number], number
            equity = last if deal_types()[last.type].family == "equity" else equity
        elif last is not None and number in beaten:  # "Mit einem Gebot von 5 MILLIONEN setzte er sich gegen Tal durch"
            found.setdefault(id(last), []).append(FollowUp(number, sentence_details(number, analysis, last.type), None))
            since = number
        elif last is not None and number - since <= REACH:
            draft, follow_up = _follow_up(number, since, last, equity, analysis)
            if follow_up is not None:
                found.setdefault(id(draft), []).append(follow_up)
                since = since if follow_up.only_cue else number
    return found


def _follow_up(
    number: int, since: int, last: Draft, equity: Draft | None, analysis: Analysis
) -> tuple[Draft, FollowUp | None]:
    """What a sentence says of the deal told last before it, or of the last one in which shares were bought."""
    low = analysis.low(number)
    about = _is_about_it(number, low, since, last, analysis)
    if equity is not None and _speaks_of_shares(analysis.language).search(low):
        told = sentence_details(number, analysis)
        share = told.percent if detail_rules(analysis.language).share.search(low) else None
        return equity, FollowUp(number, told if about else Details(), None, share=share)
    if about and _tells_of_a_round(number, last, analysis):
        return last, None
    if about:
        cue = None if _is_of_others(number, last, analysis) else _cue(low, analysis)
        return last, FollowUp(number, sentence_details(number, analysis, last.type), cue)
    if number == since + 1 and _is_taken_up(low, analysis):
        return last, FollowUp(number, sentence_details(number, analysis), "terminated", only_cue=True)
    if _cue(low, analysis) == "denied" and number - since <= DENIED_WITHIN:
        return last, FollowUp(number, sentence_details(number, analysis), "denied", only_cue=True)
    return last, None


def _tells_of_a_round(number: int, draft: Draft, analysis: Analysis) -> bool:
    """Whether a sentence behind a purchase tells of a round, whose sum and date are not those of the purchase: "It
    follows A $45M ROUND in May", "which was valued at $1bn in a ROUND IN MAY"."""
    if draft.type != "acquisition":
        return False
    words, phrases = lexicon(analysis.language), analysis.phrases.get(number, ())
    dated = any(words.is_a(noun.head.low, "rounds") and date.is_time for noun, date in pairwise(phrases))
    rounds = (f for f in analysis.frames_in(number) if f.type == "funding")
    return dated or any(f.noun is not None or "investor" in f.roles for f in rounds)


DENIED_WITHIN = 2
"""How many sentences behind a deal a denial still means it."""


def _is_about_it(number: int, low: str, since: int, draft: Draft, analysis: Analysis) -> bool:
    """Whether a sentence speaks of the deal told ``since``: it says so, or goes on right behind it."""
    said = _speaks_of_the_deal(analysis.language).search(low)
    theirs = said is not None and said["its"] is not None
    if theirs and (_is_of_others(number, draft, analysis) or opens_with_unknown(analysis.phrases.get(number, []))):
        return False  # "Bergen, which had offered $3bn, would not raise ITS BID"
    if _is_bygone(number, low, draft, analysis):
        return False
    if said is not None or detail_rules(analysis.language).expected.search(low):
        return True
    within = 2 if draft.type == "joint_venture" else 1  # behind who holds how much of it
    return number <= since + within and _goes_on(number, draft.type, analysis)


def _is_bygone(number: int, low: str, draft: Draft, analysis: Analysis) -> bool:
    """Whether a sentence tells what was paid before: "Norvik trennt sich von Tal. Für den Einstieg HATTE der Konzern
    2010 5 MILLIONEN gezahlt"."""
    words = lexicon(analysis.language)
    had = any(words.is_a(word, "pluperfect") and words.is_a(word, "have") for word in WORD.findall(low))
    figures = analysis.figures(number)
    sellers = {m.entity for m in draft.roles.get("seller", [])}
    dated = figures.dates or any(m.entity in sellers for m in analysis.names_in(number))
    if not (had and figures.money and dated) or draft.type not in OWNERSHIP:
        return False
    return all(t.status != "completed" or t.details.date is None for t in draft.tellings)


def _is_of_others(number: int, draft: Draft, analysis: Analysis) -> bool:
    """Whether a sentence names companies, and none of a deal: "Zuvor hatte BERGEN ihr Angebot zurückgezogen"."""
    parties = {m.entity for m in everyone(draft.roles)}
    named = {m.entity for m in analysis.names_in(number) if is_organisation(analysis, m.entity)}
    return bool(named) and named.isdisjoint(parties)


def _goes_on(number: int, deal_type: str, analysis: Analysis) -> bool:
    """Whether a sentence goes on in the paragraph of the one before and names a sum: "Norvik paid $5m"; what may tell a
    deal of its own only by words for a price of just this type ("The partners will INVEST $5m")."""
    sentence, before = analysis.sentences[number], analysis.sentences[number - 1]
    if sentence.paragraph != before.paragraph:
        return False
    low = analysis.text[sentence.start : sentence.end].lower()
    rules = detail_rules(analysis.language)
    frames = analysis.frames_in(number)
    told = any(not (f.weak and f.noun is None) for f in frames)
    pocketed = bool(frames) and all(is_pocketing(f, analysis) for f in frames)
    said = pocketed or rules.says_price_of(low, deal_type) or (not told and rules.price.search(low) is not None)
    return said and sentence_details(number, analysis).money is not None


def _longest_first(words: Iterable[str]) -> str:
    """Words as alternatives of a regular expression."""
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _speaks_of_the_deal(language: str) -> re.Pattern[str]:
    words = references(language)
    marks = lexicon(language).marks
    its = [word for word in words.definite if "possessive" in marks.get(word, "")]
    determiners, nouns = _longest_first(words.definite - {*its}), _longest_first(words.deals | words.price_nouns)
    inside = r"\w*" if words.compounding else ""
    costing = _longest_first(words.costing)
    priced = rf"(?:\d[\d.,]*+ (?:[\w-]+ ){{1,2}}(?:{costing}) )?" if costing else ""
    between = rf"(?:[\w.$£€¥-]+ ){{0,3}}?{priced}{inside}"  # "die 1,2 Milliarden Dollar teure Transaktion"
    firms = _longest_first(words.nouns | words.relations)
    no_firm = "" if words.compounding else rf"(?! (?:{firms})s?\b)"  # "the BUYOUT FIRM"
    return re.compile(
        rf"\b(?:{determiners}|(?P<its>{_longest_first(its)})) {between}(?:{nouns})\b{no_firm}|^(?:financial )?terms\b"
    )


@cache
def _speaks_of_shares(language: str) -> re.Pattern[str]:
    words = references(language)
    inside = r"\w*" if words.compounding else ""
    return re.compile(rf"\b{inside}(?:{_longest_first(words.share_nouns)})\b")


def _is_taken_up(low: str, analysis: Analysis) -> bool:
    """Whether a sentence says that what the one before tells comes to nothing: "Doch DARAUS wird NICHTS", "The PLAN
    COLLAPSED"; not "the plan TO CUT jobs"."""
    pronouns, lexical = references(analysis.language).deal_pronouns, lexicon(analysis.language)
    beside_plans = [word for found in _speaks_of_the_plan(analysis.language).findall(low) for word in found if word]
    if pronouns.isdisjoint(WORD.findall(low)) and not any(_may_be_finite(word, lexical) for word in beside_plans):
        return False
    ended = (pattern.search(low) for status, pattern in status_rules(analysis.language).cues if status == "terminated")
    return any(ended)


@cache
def _speaks_of_the_plan(language: str) -> re.Pattern[str]:
    """The word behind "the plan"; where the verb may stand first, that before it, too: "Nun IST der Plan geplatzt"."""
    words = references(language)
    definite, plans = _longest_first(words.definite), _longest_first(words.plans) or "(?!)"
    plan = rf"(?:{definite}) (?:{plans})"
    inverted = rf"|([\w-]++)(?= {plan}\b)" if words.compounding else "|((?!))"
    return re.compile(rf"\b{plan} ([\w-]++){inverted}")


def _may_be_finite(word: str, lexical: Lexicon) -> bool:
    return word in lexical.verbs or not lexical.classes.get(word, NO_CLASS).isdisjoint(AUXILIARIES)


NO_CLASS: frozenset[str] = frozenset()
AUXILIARIES = ("be", "have", "do", "will")

CLAUSE = re.compile(r"[,;:–]")


def _cue(low: str, analysis: Analysis) -> str | None:
    """Denied, or ended: that only where the clause with the cue speaks of the deal too."""
    about, rules = _speaks_of_the_deal(analysis.language), status_rules(analysis.language)
    ended = " | ".join(clause for clause in CLAUSE.split(low) if about.search(clause))
    for status, pattern in rules.cues:
        if status in ("denied", "terminated") and pattern.search(low if status == "denied" else ended):
            return None if status == "terminated" and rules.before.search(low) else status
    return None
