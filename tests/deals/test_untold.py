"""Verbs of deals that do not happen, and what only looks like their denial."""

import pytest

from newscrawl.deals import find_deals

DENIED = (
    "Norvik kauft Sendero nicht.",
    "Norvik kauft Sendero nicht",
    "Norvik steigt nicht bei Sendero ein.",
    "Norvik wird nicht bei Sendero einsteigen.",
    "Norvik fusioniert nicht mit der Sendero AG.",
    "Norvik verstärkt sich nicht mit der Sendero AG.",
    "Norvik gewinnt das Rennen um die Sendero AG nicht.",
    "Norvik kam bei Sendero nicht zum Zuge.",
)
TOLD = (
    "Norvik kauft Sendero für einen nicht genannten Preis.",
    "Norvik kauft Sendero nicht allein.",
    "Norvik kauft nicht zum ersten Mal die Sendero AG.",
    "Norvik kauft Sendero nicht vor 2015.",
    "Norvik übernimmt Sendero, nennt den Preis aber nicht.",
    "Sendero, das nicht an der Börse ist, geht an Norvik.",
)


@pytest.mark.parametrize("text", DENIED)
def test_denied_is_no_deal(text: str) -> None:
    assert find_deals(text, "de") == []


@pytest.mark.parametrize("text", TOLD)
def test_other_things_are_denied(text: str) -> None:
    assert [{p.name for p in deal.parties} >= {"Norvik"} for deal in find_deals(text, "de")] == [True]


def test_taken_back_is_terminated() -> None:
    (deal,) = find_deals("Norvik verkauft die Sendero AG doch nicht an die Quorra AG.", "de")
    assert deal.status == "terminated"


@pytest.mark.parametrize("text", ["Norvik has no partnership with Kodrex.", "Norvik signed no agreement with Kodrex."])
def test_none_is_no_deal(text: str) -> None:
    assert not find_deals(text, "en")


def test_who_is_advised_buys() -> None:
    (deal,) = find_deals("Norvik was advised by Corvane on its purchase of Kodrex.", "en")
    assert [(p.role, p.name) for p in deal.parties] == [("acquirer", "Norvik"), ("target", "Kodrex")]


ASKED = [
    ("de", "Kauft Norvik den Rivalen Sendero?"),
    ("de", "Wird Norvik von der Sendero AG übernommen? Viele hoffen das."),
    ("de", "Norvik vor Übernahme durch Sendero?"),
    ("de", "Norvik kauft den Rivalen Sendero? Noch ist nichts entschieden."),
    ("en", "Norvik buys Sendero? Not yet."),
    ("en", "Is Norvik buying Sendero?"),
    ("en", "Norvik to buy Sendero?"),
]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_a_question_tells_nothing(language: str, text: str) -> None:
    assert find_deals(text, language) == []


TAKEN_FOR_GRANTED = [
    ("de", "Warum kauft Norvik den Rivalen Sendero?"),
    ("en", "Has Norvik overpaid for Sendero, which it bought in 2012?"),
    ("de", "Verkauft Norvik, das 2012 Sendero gekauft hat, nun die Fabrik?"),
    ("de", "Greift Norvik nach Sendero? Insider berichten von Gesprächen über einen Kauf."),
]


@pytest.mark.parametrize(("language", "text"), TAKEN_FOR_GRANTED)
def test_what_a_question_takes_for_granted(language: str, text: str) -> None:
    (deal,) = find_deals(text, language)
    assert {p.name for p in deal.parties} == {"Norvik", "Sendero"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Norvik will either sell Kodrex or close it."),
        ("en", "Kodrex may either be bought by Norvik or go public."),
        ("de", "Norvik will Kodrex entweder verkaufen oder schließen."),
        ("de", "Norvik kündigte an, die Pumpensparte entweder zu verkaufen oder zu schließen."),
    ],
)
def test_one_of_two_things_is_no_deal(language: str, text: str) -> None:
    assert find_deals(text, language) == []


def test_what_is_paid_may_be_one_of_two() -> None:
    (deal,) = find_deals("Norvik kauft Kodrex und zahlt entweder bar oder in Aktien.", "de")
    assert deal.type == "acquisition"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norvik kauft nicht Kodrex, sondern Tal.", "de"),
        ("Norvik will weder Kodrex noch Tal kaufen.", "de"),
        ("Nicht Kodrex, sondern Norvik kauft Tal.", "de"),
        ("The founders of Norvik bought Kodrex.", "en"),
    ],
)
def test_whom_a_deal_is_denied_of_has_none(text: str, language: str) -> None:
    assert not any(p.name == "Kodrex" and len(d.parties) > 1 for d in find_deals(text, language) for p in d.parties)


@pytest.mark.parametrize(
    "text",
    ["Wenn Norvik Kodrex nicht übernehmen darf, steigt der Preis.", "Norvik will Kodrex nicht verkaufen."],
)
def test_what_is_not_done_is_no_deal(text: str) -> None:
    assert find_deals(text, "de") == []


def test_more_than_one_is_not_denied() -> None:
    deals = find_deals("Norvik kauft nicht nur Kodrex, sondern auch Tal.", "de")
    assert ("target", "Kodrex") in {(p.role, p.name) for d in deals for p in d.parties}


def test_an_afterthought_denies_nothing_of_the_deal() -> None:
    (deal,) = find_deals("Norvik kauft Tal, nicht Kodrex.", "de")
    assert {p.role: p.name for p in deal.parties} == {"acquirer": "Norvik", "target": "Tal"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norvik no longer buys engines from Kodrex.", "contract"),
        ("Norvik will no longer supply engines to Kodrex.", "contract"),
        ("Norvik is no longer working with Kodrex.", "partnership"),
        ("Norvik will no longer license its patents to Kodrex.", "licensing"),
    ],
)
def test_what_no_longer_goes_on_is_terminated(text: str, kind: str) -> None:
    (deal,) = find_deals(text, "en")
    assert (deal.type, deal.status) == (kind, "terminated")


def test_what_is_no_longer_owned_is_no_deal() -> None:
    assert find_deals("Norvik no longer owns Kodrex.", "en") == []
