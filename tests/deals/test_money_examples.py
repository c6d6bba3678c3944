"""Money: the examples of every language, any text, and texts that try to make us slow."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals.languages import language_table, languages
from newscrawl.deals.mentions.money import Money, MoneyExample, MoneyFound, MoneyWords, find_money, find_withheld
from newscrawl.deals.model import QUALIFIERS

WORDS = {language: language_table(language, "money", MoneyWords) for language in languages()}
EXAMPLES = [(language, example) for language, words in WORDS.items() for example in words.examples]
WITHHELD = [(language, *example) for language, words in WORDS.items() for example in words.withheld.examples]
COUNTEREXAMPLES = [(language, text) for language, words in WORDS.items() for text in words.withheld.counterexamples]
PIECES = [
    "$",
    "US$",
    "€",
    "5",
    "1.2",
    "1,200",
    "million",
    "Mio.",
    "bn",
    "Euro",
    "dlrs",
    "a share",
    "je Aktie",
    "half a",
]
PIECES += [
    "eine halbe",
    "between",
    "zwischen",
    "and",
    "und",
    "to",
    "bis",
    "-",
    "about",
    "rund",
    "(",
    ")",
    "each",
    "Rs.",
]


def as_found(text: str, money: Money) -> tuple[object, ...]:
    quotes = text[money.start : money.end], text[money.amount_start : money.amount_end]
    return (*quotes, money.currency, money.value, money.max, money.per_share, money.qualifier)


def as_expected(found: MoneyFound) -> tuple[object, ...]:
    values = (None if value is None else Decimal(value) for value in (found.value, found.max, found.per_share))
    known = None if found.currency == "XXX" else found.currency
    return (found.quote, found.amount or found.quote, known, *values, found.qualifier)


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_example_gives_its_sums(language: str, example: MoneyExample) -> None:
    found = [as_found(example.text, money) for money in find_money(example.text, language)]
    assert found == [as_expected(expected) for expected in example.found]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_quote_alone_gives_the_same_sum(language: str, example: MoneyExample) -> None:
    for money in find_money(example.text, language):
        quote = example.text[money.start : money.end]
        assert [as_found(quote, again) for again in find_money(quote, language)] == [as_found(example.text, money)]


@pytest.mark.parametrize(("language", "text", "withheld"), WITHHELD)
def test_withheld_example(language: str, text: str, withheld: str) -> None:
    assert [text[found.start : found.end] for found in find_withheld(text, language)] == [withheld]


@pytest.mark.parametrize(("language", "text"), COUNTEREXAMPLES)
def test_withheld_counterexample(language: str, text: str) -> None:
    assert find_withheld(text, language) == []


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
    )
)
def test_any_text_gives_sums_in_order(text: str) -> None:
    for language in languages():
        end = 0
        for money in find_money(text, language):
            assert end <= money.start <= money.amount_start < money.amount_end <= money.end <= len(text)
            assert money.qualifier in (None, *QUALIFIERS)
            assert money.value is None or money.per_share is None
            assert money.max is None or (money.value is not None and money.value < money.max)
            end = money.end
        end = 0
        for withheld in find_withheld(text, language):
            assert end <= withheld.start < withheld.end <= len(text)
            end = withheld.end


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,", "$", "$1-", "$1 to ", "1 000 ", "123 ", "123\u00a0", "a million ", "not disclosed ", "("]
)
def test_hostile_text_is_read_fast(piece: str) -> None:
    start = time.process_time()
    for language in languages():
        find_money(piece * (100_000 // len(piece)), language)
        find_withheld(piece * (100_000 // len(piece)), language)
    assert time.process_time() - start < 8
