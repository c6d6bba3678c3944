"""Which sum, share and dates of a sentence belong to a frame; a valuation or a revenue belongs to none."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import cache
from typing import Protocol, TypeVar

import msgspec

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.any_of import any_of
from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.figures import OF_DEALS
from newscrawl.deals.frame import Frame
from newscrawl.deals.languages import language_file, language_table
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.syntax.phrases import Phrase
from newscrawl.tables import Table, check_named

LEAST = 1000
"""Sums below are prices of things, not of companies; a price per share is kept apart."""
BLANKS = re.compile(r"\s++")
BESIDE = 60
"""How many characters before and behind a mention are read for a word that claims it."""


class Beside(Table, frozen=True):
    """Regular expressions over the lower-case text before and behind a mention."""

    before: list[str]
    after: list[str]
    option: tuple[str, ...] = ()
    result: tuple[str, ...] = ()


class Closing(Table, frozen=True):
    """Regular expressions: around a date that of the expected closing, before a date that of the closing; at the
    beginning of a date that it dates nothing ("since 2024")."""

    expected: list[str]
    done: list[str]
    open_ended: list[str]
    other: tuple[str, ...] = ()
    """Before a date that is that of something else ("founded in 2007")."""
    behind: tuple[str, ...] = ()
    """Behind such a date ("Friday's close")."""


class Price(Table, frozen=True):
    """Regular expressions that make a sum in the sentence behind a deal its price."""

    cues: list[str]
    comes_to: tuple[str, ...] = ()
    """Between a price per share and what it comes to ("$31 a share, OR about $1.3 billion")."""
    symbolic: tuple[str, ...] = ()
    """Before a price that is small on purpose ("a NOMINAL £1")."""
    of: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """More cues, by the type of the deal ("invest" for a joint venture)."""


class DetailTable(Table, frozen=True):
    """``details.toml``: see the comments there."""

    no_price: Beside
    no_share: Beside
    closing: Closing
    price: Price
    no_price_of: dict[str, Beside] = msgspec.field(default_factory=dict)
    """The same as ``no_price``, for one type of deals ("bought Tal and INVESTED $5m")."""


Sides = tuple[re.Pattern[str], re.Pattern[str]]
"""What claims a mention before it and behind it."""


@dataclass(frozen=True, slots=True)
class DetailRules:
    """The detail rules of a language, compiled."""

    no_price: Sides
    no_price_of: dict[str, Sides]
    no_share: Sides
    option: re.Pattern[str]
    result: re.Pattern[str]
    expected: re.Pattern[str]
    done: re.Pattern[str]
    open_ended: re.Pattern[str]
    other: re.Pattern[str]
    behind: re.Pattern[str]
    price: re.Pattern[str]
    price_of: dict[str, re.Pattern[str]]
    comes_to: re.Pattern[str]
    symbolic: re.Pattern[str]

    def says_price_of(self, low: str, deal_type: str) -> bool:
        """Whether a sentence right behind a deal, in lower case, has words for what just this type of deals costs."""
        own = self.price_of.get(deal_type)
        return own is not None and own.search(low) is not None


@dataclass(frozen=True, slots=True)
class Details:
    """What a frame's sentence says besides who: the sum, the share, and when."""

    money: Money | None = None
    percent: Percent | None = None
    stake_after: Percent | None = None
    option: Percent | None = None
    date: Date | None = None
    closing_expected: Date | None = None
    closed: Date | None = None


