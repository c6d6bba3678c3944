"""Dates in a text: found by our own patterns, read by the calendar, "three weeks ago" by dateparser."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache, partial

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions import calendar
from newscrawl.deals.mentions.numbers import BLANK, alternation, capitalised, numbers, words_before
from newscrawl.tables import Table


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


class DatePattern(Table, frozen=True):
    """A way to write a date. Examples are [quote, ISO date or "" for unknown]."""

    name: str
    template: str
    examples: list[tuple[str, str]]


class BareYear(Table, frozen=True):
    """When four digits alone are a year."""

    after: list[str]
    not_after: list[str]
    not_before: list[str]


class DateExample(Table, frozen=True):
    """A text and the dates in it, as [quote, ISO date or "" for unknown]."""

    text: str
    found: list[tuple[str, str]]


class DateWords(Table, frozen=True):
    """The file ``dates.toml`` of a language: see the comments there."""

    published: str
    months: list[list[str]]
    weekdays: list[list[str]]
    daywords: list[str]
    quarters: list[list[str]]
    quarter_signs: list[list[str]]
    seasons: dict[str, list[str]]
    units: dict[str, list[str]]
    phrases: dict[str, list[str]]
    leads: list[str]
    words: dict[str, list[str]]
    future: list[str]
    not_after: list[str]
    not_before: list[str]
    comparisons: list[str]
    ago: list[str]
    ago_template: str
    anchored: list[str]
    anchored_template: str
    bare_year: BareYear
    patterns: list[DatePattern]
    examples: list[DateExample]


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    regex: re.Pattern[str]
    starts: frozenset[str]
    """The first words that it can begin with in lower case; ``_YEAR`` and ``_DAY`` stand for digits."""
    cores: frozenset[str]
    """The first words of what stands behind the leads."""


@dataclass(frozen=True, slots=True)
class _Values:
    """What the words of a placeholder are worth."""

    month: dict[str, int]
    weekday: dict[str, int]
    dayword: dict[str, int]
    quarter: dict[str, int]
    quartersign: dict[str, int]
    season: dict[str, int]
    unit: dict[str, str]
    phrase: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Grammar:
    language: str
    start: re.Pattern[str]
    by_start: dict[str, tuple[_Pattern, ...]]
    values: _Values
    future: frozenset[str]
    not_after: frozenset[str]
    not_before: re.Pattern[str]
    comparisons: frozenset[str]
    ago: re.Pattern[str]
    ago_key: re.Pattern[str]
    anchored: re.Pattern[str]
    anchored_key: re.Pattern[str]
    bare_year: BareYear
    bare_year_not_before: re.Pattern[str]


_YEAR, _DAY = "2000", "1"  # stand for what begins with four digits of a year, and with one or two digits
_ANY_DAY = (date(1000, 1, 1), date(5000, 12, 31))
_CODE = re.compile(r"([a-z]+)([+-]\d+)")
_BEFORE = r"[\s(\[\"'„“”‚‘’»«›‹/–—-]"
_END = r"(?!\w|[-/–.,:]\d)"
_REACH = 45
_DIGITS = {
    "year": r"(?:19|20)\d\d",
    "shortyear": r"\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "bigday": r"(?:3[01]|2\d|1[3-9])",
    "monthnumber": r"(?:1[0-2]|0?[1-9])",
}
_PLACEHOLDER = re.compile(r"<(\w+)>")
_DIGITS_START = {name: [_YEAR if name == "year" else _DAY] for name in _DIGITS}
_CHUNK = re.compile(r"(?:[^ ()\[\]]|\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])+")  # what stands between blanks
_RANGE = re.compile(r"\d[-/–]$")
_OPTIONAL = re.compile(r"\((.*)\)\?")


# Templates


@cache
def _grammar(language: str) -> _Grammar:
    table, rules = language_table(language, "dates", DateWords), numbers(language)
    values = _values(table)
    words = _words(table, values)
    number = rf"(?<!\w)(?:{rules.digits}|(?i:{rules.vague}|{rules.words}))"
    regexes = {name: alternation(listed) for name, listed in words.items()} | _DIGITS | {"number": number}
    patterns = [
        _Pattern(p.name, _compiled(p.template, regexes), *_starts(p.template, table, words)) for p in table.patterns
    ]
    starts = {start for pattern in patterns for start in pattern.starts}
    return _Grammar(
        language=language,
        start=_start(patterns, table),
        by_start={start: tuple(p for p in patterns if start in p.starts) for start in starts},
        values=values,
        future=frozenset(table.future),
        not_after=frozenset(table.not_after),
        not_before=re.compile(rf"{BLANK}?{alternation(table.not_before)}(?!\w)"),
        comparisons=frozenset(table.comparisons),
        ago=_compiled(table.ago_template, regexes),
        ago_key=_key(table.ago),
        anchored=_compiled(table.anchored_template, regexes),
        anchored_key=_key(table.anchored),
        bare_year=table.bare_year,
        bare_year_not_before=re.compile(rf"{BLANK}?{alternation(table.bare_year.not_before)}"),
    )


def _values(table: DateWords) -> _Values:
    def forms(words: dict[str, list[str]]) -> dict[str, str]:
        return {form: value for value, listed in words.items() for word in listed for form in _forms(word)}

    return _Values(
        month=_numbered(table.months, 1),
        weekday=_numbered(table.weekdays, 0),
        dayword=_numbered([[word] for word in table.daywords], 1),
        quarter=_numbered(table.quarters, 1),
        quartersign=_numbered(table.quarter_signs, 1),
        season={word: int(last) for word, last in forms(table.seasons).items()},
        unit=forms(table.units),
        phrase=forms(table.phrases),
    )


def _forms(word: str) -> tuple[str, ...]:
    """Words in lower case may begin a sentence; names of months and days stay as listed."""
    return capitalised(word)[:2] if word[0].islower() else (word,)


def _numbered(lists: list[list[str]], first: int) -> dict[str, int]:
    return {form: i for i, words in enumerate(lists, first) for word in words for form in _forms(word)}


def _words(table: DateWords, values: _Values) -> dict[str, list[str]]:
    """The words that each placeholder stands for."""
    listed = {name: [form for word in words for form in _forms(word)] for name, words in table.words.items()}
    return listed | {name: list(getattr(values, name)) for name in _Values.__slots__}


def _compiled(template: str, regexes: dict[str, str]) -> re.Pattern[str]:
    """A template as a pattern: <name> is a placeholder, "( … )?" may be missing, all else is a regular expression."""
    chunks = _CHUNK.findall(template)
    parts = []
    for i, chunk in enumerate(chunks):
        optional = _OPTIONAL.fullmatch(chunk)
        spaced = (optional[1] if optional else chunk).replace(" ", f"{BLANK}++")
        filled = _PLACEHOLDER.sub(lambda m: f"(?P<{m[1]}>{regexes[m[1]]})", spaced)
        blank = f"{BLANK}++" if i < len(chunks) - 1 else ""
        parts.append(f"(?:{filled}{blank})?" if optional else filled + blank)
    return re.compile("".join(parts) + _END)


def _key(words: list[str]) -> re.Pattern[str]:
    """Finds the words without which a template cannot match."""
    return re.compile(rf"(?<!\w){alternation([form for word in words for form in capitalised(word)])}(?!\w)")


def _starts(template: str, table: DateWords, words: dict[str, list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The first words, in lower case, of what a template can begin with, and of what stands behind its leads."""
    starts: set[str] = set()
    must = False
    for chunk in _CHUNK.findall(template):
        names = _PLACEHOLDER.findall(chunk)[:1]
        tokens = {_first_word(phrase) for name in names for phrase in words.get(name, _DIGITS_START.get(name, []))}
        starts |= set() if must else tokens
        must = must or not _OPTIONAL.fullmatch(chunk)
        if must and names and names[0] not in table.leads:
            return frozenset(starts), frozenset(tokens)
    raise ValueError(f"dates.toml: a template needs more than leads: {template!r}")


