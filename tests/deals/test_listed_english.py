"""English nouns in the plural that names behind a colon stand for, and verbs joined to one that has the object."""

import pytest

from newscrawl.deals import find_deals

LISTS = {
    "Norvik bought two rivals: Talsen and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik has bought two firms since May: Talsen and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik made two acquisitions this year: Talsen and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik signed deals with rivals: Talsen and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik bought brands for its customers: Talsen and Ostra.": [],
    "Norvik wants to buy rivals for its products: Talsen and Ostra.": [],
    "Norvik bought its business: Talsen and Ostra.": [],
    "Norvik bought Talsen, a Boston maker of Hull and Quorra pumps.": ["Norvik Talsen"],
    "Norvik bought Talsen, a Boston dealer of Hull and Quorra.": ["Norvik Talsen"],
    "Norvik bought Talsen, a Boston dealer of Hull and Quorra, and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik bought Talsen, a Boston dealer, and Ostra.": ["Norvik Talsen", "Norvik Ostra"],
    "Norvik will sell its unit to Talsen.": ["Norvik Talsen unit"],
    "Norvik will sell and lease back its headquarters to Talsen.": [],
}


@pytest.mark.parametrize(("text", "wanted"), LISTS.items())
def test_names_stand_for_the_noun_right_before_them(text: str, wanted: list[str]) -> None:
    assert [" ".join(sorted(p.name for p in deal.parties)) for deal in find_deals(text, "en")] == [
        " ".join(sorted(names.split())) for names in wanted
    ]


def test_those_who_get_shares_are_the_investors() -> None:
    (deal,) = find_deals("Norvik sold shares to three rivals: Talsen, Ostra and Zelix.", "en")
    assert {p.name: p.role for p in deal.parties} == {
        "Talsen": "investor",
        "Ostra": "investor",
        "Zelix": "investor",
        "Norvik": "target",
    }
