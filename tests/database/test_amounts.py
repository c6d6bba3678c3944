"""Readable money, and readable parties."""

from decimal import Decimal

import pytest

from newscrawl.database.amounts import readable_amount
from newscrawl.database.deal_list import readable_parties
from newscrawl.deals.model import Amount


def whole(value: str, currency: str | None = "EUR", upper: str | None = None) -> Amount:
    return Amount(currency, Decimal(value), Decimal(upper) if upper else None)


@pytest.mark.parametrize(
    ("amount", "qualifier", "text", "readable"),
    [
        (whole("450000000"), None, None, "450 m EUR"),
        (whole("1200000000", "USD"), None, None, "1.2 bn USD"),
        (whole("9575000000", "USD"), None, None, "9.575 bn USD"),
        (whole("1234567891", "USD"), None, None, "1,234,567,891 USD"),
        (whole("2e12", "JPY"), None, None, "2 tn JPY"),
        (whole("1500000"), "about", None, "about 1.5 m EUR"),
        (whole("1500000"), "up_to", None, "up to 1.5 m EUR"),
        (whole("1500000"), "more_than", None, "more than 1.5 m EUR"),
        (whole("1500000"), "less_than", None, "less than 1.5 m EUR"),
        (whole("750000"), None, None, "750,000 EUR"),
        (whole("999.5"), None, None, "999.5 EUR"),
        (whole("0"), None, None, "0 EUR"),
        (whole("450000000", None), None, None, "450 m"),
        (whole("100e6", "EUR", "200e6"), None, None, "100–200 m EUR"),
        (whole("900e6", "EUR", "1100e6"), None, None, "900 m–1.1 bn EUR"),
        (Amount("USD", per_share=Decimal("26.5")), None, None, "26.50 USD a share"),
        (Amount("USD", per_share=Decimal("27")), None, None, "27 USD a share"),
        (Amount("USD", per_share=Decimal("0.125")), "about", None, "about 0.125 USD a share"),
        (None, None, "an undisclosed sum", "undisclosed"),
        (None, None, None, None),
        (Amount(None), None, None, None),
    ],
)
def test_amount_is_readable(amount, qualifier, text, readable) -> None:
    assert readable_amount(amount, qualifier, text) == readable


@pytest.mark.parametrize(
    ("parties", "readable"),
    [
        ([("acquirer", "Norvik"), ("target", "Tal")], "Norvik → Tal"),
        ([("acquirer", "Norvik"), ("target", "Tal"), ("seller", "Ostra")], "Norvik → Tal (from Ostra)"),
        ([("target", "Tal"), ("seller", "Ostra")], "? → Tal (from Ostra)"),
        ([("investor", "Norvik"), ("investor", "Ulmo"), ("target", "Tal")], "Norvik, Ulmo → Tal"),
        ([("target", "Tal")], "? → Tal"),
        ([("partner", "Norvik"), ("partner", "Ulmo")], "Norvik + Ulmo"),
        ([("partner", "Norvik"), ("partner", "Ulmo"), ("venture", "Nulmo")], "Norvik + Ulmo: Nulmo"),
        ([("venture", "Nulmo")], "Nulmo"),
        ([("supplier", "Norvik"), ("customer", "Tal")], "Norvik → Tal"),
        ([("licensor", "Norvik"), ("licensee", "Tal")], "Norvik → Tal"),
        ([], ""),
    ],
)
def test_parties_are_readable(parties, readable: str) -> None:
    assert readable_parties(parties) == readable
