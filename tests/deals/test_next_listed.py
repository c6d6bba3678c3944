"""Sentences that only count whom they tell of, and name them in the next one."""

import pytest

from newscrawl.deals import find_deals

COUNTED = [
    ("de", "Norvik hat 2012 mehrere Firmen übernommen.", "Dazu gehören", "und"),
    ("de", "Norvik hat 2012 drei Firmen übernommen.", "Darunter waren auch", "und"),
    ("de", "Norvik beteiligte sich an zahlreichen Start-ups.", "Zu ihnen zählen", "und"),
    ("de", "Norvik verkauft zwei Tochterfirmen.", "Dabei handelt es sich um", "und"),
    ("en", "Norvik acquired several companies last year.", "These include", "and"),
    ("en", "Norvik acquired three companies last year.", "Among them are", "and"),
    ("en", "Norvik has sold two units.", "They are", "and"),
    ("en", "Norvik has acquired three firms since 2012.", "The companies are", "and"),
]


@pytest.mark.parametrize(("language", "told", "opening", "conjunction"), COUNTED)
def test_each_that_is_listed_has_a_deal(language: str, told: str, opening: str, conjunction: str) -> None:
    text = f"{told} {opening} Sunpeak {conjunction} Mobilo."
    deals = find_deals(text, language)
    assert [{p.name for p in deal.parties} for deal in deals] == [{"Norvik", "Sunpeak"}, {"Norvik", "Mobilo"}]
    quotes = [quote for deal in deals for found in deal.quotes.values() for quote in found]
    assert all(text[quote.start : quote.end] == quote.quote for quote in quotes)


NO_LISTS = [
    ("de", "Norvik hat viele Kunden von Tal übernommen.", "Dazu zählen auch Ostra und Bergen."),
    ("de", "Norvik hat mehrere Firmen übernommen.", "Es waren Ostra und Bergen, die den Verkauf angestoßen hatten."),
    ("de", "Norvik übernimmt Mobilo.", "Dazu zählen Ostra und Bergen."),
    ("en", "Norvik bought several companies in May.", "The companies are rivals of Ostra and Bergen."),
    ("en", "Norvik bought several companies in May.", "These are now called Ostra and Bergen."),
    ("en", "Norvik bought several companies in May.", "They are Ostra subsidiaries."),
    ("en", "Norvik bought several companies in May.", "They are not Ostra and Bergen."),
    ("en", "Norvik bought several companies in May.", "Its customers include Ostra and Bergen."),
    ("en", "Norvik sold two units in 2012.", "The buyers were Ostra and Bergen."),
    ("en", "Norvik agreed to acquire three hotels.", "The banks were Ostra and Bergen."),
    ("en", "Norvik has hired several managers of Mobilo.", "They are Ostra and Bergen."),
]


@pytest.mark.parametrize(("language", "told", "following"), NO_LISTS)
def test_what_lists_something_else_adds_nobody(language: str, told: str, following: str) -> None:
    deals = find_deals(f"{told} {following}", language)
    assert {party.name for deal in deals for party in deal.parties} <= {"Norvik", "Mobilo"}


@pytest.mark.parametrize("following", ["Those Were The Days", "They Include Tal", "The Companies Include Tal Ostra"])
def test_an_opening_inside_a_name_lists_nobody(following: str) -> None:
    assert find_deals(f"Norvik bought three companies. {following}", "en") == []


def test_examples_may_stand_far_behind_the_group() -> None:
    text = "Mehrere Investoren stecken fünf Millionen Euro in Norvik, darunter der Fonds Sunpeak und die Mobilo AG."
    (deal,) = find_deals(text, "de")
    assert [(p.name, p.role) for p in deal.parties] == [
        ("Sunpeak", "investor"), ("Mobilo AG", "investor"), ("Norvik", "target"),
    ]  # fmt: skip