def _first_word(phrase: str) -> str:
    word = re.match(r"\w+", phrase)
    assert word is not None, phrase
    if not word[0][0].isdigit():
        return word[0].lower()
    return _YEAR if word[0] == _YEAR else _DAY


def _start(patterns: list[_Pattern], table: DateWords) -> re.Pattern[str]:
    """Finds where a date may begin: a digit, a first word, or a lead with one of these or more of a lead behind it."""
    leads = {_first_word(phrase) for name in table.leads for phrase in table.words[name]}
    firsts = {start for pattern in patterns for start in pattern.starts} - {_YEAR, _DAY}
    cores = {core for pattern in patterns for core in pattern.cores} - {_YEAR, _DAY}
    phrases = [phrase for listed in (*table.words.values(), *table.phrases.values()) for phrase in listed]
    more = {word for phrase in phrases for word in re.findall(r"\w+", phrase.lower())[1:]}
    optional = {word for p in table.patterns for word in re.findall(r"\((\w+)\)\?", p.template)}
    behind = rf"{BLANK}++(?:\d|{_any_case(cores | leads | more | optional)})"
    alone = (cores & firsts) - leads
    return re.compile(
        rf"{_BEFORE}(?:(?P<lead>{_any_case(firsts - alone)})(?={behind})|(?P<word>{_any_case(alone)})"
        r"|(?P<year>(?:19|20)\d\d(?!\d))|\d\d?(?!\d))"
    )


