"""German sentences that say the verb once and then add names, each with a date of its own."""

import pytest

from newscrawl.deals import find_deals

ROWS = [
    (
        "Norvik übernahm 2012 Sunpeak, 2013 Mobilo und 2014 die Firma Kantwerk.",
        "acquisition",
        "Sunpeak Mobilo Kantwerk",
    ),
    ("Norvik übernahm Sunpeak 2012 und Mobilo 2013.", "acquisition", "Sunpeak Mobilo"),
    ("2012 kaufte der Konzern Norvik den Hersteller Sunpeak, 2013 Mobilo.", "acquisition", "Sunpeak Mobilo"),
    ("2013 wurde Sunpeak von Norvik übernommen, 2014 Mobilo.", "acquisition", "Sunpeak Mobilo"),
    ("Norvik verkaufte 2012 Sunpeak an Tal und 2013 Mobilo an Ostra.", "acquisition", "Sunpeak Mobilo"),
    ("Norvik stieg bei Sunpeak im Mai ein, bei Mobilo im Juni.", "stake", "Sunpeak Mobilo"),
    (
        "Norvik beteiligte sich 2012 mit 20 Prozent an Sunpeak, 2013 mit 30 Prozent an Mobilo.",
        "stake",
        "Sunpeak Mobilo",
    ),
    ("Norvik kaufte 2012 Sunpeak, 2013 den Ostra-Rivalen Mobilo.", "acquisition", "Sunpeak Mobilo"),
    ("Norvik hat 2012 mit Sunpeak fusioniert, 2013 mit Mobilo.", "merger", "Sunpeak Mobilo"),
]


@pytest.mark.parametrize(("text", "deal_type", "names"), ROWS)
def test_each_name_has_a_deal_of_its_own(text: str, deal_type: str, names: str) -> None:
    deals = find_deals(text, "de", "2024-09-02")
    assert [deal.type for deal in deals] == [deal_type] * len(names.split())
    for deal, name in zip(deals, names.split(), strict=True):
        assert {"Norvik", name} <= {party.name for party in deal.parties}


def test_each_has_its_own_date_and_share() -> None:
    text = "Norvik beteiligte sich 2012 mit 20 Prozent an Sunpeak, 2013 mit 30 Prozent an Mobilo."
    found = [(deal.announced, deal.stake_percent) for deal in find_deals(text, "de", "2024-09-02")]
    assert found == [("2012", 20), ("2013", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "2014 übernahm Norvik den Rivalen Sunpeak, 2015 gründete Berg die Firma Mobilo.",
        "2014 übernahm Norvik den Rivalen Sunpeak, 2015 eröffnete die Firma ein Werk bei Mobilo.",
        "Norvik kaufte 2012 Sunpeak mit 2013 Mitarbeitern und 1950 Fahrzeugen.",
        "Norvik kaufte 2012 den Rivalen Sunpeak, 2013 Mitarbeiter verloren ihre Stelle.",
        "Norvik kaufte 2012 den Rivalen Sunpeak, 2013 Mobilo-Chef Karl Berg.",
    ],
)
def test_what_has_a_verb_or_counts_things_is_not_added(text: str) -> None:
    assert [[party.name for party in deal.parties] for deal in find_deals(text, "de")] == [["Norvik", "Sunpeak"]]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Norvik kaufte 2012 Sunpeak und 2014 Konkurrent Mobilo.", {"2012", "2014"}),
        ("Norvik kaufte 2012 Sunpeak und 1990 Aktien von Mobilo.", {"2012", None}),
        ("2012 kaufte Norvik 300 Züge von Sunpeak, 2000 hat Sunpeak geliefert.", {"2012"}),
    ],
)
def test_what_counts_things_is_no_year(text: str, dates: set[str | None]) -> None:
    assert {deal.announced for deal in find_deals(text, "de")} == dates


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norvik kauft Sunpeak, Mobilo und weitere Firmen.", "Norvik Sunpeak Mobilo"),
        ("Norvik kauft Sunpeak, Mobilo und zwei Brauereien.", "Norvik Sunpeak Mobilo"),
        ("Norvik kauft Sunpeak, Mobilo und Mitarbeiter protestieren.", "Norvik Sunpeak"),
        ("Die Gesellschafter verkaufen Mobilo an Norvik, darunter Sunpeak.", "Mobilo Norvik"),
        ("Investoren stecken fünf Millionen Euro in Norvik, darunter der Fonds Sunpeak.", "Norvik Sunpeak"),
        ("Drei Firmen bieten für Norvik, darunter Sunpeak.", "Sunpeak Norvik"),
        ("Drei Firmen bieten für Norvik, das Marken wie Tal führt, darunter Sunpeak.", ""),
    ],
)
def test_a_list_ends_with_others_and_examples_are_those_of_one_group(text: str, names: str) -> None:
    assert {party.name for deal in find_deals(text, "de") for party in deal.parties} == set(names.split())
