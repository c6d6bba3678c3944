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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Norvik hat mehrere Firmen übernommen. Dazu gehört viel Mut, sagte Sunpeak-Chef Berg."),
        ("de", "Norvik übernimmt Mobilo. Zu den Kunden zählen Sunpeak und Ostra."),
        ("en", "Norvik acquired Mobilo. They are rivals of Sunpeak and Ostra."),
        ("en", "Norvik has hired several managers. They include Ann Berg and Karl Huber."),
    ],
)
def test_what_lists_something_else_adds_nobody(language: str, text: str) -> None:
    assert all("Sunpeak" not in {p.name for p in deal.parties} for deal in find_deals(text, language))


def test_examples_may_stand_far_behind_the_group() -> None:
    text = "Mehrere Investoren stecken fünf Millionen Euro in Norvik, darunter der Fonds Sunpeak und die Mobilo AG."
    (deal,) = find_deals(text, "de")
    assert [(p.name, p.role) for p in deal.parties] == [
        ("Sunpeak", "investor"), ("Mobilo AG", "investor"), ("Norvik", "target"),
    ]  # fmt: skip
