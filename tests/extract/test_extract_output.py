"""Deals as JSON: the keys that scripts rely on."""

import json
from decimal import Decimal

import pytest

from newscrawl.deals.model import Amount, Deal, Event, Party, Quote, Term
from newscrawl.output import amount_to_json, deal_to_json, number

QUOTE = Quote("Tal buys Norvik.", 0, 16, "rule")
KEYS = (
    "type status main parties amount amount_text amount_qualifier stake_percent announced closing_expected closed "
    "terms timeline evidence quotes confidence"
)


def deal() -> Deal:
    return Deal(
        type="acquisition",
        status="announced",
        main=True,
        parties=(Party("Tal", "acquirer", ("T",)), Party("Norvik", "target")),
        evidence="Tal buys Norvik.",
        amount=Amount("EUR", Decimal("450000000")),
        stake_percent=Decimal("33.3"),
        terms=(Term("option", "to go to 30 percent", percent=Decimal(30)),),
        timeline=(Event("rumoured", "2012-11", None, "q"),),
        quotes={"type": (QUOTE,), "parties": (QUOTE, QUOTE), "terms": (QUOTE,)},
        confidence=0.75,
    )


def test_keys_and_kinds() -> None:
    said = json.loads(json.dumps(deal_to_json(deal())))
    assert list(said) == KEYS.split()
    assert said["parties"][0] == {"name": "Tal", "role": "acquirer", "aliases": ["T"]}
    assert said["amount"] == {"value": 450000000, "currency": "EUR"}
    assert said["terms"] == [{"kind": "option", "text": "to go to 30 percent", "percent": 30}]
    assert said["timeline"] == [{"status": "rumoured", "date": "2012-11", "said_by": None, "quote": "q"}]
    quote = {"quote": "Tal buys Norvik.", "start": 0, "end": 16, "rule": "rule"}
    assert said["quotes"] == {"type": quote, "parties": [quote, quote], "terms": [quote]}


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (None, None),
        (Amount("USD", Decimal("1000000")), {"value": 1000000, "currency": "USD"}),
        (Amount(None, Decimal("1.5")), {"value": 1.5, "currency": None}),
        (Amount("USD", Decimal(1), Decimal(2)), {"value": 1, "max": 2, "currency": "USD"}),
        (Amount("USD", per_share=Decimal("26.50")), {"per_share": 26.5, "currency": "USD"}),
    ],
)
def test_amounts(amount: Amount | None, said: dict[str, object] | None) -> None:
    assert amount_to_json(amount) == said


@pytest.mark.parametrize(("value", "text"), [("450000000", "450000000"), ("1E+9", "1000000000"), ("33.3", "33.3")])
def test_whole_numbers_have_no_point(value: str, text: str) -> None:
    assert json.dumps(number(Decimal(value))) == text
