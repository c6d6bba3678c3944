"""Dates: the examples of every pattern and language, any text, and texts that try to make us slow."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.date_patterns import DateExample, DatePattern, DateWords
from newscrawl.deals.mentions.dates import find_dates

WORDS = {language: language_table(language, "dates", DateWords) for language in languages()}
PATTERNS = [(language, pattern) for language, words in WORDS.items() for pattern in words.patterns]
EXAMPLES = [(language, example) for language, words in WORDS.items() for example in words.examples]
PIECES = [
    "in",
    "im",
    "May",
    "Mai",
    "5",
    "5.",
    ",",
    "2013",
    "last",
    "vergangenen",
    "Monday",
    "Montag",
    "year",
    "Jahr",
    "vor",
]
PIECES += [
    "two weeks ago",
    "Ende",
    "late",
    "Q3",
    "quarter",
    "12.03.",
    "yesterday",
    "the",
    "previous",
    "bis",
    "by",
    "32",
]


@pytest.mark.parametrize(("language", "pattern"), PATTERNS)
def test_pattern_finds_its_examples(language: str, pattern: DatePattern) -> None:
    assert pattern.examples
    for quote, iso in pattern.examples:
        found = find_dates(quote, language, WORDS[language].published)
        assert [(quote[d.start : d.end], d.iso or "", d.rule) for d in found] == [(quote, iso, pattern.name)]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_gives_its_dates(language: str, example: DateExample) -> None:
    found = find_dates(example.text, language, WORDS[language].published)
    assert [(example.text[d.start : d.end], d.iso or "") for d in found] == example.found


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_without_publication_only_absolute_dates_are_known(language: str, example: DateExample) -> None:
    for found in find_dates(example.text, language):
        assert (found.iso is None) == (found.kind == "relative")


def check(text: str, language: str, published: str | None) -> None:
    """Offsets in order, and every quote with the publication date gives the same date again."""
    end = 0
    for found in find_dates(text, language, published):
        assert end <= found.start < found.end <= len(text)
        assert found.iso is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", found.iso)
        assert found.kind in ("absolute", "relative")
        end = found.end
        quote = text[found.start : found.end]
        assert [(d.start, d.end, d.iso) for d in find_dates(quote, language, published)] == [(0, len(quote), found.iso)]


PUBLISHED = st.one_of(st.none(), st.dates().map(str), st.just("2013"), st.just("2013-02"))


@given(st.text(), st.sampled_from(languages()), PUBLISHED)
def test_any_text_gives_dates_in_order(text: str, language: str, published: str | None) -> None:
    check(text, language, published)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.sampled_from(languages()), PUBLISHED)
def test_quote_and_publication_give_the_date_again(text: str, language: str, published: str | None) -> None:
    check(text, language, published)


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1.1.", "May ", "5 May ", "in ", "im ", "vor ", "ago ", "2012-", "two years ago "]
)
def test_hostile_text_is_read_fast(piece: str) -> None:
    start = time.process_time()
    for language in languages():
        find_dates(piece * (100_000 // len(piece)), language, "2013-04-30")
    assert time.process_time() - start < 4
