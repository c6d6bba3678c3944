"""Who does what to whom in English: voices, clauses, lists, appositions, headlines."""

import pytest

from newscrawl.deals.find import find_deals

BOUGHT = {("acquirer", "Norvik Group"), ("target", "Tal Systems")}
SOLD = BOUGHT | {("seller", "Bergen Corp")}
PARTNERS = {("partner", "Norvik Group"), ("partner", "Tal Systems")}

CASES = [
    ("active", "Norvik Group bought Tal Systems from Bergen Corp.", SOLD),
    ("passive", "Tal Systems was bought by Norvik Group.", BOUGHT),
    ("infinitive of a passive", "Tal Systems is to be bought by Norvik Group.", BOUGHT),
    ("is to", "Norvik Group is to buy Tal Systems.", BOUGHT),
    ("headline", "Norvik Group to buy Tal Systems", BOUGHT),
    ("gerund of the perfect", "Norvik Group has grown, having bought Tal Systems in 2018.", BOUGHT),
    ("gerund of the passive", "After being bought by Norvik Group, Tal Systems moved to Oslo.", BOUGHT),
    ("said it", "Norvik Group said it has agreed to buy Tal Systems.", BOUGHT),
    ("said behind", "The group bought Tal Systems in 2007, Norvik Group said.", BOUGHT),
    ("relative object", "The app is a product of Tal Systems, which Norvik Group bought.", BOUGHT),
    ("relative of an apposition", "Norvik Group, a maker of pumps that bought Tal Systems, is growing.", BOUGHT),
    ("relative of a preposition", "Bergen Corp, from which Norvik Group bought Tal Systems, is closing.", SOLD),
    ("bare relative", "Norvik Group is closing Tal Systems, the tool it bought in 2013.", BOUGHT),
    ("name behind its kind", "Norvik Group bought Bergen Corp's payments unit, Tal Systems, for $5m.", SOLD),
    ("one of several", "Bergen Corp was selling one of its units, Tal Systems, to Norvik Group.", SOLD),
    ("group with a leader", "Bergen Corp sold Tal Systems to a group led by Norvik Group.", SOLD),
    ("noun with owner", "Norvik Group's purchase of Tal Systems is complete.", BOUGHT),
    ("noun over its verb", "Norvik Group expanded its range with the purchase of Tal Systems.", BOUGHT),
    ("talks about a sale", "Bergen Corp is in talks with Norvik Group about the sale of Tal Systems.", SOLD),
    ("agreed to a noun", "Tal Systems has agreed to a takeover by Norvik Group.", BOUGHT),
    ("bid received", "Tal Systems rejected an offer from Norvik Group.", BOUGHT),
    ("take private", "Norvik Group will take Tal Systems private.", BOUGHT),
    ("control", "Norvik Group has taken control of Tal Systems.", BOUGHT),
    ("stake by a noun", "Norvik Group completed the purchase of an 80 pct interest in Tal Systems.", BOUGHT),
    ("noun between its names", "A merger between Norvik Group and Tal Systems would be good news.", PARTNERS),
    ("jointly", "Norvik Group and Tal Systems are to jointly develop a pump.", PARTNERS),
    ("comma before a preposition", "Norvik Group, in partnership with Tal Systems, offers loans.", PARTNERS),
]


@pytest.mark.parametrize(("text", "parties"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_roles(text: str, parties: set[tuple[str, str]]) -> None:
    deals = find_deals(text, "en")
    assert [{(party.role, party.name) for party in deal.parties} for deal in deals] == [parties]


NOTHING = [
    ("warrants", "Norvik Group received warrants to buy Tal Systems."),
    ("proposals", "Norvik Group received proposals to buy the company."),
    ("goods", "Norvik Group agreed to buy fuel from Tal Systems."),
    ("state", "Norvik Group has control of Tal Systems."),
]


@pytest.mark.parametrize("text", [case[1] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_no_deal(text: str) -> None:
    assert find_deals(text, "en") == []


def test_investors_of_a_round() -> None:
    text = (
        "Tal Systems raised $20m in a round led by Norvik Group with participation from Bergen Partners. "
        "Ostby Ventures also took part."
    )
    (deal,) = find_deals(text, "en")
    names = [party.name for party in deal.parties if party.role == "investor"]
    assert names == ["Norvik Group", "Bergen Partners", "Ostby Ventures"]


def test_two_rounds_by_their_sums() -> None:
    text = "Tal Systems raised $3 million from Bergen Corp. It then raised $40 million from Norvik Group."
    assert [str(deal.amount.value) for deal in find_deals(text, "en") if deal.amount] == ["3000000", "40000000"]
