"""Deals that sentences of a language tell apart: parties, sums or shares stand in another sentence or clause."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import Deal, find_deals

CASES = [
    (path.stem[-2:], kind, text, wanted)
    for path in sorted(Path(__file__).parent.glob("told_apart_??.toml"))
    for kind, told in tomllib.loads(path.read_text(encoding="utf-8")).items()
    for text, *wanted in told
]


@pytest.mark.parametrize(("language", "kind", "text", "wanted"), CASES)
def test_deals_told_apart(language: str, kind: str, text: str, wanted: list[str]) -> None:
    assert sorted(_told(deal) for deal in find_deals(text, language)) == sorted(wanted), kind


def _told(deal: Deal) -> str:
    parties = ", ".join(sorted(f"{party.role} {party.name}" for party in deal.parties))
    share = f" {deal.stake_percent}%" if deal.stake_percent is not None else ""
    amount = f" {deal.amount.value} {deal.amount.currency}" if deal.amount is not None else ""
    return f"{deal.type} {deal.status}: {parties}{share}{amount}"