def _any_case(words: set[str]) -> str:
    return alternation({form for word in words for form in capitalised(word)})


# Finding


def find_dates(text: str, language: str, published: str | None = None) -> list[Date]:
    """Find the dates in a text.

    Args:
        text: any string.
        language: ISO 639-1 code of a language with rules.
        published: the publication date in ISO 8601 as printed by the article; without it "yesterday" is found, and
            its ``iso`` is None.

    Returns:
        The dates in text order, none overlapping.

    Raises:
        FileNotFoundError: there are no rules for the language.
        ValueError: ``published`` is no date.
    """
    grammar = _grammar(language)
    days = calendar.parse_published(published) if published else None
    found = [*_by_pattern(text, grammar, days), *_ago(text, grammar, days), *_anchored(text, grammar)]
    found.sort(key=lambda found_date: (found_date.start, -found_date.end))
    kept: list[Date] = []
    for found_date in found:
        if not kept or found_date.start >= kept[-1].end:
            kept.append(found_date)
    return kept


def _by_pattern(text: str, grammar: _Grammar, days: tuple[date, date] | None) -> Iterator[Date]:
    end = 0
    for position, word in _word_starts(text, grammar):
        if position < end:
            continue
        best = _longest(text, position, grammar.by_start[word])
        if best and _stands(text, best[1], grammar):
            end = best[1].end()
            yield _date(best[0], best[1], grammar, days)


def _word_starts(text: str, grammar: _Grammar) -> Iterator[tuple[int, str]]:
    """Where a date may begin, and its first word."""
    first = grammar.start.match(" " + text[:_REACH])
    if first:
        yield 0, _key_of(first)
    for match in grammar.start.finditer(text):
        yield match.start() + 1, _key_of(match)


def _key_of(start: re.Match[str]) -> str:
    if start.lastgroup in ("lead", "word"):
        return start[start.lastgroup].lower()
    return _YEAR if start.lastgroup == "year" else _DAY


def _longest(text: str, position: int, patterns: tuple[_Pattern, ...]) -> tuple[_Pattern, re.Match[str]] | None:
    found = None
    for pattern in patterns:
        match = pattern.regex.match(text, position)
        if match and (found is None or match.end() > found[1].end()):
            found = pattern, match
    return found


def _stands(text: str, match: re.Match[str], grammar: _Grammar) -> bool:
    """Whether what stands around a match lets it be a date."""
    before = {phrase for _, phrase in words_before(text, match.start(), 0)}
    if before & grammar.not_after or grammar.not_before.match(text, match.end()):
        return False
    return not match[0].isdigit() or _bare_year(text, match, before, grammar)


def _bare_year(text: str, match: re.Match[str], before: set[str], grammar: _Grammar) -> bool:
    """Four digits alone: "wurde 2012 gegründet" is a year, "2000 Mitarbeiter" is none."""
    if match[0].endswith("00") or before & set(grammar.bare_year.not_after):
        return False
    if _RANGE.search(text, max(0, match.start() - 2), match.start()):
        return False
    if grammar.bare_year_not_before.match(text, match.end()):
        return False
    behind = text[match.end() : match.end() + 2].strip()
    return not (behind[:1].isupper() or behind[:1].isdigit()) or bool(before & set(grammar.bare_year.after))


def _date(pattern: _Pattern, match: re.Match[str], grammar: _Grammar, days: tuple[date, date] | None) -> Date:
    fields = {name: value for name, value in match.groupdict().items() if value}
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


