"""Dates in a text: found by their patterns, read by the calendar, "three weeks ago" by dateparser."""

import re
from collections.abc import Callable, Collection, Container, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial

from newscrawl.deals.mentions import calendar
from newscrawl.deals.mentions.date_patterns import DAY, YEAR, Grammar, Pattern, Values, date_grammar
from newscrawl.deals.mentions.lexicon import word_list
from newscrawl.deals.mentions.numbers import beginning_within, words_before
from newscrawl.deals.mentions.traces import Traces


@dataclass(frozen=True, slots=True)
class Date:
    """A date as printed.

    ``iso`` is what it means, its length being the precision, or None where that cannot be known. ``kind`` is
    "absolute" if the text names the year, else "relative". ``future`` tells that words at the date point forward.
    ``iso_future`` is what a date without a year or a bare weekday means if it lies ahead ("will close in June");
    otherwise it equals ``iso``. ``rule`` is the pattern that found it.

    The quote alone, with the publication date, gives the same ``iso``.
    """

    start: int
    end: int
    iso: str | None
    kind: str
    future: bool
    iso_future: str | None
    rule: str


_ANY_DAY = (date(1000, 1, 1), date(5000, 12, 31))
_CODE = re.compile(r"([a-z]+)([+-]\d+)")
_REACH = 45
_WORD_BEHIND = re.compile(r" (\w++)")
_RANGE = re.compile(r"\d[-/–]$")


# Finding


def date_traces(language: str) -> Traces:
    """What a text shows that holds a date: a digit, or the word that its pattern is about."""
    return date_grammar(language).traces


def find_dates(
    text: str, language: str, published: str | None = None, start: int = 0, end: int | None = None
) -> list[Date]:
    """Find the dates in a text.

    Args:
        text: any string.
        language: ISO 639-1 code of a language with rules.
        published: the publication date in ISO 8601 as printed by the article; without it "yesterday" is found, and
            its ``iso`` is None.
        start: the offset from which on, and
        end: the offset before which what is looked for begins; all of the text without them.

    Returns:
        The dates in text order, none overlapping.

    Raises:
        FileNotFoundError: there are no rules for the language.
        ValueError: ``published`` is no date.
    """
    grammar = date_grammar(language)
    days = calendar.parse_published(published) if published else None
    within = (text, start, len(text) if end is None else end)
    found = [
        *_by_pattern(*within, grammar, days),
        *_ago(*within, grammar, days),
        *_anchored(*within, grammar),
    ]
    found.sort(key=lambda found_date: (found_date.start, -found_date.end))
    kept: list[Date] = []
    for found_date in found:
        if not kept or found_date.start >= kept[-1].end:
            kept.append(found_date)
    return kept


def _by_pattern(text: str, start: int, end: int, grammar: Grammar, days: tuple[date, date] | None) -> Iterator[Date]:
    limit, row = 0, False
    for position, word in _word_starts(text, start, end, grammar):
        if position < limit:
            continue
        best = _longest(text, position, _candidates(text, position, word, grammar))
        if best and _stands(text, best[1], grammar, row):
            limit, row = best[1].end(), row or "year" in best[1].groupdict()
            yield _date(best[0], best[1], grammar, days)


