"""Which sum, share and dates of a sentence belong to a frame; a valuation or a revenue belongs to none."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import BUYERS
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.mentions.money import Money, in_its_currency
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.syntax.clauses import aside_before
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.deals.tellings.dated_verbs import is_of_other_verb
from newscrawl.deals.tellings.detail_rules import BESIDE, DetailRules, Placed, around, before, claimed, detail_rules
from newscrawl.deals.tellings.event_dates import is_behind_clause, is_of_other, may_be_past

LEAST = 1000
"""Sums below are prices of things, not of companies; a price per share is kept apart."""
SHARED = ("partnership", "joint_venture", "merger")
LEAST_SHARED = 100_000
"""What two put into something together is more than cars cost."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a frame's sentence says besides who: the sum, the share, and when."""

    money: Money | None = None
    percent: Percent | None = None
    stake_after: Percent | None = None
    held: Percent | None = None
    """What somebody holds from now on ("hält KÜNFTIG 25 Prozent"): all that he has bought if he had none before."""
    option: Percent | None = None
    date: Date | None = None
    closing_expected: Date | None = None
    closed: Date | None = None


P = TypeVar("P", bound=Placed)


def details_of(frame: Frame, analysis: Analysis) -> Details:
    """The details of a frame's own sentence; of several frames there, each mention belongs to the nearest, and to those
    that tell of the same parties ("last year it STRUCK A DEAL with Tal TO DEVELOP trucks").
    """
    frames = analysis.frames_in(frame.sentence)
    phrases = analysis.phrases[frame.sentence]
    aside = aside_before(phrases, frame.index) or ()
    return _details(
        frame.sentence,
        analysis,
        lambda m: m.start not in aside and _is_of(_nearest(m, _beside(m, frames, phrases)), frame),
        lambda m: _distance(m, frame),
        frame,
    )


def _is_of(nearest: Frame, frame: Frame) -> bool:
    """Whether a frame tells nothing of others than another one does; what a company raises is the price of nothing but
    the round that its verb tells, too ("LED a $5m ROUND"), or what it goes into ("INVESTIERT $5m in ein JOINT VENTURE
    mit Tal"), nor is what the seller once paid ("from Norvik, WHICH BOUGHT IT for $5m")."""
    if nearest is not frame and nearest.trigger.invests and nearest.group is frame.group:
        return True
    if nearest is not frame and nearest.type == "funding":
        return frame.type == "funding" and nearest.governed_as == "object" and nearest.group is frame.group
    if nearest is not frame and _buys_what_it_sells(nearest, frame):
        return False
    own, its = set(frame.named()), set(nearest.named())
    return nearest is frame or (bool(its) and its <= own)


def _buys_what_it_sells(before: Frame, sale: Frame) -> bool:
    """Whether who sells has bought it before: by name, as "der Konzern" where nobody is told to buy it now, or as "it"
    ("is selling Tal to Bergen, which IT BOUGHT for $90m")."""
    sellers, buyers = sale.named_as("seller"), before.named_as(*BUYERS.values())
    taken_up = any(f.reference is not None for role in BUYERS.values() for f in before.roles.get(role, ()))
    if sellers and not buyers and taken_up:
        same = not set(before.named_as("target")).isdisjoint(sale.named_as("target"))
        return same or sale.roles.keys().isdisjoint(BUYERS.values())
    return not set(buyers).isdisjoint(sellers)


def _beside(mention: Placed, frames: list[Frame], phrases: list[Phrase]) -> list[Frame]:
    """The frames whose clause a mention stands in; where clauses are not told apart, those on its side of what opens
    another one ("in December, WHILE …").
    """
    frames = [f for f in frames if not _is_paid_with(f, frames)]
    if len(frames) < 2:
        return frames
    if between := [f for f in frames if _is_before_verb(mention, f, frames, phrases)]:
        return between
    if phrases[0].clause < 0:
        joints = [p.start for p in phrases if p.kind in OPENERS or _goes_on(phrases, p)]
        return [f for f in frames if not any(_is_between(j, mention.start, f.start) for j in joints)] or frames
    clause = next((p.clause for p in phrases if p.start <= mention.start < p.end), -1)
    here = [f for f in frames if phrases[f.index].clause == clause] or frames
    return [f for f in here if not _is_closed(f, mention, phrases)] or here


