"""How dates are written: the templates of ``dates.toml`` as patterns, found by their first words."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.numbers import BLANK, alternation, capitalised, numbers
from newscrawl.deals.mentions.traces import Traces, traces_of
from newscrawl.tables import Table


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
    row: tuple[str, ...] = ()
    """Words, besides a comma, before a later year of a row: "kaufte 2012 Tal UND 2014 Ostra"."""
    round: tuple[str, ...] = ()
    """Words behind a year that ends in 00, rather a number else: "2000 WURDE Tal übernommen"."""


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
    halves: list[list[str]]
    seasons: dict[str, list[str]]
    units: dict[str, list[str]]
    phrases: dict[str, list[str]]
    leads: list[str]
    words: dict[str, list[str]]
    future: list[str]
    never: list[str]
    not_after: list[str]
    not_before: list[str]
    compared: list[str]
    ago: list[str]
    ago_template: str
    anchored: list[str]
    anchored_template: str
    bare_year: BareYear
    patterns: list[DatePattern]
    examples: list[DateExample]
    given: tuple[str, ...] = ()
    """Months, as they end a date, that are given names before a capital: "von JAN Berg"."""
    titled: tuple[str, ...] = ()
    """Words before a date with which it begins a name if a capital is behind: "THE Sunday Times"."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """A template; it is compiled when it is first tried, since that takes long and a text needs few of them."""

    name: str
    written: str
    """As a regular expression."""
    starts: frozenset[str]
    """The first words that it can begin with in lower case; ``YEAR`` and ``DAY`` stand for digits."""
    cores: frozenset[str]
    """The first words of what may stand behind the leads."""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled."""
        return re.compile(self.written)