class Placed(Protocol):
    """A mention with offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


P = TypeVar("P", bound=Placed)


@cache
def detail_rules(language: str) -> DetailRules:
    """The detail rules of a language, read once.

    Raises:
        TableError: rules are given for a deal type that there is not.
    """
    table, path = language_table(language, "details", DetailTable), language_file(language, "details")
    check_named(f"{path}: no_price_of", table.no_price_of, deal_types())
    check_named(f"{path}: price.of", table.price.of, deal_types())
    return DetailRules(
        _sides(table.no_price),
        {name: _sides(beside) for name, beside in table.no_price_of.items()},
        _sides(table.no_share),
        any_of(table.no_share.option),
        any_of(table.no_share.result),
        any_of(table.closing.expected),
        any_of(table.closing.done),
        any_of(table.closing.open_ended),
        any_of(table.closing.other),
        any_of(table.closing.behind),
        any_of(table.price.cues),
        {name: any_of(cues) for name, cues in table.price.of.items()},
        any_of(table.price.comes_to),
        any_of(table.price.symbolic),
    )


def _sides(beside: Beside) -> Sides:
    return any_of(beside.before), any_of(beside.after)


def details_of(frame: Frame, analysis: Analysis) -> Details:
    """The details of a frame's own sentence; of several frames there, each mention belongs to the nearest, and to those
    that tell of the same parties ("last year it STRUCK A DEAL with Tal TO DEVELOP trucks").
    """
    frames = analysis.frames_in(frame.sentence)
    phrases = analysis.phrases[frame.sentence]
    return _details(
        frame.sentence,
        analysis,
        lambda m: _is_of(_nearest(m, _beside(m, frames, phrases)), frame),
        lambda m: _distance(m, frame),
        frame,
    )


def _is_of(nearest: Frame, frame: Frame) -> bool:
    """Whether a frame tells nothing of others than another one does; what a company raises is no price of it."""
    if nearest is not frame and nearest.type == "funding":
        return False
    own, its = ({f.entity for found in one.roles.values() for f in found} - {None} for one in (frame, nearest))
    return nearest is frame or (bool(its) and its <= own)


def _beside(mention: Placed, frames: list[Frame], phrases: list[Phrase]) -> list[Frame]:
    """The frames whose clause a mention stands in; where clauses are not told apart, those on its side of what opens
    another one ("in December, WHILE …").
    """
    if len(frames) < 2:
        return frames
    if phrases[0].clause < 0:
        joints = [p.start for p in phrases if p.kind in OPENERS]
        return [f for f in frames if not any(_is_between(j, mention.start, f.start) for j in joints)] or frames
    clause = next((p.clause for p in phrases if p.start <= mention.start < p.end), -1)
    return [f for f in frames if phrases[f.index].clause == clause] or frames


OPENERS = "SC;"


def _is_between(at: int, one: int, other: int) -> bool:
    return min(one, other) < at < max(one, other)


def sentence_details(number: int, analysis: Analysis) -> Details:
    """The details of a sentence that speaks of one deal ("The deal is worth $5bn")."""
    return _details(number, analysis, lambda m: True, lambda m: m.start)


def _details(
    number: int,
    analysis: Analysis,
    belongs: Callable[[Placed], bool],
    distance: Callable[[Placed], int],
    frame: Frame | None = None,
) -> Details:
    text, rules, figures = analysis.text, detail_rules(analysis.language), analysis.figures(number)
    money = [m for m in figures.money if belongs(m)]
    percents = [p for p in figures.percents if belongs(p)]
    dates = [d for d in figures.dates if belongs(d)]
    prices = [m for m in money if m.value is None or m.value >= LEAST or rules.symbolic.search(_before(text, m))]
    prices = [m for m in prices if not _claimed(text, m, rules.no_price) and not _is_conversion(m, money, text)]
    if frame is not None and frame.type in rules.no_price_of:
        prices = [m for m in prices if not _claimed(text, m, rules.no_price_of[frame.type])]
    shares = [p for p in percents if not _claimed(text, p, rules.no_share)]
    options = [p for p in shares if rules.option.search(_before(text, p))]
    after = [p for p in shares if p not in options and rules.result.search(_before(text, p))]
    bought = [p for p in shares if p not in options and p not in after]
    expected = [d for d in dates if rules.expected.search(_around(text, d, analysis.sentences[number]))]
    done = [d for d in dates if d not in expected and rules.done.search(_before(text, d))]
    event = [d for d in dates if d not in expected and _may_be_past(d, frame, analysis)]
    event = [d for d in event if not (_is_of_other(d, frame, text, rules) or _is_behind_clause(d, frame, analysis))]
    event = [d for d in event if d not in done] or event
    return Details(
        money=_whole_price(_first(prices, distance), prices, text, rules),
        percent=_first(bought, distance),
        stake_after=_first(after, distance),
        option=_first(options, distance),
        date=_first(event, distance),
        closing_expected=_first(expected, distance),
        closed=_first(done, distance),
    )


def _may_be_past(date: Date, frame: Frame | None, analysis: Analysis) -> bool:
    """Whether a date is known and can lie before the publication."""
    if date.iso is None or date.future or _is_ahead(date, analysis):
        return False
    return _has_happened(frame) or not _is_nearer_ahead(date, analysis)


def _has_happened(frame: Frame | None) -> bool:
    """ "Norvik BOUGHT Tal on Dec. 3": what has happened is dated before the publication."""
    group = frame.group if frame is not None else None
    return group is not None and group.form == "past" and not group.helpers


def _is_of_other(date: Date, frame: Frame | None, text: str, rules: DetailRules) -> bool:
    """Whether what stands beside a date says that it is that of something else than of the deal."""
    if date.rule in OF_DEALS:
        return False
    before = _before(text, date)
    told = rules.other.search(before)
    if told and frame is not None and len(before) - told.start() == date.start - frame.start:
        told = None  # "FOUNDED the venture Tal in 2019"
    return bool(told or rules.other.search(_own(text, date)) or rules.behind.search(_behind(text, date)))


def _is_behind_clause(date: Date, frame: Frame | None, analysis: Analysis) -> bool:
    """Whether a date stands behind the relative clause that tells the deal: "Norvik, which has bought Tal, said ON
    FRIDAY that …"."""
    phrases = analysis.phrases[frame.sentence] if frame is not None else None
    if frame is None or phrases is None or frame.index >= len(phrases) or phrases[0].clause >= 0:
        return False
    opened = next((p for p in reversed(phrases[: frame.index]) if p.kind in "L,;"), None)
    if opened is None or opened.kind != "L" or not opened.index or phrases[opened.index - 1].kind != ",":
        return False
    closed = next((p for p in phrases[frame.index :] if p.kind == ","), None)
    if closed is None or closed.start > date.start or closed.index + 1 >= len(phrases):
        return False
    return phrases[closed.index + 1].kind == "VG"