def _is_paid_with(frame: Frame, frames: list[Frame]) -> bool:
    """Whether a noun that names nobody hangs on the verb that tells another deal: "bought Tal for 400,000 SHARES and $3
    million"."""
    if frame.noun is None or frame.governed_as in ("", "subject", "object") or frame.named():
        return False
    return any(f.noun is None and f.group is frame.group and f.named() for f in frames)


def _is_closed(frame: Frame, mention: Placed, phrases: list[Phrase]) -> bool:
    """Whether the verb of a frame ends its half of a clause before a mention: "war 1998 mit Tal FUSIONIERT und 2003
    übernommen worden"."""
    if frame.start > mention.start or frame.noun is not None or frame.group is None:
        return False
    joint = phrases[frame.index + 1] if frame.index + 1 < len(phrases) else None
    return frame.group.form in ("participle", "infinitive") and joint is not None and joint.kind == "&"


def _is_before_verb(mention: Placed, frame: Frame, frames: list[Frame], phrases: list[Phrase]) -> bool:
    """Whether a mention stands behind the noun that tells a deal and before the verb that tells another one: "Nach dem
    Kauf von Tal IM MAI kauft Norvik Bergen"."""
    verb = frame.group
    if frame.noun is None or verb is None or not frame.start < mention.start < verb.start:
        return False
    parted = any(p.kind == "VG" for p in phrases if frame.start < p.start < mention.start)
    return not parted and any(other.noun is None and other.group is verb for other in frames)


OPENERS = "SC;"


def _goes_on(phrases: list[Phrase], joint: Phrase) -> bool:
    """Whether a conjunction joins another clause, with a subject of its own or without: "took 10 percent AND WILL
    SWITCH", "won a contract, AND IT BOUGHT Tal"."""
    behind = phrases[joint.index + 1 : joint.index + 3] if joint.kind == "&" else []
    if behind and behind[0].kind == "NP" and not behind[0].preposition:
        behind = behind[1:]
    return bool(behind) and behind[0].kind == "VG" and bool(behind[0].helpers or behind[0].form in ("past", "present"))


def _is_between(at: int, one: int, other: int) -> bool:
    return min(one, other) < at < max(one, other)


def sentence_details(number: int, analysis: Analysis, deal_type: str = "") -> Details:
    """The details of a sentence that speaks of one deal, perhaps of a known type ("The deal is worth $5bn")."""
    return _details(number, analysis, lambda m: True, lambda m: m.start, deal_type=deal_type)


def _details(
    number: int,
    analysis: Analysis,
    belongs: Callable[[Placed], bool],
    distance: Callable[[Placed], int],
    frame: Frame | None = None,
    deal_type: str = "",
) -> Details:
    text, rules, figures = analysis.text, detail_rules(analysis.language), analysis.figures(number)
    sums = [] if frame is not None and frame.outdoes else [m for m in figures.money if belongs(m)]
    sums = [m for each in sums if (m := in_its_currency(each, text, analysis.language)) is not None]
    prices = _prices(sums, frame.type if frame else deal_type, text, rules)
    percents = [p for p in figures.percents if belongs(p) and not _is_of_other_firm(p, frame, analysis)]
    held = [p for p in percents if rules.held.search(before(text, p))]
    shares = [
        p for p in percents if p not in held and (_is_got(p, frame, analysis) or not claimed(text, p, rules.no_share))
    ]
    options = [p for p in shares if rules.option.search(before(text, p))]
    after = [p for p in shares if p not in options and rules.result.search(before(text, p))]
    dates = [d for d in figures.dates if belongs(d)]
    expected = [d for d in dates if rules.expected.search(around(text, d, analysis.sentences[number]))]
    done = [d for d in dates if d not in expected and rules.done.search(before(text, d))]
    event = [d for d in dates if d not in expected and _dates_it(d, frame, analysis, rules)]
    return Details(
        money=_whole_price(_first(prices, distance), sums, text, rules),
        percent=_first([p for p in shares if p not in options and p not in after], distance),
        stake_after=_first(after, distance),
        held=_first(held, distance),
        option=_first(options, distance),
        date=_first([d for d in event if d not in done] or event, distance),
        closing_expected=_first(expected, distance),
        closed=_first(done, distance),
    )


