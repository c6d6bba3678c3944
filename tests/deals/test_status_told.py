"""How far a deal is and when it became known, as the sentences of status_told.toml tell it."""

import tomllib
from pathlib import Path

import pytest

from newscrawl.deals import find_deals

PUBLISHED = "2016-03-08"
CASES = [
    (language, status, text, announced or None)
    for language, by_status in tomllib.loads(
        Path(__file__).with_name("status_told.toml").read_text(encoding="utf-8")
    ).items()
    for status, told in by_status.items()
    for text, announced in told
]


@pytest.mark.parametrize(("language", "status", "text", "announced"), CASES)
def test_status_and_date(language: str, status: str, text: str, announced: str | None) -> None:
    found = find_deals(text, language, PUBLISHED)
    deal = next((d for d in found if any(p.name == "Norvik" for p in d.parties)), found[0])  # Norvik is who wins
    assert (deal.status, deal.announced) == (status, announced)
