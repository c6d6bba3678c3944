"""Who lost to the winner of a deal: German sentences that name no more than the loser."""

import pytest

from newscrawl.deals import find_deals

WON = "Norvik kaufte Ostra."
LOST = "Leer ausgegangen ist Talsen."
PADDING = "Das Wetter ist schön. " * 14


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{WON} {LOST}", ["Norvik > Ostra", "Talsen > Ostra"]),
        (
            f"{WON} {LOST} Die Übernahme von Ostra durch Norvik ist fertig. {LOST}",
            ["Norvik > Ostra", "Talsen > Ostra"],
        ),
        (
            f"Norvik kaufte 2012 Mobilo. {PADDING}{LOST} Veloro kaufte Ostra.",
            ["Norvik > Mobilo", "Talsen > Ostra", "Veloro > Ostra"],
        ),
        (f"{WON} {PADDING}{LOST}", ["Norvik > Ostra"]),
    ],
    ids=["told", "told twice", "the winner is told next", "too far"],
)
def test_a_loser_has_one_deal_by_the_nearest_winner(text: str, wanted: list[str]) -> None:
    found = [
        [p.name for role in ("acquirer", "target") for p in d.parties if p.role == role] for d in find_deals(text, "de")
    ]
    assert [" > ".join(names) for names in found] == wanted
