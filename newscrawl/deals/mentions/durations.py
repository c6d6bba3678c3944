"""Durations in a text: how long something is agreed for, never an age or how long ago."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.numbers import (
    BLANK,
    HYPHEN,
    LINK,
    Numbers,
    alternation,
    beginning_within,
    numbers,
    qualifier_before,
    words_before,
)
from newscrawl.deals.mentions.traces import Traces, traces_of
from newscrawl.tables import Table


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration as printed with the words that lead to it, and as ISO 8601 (P3Y, P36M); a range has its lower end."""

    start: int
    end: int
    iso: str


class DurationFound(Table, frozen=True):
    """What an example must give."""

    quote: str
    iso: str


class DurationExample(Table, frozen=True):
    """A text and the durations in it, in order; none makes it a counterexample."""

    text: str
    found: list[DurationFound]


class DurationWords(Table, frozen=True):
    """The file ``durations.toml`` of a language; units are ISO 8601 designators."""

    units: dict[str, list[str]]
    decades: list[str]
    suffixes: dict[str, list[str]]
    endings: list[str]
    leads: list[str]
    article_leads: list[str]
    not_after: list[str]
    not_before: list[str]
    contracts: list[str]
    never: list[str]
    fixed: dict[str, str]
    examples: list[DurationExample]


@dataclass(frozen=True, slots=True)
class _Grammar:
    numbers: Numbers
    traces: Traces
    unit: re.Pattern[str]
    suffix: re.Pattern[str]
    fixed: re.Pattern[str]
    digits: re.Pattern[str]
    words: re.Pattern[str]
    units: dict[str, str]
    leads: frozenset[str]
    article_leads: frozenset[str]
    not_after: frozenset[str]
    not_before: re.Pattern[str]
    contract: re.Pattern[str]
    never: frozenset[str]
    fixed_values: dict[str, str]


_REACH = 50
_LONGEST = {"Y": 99, "M": 600, "W": 520, "D": 3650}  # longer is history, not a term
_AGES = range(16, 100)
_DECADE = "decade"


@cache
def _grammar(language: str) -> _Grammar:
    table, rules = language_table(language, "durations", DurationWords), numbers(language)
    units = {word: iso for iso, words in table.units.items() for word in words} | dict.fromkeys(table.decades, _DECADE)
    suffixes = {word: iso for iso, words in table.suffixes.items() for word in words}
    joiner = rf"(?:{BLANK}|{HYPHEN})*+{rules.joiners}{BLANK}*+"

    def back(number: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.,])(?:(?P<first>{number}){joiner})?(?P<last>{number})(?:{LINK})?$")

    return _Grammar(
        numbers=rules,
        traces=traces_of([*units, *table.fixed], pieces=suffixes),
        unit=re.compile(rf"{LINK}(?P<unit>{alternation(units)})(?!\w)"),
        suffix=re.compile(rf"(?P<unit>{alternation(suffixes)})(?:{alternation(table.endings)})?+(?!\w)"),
        fixed=re.compile(rf"(?<!\w){alternation(table.fixed)}(?!\w)"),
        digits=back(rules.digits),
        words=back(f"(?:{rules.digits}|(?i:{rules.words}))"),
        units=units | suffixes,
        leads=frozenset(table.leads),
        article_leads=frozenset(table.article_leads),
        not_after=frozenset(table.not_after),
        not_before=re.compile(rf"(?:{LINK})?{alternation(table.not_before)}(?!\w)"),
        contract=re.compile(rf"{BLANK}++(?:\w++{BLANK}++)?\w*?{alternation(table.contracts)}\w*+"),
        never=frozenset(table.never),
        fixed_values=table.fixed,
    )


def duration_traces(language: str) -> Traces:
    """What a text shows that holds a duration: a unit of time."""
    return _grammar(language).traces


def find_durations(text: str, language: str, start: int = 0, end: int | None = None) -> list[Duration]:
    """Find the durations in a text.

    Args:
        text: any string.
        language: ISO 639-1 code of a language with rules.
        start: the offset from which on, and
        end: the offset before which what is looked for begins; all of the text without them.

    Returns:
        The durations in text order, none overlapping. Ages, anniversaries and times past are none, nor is a
        duration without a number ("multi-year").

    Raises:
        FileNotFoundError: there are no rules for the language.
    """
    grammar = _grammar(language)
    within = (text, start, len(text) if end is None else end)
    units = [unit for pattern in (grammar.unit, grammar.suffix) for unit in beginning_within(pattern, *within)]
    found = [
        Duration(m.start(), m.end(), grammar.fixed_values[_plain(m[0])])
        for m in beginning_within(grammar.fixed, *within)
    ]
    for unit in sorted(units, key=lambda match: match.start()):
        duration = _before(text, unit, grammar)
        if duration and not any(d.start < duration.end and duration.start < d.end for d in found[-3:]):
            found.append(duration)
    return sorted(found, key=lambda duration: duration.start)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _before(text: str, unit: re.Match[str], grammar: _Grammar) -> Duration | None:
    """The duration whose number stands before ``unit``."""
    offset = max(0, unit.start("unit") - _REACH)
    near = text[max(0, unit.start("unit") - 2) : unit.start("unit")].strip(" -‐‑\u00a0")[-1:]
    match = (grammar.digits if near.isdecimal() else grammar.words).search(text[offset : unit.start("unit")])
    if match is None or grammar.not_before.match(text, unit.end()):
        return None
    start = offset + match.start()
    phrases = words_before(text, start, 0)
    qualified, _ = qualifier_before(text, start, 0, grammar.numbers)
    iso = _iso(match, unit, {phrase for _, phrase in (*phrases, *words_before(text, qualified, 0))}, grammar)
    end = _end(text, unit, iso, grammar)
    if iso is None or end is None or _plain(text[start:end]) in grammar.never:
        return None
    leads = grammar.article_leads if _is_article(match, grammar) else grammar.leads
    return Duration(next((o for o, p in phrases if p in leads), start), end, iso)


def _end(text: str, unit: re.Match[str], iso: str | None, grammar: _Grammar) -> int | None:
    """Where a duration ends: "der 50-jährige Berg" is an age and none, "ein 30-jähriger Vertrag" says of what."""
    if iso is None or unit.re is not grammar.suffix or iso[-1] != "Y" or int(iso[1:-1]) not in _AGES:
        return unit.end()
    contract = grammar.contract.match(text, unit.end())
    return contract.end() if contract else None


def _is_article(match: re.Match[str], grammar: _Grammar) -> bool:
    return (match["first"] or match["last"]).lower() in grammar.numbers.articles


def _iso(match: re.Match[str], unit: re.Match[str], before: set[str], grammar: _Grammar) -> str | None:
    """The lower end of the range, or the number, in ISO 8601; None where the words before speak against it."""
    value = grammar.numbers.value(match["first"] or match["last"])
    if value is None or before & grammar.not_after:
        return None
    if _is_article(match, grammar) and not before & grammar.article_leads:
        return None
    return _period(value, grammar.units[unit["unit"]])


def _period(value: Decimal, unit: str) -> str | None:
    """ "P3Y"; half years in months; None for half weeks and for anything too long to be agreed."""
    if unit == _DECADE:
        value, unit = value * 10, "Y"
    if unit == "Y" and value % 1:
        value, unit = value * 12, "M"
    return f"P{int(value)}{unit}" if 0 < value <= _LONGEST[unit] and not value % 1 else None
