"""Clauses that leave out their verb beside one that has it, lists whose names are explained, and names said beside
those of a clause ("neben Tal auch …")."""

import pytest

from newscrawl.deals import Deal, find_deals

GERMAN = {
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
    "Norvik hat 2015 Kodrex gekauft und im Jahr darauf die Funksparte von Sendero.": (
        "Norvik Kodrex, Norvik Funksparte Sendero"
    ),
    "Norvik übernimmt die Kodrex GmbH und die Mehrheit an der Quorra AG.": "Norvik Kodrex GmbH, Norvik Quorra AG",
    "Norvik erwarb Kodrex von Sendero, Quorra von Zahlix.": "Norvik Kodrex Sendero, Norvik Quorra Zahlix",
    "Norvik ist seit 2013 an Kodrex beteiligt, seit 2014 an Sendero.": "Norvik Kodrex, Norvik Sendero",
    "Norvik steckt zehn Millionen Euro in Kodrex und fünf Millionen Euro in Sendero.": (
        "Norvik Kodrex 10000000, Norvik Sendero 5000000"
    ),
    "Norvik beteiligte sich an Kodrex, einem Anbieter, an Sendero, einem Dienst, und an Quorra.": (
        "Norvik Kodrex, Norvik Sendero, Norvik Quorra"
    ),
    "Norvik kooperiert in Asien mit Kodrex, in Europa mit Sendero.": "Norvik Kodrex, Norvik Sendero",
    "Für Autos arbeitet Norvik mit Kodrex zusammen, bei Krediten mit Sendero.": "Norvik Kodrex, Norvik Sendero",
    "Norvik kooperiert in Asien mit Kodrex und Sendero.": "Norvik Kodrex Sendero",
    "Norvik verkauft Kodrex an Sendero, so Zahlix, für 10 Millionen Euro.": "Sendero Kodrex Norvik 10000000",
    "Norvik verkauft Kodrex an Sendero, Quorra wächst mit Zahlix.": "Sendero Kodrex Norvik",
    "Kodrex ging an Norvik, Sendero blieb bei Quorra.": "Norvik Kodrex",
}
GERMAN_BESIDE = {
    "Norvik hat neben Kodrex auch Sendero übernommen.": "Norvik Sendero, Norvik Kodrex",
    "Außer der Kodrex AG übernahm Norvik auch Sendero.": "Norvik Sendero, Norvik Kodrex AG",
    "Neben Kodrex ist Norvik auch bei Sendero eingestiegen.": "Norvik Sendero, Norvik Kodrex",
    "Neben Kodrex hat Norvik auch in Sendero investiert.": "Norvik Sendero, Norvik Kodrex",
    "Neben Kodrex investierte auch Norvik in Sendero.": "Kodrex Norvik Sendero",
    "Neben Kodrex hat Norvik viele Händler, auch Sendero wurde gefragt.": "",
    "Nach Angaben von Kodrex hat Norvik auch Sendero übernommen.": "Norvik Sendero",
}
ENGLISH = {
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
TOLD = [("de", *row) for row in (GERMAN | GERMAN_BESIDE).items()] + [("en", *row) for row in ENGLISH.items()]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_each_deal_has_its_own_sides(language: str, text: str, told: str) -> None:
    assert ", ".join(map(sides, find_deals(text, language))) == told


def sides(deal: Deal) -> str:
    amount = deal.amount.value if deal.amount is not None else None
    return " ".join([*(party.name for party in deal.parties), *([f"{amount:.0f}"] if amount else [])])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nach Kodrex übernimmt Norvik nun auch Sendero."),
        ("en", "After Kodrex, Norvik will now also buy Sendero."),
    ],
)
def test_what_came_before_is_done(language: str, text: str) -> None:
    found = find_deals(text, language)
    assert {(deal.parties[1].name, deal.status) for deal in found} == {
        ("Kodrex", "completed"),
        ("Sendero", "announced"),
    }
