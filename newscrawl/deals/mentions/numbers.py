"""Numbers in digits and in words, and the words around them: what money, percentages, durations and dates share."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from newscrawl.deals.languages import language_table
from newscrawl.tables import Table

BLANK = r"[ \t\u00a0\u202f\u2009\n]"
HYPHEN = r"[-\u2010\u2011]"
LINK = r"[ \t\u00a0\u202f\u2009\n\-\u2010\u2011]"
"""What links a number to its unit: "five million", "a 450-million-euro order"."""
DIGITS = r"(?:\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)|\d++(?:['’\u00a0\u202f\u2009.,]\d{3}(?!\d)){0,6}+(?:[.,]\d++)?+)"
"""A number in digits as printed, with the separators of any language and Indian "1,00,000"; see ``Numbers.value``."""


class NumberExample(Table, frozen=True):
    """A number as printed and what it is worth."""

    text: str
    value: str


class NumberWords(Table, frozen=True):
    """The file ``numbers.toml`` of a language."""

    decimal: str
    spaced_thousands: bool
    ones: list[str]
    tens: list[str]
    compound: list[str]
    hundreds: list[str]
    halves: list[str]
    other: dict[str, str]
    articles: list[str]
    vague: list[str]
    joiners: list[str]
    between: list[str]
    between_joiners: list[str]
    change: list[str]
    qualifiers: dict[str, list[str]]
    qualifiers_after: list[str]
    examples: list[NumberExample]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a language, ready for patterns and for reading.

    ``digits``, ``words`` and ``vague`` are regular expressions without groups; ``words`` includes articles.
    """

    digits: str
    words: str
    vague: str
    articles: frozenset[str]
    joiners: str
    between: frozenset[str]
    between_joiners: str
    change: frozenset[str]
    qualifiers: dict[str, str]
    qualifiers_after: str
    values: dict[str, Decimal]
    decimal: str

    def value(self, text: str) -> Decimal | None:
        """What a number as printed, in digits or in words, is worth; None for vague words ("several")."""
        if text[:1].isdecimal():
            return read_digits(text, self.decimal)
        return self.values.get(" ".join(text.lower().split()))


@cache
def numbers(language: str) -> Numbers:
    """The numbers of a language.

    Raises:
        FileNotFoundError: there are no rules for the language.
    """
    table = language_table(language, "numbers", NumberWords)
    values = _values(table)
    spaced = rf"\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}}(?![\d.,'’])){{1,4}}+(?:{re.escape(table.decimal)}\d++)?+|"
    return Numbers(
        digits=f"(?:{spaced if table.spaced_thousands else ''}{DIGITS})",
        words=alternation(values),
        vague=alternation(table.vague),
        articles=frozenset(table.articles),
        joiners=alternation(table.joiners),
        between=frozenset(table.between),
        between_joiners=alternation(table.between_joiners),
        change=frozenset(table.change),
        qualifiers={word: name for name, words in table.qualifiers.items() for word in words},
        qualifiers_after=alternation(table.qualifiers_after),
        values=values,
        decimal=table.decimal,
    )


def alternation(words: Collection[str]) -> str:
    """A pattern for any of these words, the longest first; a blank in a word stands for any blanks.

    They are grouped by their first letter: so most positions of a text are refused after one look.
    """
    if not words:
        return r"(?!)"
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        groups.setdefault(word[:1], []).append(re.escape(word[1:]).replace(r"\ ", BLANK + "++"))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items()) + ")"


def capitalised(word: str) -> tuple[str, ...]:
    """A word as it may stand: as listed, at the start of a sentence, in a headline in capitals."""
    return tuple(dict.fromkeys((word, word[:1].upper() + word[1:], word.upper())))


# Values


def _values(table: NumberWords) -> dict[str, Decimal]:
    """Every number word of a language: 1 to 99, the hundreds and their fifties, halves, and the odd ones listed."""
    below_100 = {word: i for i, word in enumerate(table.ones, 1)} | _tens(table)
    values = {word: Decimal(value) for word, value in below_100.items()}
    for one, word in enumerate(table.ones[:9], 1):
        values |= {form.format(one=word): Decimal(100 * one) for form in table.hundreds}
        values |= {form.format(one=word): one + Decimal("0.5") for form in table.halves}
    values |= dict.fromkeys(table.articles, Decimal(1))
    return values | {word: Decimal(value) for word, value in table.other.items()}


def _tens(table: NumberWords) -> dict[str, int]:
    words = {ten: 10 * i for i, ten in enumerate(table.tens, 2)}
    compounds = {
        form.format(ten=ten, one=one): value + i
        for ten, value in words.items()
        for i, one in enumerate(table.ones[:9], 1)
        for form in table.compound
    }
    return words | compounds


_INDIAN = re.compile(r"\d{1,2}(?:,\d\d){1,4},\d{3}")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’\u00a0\u202f\u2009 ])\d{3})(?:\1\d{3})*+")


def read_digits(text: str, decimal: str) -> Decimal:
    """Read a number in digits.

    Args:
        text: what ``DIGITS`` matches.
        decimal: the mark that a number of this language has before its fraction: "." or ",". The other one parts
            thousands if three digits follow it, else it is a fraction too (Swiss "2.5 Mrd.", English "1,5 million").
    """
    if _INDIAN.fullmatch(text):
        return _decimal(text, "")
    grouped = _GROUPED.match(text)
    if grouped and not (grouped[1] == decimal and text.count(decimal) == 1) and text[0] != "0":
        return _decimal(grouped[0], text[grouped.end() :])
    head, _, fraction = text.replace(",", ".").rpartition(".")
    return _decimal(head, fraction) if head else _decimal(text, "")


_NO_DIGIT = re.compile(r"\D++")


def _decimal(whole: str, fraction: str) -> Decimal:
    return Decimal(f"{_NO_DIGIT.sub('', whole)}.{_NO_DIGIT.sub('', fraction)}")


# Where patterns look

BEYOND = 100
"""Characters behind a stretch that a pattern may read of what begins in it."""


def beginning_within(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches that begin between two offsets, in order; they may look at what stands around and go on behind."""
    for match in pattern.finditer(text, start, end + BEYOND):
        if match.start() >= end:
            return
        yield match


# Words around a number

_TOKEN = re.compile(r"\S++")
_LONGEST = 4  # words of a qualifier, such as "as much as"
_REACH = 48


def words_before(text: str, position: int, limit: int) -> list[tuple[int, str]]:
    """The phrases of one to four words that stand right before a position, the longest first, with their offsets.

    They are in lower case with single blanks, without the brackets and quotes that open them, and none begins
    before ``limit``.
    """
    first = max(limit, position - _REACH)
    if position == first or not text[position - 1].isspace():
        return []
    tokens = list(_TOKEN.finditer(text, first, position))[-_LONGEST:]
    phrases = []
    for i, token in enumerate(tokens):
        opened = len(token[0]) - len(token[0].lstrip("([\"'„“”‚‘»«›‹–—"))
        phrase = " ".join(t[0] for t in tokens[i:])[opened:].lower()
        phrases.append((token.start() + opened, phrase))
    return phrases


def qualifier_before(text: str, start: int, limit: int, rules: Numbers) -> tuple[int, str | None]:
    """The qualifiers right before a number: where they begin, and about, up_to, more_than, less_than or None.

    Of two ("up to about") the one that is not "about" counts.
    """
    found = None
    for _ in range(2):
        for offset, phrase in words_before(text, start, limit):
            if phrase in rules.qualifiers:
                name = rules.qualifiers[phrase]
                start, found = offset, name if found in (None, "about") else found
                break
    return start, found
