"""The present tense of history is over; an old year elsewhere in the sentence makes no news history."""

import pytest

from newscrawl.deals import find_deals

HISTORY = [
    ("de", "1986 kauft Norvik den Verlag Taldorf."),
    ("de", "Norvik übernimmt 2010 den Verlag Taldorf."),
    ("de", "Norvik kauft im Mai 2010 Taldorf."),
    ("en", "In 1986, Norvik buys the publisher Taldor."),
    ("en", "In 2012, Norvik, a rival, buys Taldor."),
]
NEWS = [
    ("de", "Die 2015 gegründete Norvik AG übernimmt Taldorf."),
    ("de", "Norvik übernimmt Taldorf mit einem Umsatz von 5 Millionen Euro im Jahr 2013."),
    ("de", "Nach Verlusten im Jahr 2013 kauft Norvik den Rivalen Taldorf."),
    ("de", "2013 kauft Norvik Taldorf nicht."),
    ("de", "2012 kauft Norvik beinahe Taldorf."),
    ("de", "2010 übernimmt Norvik Taldorf, falls die Behörden zustimmen."),
    ("de", "Im Jahr 2013 gegründet, übernimmt Norvik Taldorf."),
    ("de", "Norvik kauft den 2012 in Bergen gegründeten Verlag Taldorf."),
    ("en", "Since 2013 a partner, Norvik acquires Taldor."),
    ("en", "In 2013 a start-up, Norvik acquires Taldor."),
    ("en", "Norvik, which went public in 2009, acquires Taldor."),
    ("en", "Norvik acquires Taldor, which had sales of $5 million in 2013."),
    ("en", "Norvik acquires Taldor, its partner since 2009."),
    ("en", "In 2012 Norvik almost acquires Taldor."),
]


@pytest.mark.parametrize(("language", "text"), HISTORY)
def test_year_at_the_verb_is_history(language: str, text: str) -> None:
    assert [deal.status for deal in find_deals(text, language, "2016-03-08")] == ["completed"]


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_year_elsewhere_is_not(language: str, text: str) -> None:
    assert "completed" not in [deal.status for deal in find_deals(text, language, "2016-03-08")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1986, Norvik buys Taldor. In 1999 it moved to Bergen.", "completed"),
        ("In 1986, Norvik buys Taldor.", "announced"),
        ("Norvik, founded in 1986, buys Taldor. In 1999 it moved to Bergen.", "announced"),
    ],
)
def test_without_a_date_the_last_year_counts(text: str, status: str) -> None:
    assert find_deals(text, "en")[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        "Norvik has owned Taldor since 2012 but rejected a bid by Ostra.",
        "Norvik has owned Taldor since 2012 and terminated a contract with Ostra.",
    ],
)
def test_another_deal_ends_no_state(text: str) -> None:
    owned = [deal for deal in find_deals(text, "en", "2016-03-08") if "Norvik" in {p.name for p in deal.parties}]
    assert ("acquisition", "completed") in [(deal.type, deal.status) for deal in owned]
