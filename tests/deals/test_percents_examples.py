"""Percentages: the examples of every language, any text, and texts that try to make us slow."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.percents import PercentExample, PercentWords, find_percents
from newscrawl.deals.model import QUALIFIERS

EXAMPLES = [
    (language, example)
    for language in languages()
    for example in language_table(language, "percents", PercentWords).examples
]
PIECES = [
    "15",
    "49.9",
    "49,9",
    "%",
    "percent",
    "Prozent",
    "to",
    "bis",
    "between",
    "und",
    "a third of",
    "die Hälfte",
    "-",
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_gives_its_percentages(language: str, example: PercentExample) -> None:
    found = [
        (example.text[p.start : p.end], p.value, p.max, p.qualifier) for p in find_percents(example.text, language)
    ]
    expected = [(f.quote, Decimal(f.value), f.max and Decimal(f.max), f.qualifier) for f in example.found]
    assert found == expected


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_quote_alone_gives_the_same_percentage(language: str, example: PercentExample) -> None:
    for percent in find_percents(example.text, language):
        quote = example.text[percent.start : percent.end]
        again = find_percents(quote, language)
        assert [(p.value, p.max, p.qualifier) for p in again] == [(percent.value, percent.max, percent.qualifier)]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text_gives_percentages_in_order(text: str) -> None:
    for language in languages():
        end = 0
        for percent in find_percents(text, language):
            assert end <= percent.start < percent.end <= len(text)
            assert percent.qualifier in (None, *QUALIFIERS)
            assert percent.max is None or percent.value < percent.max
            end = percent.end


@pytest.mark.parametrize("piece", ["%", "1", "1%", "1.1.1.1", "1 ", "1% to ", "a third ", "half ", "percent "])
def test_hostile_text_is_read_fast(piece: str) -> None:
    start = time.process_time()
    for language in languages():
        find_percents(piece * (100_000 // len(piece)), language)
    assert time.process_time() - start < 4
