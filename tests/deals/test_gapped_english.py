"""English sentences that say the verb once and then add names with a date, and what only looks like one."""

import pytest

from newscrawl.deals import find_deals

TOLD = {
    "Norvik bought Tal in 2012, and Ostra, a rival, in 2013.": "2012 Norvik Tal, 2013 Norvik Ostra",
    "Norvik bought Tal in 2012, and Ostra, a rival, in 2013 opened a factory.": "2012 Norvik Tal",
    "Norvik was acquired by Tal in 2009 and Ostra in 2012.": "2009 Tal Norvik, 2012 Ostra Norvik",
    "Norvik was acquired by Tal in 2009 and Ostra in 2012 became its partner.": "2009 Tal Norvik",
    "Norvik was acquired by Tal in 2009 and Ostra in 2012 with a rival became its partner.": "2009 Tal Norvik",
    "Norvik invested in Tal in 2010 and in Ostra in 2012.": "2010 Norvik Tal, 2012 Norvik Ostra",
    "Tal was sold to Norvik in 2009 and to Ostra in 2012.": "2009 Norvik Tal, 2012 Ostra Tal",
}
ROWS = {
    "Norvik bought a stake in Tal and a stake in Ostra.": ["Tal", "Ostra"],
    "Norvik bought a stake in Tal and a stake in Ostra fell in value.": ["Tal"],
    "Norvik signed a contract with Tal and a contract with Ostra.": ["Tal", "Ostra"],
    "Norvik signed a contract with Tal and a contract with Ostra expired.": ["Tal"],
    "Norvik signed a contract with Tal in 2010 and with Ostra in 2012.": ["Tal", "Ostra"],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_a_name_with_a_date_shares_the_verb_unless_it_has_its_own(text: str, told: str) -> None:
    found = [f"{deal.announced} {' '.join(p.name for p in deal.parties)}" for deal in find_deals(text, "en")]
    assert ", ".join(found) == told


@pytest.mark.parametrize(("text", "names"), ROWS.items())
def test_an_equal_noun_shares_the_verb_unless_it_has_its_own(text: str, names: list[str]) -> None:
    found = [{p.name for p in deal.parties} for deal in find_deals(text, "en")]
    assert found == [{"Norvik", name} for name in names]
