"""How large the share is that a sentence tells of, and which percentages are none."""

import pytest

from newscrawl.deals import find_deals

TOLD: dict[tuple[str, str], int | None] = {
    ("en", "Norvik has snapped up 10 percent of Kodrex."): 10,
    ("en", "Norvik picks up half of Kodrex for $5 million."): 50,
    ("en", "Norvik took up 10 percent of Kodrex."): 10,
    ("en", "Norvik, whose sales were up 10 percent, bought a stake in Kodrex."): None,
    ("en", "Norvik shares ended up 10 percent after it bought a stake in Kodrex."): None,
    ("en", "Norvik bought a stake in Kodrex. Revenue went up 10 percent."): None,
    ("de", "Norvik steigt mit 25 Prozent bei Kodrex ein."): 25,
    ("de", "Norvik stieg um 25 Prozent, nachdem Kodrex bei Tal eingestiegen war."): None,
}


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_share(language: str, text: str) -> None:
    assert find_deals(text, language)[0].stake_percent == TOLD[language, text]
