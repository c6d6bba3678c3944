"""Which sum, share and dates of a sentence belong to a frame; a sum that is a valuation or a revenue belongs to none."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol, TypeVar

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames import Frame
from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.mentions.percents import Percent
from newscrawl.deals.sentences import Sentence
from newscrawl.tables import Table

BESIDE = 60
"""How many characters before and behind a mention are read for a word that claims it."""


class Beside(Table):
    """Regular expressions over the lower-case text before and behind a mention."""

    before: list[str]
    after: list[str]
    option: list[str] = []
    result: list[str] = []


class Closing(Table):
    """Regular expressions that make a date that of the closing, expected or past."""

    expected: list[str]
    done: list[str]


class DetailTable(Table):
    """``details.toml``: see the comments there."""

    no_price: Beside
    no_share: Beside
    closing: Closing


@dataclass(frozen=True, slots=True)
class DetailRules:
    """The detail rules of a language, compiled."""

    no_price: tuple[re.Pattern[str], re.Pattern[str]]
    no_share: tuple[re.Pattern[str], re.Pattern[str]]
    option: re.Pattern[str]
    result: re.Pattern[str]
    expected: re.Pattern[str]
    done: re.Pattern[str]


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
    """The detail rules of a language, read once."""
    table = language_table(language, "details", DetailTable)
    return DetailRules(
        (_any(table.no_price.before), _any(table.no_price.after)),
        (_any(table.no_share.before), _any(table.no_share.after)),
        _any(table.no_share.option),
        _any(table.no_share.result),
        _any(table.closing.expected),
        _any(table.closing.done),
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def details_of(frame: Frame, analysis: Analysis) -> Details:
    """The details of a frame's own sentence; of several frames there, each mention belongs to the nearest."""
    rules = detail_rules(analysis.language)
    sentence = analysis.sentences[frame.sentence]
    frames = [f for f in analysis.frames if f.sentence == frame.sentence]

    def mine(found: Sequence[P]) -> list[P]:
        return [m for m in inside(found, sentence) if _nearest(m, frames) is frame]

    prices = [m for m in mine(analysis.money) if not _claimed(analysis.text, m, rules.no_price)]
    shares = [p for p in mine(analysis.percents) if not _claimed(analysis.text, p, rules.no_share)]
    options = [p for p in shares if rules.option.search(_before(analysis.text, p))]
    after = [p for p in shares if p not in options and rules.result.search(_before(analysis.text, p))]
    bought = [p for p in shares if p not in options and p not in after]
    dates = mine(analysis.dates)
    expected = [d for d in dates if rules.expected.search(_around(analysis.text, d))]
    event = [d for d in dates if d not in expected and d.iso is not None]
    return Details(
        _closest(prices, frame), _closest(bought, frame), _closest(after, frame), _closest(options, frame),
        _closest(event, frame), _closest(expected, frame), None,
    )  # fmt: skip


def inside(found: Sequence[P], sentence: Sentence) -> list[P]:
    """The mentions within a sentence."""
    return [m for m in found if sentence.start <= m.start < sentence.end]


def _claimed(text: str, mention: Placed, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    return bool(patterns[0].search(_before(text, mention)) or patterns[1].search(_behind(text, mention)))


def _before(text: str, mention: Placed) -> str:
    return text[max(0, mention.start - BESIDE) : mention.start].casefold()


def _behind(text: str, mention: Placed) -> str:
    return text[mention.end : mention.end + BESIDE].casefold()


def _around(text: str, mention: Placed) -> str:
    return text[max(0, mention.start - BESIDE) : mention.end + BESIDE].casefold()


def _distance(mention: Placed, frame: Frame) -> int:
    """Characters between a trigger and a mention; what stands before the trigger counts double."""
    if mention.start >= frame.end:
        return mention.start - frame.end
    return 2 * max(0, frame.start - mention.end)


def _nearest(mention: Placed, frames: Iterable[Frame]) -> Frame:
    return min(frames, key=lambda frame: _distance(mention, frame))


def _closest(found: Sequence[P], frame: Frame, key: Callable[[P, Frame], int] = _distance) -> P | None:
    return min(found, key=lambda mention: key(mention, frame), default=None)
