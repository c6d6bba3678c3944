"""Money for people: 450 m EUR, not 450000000. Nothing is rounded: what has no short form is written out."""

from decimal import Decimal

from newscrawl.deals.model import Amount

SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
DECIMALS = 3
"""Digits behind the point of a short form, at most."""

QUALIFIERS = {"about": "about ", "up_to": "up to ", "more_than": "more than ", "less_than": "less than "}


def readable_amount(amount: Amount | None, qualifier: str | None = None, amount_text: str | None = None) -> str | None:
    """The amount of a deal: "450 m EUR", "up to 1.2 bn USD", "100–200 m EUR", "26.50 USD a share", "undisclosed".

    None where the article says nothing of it; "undisclosed" where it says that the amount is not told.
    """
    prefix = QUALIFIERS.get(qualifier or "", "")
    if amount is not None and amount.per_share is not None:
        return f"{prefix}{_with_currency(readable_price(amount.per_share), amount.currency)} a share"
    if amount is None or amount.value is None:
        return "undisclosed" if amount_text else None
    number = readable_number(amount.value) if amount.max is None else readable_range(amount.value, amount.max)
    return prefix + _with_currency(number, amount.currency)


def readable_number(number: Decimal) -> str:
    """A number with its scale: 1200000000 → 1.2 bn, 750000 → 750,000; exact."""
    scaled, unit = _scaled(number)
    return f"{_plain(scaled)} {unit}".rstrip()


def readable_range(low: Decimal, high: Decimal) -> str:
    """From low to high, the scale said once if it is the same: 100–200 m, 900 m–1.1 bn."""
    low_text, high_text = readable_number(low), readable_number(high)
    number, _, unit = low_text.partition(" ")
    return f"{number if high_text.partition(' ')[2] == unit else low_text}–{high_text}"


def readable_price(price: Decimal) -> str:
    """A price of a share: 26.5 → 26.50, 27 → 27."""
    if price == price.to_integral_value() or -(price.normalize().as_tuple().exponent) > 2:  # type: ignore[operator]
        return _plain(price)
    return f"{price:,.2f}"


def _scaled(number: Decimal) -> tuple[Decimal, str]:
    for scale, unit in SCALES:
        scaled = number / scale
        if scaled >= 1 and scaled == round(scaled, DECIMALS):
            return scaled, unit
    return number, ""


def _plain(number: Decimal) -> str:
    """Without exponent and needless zeros, thousands parted by commas."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_currency(number: str, currency: str | None) -> str:
    return f"{number} {currency}" if currency else number