def _points_forward(fields: dict[str, str], grammar: _Grammar) -> bool:
    if "next" in fields or "+1" in grammar.values.phrase.get(fields.get("phrase", ""), ""):
        return True
    return any(" ".join(value.lower().split()) in grammar.future for value in fields.values())


def _iso(fields: dict[str, str], values: _Values, published: date, ahead: int) -> str | None:
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


def _month(fields: dict[str, str], values: _Values) -> int | None:
    if "monthnumber" in fields:
        return int(fields["monthnumber"])
    return values.month[fields["month"]] if "month" in fields else None


def _day(fields: dict[str, str], values: _Values) -> int | None:
    if "dayword" in fields:
        return values.dayword[fields["dayword"]]
    digits = fields.get("day") or fields.get("bigday")
    return int(digits) if digits else None


_CENTURY_TURN = 70  # "12.03.69" is 2069, "12.03.70" is 1970


def _year(fields: dict[str, str], values: _Values, published: date) -> int | None:
    """The year that a date names, in digits or as "last year"."""
    if "year" in fields:
        return int(fields["year"])
    if "shortyear" in fields:
        return int(fields["shortyear"]) + (2000 if int(fields["shortyear"]) < _CENTURY_TURN else 1900)
    unit, offset = _unit(fields, values)
    if unit == "year":
        return published.year + offset
    return published.year if "this" in fields and unit is None else None


def _unit(fields: dict[str, str], values: _Values) -> tuple[str | None, int]:
    """The unit and the offset of "last week", "yesterday"."""
    if "phrase" in fields:
        code = _CODE.fullmatch(values.phrase[_plain(fields["phrase"])])
        return (code[1], int(code[2])) if code else (None, 0)
    offset = -1 if "last" in fields else 1 if "next" in fields else 0
    return (values.unit[fields["unit"]] if "unit" in fields else None), offset


def _without_month(fields: dict[str, str], values: _Values, published: date, direction: int) -> str | None:
    if "weekday" in fields:
        return calendar.weekday(values.weekday[fields["weekday"]], published, direction)
    if "quarter" in fields or "quartersign" in fields:
        number = values.quarter.get(fields.get("quarter", "")) or values.quartersign[fields["quartersign"]]
        return calendar.quarter(number, published, direction)
    if "season" in fields:
        return calendar.season(values.season[fields["season"]], published, direction)
    unit, offset = _unit(fields, values)
    return calendar.relative(unit, offset, published) if unit else None


def _plain(words: str) -> str:
    return " ".join(words.split())


# Ago


def _ago(text: str, grammar: _Grammar, days: tuple[date, date] | None) -> Iterator[Date]:
    """ "Three weeks ago", "vor drei Wochen"."""
    for match in _around_keys(text, grammar.ago_key, grammar.ago):
        known = _plain(match[0]).lower() not in grammar.comparisons
        iso = _agreed(days, partial(_parsed, match[0], grammar.language)) if known else None
        yield Date(match.start(), match.end(), iso, "relative", False, iso, "ago")


def _anchored(text: str, grammar: _Grammar) -> Iterator[Date]:
    """ "Two years earlier", "zwei Jahre zuvor": counted from something else in the text, so nobody can know."""
    for match in _around_keys(text, grammar.anchored_key, grammar.anchored):
        yield Date(match.start(), match.end(), None, "relative", False, None, "anchored")


def _around_keys(text: str, key: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that hold a match of ``key``."""
    for found in key.finditer(text):
        for match in pattern.finditer(text, max(0, found.start() - _REACH), found.end() + _REACH):
            if match.start() <= found.start() and found.end() <= match.end():
                yield match
                break


@lru_cache(maxsize=256)
def _parsed(phrase: str, language: str, published: date) -> str | None:
    """What dateparser makes of a phrase, cut to the precision that it states."""
    from dateparser.date import DateDataParser  # 0.3 s, and few articles need it

    base = datetime(published.year, published.month, published.day)
    parser = DateDataParser(languages=[language], settings={"RELATIVE_BASE": base})
    data = parser.get_date_data(_plain(phrase))
    if data.date_obj is None:
        return None
    day = data.date_obj.date()
    if data.period == "week":
        return calendar.relative("week", 0, day)
    return day.isoformat()[: {"year": 4, "month": 7}.get(data.period, 10)]