@dataclass(frozen=True, slots=True)
class Values:
    """What the words of a placeholder are worth."""

    month: dict[str, int]
    weekday: dict[str, int]
    dayword: dict[str, int]
    quarter: dict[str, int]
    quartersign: dict[str, int]
    half: dict[str, int]
    season: dict[str, int]
    unit: dict[str, str]
    phrase: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The dates of a language, ready to be found; see ``DateWords`` for the words."""

    language: str
    traces: Traces
    start: re.Pattern[str]
    by_start: dict[str, tuple[Pattern, ...]]
    by_lead: dict[tuple[str, str], tuple[Pattern, ...]]
    cores: frozenset[str]
    lead_words: frozenset[str]
    leads: tuple[re.Pattern[str], ...]
    behind_lead: re.Pattern[str]
    values: Values
    future: frozenset[str]
    never: frozenset[str]
    not_after: frozenset[str]
    not_before: re.Pattern[str]
    given: tuple[str, ...]
    titled: frozenset[str]
    compared: frozenset[str]
    ago: re.Pattern[str]
    ago_key: re.Pattern[str]
    anchored: re.Pattern[str]
    anchored_key: re.Pattern[str]
    bare_year: BareYear
    bare_year_not_before: re.Pattern[str]


YEAR, DAY = "<year>", "<day>"  # stand for what begins with four digits of a year, and with one or two digits
_BEFORE = r"[\s(\[\"'„“”‚‘’»«›‹/–—-]"
_END = r"(?!\w|[-/–.,:]\d)"
_DIGITS = {
    "year": r"(?:19|20)\d\d",
    "shortyear": r"\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "bigday": r"(?:3[01]|2\d|1[3-9])",
    "monthnumber": r"(?:1[0-2]|0?[1-9])",
}
_DIGITS_KEY = r"(?P<year>(?:19|20)\d\d(?!\d))|(?P<day>\d\d?(?!\d)\w*+)"
_PLACEHOLDER = re.compile(r"<(\w+)>")
_DIGITS_START = {name: YEAR if name == "year" else DAY for name in _DIGITS}
_CHUNK = re.compile(r"(?:[^ ()\[\]]|\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])+")  # what stands between blanks
_OPTIONAL = re.compile(r"\((.*)\)\?")


@cache
def date_grammar(language: str) -> Grammar:
    table, rules = language_table(language, "dates", DateWords), numbers(language)
    values = _values(table)
    words = _words(table, values)
    number = rf"(?<!\w)(?:{rules.digits}|(?i:{rules.vague}|{rules.words}))"
    regexes = {name: alternation(listed) for name, listed in words.items()} | _DIGITS | {"number": number}
    patterns = [
        Pattern(p.name, _filled(p.template, regexes), *_starts(p.template, table, words)) for p in table.patterns
    ]
    starts = {start: _with(start, patterns, lambda p: p.starts) for p in patterns for start in p.starts}
    cores = {core for pattern in patterns for core in pattern.cores}
    lead_words = {_first_word(phrase) for name in table.leads for phrase in table.words[name]}
    return Grammar(
        language=language,
        traces=_traces(table, words),
        start=_start(patterns, table, words),
        by_start=starts,
        by_lead={
            (word, core): _with(core, starts[word], lambda p: p.cores)
            for word in lead_words & starts.keys()
            for core in cores
        },
        cores=frozenset(cores),
        lead_words=frozenset(lead_words),
        leads=tuple(re.compile(rf"{regexes[name]}{BLANK}++") for name in table.leads),
        behind_lead=re.compile(rf"(?P<word>{_any_case(_written(cores))})|{_DIGITS_KEY}"),
        values=values,
        future=frozenset(table.future),
        never=frozenset(table.never),
        not_after=frozenset(table.not_after),
        not_before=re.compile(rf"{BLANK}?{alternation(table.not_before)}(?!\w)"),
        given=table.given,
        titled=frozenset(table.titled),
        compared=frozenset(table.compared),
        ago=re.compile(_filled(table.ago_template, regexes)),
        ago_key=_key(table.ago),
        anchored=re.compile(_filled(table.anchored_template, regexes)),
        anchored_key=_key(table.anchored),
        bare_year=table.bare_year,
        bare_year_not_before=re.compile(rf"{BLANK}?{alternation(table.bare_year.not_before)}"),
    )


def _with(key: str, patterns: Iterable[Pattern], keys: Callable[[Pattern], frozenset[str]]) -> tuple[Pattern, ...]:
    """The patterns with a key; with one in digits ("1st") those for any digits too."""
    wanted = {key, DAY} if key[0].isdigit() else {key}
    return tuple(p for p in patterns if not wanted.isdisjoint(keys(p)))


def _written(keys: Iterable[str]) -> set[str]:
    """The keys that are words, without digits and what stands for them."""
    return {key for key in keys if key[0].isalpha()}


def _traces(table: DateWords, words: dict[str, list[str]]) -> Traces:
    """Of each template the words of which one must be there; alone, or as pieces of a longer word."""
    templates = [*(pattern.template for pattern in table.patterns), table.ago_template, table.anchored_template]
    must = [_must(template, table.leads) for template in templates]
    needed = {name for names in must for name in names}
    glued = {f"<{name}>" for template in templates for name in _LONGER.findall(template)}
    phrases = [_LETTERS.findall(phrase.lower()) for name in needed - glued for phrase in _written_as(name, words)]
    traces: set[str] = set()
    for written in sorted(filter(None, phrases), key=len):
        if traces.isdisjoint(written):  # "end of the year" has that of "year"
            traces.add(written[-1])
    pieces = [phrase for name in needed & glued for phrase in _written_as(name, words)]
    found = traces_of(traces, pieces, digits=[] in must or [] in phrases)
    return replace(found, pieces=(*found.pieces, *_CENTURIES)) if "<year>" in needed else found


def _written_as(name: str, words: dict[str, list[str]]) -> list[str]:
    """The words of a placeholder; another word stands for itself. Digits have none."""
    return words.get(name[1:-1], []) if name[0] == "<" else [name]


def _must(template: str, leads: Collection[str]) -> list[str]:
    """Of what must be there in a template the rarest: a word, or the placeholders of which one is; none if only digits
    must be."""
    options: list[list[str]] = []
    for chunk in _CHUNK.findall(template):
        if chunk.isalpha():
            options.append([chunk])
        elif _EITHER.fullmatch(chunk):
            options.append(_NAMED.findall(chunk))
        elif not _OPTIONAL.fullmatch(chunk):
            options += [[name] for name in _NAMED.findall(_GROUP.sub("", chunk))]
    common = {f"<{name}>" for name in ("number", *leads, *_DIGITS) if name != "year"}
    options = [names for names in options if names[0] not in common]
    return min(options, key=lambda names: _RAREST.get(names[0], len(_RAREST) + (names[0][0] == "<")), default=[])


_RAREST = {
    name: place for place, name in enumerate(("<year>", "<month>", "<weekday>", "<season>", "<unit>", "<units>"))
}
"""Placeholders whose words are rarer in texts than "this", "first" or "end", the rarest first."""
_CENTURIES = ("19", "20")
"""How years begin."""
_LETTERS = re.compile(r"[^\W\d_]++")
_NAMED = re.compile(r"<\w+>")
_EITHER = re.compile(r"\(\?:<\w+>(?:\|<\w+>)+\)")
_GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)\??")
_LONGER = re.compile(r"<(\w+)>(?:\[[^\]]*+\]\?)?(?:<|(?:\(\?:)?\w)")
"""A placeholder to which letters, or another one, may be glued ("FY2014")."""


def _values(table: DateWords) -> Values:
    def forms(words: dict[str, list[str]]) -> dict[str, str]:
        return {form: value for value, listed in words.items() for word in listed for form in _forms(word)}

    return Values(
        month=_numbered(table.months, 1),
        weekday=_numbered(table.weekdays, 0),
        dayword=_numbered([[word] for word in table.daywords], 1),
        quarter=_numbered(table.quarters, 1),
        quartersign=_numbered(table.quarter_signs, 1),
        half=_numbered(table.halves, 1),
        season={word: int(last) for word, last in forms(table.seasons).items()},
        unit=forms(table.units),
        phrase=forms(table.phrases),
    )


def _forms(word: str) -> tuple[str, ...]:
    """Words in lower case may begin a sentence; names of months and days stay as listed."""
    return capitalised(word)[:2] if word[0].islower() else (word,)


def _numbered(lists: list[list[str]], first: int) -> dict[str, int]:
    return {form: i for i, words in enumerate(lists, first) for word in words for form in _forms(word)}


def _words(table: DateWords, values: Values) -> dict[str, list[str]]:
    """The words that each placeholder stands for."""
    listed = {name: [form for word in words for form in _forms(word)] for name, words in table.words.items()}
    return listed | {name: list(getattr(values, name)) for name in Values.__slots__}


def _filled(template: str, regexes: dict[str, str]) -> str:
    """A template as a regular expression: <name> is a placeholder, "( … )?" may be missing, all else is one already."""
    chunks = _CHUNK.findall(template)
    parts = []
    for i, chunk in enumerate(chunks):
        optional = _OPTIONAL.fullmatch(chunk)
        spaced = (optional[1] if optional else chunk).replace(" ", f"{BLANK}++")
        filled = _PLACEHOLDER.sub(lambda m: f"(?P<{m[1]}>{regexes[m[1]]})", spaced)
        blank = f"{BLANK}++" if i < len(chunks) - 1 else ""
        parts.append(f"(?:{filled}{blank})?" if optional else filled + blank)
    return "".join(parts) + _END


def _key(words: list[str]) -> re.Pattern[str]:
    """Finds the words without which a template cannot match."""
    return re.compile(_any_case(set(words)) + r"(?!\w)")


def _starts(template: str, table: DateWords, words: dict[str, list[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The first words, in lower case, of what a template can begin with, and of what stands behind its leads."""
    starts: set[str] = set()
    cores: set[str] = set()
    must = False
    for chunk in _CHUNK.findall(template):
        names = _PLACEHOLDER.findall(chunk)[:1]
        literal = [] if names else re.findall(r"\w+", chunk)
        tokens = {_first_word(phrase) for name in names for phrase in words.get(name, ())}
        tokens |= {_DIGITS_START[name] for name in names if name in _DIGITS}
        starts |= set() if must else tokens
        cores |= set(literal) if not names else set() if names[0] in table.leads else tokens
        required = not _OPTIONAL.fullmatch(chunk)
        must = must or required
        if required and names and names[0] not in table.leads:
            return frozenset(starts), frozenset(cores)
    raise ValueError(f"dates.toml: a template needs more than leads: {template!r}")


