"""The sums, shares, durations and dates of a sentence: looked for only where a rule asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from newscrawl.deals.mentions.dates import Date, date_traces, find_dates
from newscrawl.deals.mentions.durations import Duration, duration_traces, find_durations
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.money import Money, Withheld, find_money, find_withheld, money_traces
from newscrawl.deals.mentions.percents import Percent, find_percents, percent_traces
from newscrawl.deals.mentions.traces import WORD, Shown
from newscrawl.deals.mentions.trade_words import TRADE_TRACES, TradeWord, find_trade_words
from newscrawl.deals.sentences import Sentence
from newscrawl.deals.syntax.lexicon import lexicon

Found = Money | Percent | Date | Duration | Mention | TradeWord


class Figures:
    """What is counted or dated in one sentence, each in text order; offsets count in the article's text."""

    def __init__(self, text: str, sentence: Sentence, language: str, published: str | None) -> None:
        self.text = text
        self.language = language
        self.published = published
        self.start, self.end = sentence.start, sentence.end
        self.words = WORD.findall(text, self.start, self.end)

    def leave_out(self, spans: Sequence[tuple[int, int]]) -> None:
        """Forget what stands in spans that tell of nothing but a name: "Norvik, which has SALES OF $3 BILLION, …"."""
        for kind in FIGURES:
            found = getattr(self, kind)
            found[:] = [f for f in found if not is_within(f.start, spans)]

    @cached_property
    def shown(self) -> int:
        """Of what there are traces, as bits: only that is worth while to look for."""
        return _shown(self.language).by(self.words)

    @cached_property
    def money(self) -> list[Money]:
        """Sums of money."""
        return find_money(self.text, self.language, self.start, self.end) if self.shown & MONEY else []

    @cached_property
    def percents(self) -> list[Percent]:
        """Percentages and fractions."""
        return find_percents(self.text, self.language, self.start, self.end) if self.shown & PERCENT else []

    @cached_property
    def durations(self) -> list[Duration]:
        """How long something lasts."""
        return find_durations(self.text, self.language, self.start, self.end) if self.shown & DURATION else []

    @cached_property
    def dates(self) -> list[Date]:
        """Dates, read as of the day of publication."""
        if not self.shown & DATE:
            return []
        return find_dates(self.text, self.language, self.published, self.start, self.end)

    @cached_property
    def trade_words(self) -> list[TradeWord]:
        """Words of the trade written like names."""
        return find_trade_words(self.text, self.start, self.end) if self.shown & TRADE_WORD else []

    @cached_property
    def withheld(self) -> list[Withheld]:
        """Words that say that a price is not told."""
        return find_withheld(self.text, self.language, self.start, self.end)


def is_within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset is inside one of some spans."""
    return any(start <= at < end for start, end in spans)


FIGURES = ("money", "percents", "durations", "dates")
MONEY, PERCENT, DURATION, DATE, TRADE_WORD = (1 << number for number in range(5))
"""The kinds of traces."""


@cache
def _shown(language: str) -> Shown:
    of_language = (money_traces, percent_traces, duration_traces, date_traces)
    return Shown([*(traces(language) for traces in of_language), TRADE_TRACES])


def tagged(names: Sequence[Mention], figures: Figures) -> list[tuple[str, Found]]:
    """All that was found in a sentence, each with the tag it has as a token (see ``syntax.tokens.Token``), in order.

    Of two that overlap the one that begins first stays, and of those that begin together the longer one.
    """
    if not figures.shown:
        return [("E", name) for name in names]
    found: list[tuple[str, Found]] = [
        *(("M", _sum_only(m, names, figures)) for m in figures.money),
        *(("%", p) for p in figures.percents),
        *(("U", d) for d in figures.durations),
        *(("T", _date_only(d, figures.text)) for d in figures.dates),
        *(("E", n) for n in names),
        *(("N", w) for w in figures.trade_words),
    ]
    found.sort(key=lambda pair: (pair[1].start, pair[0] != "N", -pair[1].end))
    return list(_apart(found))


def _sum_only(money: Money, names: Sequence[Mention], figures: Figures) -> Money:
    """The sum of "$52 in cash for each Norvik share": whose share it is are words of the sentence."""
    name = next((n for n in names if money.start < n.start < money.end), None)
    if money.per_share is None or name is None:
        return money
    words = lexicon(figures.language)
    inside = _LETTERS.finditer(figures.text, money.start, name.start)
    between = [m for m in inside if words.is_a(m.group(), "preposition") or m.group() in words.contractions]
    return replace(money, end=between[-1].start()) if between else money


_LETTERS = re.compile(r"\w++")


OF_DEALS = ("year of a deal", "month of a deal")
"""Rules of dates that a noun for a deal stands behind."""


def _date_only(date: Date, text: str) -> Date:
    """The year of "2018 purchase", the month of "August purchase": the noun behind it is a word of the sentence."""
    if date.rule not in OF_DEALS:
        return date
    return replace(date, end=date.start + len(text[date.start : date.end].partition(" ")[0]))


def _apart(found: list[tuple[str, Found]]) -> Iterator[tuple[str, Found]]:
    end = 0
    for tag, mention in found:
        if mention.start >= end:
            yield tag, mention
            end = mention.end
