"""The rules of the line filter: data files of patterns, one for every language and one for all of them."""

import re
from functools import cache
from pathlib import Path

from newscrawl.article.dates import MONTHS
from newscrawl.tables import Table, read_table

FOLDER = Path(__file__).parent / "languages"
# Share of the lines before a place; half a press release can be contacts and small print.
EARLIEST = {"any": 0.0, "end": 0.25, "late": 0.5}


class Rule(Table, frozen=True):
    """A line that is litter. ``pattern`` must match the whole line, upper and lower case alike.

    ``where`` says in which part of the text: ``any``, ``top`` (up to the first paragraph), ``end`` (not in the first
    quarter), ``late`` (second half). ``cut``: the line begins something foreign, everything behind it goes too.
    ``linked``: least share of link text.
    """

    name: str
    pattern: str
    examples: list[str]
    counterexamples: list[str]
    where: str = "any"
    cut: bool = False
    linked: float = 0.0


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
def rules(language: str | None) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """The rules for a language with their patterns."""
    found = [rule for table in tables(language) for rule in table.rule]
    return tuple((rule, compile_pattern(rule.pattern)) for rule in found)


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
