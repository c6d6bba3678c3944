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
