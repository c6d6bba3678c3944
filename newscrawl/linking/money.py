"""Amounts of two reports → whether they can be the same money, rounded, converted, or not.

Two amounts are ranges in euros: from the rounding that a newspaper allows itself and, in two currencies, from the rate.
Ranges that meet agree; ranges far apart differ; what lies between says nothing.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from newscrawl.deals.model import Amount
from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "currencies.toml"

ROUNDING = 0.04
"""Share by which a printed amount may be rounded: 450 million for 467, "half a billion" is told as about."""
ABOUT = 0.12
"""The same where the report says about, more than or less than."""
RATE = 0.03
"""Share by which a newspaper's rate may be off that of the day."""
APART = 1.2
"""Ranges that lie apart by this factor or more are different amounts."""

Range = tuple[float, float]
Verdict = Literal["agree", "differ"] | None
Rates = Callable[[str, str], float | None]
"""Currency and day (ISO 8601) → units of the currency for one euro, None if unknown."""


class CurrencyTable(Table, frozen=True):
    """Lowest and highest number of units for one euro, by currency."""

    per_euro: dict[str, tuple[float, float]]


@cache
def _built_in() -> dict[str, tuple[float, float]]:
    return read_table(FILE, CurrencyTable).per_euro


def no_rates(currency: str, day: str) -> float | None:
    """The rates of somebody who has imported none."""
    return None


def printed_range(amount: Amount | None, qualifier: str | None) -> Range | None:
    """What an amount may stand for, in its own currency; None for a price per share or none."""
    if amount is None or amount.value is None:
        return None
    low, high = float(amount.value), float(amount.max if amount.max is not None else amount.value)
    below = above = ABOUT if qualifier == "about" else ROUNDING
    below = 0.5 if qualifier == "up_to" else ABOUT if qualifier == "less_than" else below
    above = ABOUT if qualifier == "more_than" else above
    return low * (1 - below), high * (1 + above)


def in_euros(given: Range, currency: str | None, day: str, rates: Rates) -> Range | None:
    """A range in euros, wider by what is not known of the rate; None if nothing is known of it."""
    rate = None if currency is None else rates(currency, day)
    if rate is not None and currency != "EUR":
        lowest, highest = rate * (1 - RATE), rate * (1 + RATE)
    elif currency in _built_in():
        lowest, highest = _built_in()[currency]
    else:
        return None
    return given[0] / highest, given[1] / lowest


def compare_amounts(
    one: tuple[Amount | None, str | None, str],
    other: tuple[Amount | None, str | None, str],
    rates: Rates,
    apart: float = APART,
) -> Verdict:
    """Whether two amounts, each with its qualifier and day, agree or differ; None if that cannot be told.

    They differ if they lie apart by the factor ``apart`` or more.
    """
    mine, theirs = (printed_range(amount, qualifier) for amount, qualifier, _ in (one, other))
    own_currency, other_currency = (amount.currency if amount else None for amount, _, _ in (one, other))
    if mine is None or theirs is None:
        return _compare_prices(one[0], other[0])
    if own_currency is None or other_currency is None:
        return "agree" if _verdict(mine, theirs, apart) == "agree" else None
    if own_currency != other_currency:
        mine, theirs = in_euros(mine, own_currency, one[2], rates), in_euros(theirs, other_currency, other[2], rates)
    return None if mine is None or theirs is None else _verdict(mine, theirs, apart)


def _compare_prices(one: Amount | None, other: Amount | None) -> Verdict:
    """Prices per share agree if they are equal; a raised bid is not a different deal."""
    if one is None or other is None or one.per_share is None or other.per_share is None:
        return None
    return "agree" if (one.per_share, one.currency) == (other.per_share, other.currency) else None


def _verdict(one: Range, other: Range, apart: float) -> Verdict:
    low, high = max(one[0], other[0]), min(one[1], other[1])
    if low <= high:
        return "agree"
    return "differ" if low >= high * apart else None