def _word_starts(text: str, start: int, end: int, grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Where a date may begin, and its first word; the pattern asks for a blank or the like before it."""
    first = grammar.start.match(" " + text[:_REACH]) if not start else None
    if first:
        yield 0, _key_of(first, grammar.by_start)
    for match in beginning_within(grammar.start, text, max(0, start - 1), end - 1):
        yield match.start() + 1, _key_of(match, grammar.by_start)


def _key_of(start: re.Match[str], known: Container[str]) -> str:
    """The first word of a date; of digits that no list has, what stands for them."""
    if start.lastgroup == "year":
        return YEAR
    assert start.lastgroup is not None  # one of lead, word, day
    low = start[start.lastgroup].lower()
    return DAY if start.lastgroup == "day" and low not in known else low


def _candidates(text: str, position: int, word: str, grammar: Grammar) -> Collection[Pattern]:
    """The patterns that can begin with this word; behind a lead only those that can go on with the next one."""
    if word not in grammar.lead_words:
        return grammar.by_start.get(word, ())
    patterns = {p.name: p for p in grammar.by_start[word] if word in p.cores}
    for lead in grammar.leads:
        found = lead.match(text, position)
        key = found and grammar.behind_lead.match(text, found.end())
        if key:
            patterns |= {p.name: p for p in grammar.by_lead.get((word, _key_of(key, grammar.cores)), ())}
    return patterns.values()


def _longest(text: str, position: int, patterns: Collection[Pattern]) -> tuple[Pattern, re.Match[str]] | None:
    found = None
    for pattern in patterns:
        match = pattern.regex.match(text, position)
        if match and (found is None or match.end() > found[1].end()):
            found = pattern, match
    return found


def _stands(text: str, match: re.Match[str], grammar: Grammar, row: bool) -> bool:
    """Whether what stands around a match lets it be a date; in a ``row`` another year stands before it."""
    if _plain(match[0]).lower() in grammar.never:
        return False
    before = {phrase for _, phrase in words_before(text, match.start(), 0)}
    if before & grammar.not_after or grammar.not_before.match(text, match.end()):
        return False
    named = match[0].endswith(grammar.given) or not before.isdisjoint(grammar.titled)
    if named and _NAME_BEHIND.match(text, match.end()):
        return False  # "von JAN Berg", "the SUNDAY Times"
    return not match[0].isdigit() or _bare_year(text, match, before, grammar, row)


_NAME_BEHIND = re.compile(r" [A-ZÄÖÜ][a-zäöüß]")


def _bare_year(text: str, match: re.Match[str], before: set[str], grammar: Grammar, row: bool) -> bool:
    """Four digits alone: "wurde 2012 gegründet" is a year, "2000 Mitarbeiter" is none."""
    if before & set(grammar.bare_year.not_after):
        return False
    if match[0].endswith("00"):  # rather a number, but for "2000 WURDE Tal übernommen"
        word = _WORD_BEHIND.match(text, match.end())
        return word is not None and word[1] in grammar.bare_year.round
    if _RANGE.search(text, max(0, match.start() - 2), match.start()):
        return False
    if grammar.bare_year_not_before.match(text, match.end()):
        return False
    behind = text[match.end() : match.end() + 2].strip()
    if row and (text.endswith(", ", 0, match.start()) or before & set(grammar.bare_year.row)):
        return not (behind[:1].isdigit() or _counts(text, match.end(), grammar))
    return not (behind[:1].isupper() or behind[:1].isdigit()) or bool(before & set(grammar.bare_year.after))


def _counts(text: str, end: int, grammar: Grammar) -> bool:
    """Whether digits stand before things: "und 1990 AKTIEN von Ostra", not "2014 Konkurrent OSTRA"."""
    word = _WORD_BEHIND.match(text, end)
    if word is None or word[1].lower() not in word_list(f"{grammar.language}-nouns") or not word[1][0].isupper():
        return False
    behind = _WORD_BEHIND.match(text, word.end())
    return behind is None or not behind[1][0].isupper()


def _date(pattern: Pattern, match: re.Match[str], grammar: Grammar, days: tuple[date, date] | None) -> Date:
    fields = {name: _plain(value) for name, value in match.groupdict().items() if value}
    future = _points_forward(fields, grammar)
    ahead = 2 if future else 0
    iso = _agreed(days, lambda day: _iso(fields, grammar.values, day, ahead))
    if fields.keys() & {"year", "shortyear"}:
        return Date(match.start(), match.end(), iso, "absolute", future, iso, pattern.name)
    iso_future = _agreed(days, lambda day: _iso(fields, grammar.values, day, 2))
    return Date(match.start(), match.end(), iso, "relative", future, iso_future, pattern.name)


def _agreed(days: tuple[date, date] | None, iso: Callable[[date], str | None]) -> str | None:
    """What is true whichever of the possible days of publication it was; without any, only absolute dates are."""
    first, last = days or _ANY_DAY
    meant = iso(first)
    return meant if first == last or meant == iso(last) else None


# Reading


def _points_forward(fields: dict[str, str], grammar: Grammar) -> bool:
    if "next" in fields or "+1" in grammar.values.phrase.get(fields.get("phrase", ""), ""):
        return True
    return any(value.lower() in grammar.future for value in fields.values())


def _iso(fields: dict[str, str], values: Values, published: date, ahead: int) -> str | None:
    """What the fields of a date mean; ``ahead`` is the direction of ``calendar.weekday`` where no word gives one."""
    if "units" in fields or "vague" in fields or ("this" in fields and "weekday" in fields):
        return None
    direction = -1 if "last" in fields else 1 if "next" in fields else ahead
    month = _month(fields, values)
    year = _year(fields, values, published)
    day = _day(fields, values)
    if year is not None:
        return calendar.absolute(year, month, day)
    if month and day:
        return calendar.month_day(month, day, published, direction)
    if month:
        return calendar.month(month, published, direction)
    return _without_month(fields, values, published, direction)


def _month(fields: dict[str, str], values: Values) -> int | None:
    if "monthnumber" in fields:
        return int(fields["monthnumber"])
    return values.month[fields["month"]] if "month" in fields else None


def _day(fields: dict[str, str], values: Values) -> int | None:
    if "dayword" in fields:
        return values.dayword[fields["dayword"]]
    digits = fields.get("day") or fields.get("bigday")
    return int(digits) if digits else None


_CENTURY_TURN = 70  # "12.03.69" is 2069, "12.03.70" is 1970


def _year(fields: dict[str, str], values: Values, published: date) -> int | None:
    """The year that a date names, in digits or as "last year"."""
    if "year" in fields:
        return int(fields["year"])
    if "shortyear" in fields:
        return int(fields["shortyear"]) + (2000 if int(fields["shortyear"]) < _CENTURY_TURN else 1900)
    unit, offset = _unit(fields, values)
    if unit == "year":
        return published.year + offset
    return published.year if "this" in fields and unit is None else None


def _unit(fields: dict[str, str], values: Values) -> tuple[str | None, int]:
    """The unit and the offset of "last week", "yesterday"."""
    if "phrase" in fields:
        code = _CODE.fullmatch(values.phrase[fields["phrase"]])
        return (code[1], int(code[2])) if code else (None, 0)
    offset = -1 if "last" in fields else 1 if "next" in fields else 0
    return (values.unit[fields["unit"]] if "unit" in fields else None), offset


def _without_month(fields: dict[str, str], values: Values, published: date, direction: int) -> str | None:
    if "weekday" in fields:
        return calendar.weekday(values.weekday[fields["weekday"]], published, direction)
    if "quarter" in fields or "quartersign" in fields:
        number = values.quarter.get(fields.get("quarter", "")) or values.quartersign[fields["quartersign"]]
        return calendar.quarter(number, published, direction)
    if "half" in fields:
        return calendar.half(values.half[fields["half"]], published, direction)
    if "season" in fields:
        return calendar.season(values.season[fields["season"]], published, direction)
    unit, offset = _unit(fields, values)
    return calendar.relative(unit, offset, published) if unit else None


def _plain(words: str) -> str:
    """Words with one blank between them: "im ersten  Halbjahr"."""
    return " ".join(words.split())


# Ago


def _ago(text: str, start: int, end: int, grammar: Grammar, days: tuple[date, date] | None) -> Iterator[Date]:
    """ "Three weeks ago", "vor drei Wochen"."""
    for match in _around_keys(text, start, end, grammar.ago_key, grammar.ago):
        if grammar.compared.intersection(phrase for _, phrase in words_before(text, match.start(), start)):
            continue
        over = match.groupdict().get("over")
        iso = None if over else _agreed(days, partial(_parsed, _without_about(match), grammar.language))
        yield Date(match.start(), match.end(), iso, "relative", False, iso, "ago")


def _without_about(match: re.Match[str]) -> str:
    """ "Vor knapp zwei Jahren" as "vor zwei jahren", which dateparser knows."""
    return _plain(match[0].replace(match.groupdict().get("about") or " ", " ", 1)).lower()


def _anchored(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Date]:
    """ "Two years earlier", "zwei Jahre zuvor": counted from something else in the text, so nobody can know."""
    for match in _around_keys(text, start, end, grammar.anchored_key, grammar.anchored):
        yield Date(match.start(), match.end(), None, "relative", False, None, "anchored")


def _around_keys(
    text: str, start: int, end: int, key: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that hold a match of ``key``."""
    for found in beginning_within(key, text, start, end):
        for match in pattern.finditer(text, max(start, found.start() - _REACH), found.end() + _REACH):
            if match.start() <= found.start() and found.end() <= match.end():
                yield match
                break


@lru_cache(maxsize=256)
def _parsed(phrase: str, language: str, published: date) -> str | None:
    """What dateparser makes of a phrase, cut to the precision that it states; None in a language it does not know."""
    from dateparser.data.languages_info import language_order  # 0.3 s, and few articles need it
    from dateparser.date import DateDataParser

    if language not in language_order:
        return None
    base = datetime(published.year, published.month, published.day)
    parser = DateDataParser(languages=[language], settings={"RELATIVE_BASE": base})
    data = parser.get_date_data(phrase)
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    if data.period == "week":
        return calendar.relative("week", 0, day)
    return day.isoformat()[: {"year": 4, "month": 7}.get(data.period, 10)]
