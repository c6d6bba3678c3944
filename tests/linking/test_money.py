"""Amounts of two reports: the same money, rounded or converted, or not."""

from decimal import Decimal

import pytest

from newscrawl.deals.model import Amount
from newscrawl.linking.money import compare_amounts, no_rates

M = 1_000_000
DAY = "2024-06-03"


def amount(value: float | None, currency: str | None, most: float | None = None) -> Amount:
    return Amount(currency, *(None if x is None else Decimal(str(x)) for x in (value, most)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((450 * M, "EUR"), (452 * M, "EUR"), "agree"),
        ((450 * M, "EUR"), (467 * M, "EUR"), "agree"),
        ((450 * M, "EUR"), (500 * M, "EUR"), None),
        ((450 * M, "EUR"), (650 * M, "EUR"), "differ"),
        ((450 * M, "EUR"), (586 * M, "USD"), "agree"),
        ((450 * M, "EUR"), (1100 * M, "USD"), "differ"),
        ((450 * M, "EUR"), (450 * M, None), "agree"),
        ((450 * M, "EUR"), (900 * M, None), None),
        ((100 * M, "EUR", 200 * M), (150 * M, "EUR"), "agree"),
        ((880.1234 * M, "DEM"), (450 * M, "EUR"), "agree"),
        ((450 * M, "XTS"), (450 * M, "EUR"), None),
    ],
)
def test_amounts_without_rates(one, other, expected) -> None:
    claims = [(amount(*given), None, DAY) for given in (one, other)]
    assert compare_amounts(claims[0], claims[1], no_rates) == expected
    assert compare_amounts(claims[1], claims[0], no_rates) == expected


@pytest.mark.parametrize(("euros", "expected"), [(450, "agree"), (465, "agree"), (380, None), (300, "differ")])
def test_a_rate_of_the_day_is_narrower(euros: int, expected: str | None) -> None:
    dollars, given = (amount(490 * M, "USD"), None, DAY), (amount(euros * M, "EUR"), None, DAY)
    assert compare_amounts(dollars, given, lambda currency, day: 1.09) == expected


@pytest.mark.parametrize(
    ("qualifier", "value", "expected"),
    [("about", 500, "agree"), ("up_to", 300, "agree"), ("more_than", 500, "agree"), (None, 500, None)],
)
def test_qualified_amounts_reach_farther(qualifier: str | None, value: int, expected: str | None) -> None:
    one = (amount(450 * M, "EUR"), qualifier, DAY)
    assert compare_amounts(one, (amount(value * M, "EUR"), None, DAY), no_rates) == expected


def test_prices_per_share() -> None:
    price = Amount("USD", per_share=Decimal("26.5"))
    assert compare_amounts((price, None, DAY), (price, None, DAY), no_rates) == "agree"
    assert compare_amounts((price, None, DAY), (amount(450 * M, "USD"), None, DAY), no_rates) is None