def _is_got(share: Percent, frame: Frame | None, analysis: Analysis) -> bool:
    """ "OWNS 4.9 PERCENT of Tal, which it bought in 2011": what somebody has, where only a clause behind tells that he
    got it."""
    if frame is None or frame.group is None or not keeps_shares(frame, analysis):
        return False
    return 0 <= share.start - frame.group.end < SHORT


def keeps_shares(frame: Frame, analysis: Analysis) -> bool:
    """Whether the verb of a frame says only that somebody has shares: "OWNS 12 percent of Tal"."""
    verb = frame.group.verb if frame.group is not None else None
    keeps = verb is not None and lexicon(analysis.language).is_a(verb.lemma, "keeping")
    return keeps and frame.type == "stake" and not frame.status


SHORT = 20
"""Characters between a verb of having and the share that somebody has."""


def _is_of_other_firm(share: Percent, frame: Frame | None, analysis: Analysis) -> bool:
    """ "bought Tal, while Bergen settled for 20 PERCENT OF CORSO": of whom none is that the frame tells of."""
    told = {f.entity for found in frame.roles.values() for f in found} if frame is not None else set()
    if frame is None or None in told or len(told) < PAIR:
        return False
    behind = next((m for m in analysis.names_in(frame.sentence) if m.start > share.end), None)
    if behind is None or behind.entity in told or behind.start - share.end > BESIDE:
        return False
    return _share_link(analysis.language).fullmatch(analysis.text, share.end, behind.start) is not None


PAIR = 2
"""How many are told of where a frame names both of its sides."""


@cache
def _share_link(language: str) -> re.Pattern[str]:
    """What stands between a share and the company that it is of: " of ", " of the brokerage "."""
    return re.compile(rf" (?:{lexicon(language).any_of('share_link')}) (?:[\w-]++ ){{0,3}}")


def _prices(money: list[Money], deal_type: str, text: str, rules: DetailRules) -> list[Money]:
    """The sums that can be what a deal costs."""
    least = LEAST_SHARED if deal_type in SHARED else LEAST
    no_price = [rules.no_price]
    if deal_type in rules.no_price_of:
        no_price.append(rules.no_price_of[deal_type])
    return [
        m
        for m in money
        if (m.value is None or m.value >= least or rules.symbolic.search(before(text, m) + text[m.start : m.end]))
        and not any(claimed(text, m, words) for words in no_price)
        and not _is_conversion(m, money, text)
    ]


def _dates_it(date: Date, frame: Frame | None, analysis: Analysis, rules: DetailRules) -> bool:
    """Whether a date can be that of the deal."""
    if not may_be_past(date, frame, analysis) or is_of_other(date, frame, analysis.text, rules):
        return False
    return not (is_behind_clause(date, frame, analysis) or is_of_other_verb(date, frame, analysis))


def _is_conversion(sum_: Money, others: Sequence[Money], text: str) -> bool:
    """Whether a sum in brackets only says another one in another currency: "18.95 billion rupees ($253 million)"."""
    opened = text[max(0, sum_.start - BESIDE) : sum_.start].rstrip()
    return opened.endswith("(") and any(
        opened[:-1].rstrip().endswith(text[o.start : o.end]) for o in others if o.end < sum_.start
    )


def _whole_price(price: Money | None, sums: Sequence[Money], text: str, rules: DetailRules) -> Money | None:
    """The sum that a price per share comes to, where it is said: "$31 a share, or ABOUT $1.3 BILLION"."""
    if price is None or price.per_share is None:
        return price
    whole = (m for m in sums if m.value is not None and m.value > price.per_share * SHARES)
    return next((m for m in whole if rules.comes_to.fullmatch(text, price.end, m.start)), price)


SHARES = 1000
"""Of how many shares the price of a whole company is at least."""


def _first(found: Sequence[P], distance: Callable[[Placed], int]) -> P | None:
    return min(found, key=distance, default=None)


def _distance(mention: Placed, frame: Frame) -> int:
    """Characters between a trigger and a mention; what stands before the trigger counts double."""
    start, end = (frame.start, frame.end) if frame.beside is None else (frame.beside, frame.beside)
    if mention.start >= end:
        return mention.start - end
    return 2 * max(0, start - mention.end)


def _nearest(mention: Placed, frames: Iterable[Frame]) -> Frame:
    return min(frames, key=lambda frame: _distance(mention, frame))
