"""Percentages and fractions in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.numbers import (
    BLANK,
    LINK,
    Numbers,
    alternation,
    beginning_within,
    capitalised,
    numbers,
    qualifier_before,
    words_before,
)
from newscrawl.deals.mentions.traces import Traces, traces_of
from newscrawl.tables import Table


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent as printed, with its qualifier: ``value``, or ``value`` to ``max`` for a range."""

    start: int
    end: int
    value: Decimal
    max: Decimal | None
    qualifier: str | None


class PercentFound(Table, frozen=True):
    """What an example must give."""

    quote: str
    value: str
    max: str | None = None
    qualifier: str | None = None


class PercentExample(Table, frozen=True):
    """A text and the percentages in it, in order; none makes it a counterexample."""

    text: str
    found: list[PercentFound]


class PercentWords(Table, frozen=True):
    """The file ``percents.toml`` of a language."""

    signs: list[str]
    endings: list[str]
    not_before: list[str]
    fractions: dict[str, str]
    fraction_before: list[str]
    fraction_not_before: list[str]
    fraction_not_after: list[str]
    examples: list[PercentExample]


@dataclass(frozen=True, slots=True)
class _Grammar:
    numbers: Numbers
    traces: Traces
    sign: re.Pattern[str]
    digits: re.Pattern[str]
    words: re.Pattern[str]
    fraction: re.Pattern[str]
    fractions: dict[str, Decimal]
    fraction_not_after: frozenset[str]


_LINKS = " \t\n\u00a0\u202f\u2009-\u2010\u2011"
_REACH = 60  # characters of two numbers with what joins them
_SIGNED = re.compile(r"(?:^|[^\w%])[-+−–±]$")


@cache
def _grammar(language: str) -> _Grammar:
    table, rules = language_table(language, "percents", PercentWords), numbers(language)
    signs = alternation([form for word in table.signs for form in capitalised(word)])
    not_before = f"(?!{LINK}{alternation(table.not_before)})" if table.not_before else ""
    sign = rf"{signs}(?:{alternation(table.endings)})?+(?!\w){not_before}"
    joiner = rf"{BLANK}*+(?:(?P<joiner>{rules.joiners})|(?P<between>{rules.between_joiners})){BLANK}*+"

    def back(number: str) -> re.Pattern[str]:
        first = rf"(?P<first>{number})(?:(?:{LINK})?{sign})?{joiner}"
        return re.compile(rf"(?<![\w.,])(?:{first})?(?P<last>{number})(?:{LINK})?$")

    behind = rf"(?={LINK}(?:{'|'.join(table.fraction_before)})|\Z)" if table.fraction_before else ""
    unlike = f"(?!{LINK}(?:{'|'.join(table.fraction_not_before)}))" if table.fraction_not_before else ""
    fractions = alternation([form for word in table.fractions for form in capitalised(word)])
    return _Grammar(
        numbers=rules,
        traces=traces_of(table.fractions, pieces=table.signs),
        sign=re.compile(sign),
        digits=back(rules.digits),
        words=back(f"(?:{rules.digits}|(?i:{rules.words}))"),
        fraction=re.compile(rf"(?:(?<=[\s(\"“„-])|^){fractions}(?!\w){behind}{unlike}"),
        fractions={word.lower(): Decimal(value) for word, value in table.fractions.items()},
        fraction_not_after=frozenset(table.fraction_not_after),
    )


def percent_traces(language: str) -> Traces:
    """What a text shows that holds a percentage or a fraction."""
    return _grammar(language).traces


def find_percents(text: str, language: str, start: int = 0, end: int | None = None) -> list[Percent]:
    """Find the percentages and fractions in a text.

    Args:
        text: any string.
        language: ISO 639-1 code of a language with rules.
        start: the offset from which on, and
        end: the offset before which what is looked for begins; all of the text without them.

    Returns:
        The percentages in text order, none overlapping. Percentage points are none, nor is a change with a sign
        ("-7.9%"). A third is 33.3.

    Raises:
        FileNotFoundError: there are no rules for the language.
    """
    grammar = _grammar(language)
    found: list[Percent] = []
    within = (text, start, len(text) if end is None else end)
    for percent in sorted([*_signed(*within, grammar), *_fractions(*within, grammar)], key=lambda p: p.start):
        if not found or percent.start >= found[-1].end:
            found.append(percent)
        elif percent.end > found[-1].end:
            found[-1] = percent
    return found


def _signed(text: str, start: int, end: int, grammar: _Grammar) -> Iterator[Percent]:
    """Numbers before a percent sign or word."""
    limit = start
    for sign in beginning_within(grammar.sign, text, start, end):
        percent = _before(text, sign, limit, grammar)
        if percent:
            yield percent
            limit = percent.start


def _before(text: str, sign: re.Match[str], limit: int, grammar: _Grammar) -> Percent | None:
    near = text[max(0, sign.start() - 2) : sign.start()].rstrip(_LINKS)[-1:]
    if not near.isalnum():
        return None
    first = max(limit, sign.start() - _REACH)
    pattern = grammar.digits if near.isdecimal() else grammar.words
    match = pattern.search(text[first : sign.start()])
    if match is None:
        return None
    return _percent(text, first, match, sign.end(), grammar)


def _percent(text: str, offset: int, match: re.Match[str], end: int, grammar: _Grammar) -> Percent | None:
    start = offset + match.start("last")
    value, most = grammar.numbers.value(match["last"]), None
    if match["first"] and _is_range(text, offset + match.start("first"), match, grammar):
        low = grammar.numbers.value(match["first"])
        if low is not None and value is not None and low < value:
            start, value, most = offset + match.start("first"), low, value
    if value is None or _SIGNED.search(text, max(0, start - 2), start):
        return None
    if match["between"] and most:
        start = next((o for o, p in words_before(text, start, 0) if p in grammar.numbers.between), start)
    start, qualifier = qualifier_before(text, start, 0, grammar.numbers)
    return Percent(start, end, value, most, qualifier)


def _is_range(text: str, start: int, match: re.Match[str], grammar: _Grammar) -> bool:
    phrases = {phrase for _, phrase in words_before(text, start, 0)}
    if match["between"]:
        return bool(phrases & grammar.numbers.between)
    return not phrases & grammar.numbers.change


def _fractions(text: str, start: int, end: int, grammar: _Grammar) -> Iterator[Percent]:
    """ "A third of", "die Hälfte"."""
    for match in beginning_within(grammar.fraction, text, start, end):
        before = {phrase for _, phrase in words_before(text, match.start(), 0)}
        if not before & grammar.fraction_not_after:
            value = grammar.fractions[" ".join(match[0].lower().split())]
            start, qualifier = qualifier_before(text, match.start(), 0, grammar.numbers)
            yield Percent(start, match.end(), value, None, qualifier)
