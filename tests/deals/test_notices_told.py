"""Deals as companies, filings and newsletters tell them; the cases are in notices_told.toml."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import find_deals
from newscrawl.deals.model import Deal

CASES = [
    (language, case["text"], case["deals"])
    for language, cases in tomllib.loads(
        Path(__file__).with_name("notices_told.toml").read_text(encoding="utf-8")
    ).items()
    for case in cases
]
ROLES = (
    "acquirer",
    "investor",
    "licensor",
    "supplier",
    "partner",
    "target",
    "licensee",
    "customer",
    "seller",
    "venture",
)


def told(deal: Deal) -> str:
    parties = sorted(deal.parties, key=lambda party: ROLES.index(party.role))
    return f"{deal.type}: {', '.join(f'{party.role} {party.name}' for party in parties)}"


@pytest.mark.parametrize(("language", "text", "deals"), CASES)
def test_deals_told(language: str, text: str, deals: list[str]) -> None:
    assert [told(deal) for deal in find_deals(text, language, "2024-05-08")] == deals
