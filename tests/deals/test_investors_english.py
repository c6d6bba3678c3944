"""Who takes part in a round, wherever English names them: behind the lead, beside each other, as an arm of somebody."""

import pytest

from newscrawl.deals import Deal, find_deals

ROUND = "Kodrex has raised $50 million. "
TOLD = {
    "further participation": (
        "The round was led by Norvik, with additional participation from Quorra, Alba Ventures and the Tal Clinic.",
        "Alba Ventures, Norvik, Quorra, Tal Clinic",
    ),
    "the participation of": (
        "The round was led by Norvik, with the participation of Quorra and Alba Ventures.",
        "Alba Ventures, Norvik, Quorra",
    ),
    "along with others": (
        "Norvik and Quorra also took part, along with Alba Ventures and Tal.",
        "Alba Ventures, Norvik, Quorra, Tal",
    ),
    "alongside others": ("Norvik also participated, alongside Alba Ventures.", "Alba Ventures, Norvik"),
    "alongside at the head": ("Alongside Norvik, Quorra and Tal took part in the round.", "Norvik, Quorra, Tal"),
    "an arm in a list": ("Norvik and the venture arm of grocer Quorra led the round.", "Norvik, Quorra"),
    "an arm alongside": ("Norvik participated alongside the corporate venture arm of Tal.", "Norvik, Tal"),
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD)
def test_who_invests(text: str, wanted: str) -> None:
    (deal,) = find_deals(ROUND + text, "en")
    assert _named(deal, "investor") == wanted
    assert _named(deal, "target") == "Kodrex"


SIDES = {
    "a ministry orders, whatever it defends": (
        "Poland's defence ministry has signed a $10 billion contract with Norvik for 96 helicopters.",
        "Norvik",
    ),
    "a navy orders": ("Sweden's navy signed a contract with Kodrex for two ferries.", "Kodrex"),
    "a ministry behind the supplier": (
        "Norvik Systems has signed a $2 billion contract with Poland's defence ministry.",
        "Norvik Systems",
    ),
}


@pytest.mark.parametrize(("text", "supplier"), SIDES.values(), ids=SIDES)
def test_the_state_is_the_customer(text: str, supplier: str) -> None:
    (deal,) = find_deals(text, "en")
    assert deal.type == "contract"
    assert _named(deal, "supplier") == supplier


def _named(deal: Deal, role: str) -> str:
    return ", ".join(sorted(party.name for party in deal.parties if party.role == role))
