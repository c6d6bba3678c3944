"""What English reports tell in wordings of their own: the parties of each deal, and where there is none."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import Deal, find_deals

CASES = [
    (kind, text, wanted)
    for kind, told in tomllib.loads(Path(__file__).with_name("reports_told.toml").read_text(encoding="utf-8")).items()
    for text, *wanted in told
]


@pytest.mark.parametrize(("kind", "text", "wanted"), CASES)
def test_deals_of_a_report(kind: str, text: str, wanted: list[str]) -> None:
    assert sorted(_told(deal) for deal in find_deals(text, "en")) == sorted(wanted), kind


def _told(deal: Deal) -> str:
    return f"{deal.type}: {', '.join(sorted(f'{party.role} {party.name}' for party in deal.parties))}"
