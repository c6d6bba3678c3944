"""Durations: the examples of every language, any text, and texts that try to make us slow."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.durations import DurationExample, DurationWords, find_durations

EXAMPLES = [
    (language, example)
    for language in languages()
    for example in language_table(language, "durations", DurationWords).examples
]
PIECES = [
    "three",
    "10",
    "-",
    " ",
    "year",
    "years",
    "months",
    "Jahre",
    "drei",
    "jährig",
    "zunächst",
    "over the next",
    "to",
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_gives_its_durations(language: str, example: DurationExample) -> None:
    found = [(example.text[d.start : d.end], d.iso) for d in find_durations(example.text, language)]
    assert found == [(expected.quote, expected.iso) for expected in example.found]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_quote_alone_gives_the_same_duration(language: str, example: DurationExample) -> None:
    for duration in find_durations(example.text, language):
        quote = example.text[duration.start : duration.end]
        assert [again.iso for again in find_durations(quote, language)] == [duration.iso]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text_gives_durations_in_order(text: str) -> None:
    for language in languages():
        end = 0
        for duration in find_durations(text, language):
            assert end <= duration.start < duration.end <= len(text)
            assert re.fullmatch(r"P[1-9]\d*[YMWD]", duration.iso)
            end = duration.end


@pytest.mark.parametrize("piece", ["1", "year ", "two years ", "drei Jahre ", "jährig", "-", "1-", "zunächst "])
def test_hostile_text_is_read_fast(piece: str) -> None:
    start = time.process_time()
    for language in languages():
        find_durations(piece * (100_000 // len(piece)), language)
    assert time.process_time() - start < 4
