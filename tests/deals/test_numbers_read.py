"""Numbers: the examples of every language, and qualifiers before them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.numbers import DIGITS, NumberExample, NumberWords, numbers, qualifier_before

EXAMPLES = [
    (language, example)
    for language in languages()
    for example in language_table(language, "numbers", NumberWords).examples
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_is_worth_what_it_says(language: str, example: NumberExample) -> None:
    assert numbers(language).value(example.text) == Decimal(example.value)


@pytest.mark.parametrize("language", languages())
def test_qualifiers_are_those_of_a_deal(language: str) -> None:
    assert set(numbers(language).qualifiers.values()) == {"about", "up_to", "more_than", "less_than"}


@pytest.mark.parametrize("language", languages())
def test_qualifiers_can_be_looked_up(language: str) -> None:
    assert all(q == q.lower() and len(q.split()) < 5 for q in numbers(language).qualifiers)


@given(st.from_regex(DIGITS, fullmatch=True), st.sampled_from(languages()))
def test_digits_are_always_a_number(text: str, language: str) -> None:
    value = numbers(language).value(text)
    assert value is not None
    assert value >= 0


@pytest.mark.parametrize(
    ("language", "before", "start", "qualifier"),
    [
        ("en", "paid up to about ", "up to about", "up_to"),
        ("en", "paid (more than ", "more than", "more_than"),
        ("en", "paid ", "", None),
        ("de", "für fast ", "fast", "about"),
        ("de", "für deutlich mehr als ", "deutlich mehr als", "more_than"),
    ],
)
def test_qualifier_before_a_number(language: str, before: str, start: str, qualifier: str | None) -> None:
    offset, found = qualifier_before(before + "5", len(before), 0, numbers(language))
    assert (before[offset:].strip(), found) == (start, qualifier)
