"""Spellings of Switzerland and of before 1996: read as the rules spell them, told as the text does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.deals import find_deals
from newscrawl.deals.spelling import respell
from tests.deals.evidence import check_evidence

RESPELLED = {
    "Norvik schliesst das Werk, heisst es, und veräussert ausserdem Spasskarten.": (
        "Norvik schließt das Werk, heißt es, und veräußert außerdem Spasskarten."
    ),
    "Der Zusammenschluß mußte warten, weil Norvik es beschloß.": (
        "Der Zusammenschluss musste warten, weil Norvik es beschloss."
    ),
    "Der Grossaktionär Strauss und die Weiss AG vermissen Thiessen.": (
        "Der Großaktionär Strauss und die Weiss AG vermissen Thiessen."
    ),
    "Die Bussen sind hoch, der Essenslieferdienst Tal zahlt sie.": None,
    "Norvik schliesst Werk eins, Tal schließt Werk zwei; Kodrex äussert sich nicht.": (
        "Norvik schliesst Werk eins, Tal schließt Werk zwei; Kodrex äußert sich nicht."
    ),
}


@pytest.mark.parametrize("text", RESPELLED)
def test_words_are_read_as_the_rules_spell_them(text: str) -> None:
    assert respell(text, "de").text == (RESPELLED[text] or text)


def test_other_languages_keep_their_words() -> None:
    text = "Norvik will discuss the Strasse."
    assert respell(text, "en").text == text


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Die Grossbank Norvik veräussert ausserdem ihre Mehrheit an der Grosskraftwerk Tal AG an Kodrex.",
            {"seller": "Norvik", "target": "Grosskraftwerk Tal AG", "acquirer": "Kodrex"},
        ),
        (
            "Der Zusammenschluß von Norvik und Kodrex ist perfekt, daß sie warten mußten, sei vergessen.",
            {"partner": "Kodrex"},
        ),
        (
            "Norvik reisst sich den Rivalen Kodrex unter den Nagel.",
            {"acquirer": "Norvik", "target": "Kodrex"},
        ),
    ],
)
def test_deals_are_told_as_the_text_spells_them(text: str, parties: dict[str, str]) -> None:
    (deal,) = find_deals(text, "de")
    assert {party.role: party.name for party in deal.parties} == parties
    check_evidence(deal, text, "de", None)


PIECES = ["schliesst ", "Norvik ", "Zusammenschluß, ", "heisst", " ", "ß", "ss", "gemäss. ", "Der Grossauftrag ", "X"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_place_of_a_changed_word_leads_back(pieces: list[str]) -> None:
    text = "".join(pieces)
    spelled = respell(text, "de")
    for old, new, old_length, new_length in spelled.places:
        here = spelled.text[new : new + new_length]
        assert spelled.words[here] == text[old : old + old_length]
