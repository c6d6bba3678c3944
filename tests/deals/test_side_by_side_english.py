"""English clauses that leave out their verb beside one that has it, lists whose names are explained, and additions."""

import pytest

from newscrawl.deals import Deal, find_deals

TOLD = {
    "Norvik sold Kodrex to Sendero and Quorra to Zahlix.": "Sendero Kodrex Norvik, Zahlix Quorra Norvik",
    "Norvik bought Kodrex from Sendero and Quorra from Zahlix.": "Norvik Kodrex Sendero, Norvik Quorra Zahlix",
    "Kodrex was sold to Norvik and Sendero to Quorra.": "Norvik Kodrex, Quorra Sendero",
    "Norvik paid $10 million for Kodrex and $5 million for Sendero.": "Norvik Kodrex 10000000, Norvik Sendero 5000000",
    "Norvik put $10 million into Kodrex and $5 million into Sendero.": "Norvik Kodrex 10000000, Norvik Sendero 5000000",
    "Norvik partnered with Kodrex on batteries and Sendero on motors.": "Norvik Kodrex Sendero",
    "Norvik bought Kodrex, a software maker, Sendero, a retailer, and Quorra.": (
        "Norvik Kodrex, Norvik Sendero, Norvik Quorra"
    ),
    "Norvik bought Kodrex, a maker of software, and Sendero, a retailer, said it was sorry.": "Norvik Kodrex",
    "Norvik bought Kodrex from Sendero and Quorra from Zahlix is its rival.": "Norvik Kodrex Sendero",
    "Norvik acquired not only Kodrex but also Sendero.": "Norvik Kodrex, Norvik Sendero",
    "In addition to Kodrex, Norvik also acquired Sendero.": "Norvik Sendero, Norvik Kodrex",
    "Norvik bought Sendero in addition to Kodrex.": "Norvik Sendero, Norvik Kodrex",
    "In addition to software, Norvik also acquired Sendero.": "Norvik Sendero",
    "Besides Kodrex, Norvik makes drones.": "",
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_each_deal_has_its_own_sides(text: str, told: str) -> None:
    assert ", ".join(map(sides, find_deals(text, "en"))) == told


def sides(deal: Deal) -> str:
    amount = deal.amount.value if deal.amount is not None else None
    return " ".join([*(party.name for party in deal.parties), *([f"{amount:.0f}"] if amount else [])])


def test_what_came_before_is_done() -> None:
    found = find_deals("After Kodrex, Norvik will now also buy Sendero.", "en")
    assert {(deal.parties[1].name, deal.status) for deal in found} == {
        ("Kodrex", "completed"),
        ("Sendero", "announced"),
    }
