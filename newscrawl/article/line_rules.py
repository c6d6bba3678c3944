"""The rules of the line filter: data files of patterns, one for every language and one for all of them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newscrawl.article.dates import MONTHS
from newscrawl.article.prose import letters
from newscrawl.tables import Table, read_table

FOLDER = Path(__file__).parent / "languages"
# Share of the lines before a place; half a press release can be contacts and small print.
EARLIEST = {"any": 0.0, "end": 0.25, "late": 0.5}


class Rule(Table, frozen=True):
    """A line that is litter: one of ``lines``, by its letters, or one that ``pattern`` matches as a whole.

    ``where`` says in which part of the text: ``any``, ``top`` (up to the first paragraph), ``end`` (not in the first
    quarter), ``late`` (second half). ``cut``: the line begins something foreign, everything behind it goes too.
    ``linked``: least share of link text.
    """

    name: str
    lines: tuple[str, ...] = ()
    pattern: str = ""
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    where: str = "any"
    cut: bool = False
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class LineRule:
    """A rule ready for use."""

    rule: Rule
    lines: frozenset[str]
    pattern: re.Pattern[str] | None

    def matches(self, text: str, text_letters: str) -> bool:
        """Whether a line falls under the rule; its letters are given because every rule asks for them."""
        return text_letters in self.lines or (self.pattern is not None and self.pattern.fullmatch(text) is not None)


class Rules(Table, frozen=True):
    """A file ``lines.toml``.

    ``dateline``: the words of a line with nothing but date and byline. ``headline``: whether the headline and what
    stands between it and the first paragraph count as text where they stand at its top.
    """

    rule: list[Rule]
    dateline: tuple[str, ...] = ()
    headline: bool = False


@cache
def tables(language: str | None) -> tuple[Rules, ...]:
    """The files for a language, the one for every language first; only that for a language without a folder."""
    files = [FOLDER.parent / "lines.toml"]
    if language and (FOLDER / language).is_dir():
        files.append(FOLDER / language / "lines.toml")
    return tuple(read_table(file, Rules) for file in files)


@cache
def rules(language: str | None) -> tuple[LineRule, ...]:
    """The rules for a language, ready for use."""
    return tuple(line_rule(rule) for table in tables(language) for rule in table.rule)


def line_rule(rule: Rule) -> LineRule:
    """A rule made ready for use."""
    pattern = compile_pattern(rule.pattern) if rule.pattern else None
    return LineRule(rule, frozenset(map(letters, rule.lines)), pattern)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern of a data file, as the rules use it."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


@cache
def dateline_words(language: str | None) -> frozenset[str]:
    """The words of a dateline in a language, month names of all languages among them."""
    return frozenset(MONTHS) | {word for table in tables(language) for word in table.dateline}


@cache
def headline_is_text(language: str | None) -> bool:
    """Whether the texts of a language begin with their headline."""
    return any(table.headline for table in tables(language))
