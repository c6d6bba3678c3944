"""Which deals count as read in litter."""

import pytest

from evaluation.pages import is_foreign

ROW = {"text": "Norvik buys Tal for 40 million euros.\nThe price is “fair”, says Berg."}


@pytest.mark.parametrize(
    ("evidence", "foreign"),
    [
        ("Norvik buys Tal for 40 million euros.", False),
        ('The price is "fair", says Berg.', False),
        ("Gorm buys Lund.", True),
    ],
)
def test_foreign(evidence: str, foreign: bool) -> None:
    assert is_foreign({"evidence": evidence}, ROW) is foreign
