"""Exact numbers in SQLite: Decimal → what a NUMERIC column holds without loss, and back."""

from decimal import Decimal

DIGITS = 15
"""Significant digits that a float gives back exactly."""

LARGEST = Decimal(10) ** 18
"""Whole numbers below fit into SQLite's integers."""


def to_column(number: Decimal | None) -> int | float | None:
    """The number as SQLite stores it: whole ones as integer, others as float.

    Raises:
        ValueError: it is below zero, not finite, too large, or has more digits than come back exactly.
    """
    if number is None:
        return None
    if not number.is_finite() or not 0 <= number < LARGEST:
        raise ValueError(f"{number} is no amount: it must be from 0 to below {LARGEST:.0e}")
    if number == number.to_integral_value():
        return int(number)
    if len(number.normalize().as_tuple().digits) > DIGITS:
        raise ValueError(f"{number} has more than {DIGITS} digits and could not be stored exactly")
    return float(number)


def from_column(value: float | None) -> Decimal | None:
    """The exact number that ``to_column`` stored."""
    return None if value is None else Decimal(repr(value))