def _first_word(phrase: str) -> str:
    word = re.match(r"\w+", phrase)
    assert word is not None, phrase
    return word[0].lower()


def _start(patterns: list[Pattern], table: DateWords, words: dict[str, list[str]]) -> re.Pattern[str]:
    """Finds where a date may begin: a digit, a first word, or a lead with one of these or more of a lead behind it."""
    leads = {_first_word(phrase) for name in table.leads for phrase in table.words[name]}
    firsts = _written(start for pattern in patterns for start in pattern.starts)
    cores = _written(core for pattern in patterns for core in pattern.cores)
    phrases = [phrase for listed in (*table.words.values(), *table.phrases.values()) for phrase in listed]
    more = {word for phrase in phrases for word in re.findall(r"\w+", phrase.lower())[1:]}
    behind = rf"{BLANK}++(?:\d|{_any_case(cores | leads | more)})"
    alone = (cores & firsts) - leads
    longer = {name for pattern in table.patterns for name in _LONGER.findall(pattern.template)}
    in_longer = alone & {_first_word(phrase) for name in longer for phrase in words.get(name, ())}
    word = rf"{_any_case(in_longer)}|{_any_case(alone - in_longer)}(?!\w)"
    return re.compile(rf"{_BEFORE}(?:(?P<lead>{_any_case(firsts - alone)})(?={behind})|(?P<word>{word})|{_DIGITS_KEY})")


def _any_case(words: set[str]) -> str:
    return alternation({form for word in words for form in capitalised(word)})
