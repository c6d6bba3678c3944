"""German verbs that take something from somebody name the seller in the dative, which looks like a genitive."""

import pytest

from newscrawl.deals import find_deals


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Norvik hatte die Kette Sunpeak 1996 der Gründerfamilie Zöller abgekauft.",
            {"acquirer": "Norvik", "target": "Sunpeak", "seller": "Gründerfamilie Zöller"},
        ),
        (
            "Norvik kaufte die Marke Sunpeak der Familie Zöller ab.",
            {"acquirer": "Norvik", "target": "Sunpeak", "seller": "Familie Zöller"},
        ),
        (
            "Die Norvik AG nimmt der Ostra AG die Sparte Sunpeak ab.",
            {"acquirer": "Norvik AG", "target": "Sunpeak", "seller": "Ostra AG"},
        ),
    ],
)
def test_seller_in_the_dative(text: str, parties: dict[str, str]) -> None:
    (deal,) = find_deals(text, "de", "2024-05-06")
    assert {party.role: party.name for party in deal.parties} == parties
