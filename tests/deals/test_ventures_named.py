"""A joint venture's name is found where a later sentence gives it."""

import pytest

from newscrawl.deals import find_deals


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "Norvik Inc. and Talsystems Ltd. will set up a joint venture. "
            "The new company, to be called Vantara Cells, starts in May.",
            "Vantara Cells",
        ),
        (
            "en",
            "Norvik Inc. and Talsystems Ltd. will set up a joint venture. Vantara Cells, as the new company will be "
            "called, starts in May.",
            "Vantara Cells",
        ),
        (
            "en",
            "Norvik Inc. and Talsystems Ltd. will set up a joint venture. Dubbed Vantara, it starts in May.",
            "Vantara",
        ),
        (
            "de",
            "Die Norvik AG und die Talsysteme GmbH gründen ein Gemeinschaftsunternehmen. "
            "Vantara Zellen GmbH, wie die neue Firma heißen soll, sitzt in Bonn.",
            "Vantara Zellen GmbH",
        ),
        (
            "de",
            "Die Norvik AG und die Talsysteme GmbH gründen ein Gemeinschaftsunternehmen. "
            "Es soll Vantara Zellen GmbH heißen.",
            "Vantara Zellen GmbH",
        ),
        (
            "de",
            "Die Norvik AG und die Talsysteme GmbH gründen ein Gemeinschaftsunternehmen. "
            "Die Vantara Zellen GmbH soll im Mai loslegen.",
            "Vantara Zellen GmbH",
        ),
    ],
)
def test_name_behind(language: str, text: str, name: str) -> None:
    (deal,) = find_deals(text, language)
    assert [party.name for party in deal.parties if party.role == "venture"] == [name]
    (quote,) = [q for p, q in zip(deal.parties, deal.quotes["parties"], strict=True) if p.role == "venture"]
    assert quote.quote == name


def test_another_company_is_no_venture() -> None:
    text = "Norvik Inc. and Talsystems Ltd. will set up a joint venture. Their rival Bergson Corp. declined to comment."
    (deal,) = find_deals(text, "en")
    assert {party.role for party in deal.parties} == {"partner"}


def test_who_deals_in_the_next_sentence_is_no_venture() -> None:
    first, second = find_deals(
        "Norvik and Tal have formed a joint venture to make pumps. Brinlow Inc bought Ostrava Ltd in 2011.", "en"
    )
    assert [party.role for party in first.parties] == ["partner", "partner"]
    assert [party.name for party in second.parties] == ["Brinlow Inc", "Ostrava Ltd"]
