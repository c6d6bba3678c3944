"""Who lost to the winner of a deal: sentences that name no more than the loser."""

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


ENGLISH = {
    "offers that are beaten": (
        "Norvik won the auction for Kodrex, beating rival offers from Sendero and Zahlix.",
        ["Norvik > Kodrex", "Sendero > Kodrex", "Zahlix > Kodrex"],
    ),
    "beaten in a race": ("Norvik beat Sendero in the race for Kodrex.", ["Norvik > Kodrex", "Sendero > Kodrex"]),
    "called so": (
        "Norvik bought Kodrex at auction for $28 million; Sendero was the losing bidder.",
        ["Norvik > Kodrex", "Sendero > Kodrex"],
    ),
    "beaten to a contract": (
        "Norvik beat Sendero to a contract with insurer Kodrex.",
        ["Norvik > Kodrex", "Sendero > Kodrex"],
    ),
    "edged out": (
        "Norvik has been selected by Kodrex to supply the core of its network, edging out Sendero.",
        ["Norvik > Kodrex", "Sendero > Kodrex"],
    ),
    "competition": (
        "Norvik beat off competition from Sendero to win a contract from Kodrex.",
        ["Norvik > Kodrex", "Sendero > Kodrex"],
    ),
    "beaten in a market": (
        "Norvik bought Kodrex. The company beat Sendero in the market for phones.",
        ["Norvik > Kodrex"],
    ),
    "edged out of a rank": (
        "Norvik edged out Sendero to become the largest supplier of Kodrex.",
        ["Norvik > Kodrex"],
    ),
    "beaten in a race for something else": (
        "Norvik beat Sendero in the race for market share after it bought Kodrex.",
        ["Norvik > Kodrex"],
    ),
    "beaten by results": ("Norvik bought Kodrex. It beat Sendero with earnings of $5 a share.", ["Norvik > Kodrex"]),
}


@pytest.mark.parametrize(("text", "wanted"), ENGLISH.values(), ids=ENGLISH)
def test_losers_in_english(text: str, wanted: list[str]) -> None:
    sides = (("acquirer", "supplier"), ("target", "customer"))
    found = [[p.name for side in sides for p in d.parties if p.role in side] for d in find_deals(text, "en")]
    assert sorted(" > ".join(names) for names in found) == wanted
