"""Deals that go on one with another ("2014 folgte Tal"), however many they are."""

import pytest

from newscrawl.deals import find_deals

OPENING = "Die Norvik AG kaufte 2010 die Tal GmbH."
LONG = 700


@pytest.mark.parametrize("going_on", ["2014 folgte die {} GmbH.", "Dann war die {} GmbH an der Reihe."])
def test_a_row_has_the_buyer_of_its_first_deal(going_on: str) -> None:
    told = [OPENING, *(going_on.format(name) for name in ("Bergen", "Corso", "Zelix"))]
    buyers = [p.name for d in find_deals(" ".join(told), "de") for p in d.parties if p.role == "acquirer"]
    assert buyers == ["Norvik AG"] * 4


def test_a_long_row_is_read() -> None:
    told = [
        OPENING,
        *(f"2014 folgte die Tal{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}us GmbH." for n in range(LONG)),
    ]
    assert len(find_deals(" ".join(told), "de")) > 1
