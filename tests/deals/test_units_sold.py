"""Units without a name of their own, sold by one company to another: the noun as printed is what is bought."""

import pytest

from newscrawl.deals import find_deals

UNITS = {
    "de": (
        "Tankerflotte",
        "Ferienparks",
        "Röstfabrik",
        "Filmarchive",
        "Markenrechte",
        "Stromnetz",
        "Medizinsparte",
        "Landesgesellschaften",
    ),
    "en": ("tanker fleet", "holiday parks", "power grid", "film archive", "pharmacies", "brands", "software unit"),
}
SENTENCES = {
    "de": ("Talsen übernimmt die {} von Norvik.", "Talsen kauft Norviks {}.", "Norvik verkauft die {} an Talsen."),
    "en": (
        "Talsen has bought the {} from Norvik.",
        "Norvik sold its {} to rival Talsen.",
        "Norvik sold its {} to investor Talsen.",
    ),
}
CASES = [
    (language, sentence.format(unit), unit)
    for language, units in UNITS.items()
    for sentence in SENTENCES[language]
    for unit in units
]


@pytest.mark.parametrize(("language", "text", "unit"), CASES)
def test_unit_is_the_target_and_its_owner_the_seller(language: str, text: str, unit: str) -> None:
    (deal,) = find_deals(text, language)
    sides = {party.role: party.name for party in deal.parties}
    assert deal.type == "acquisition"
    assert (sides["acquirer"], sides["target"], sides["seller"].removesuffix("s")) == ("Talsen", unit, "Norvik")


BUYER = "Der Investor Talsen übernimmt die Kodrex GmbH."
NAMED = {
    f"Norvik trennt sich von seiner Medizinsparte. {BUYER}": "Norvik",
    f"{BUYER} Damit trennt sich Norvik von seiner Medizinsparte.": "Norvik",
    f"{BUYER} Norvik trennt sich von seiner Medizinsparte.": None,
    f"Norvik verkauft die Werke in Ulm. {BUYER}": None,
    f"Norvik verkauft seine Medizinsparte.\n{BUYER}": None,
    "Norvik verkauft seine Medizinsparte. Auch der Investor Talsen übernimmt die Kodrex GmbH.": None,
    "Kodrex wächst. Norvik verkauft seine Medizinsparte. Der Investor Talsen übernimmt Kodrex.": None,
    "Norvik is selling its software unit. Talsen will buy Kodrex Ltd.": "Norvik",
    f"{BUYER[:-1]}, die bisher Norvik gehört.": "Norvik",
    f"{BUYER[:-1]}, die bislang zum Konzern Norvik gehörte.": "Norvik",
    f"{BUYER} Eigentümer war zuletzt der Konzern Norvik.": "Norvik",
    f"{BUYER[:-1]}, die künftig mit Norvik zusammenarbeitet.": None,
}


@pytest.mark.parametrize("text", NAMED)
def test_who_sells_what_the_sentence_beside_calls_by_its_name(text: str) -> None:
    deals = find_deals(text, "en" if "will buy" in text else "de")
    bought = [d for d in deals if any(p.name.startswith("Kodrex") for p in d.parties) and d.type == "acquisition"]
    assert [[p.name for p in d.parties if p.role == "seller"] for d in bought] == [[NAMED[text]] if NAMED[text] else []]


INVESTED = {
    "Norvik bought a refinery in Ohio from Sendero. The company will invest $12 million in the site.": ["acquisition"],
    "Norvik bought a shipyard from Sendero. It is to invest another $9 million in the yard.": ["acquisition"],
    "Norvik bought Sendero's brewery. Kodrex invested $9 million in Sendero.": ["acquisition", "stake"],
}


@pytest.mark.parametrize("text", INVESTED)
def test_money_put_into_a_thing_bought_is_no_share_in_its_seller(text: str) -> None:
    assert [d.type for d in find_deals(text, "en")] == INVESTED[text]


@pytest.mark.parametrize(
    "sale",
    ["Der Verkauf der Pumpensparte der Norvik AG kommt voran.", "Die Auktion der Pumpensparte der Norvik AG läuft."],
)
def test_bid_behind_a_sale_is_for_the_unit(sale: str) -> None:
    (deal,) = find_deals(f"{sale} Der Fonds Talsen hat eine Offerte eingereicht.", "de")
    sides = {party.role: party.name for party in deal.parties}
    assert sides == {"acquirer": "Talsen", "target": "Pumpensparte", "seller": "Norvik AG"}
