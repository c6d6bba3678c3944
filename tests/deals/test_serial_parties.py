"""Several parties in one role: as many deals, or one that they make together."""

import pytest

from newscrawl.deals import find_deals

LISTED = {
    "Norvik has won contracts from Altiva, Deltabank and Corso Foods.": ["Altiva", "Deltabank", "Corso Foods"],
    "Norvik hat Altiva, Ostra und Korvan gekauft.": ["Altiva", "Ostra", "Korvan"],
    "Im Mai gingen Altiva, Ostra und Korvan an Norvik.": ["Altiva", "Ostra", "Korvan"],
    "Für zehn Millionen Euro gehen die Labels Altiva, Ostra, Quorra und Korvan an Norvik.": [
        "Altiva",
        "Ostra",
        "Quorra",
        "Korvan",
    ],
    "Norvik said it has signed agreements with Altiva, Deltabank and Corso Foods.": [
        "Altiva",
        "Deltabank",
        "Corso Foods",
    ],
    "Norvik has licensed its chip designs to Altiva and Corso Foods.": ["Altiva", "Corso Foods"],
}
TOGETHER = {
    "Altiva awarded contracts to Norvik, Tal Systems and Bergen Software.": ("supplier", 3),
    "Norvik said it has signed an agreement with Altiva, Deltabank and Corso Foods.": ("partner", 4),
    "Norvik raised $5 million from Alba Ventures and Corso Capital.": ("investor", 2),
    "Im Mai beteiligten sich Alba Ventures, Ostra und Corso Capital an Norvik.": ("investor", 3),
}


def language(text: str) -> str:
    return "de" if any(word in text for word in ("gekauft", "gehen", "gingen", "beteiligten")) else "en"


@pytest.mark.parametrize("text", LISTED)
def test_each_is_a_deal(text: str) -> None:
    deals = find_deals(text, language(text), published="2024-05-08")
    others = [[party.name for party in deal.parties if party.name != "Norvik"] for deal in deals]
    assert others == [[name] for name in LISTED[text]]


@pytest.mark.parametrize("text", TOGETHER)
def test_they_make_one_deal(text: str) -> None:
    role, count = TOGETHER[text]
    (deal,) = find_deals(text, language(text), published="2024-05-08")
    assert sum(party.role == role for party in deal.parties) == count


def test_who_follows_joins_the_first_partner() -> None:
    deals = find_deals("Norvik kooperiert seit 2012 mit Altiva. 2014 kam die Ostra AG hinzu.", "de")
    assert {tuple(party.name for party in deal.parties) for deal in deals} == {
        ("Norvik", "Altiva"),
        ("Norvik", "Ostra AG"),
    }


SIDES = {
    "Norvik has signed deals with Altiva and Korvan to secure chips for its phones.": "customer",
    "Norvik has signed deals with Altiva and Korvan, which brings it its first customers.": "supplier",
    "Norvik Software has struck agreements with Altiva Bank and Korvan Insurance.": "supplier",
}


@pytest.mark.parametrize("text", SIDES)
def test_who_has_them_all_delivers_or_orders(text: str) -> None:
    deals = find_deals(text, "en", published="2024-05-08")
    assert [[p.role for p in deal.parties if p.name.startswith("Norvik")] for deal in deals] == [[SIDES[text]]] * 2


EQUAL_NOUNS = [
    "Norvik bought a 20% stake in Altiva for $5 million and a 10% stake in Korvan for $6 million.",
    "Norvik bought a 20% stake in Altiva, and a 10% stake in Korvan.",
    "Norvik won a contract from Altiva in May and a contract from Korvan in June.",
]


@pytest.mark.parametrize("text", EQUAL_NOUNS)
def test_equal_nouns_share_their_verb(text: str) -> None:
    deals = find_deals(text, "en", published="2024-05-08")
    assert [[p.name for p in deal.parties if p.name != "Norvik"] for deal in deals] == [["Altiva"], ["Korvan"]]


def test_the_stake_is_the_one_told_of_before() -> None:
    (deal,) = find_deals("Altiva owns 20 percent of Norvik, having bought the stake from Korvan in 2009.", "en")
    assert {p.name: p.role for p in deal.parties} == {"Altiva": "investor", "Norvik": "target", "Korvan": "seller"}


def test_who_is_bought_beside_a_contract_ordered_nothing() -> None:
    text = "Norvik grew with a government contract in 1988 and the acquisition of Korvan Telecom in 1995."
    assert [deal.type for deal in find_deals(text, "en", published="2024-05-08")] == ["acquisition"]
