"""What a deal costs, as the sentences of amounts_told.toml tell it."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import find_deals

CASES = [
    (language, text, amount)
    for language, told in tomllib.loads(
        Path(__file__).with_name("amounts_told.toml").read_text(encoding="utf-8")
    ).items()
    for text, amount in told
]


@pytest.mark.parametrize(("language", "text", "amount"), CASES)
def test_amount(language: str, text: str, amount: str) -> None:
    found = find_deals(text, language)[0].amount
    if found is not None and found.per_share is not None:
        assert f"{found.per_share} {found.currency} a share" == amount
    else:
        assert (f"{found.value} {found.currency}" if found else "") == amount