def _is_conversion(sum_: Money, others: Sequence[Money], text: str) -> bool:
    """Whether a sum in brackets only says another one in another currency: "18.95 billion rupees ($253 million)"."""
    before = text[max(0, sum_.start - BESIDE) : sum_.start].rstrip()
    return before.endswith("(") and any(
        before[:-1].rstrip().endswith(text[o.start : o.end]) for o in others if o.end < sum_.start
    )


def _whole_price(price: Money | None, prices: Sequence[Money], text: str, rules: DetailRules) -> Money | None:
    """The sum that a price per share comes to, where it is said: "$31 a share, or ABOUT $1.3 BILLION"."""
    if price is None or price.per_share is None:
        return price
    sums = (m for m in prices if m.value is not None)
    return next((m for m in sums if rules.comes_to.fullmatch(text, price.end, m.start)), price)


def _is_ahead(date: Date, analysis: Analysis) -> bool:
    """Whether a date lies behind the day of publication."""
    published = (analysis.published or "9999")[: len(date.iso or "")]
    return (date.iso or "") > published


LONG_AGO = 60
"""Days: a date without a year that was so long ago, and will be again sooner, is meant to come."""


def _is_nearer_ahead(date: Date, analysis: Analysis) -> bool:
    """Whether a day without a year lies ahead rather than behind: "on 1 April", told in March."""
    days = (date.iso or "", (analysis.published or "")[:10], date.iso_future or "")
    if date.kind != "relative" or any(len(day) != 10 for day in days):
        return False
    past, today, ahead = (calendar_date.fromisoformat(day) for day in days)
    return (today - past).days > LONG_AGO and ahead - today < today - past


def _first(found: Sequence[P], distance: Callable[[Placed], int]) -> P | None:
    return min(found, key=distance, default=None)


def _claimed(text: str, mention: Placed, patterns: Sides) -> bool:
    return bool(patterns[0].search(_before(text, mention)) or patterns[1].search(_behind(text, mention)))


def _before(text: str, mention: Placed) -> str:
    return BLANKS.sub(" ", text[max(0, mention.start - BESIDE) : mention.start]).casefold()


def _behind(text: str, mention: Placed) -> str:
    return BLANKS.sub(" ", text[mention.end : mention.end + BESIDE]).casefold()


def _own(text: str, mention: Placed) -> str:
    """The words of a date, of which the first may say what it is of: "FOUNDED in 1987"."""
    return text[mention.start : mention.end].casefold()


def _around(text: str, mention: Placed, sentence: Placed) -> str:
    return text[max(sentence.start, mention.start - BESIDE) : min(sentence.end, mention.end + BESIDE)].casefold()


def _distance(mention: Placed, frame: Frame) -> int:
    """Characters between a trigger and a mention; what stands before the trigger counts double."""
    start, end = (frame.start, frame.end) if frame.beside is None else (frame.beside, frame.beside)
    if mention.start >= end:
        return mention.start - end
    return 2 * max(0, start - mention.end)


def _nearest(mention: Placed, frames: Iterable[Frame]) -> Frame:
    return min(frames, key=lambda frame: _distance(mention, frame))
