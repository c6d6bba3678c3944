"""German sentences that say the verb once and then add other names, and names said beside those of the clause."""

import pytest

from newscrawl.deals import Deal, find_deals

TOLD = {
    "Kodrex ging an Norvik, Sendero an Quorra.": "Norvik Kodrex, Quorra Sendero",
    "Norvik verkauft Kodrex für zehn Millionen Euro an Sendero, Quorra für fünf Millionen Euro an Zahlix.": (
        "Sendero Kodrex Norvik 10000000, Zahlix Quorra Norvik 5000000"
    ),
    "Norvik hat den Händler Kodrex an Sendero und den Dienst Quorra an Zahlix verkauft.": (
        "Sendero Kodrex Norvik, Zahlix Quorra Norvik"
    ),
    "Norvik zahlte für Kodrex zehn Millionen Euro, für Sendero fünf Millionen Euro.": (
        "Norvik Kodrex 10000000, Norvik Sendero 5000000"
    ),
    "Norvik hat Kodrex für zehn Millionen Euro, Sendero für fünf Millionen Euro übernommen.": (
        "Norvik Kodrex 10000000, Norvik Sendero 5000000"
    ),
    "Norvik erwarb Kodrex von Sendero, Quorra von Zahlix.": "Norvik Kodrex Sendero, Norvik Quorra Zahlix",
    "Norvik ist seit 2013 an Kodrex beteiligt, seit 2014 an Sendero.": "Norvik Kodrex, Norvik Sendero",
    "Norvik steckt zehn Millionen Euro in Kodrex und fünf Millionen Euro in Sendero.": (
        "Norvik Kodrex 10000000, Norvik Sendero 5000000"
    ),
    "Norvik beteiligte sich an Kodrex, einem Anbieter, an Sendero, einem Dienst, und an Quorra.": (
        "Norvik Kodrex, Norvik Sendero, Norvik Quorra"
    ),
    "Norvik kooperiert in Asien mit Kodrex, in Europa mit Sendero.": "Norvik Kodrex Sendero",
    "Norvik verkauft Kodrex an Sendero, so Zahlix, für 10 Millionen Euro.": "Sendero Kodrex Norvik 10000000",
    "Norvik verkauft Kodrex an Sendero, Quorra wächst mit Zahlix.": "Sendero Kodrex Norvik",
    "Kodrex ging an Norvik, Sendero blieb bei Quorra.": "Norvik Kodrex",
}
BESIDE = {
    "Norvik hat neben Kodrex auch Sendero übernommen.": "Norvik Sendero, Norvik Kodrex",
    "Neben Kodrex ist Norvik auch bei Sendero eingestiegen.": "Norvik Sendero, Norvik Kodrex",
    "Neben Kodrex hat Norvik auch in Sendero investiert.": "Norvik Sendero, Norvik Kodrex",
    "Neben Kodrex investierte auch Norvik in Sendero.": "Kodrex Norvik Sendero",
    "Neben Kodrex hat Norvik viele Händler, auch Sendero wurde gefragt.": "",
    "Nach Angaben von Kodrex hat Norvik auch Sendero übernommen.": "Norvik Sendero",
}


@pytest.mark.parametrize(("text", "told"), [*TOLD.items(), *BESIDE.items()])
def test_each_deal_has_its_own_sides(text: str, told: str) -> None:
    assert ", ".join(map(sides, find_deals(text, "de"))) == told


def sides(deal: Deal) -> str:
    amount = deal.amount.value if deal.amount is not None else None
    return " ".join([*(party.name for party in deal.parties), *([f"{amount:.0f}"] if amount else [])])


def test_what_came_before_is_done() -> None:
    found = find_deals("Nach Kodrex übernimmt Norvik nun auch Sendero.", "de")
    assert {(deal.parties[1].name, deal.status) for deal in found} == {
        ("Kodrex", "completed"),
        ("Sendero", "announced"),
    }
