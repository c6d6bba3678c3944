"""Deals that German sentences tell apart: parties, sums or shares stand in another sentence or clause."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import Deal, find_deals

CASES = [
    (kind, text, wanted)
    for kind, told in tomllib.loads(Path(__file__).with_name("told_apart_de.toml").read_text(encoding="utf-8")).items()
    for text, *wanted in told
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_deals_told_apart(kind: str, text: str, wanted: list[str]) -> None:
    assert sorted(_told(deal) for deal in find_deals(text, "de")) == sorted(wanted), kind


def _told(deal: Deal) -> str:
    parties = ", ".join(sorted(f"{party.role} {party.name}" for party in deal.parties))
    share = f" {deal.stake_percent}%" if deal.stake_percent is not None else ""
    amount = f" {deal.amount.value} {deal.amount.currency}" if deal.amount is not None else ""
    return f"{deal.type} {deal.status}: {parties}{share}{amount}"
