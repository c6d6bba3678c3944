"""What English articles tell of shares, licences, rounds and orders over several sentences, and what is no deal."""

import pytest

from newscrawl.deals import Deal, find_deals

TOLD = {
    "the stake is of the company told of": (
        "Norvik owns 30 percent of Tal. It bought its holding from Zelix Holdings in 2014.",
        "stake: Norvik, Tal, Zelix Holdings",
    ),
    "the stake of the largest holder": (
        "Norvik's largest shareholder, Zelix Holdings, sold its 12 percent stake to Tal.",
        "stake: Norvik, Tal, Zelix Holdings",
    ),
    "the share that a clause speaks of": (
        "Norvik made money on the 5 percent of Tal that it bought in March.",
        "stake: Norvik, Tal",
    ),
    "who runs a company buys for it": (
        "Jan Holt, chief executive of Norvik, agreed to buy Tal for $5 million.",
        "acquisition: Norvik, Tal",
    ),
    "who is called by the company buys for it": (
        "Norvik chairman Jan Holt announced the purchase of Tal.",
        "acquisition: Norvik, Tal",
    ),
    "who has run a company buys for himself": (
        "Jan Holt, the former chief executive of Norvik, bought Tal.",
        "acquisition: Jan Holt, Tal",
    ),
    "the seller of a stake is not whose it is": ("Norvik bought a 30 percent stake from Zelix Holdings.", ""),
    "the partner in a venture buys": (
        "Norvik has sold its 45 percent of Tal. Its partner in the venture, Zelix Holdings, paid $75m for the shares.",
        "stake: Norvik, Tal, Zelix Holdings",
    ),
    "shareholders get shares in a merger": ("Tal shareholders will receive 0.85 shares of Norvik.", ""),
    "who is only urged to sell": (
        "Zelix Capital has met the board of Norvik and is pressing it to sell its pump arm.",
        "",
    ),
    "talks on a sale without a buyer": ("Norvik is in talks to sell its pump arm.", ""),
    "firms with their exchanges": (
        "Norvik, Inc. (NASDAQ: NVK), a maker of pumps, and Tal AG (NYSE: TAL) announced a partnership.",
        "partnership: Norvik, Inc., Tal AG",
    ),
    "a bank of its own behind and": (
        "Norvik Credit and Bank of Bergen plan to merge.",
        "merger: Bank of Bergen, Norvik Credit",
    ),
    "the last of a list behind what explains the first": (
        "Norvik announced the acquisition of Tal, a maker of software, and of the wallet maker Zelix.",
        "acquisition: Norvik, Tal; acquisition: Norvik, Zelix",
    ),
    "names with IT and a currency in them": (
        "Tessel IT Services was bought by Hsin Yuan Precision Co.",
        "acquisition: Hsin Yuan Precision Co, Tessel IT Services",
    ),
    "no name but words of the language": (
        "Point-of-sale startup Tal is growing. Norvik has bought the company.",
        "acquisition: Norvik, Tal",
    ),
    "rights to a drug": (
        "Norvik sold the rights to its drug HX-114 outside Europe to Tal.",
        "licensing: Norvik, Tal",
    ),
    "a sum of all rounds": ("Norvik has raised more than $310 million from investors including Zelix Capital.", ""),
    "shares sold to the public": ("Norvik has raised $1.3 billion in a follow-on stock offering.", ""),
    "an order is no round": ("Norvik won a $75 million support contract from Tal.", "contract: Norvik, Tal"),
    "several purchases and which": (
        "Norvik has made several acquisitions in recent years, including Tal (2018) and Zelix Systems (2020).",
        "acquisition: Norvik, Tal; acquisition: Norvik, Zelix Systems",
    ),
    "whose rival one is is no seller": ("Norvik's chief rival Tal was bought by Zelix.", "acquisition: Tal, Zelix"),
    "who lends the money is no seller": (
        "Norvik completed the acquisition of Tal with a loan from Zelix Bank.",
        "acquisition: Norvik, Tal; funding: Norvik, Zelix Bank",
    ),
    "the founder sells the company": (
        "Norvik's founder, Ann Berg, sold the company to Tal in 2012.",
        "acquisition: Ann Berg, Norvik, Tal",
    ),
    "several that compete": (
        "Norvik and Tal are competing to buy Zelix.",
        "acquisition: Norvik, Zelix; acquisition: Tal, Zelix",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD)
def test_who_does_what(text: str, wanted: str) -> None:
    assert "; ".join(map(_told, find_deals(text, "en"))) == wanted


def _told(deal: Deal) -> str:
    return f"{deal.type}: {', '.join(sorted(party.name for party in deal.parties))}"


LICENCES = {
    "by who is paid": "Norvik and Tal announced a license agreement. Norvik will receive an upfront payment.",
    "by who uses it": "Norvik announced a license agreement with Tal under which Tal will sell its drug in Europe.",
    "by whose it is": "Norvik has entered into a licensing agreement with Tal for Norvik's technology.",
    "by its preposition": "Tal has signed a licensing deal with Norvik.",
}


@pytest.mark.parametrize("text", LICENCES.values(), ids=LICENCES)
def test_who_grants_a_licence(text: str) -> None:
    (deal,) = find_deals(text, "en")
    assert {(party.role, party.name) for party in deal.parties} == {("licensor", "Norvik"), ("licensee", "Tal")}


def test_a_licence_of_which_nothing_tells_the_sides() -> None:
    (deal,) = find_deals("Norvik and Tal announced a license agreement.", "en")
    assert deal.type == "partnership"


def test_each_verb_has_its_own_sum() -> None:
    first, second = find_deals("Norvik sold its unit to Tal for $5 million and bought Zelix.", "en")
    assert {tuple(p.name for p in d.parties): d.amount is not None for d in (first, second)} == {
        ("Tal", "unit", "Norvik"): True,
        ("Norvik", "Zelix"): False,
    }


def test_most_of_a_business_is_the_business() -> None:
    (deal,) = find_deals("Norvik will take over most of Tal's cloud business.", "en")
    assert {p.role: p.name for p in deal.parties} == {"acquirer": "Norvik", "target": "cloud business", "seller": "Tal"}


@pytest.mark.parametrize("what", ["take a stake in the merged group", "own 60 percent of the combined company"])
def test_a_company_to_come_is_nobody_named(what: str) -> None:
    (deal,) = find_deals(f"Norvik is to buy its rival Tal. Zelix will {what}.", "en")
    assert {p.role: p.name for p in deal.parties} == {"acquirer": "Norvik", "target": "Tal"}


TOGETHER = {
    "Norvik bought Tal together with Zelix.": {"Norvik", "Zelix"},
    "Together with Zelix, Norvik has acquired Tal.": {"Norvik", "Zelix"},
    "Norvik acquired Tal, together with its subsidiary Zelix.": {"Norvik"},
}


@pytest.mark.parametrize("text", TOGETHER)
def test_who_buys_too(text: str) -> None:
    (deal,) = find_deals(text, "en")
    assert {p.name for p in deal.parties if p.role == "acquirer"} == TOGETHER[text]


BIDDERS = {
    "Shares in Tal jumped 8%. The most likely bidder is Norvik.": ["Norvik Tal"],
    "Shares in Tal jumped 8%. Norvik and Ostra were named as possible suitors.": ["Norvik Tal", "Ostra Tal"],
    "Shares in Tal jumped 8%. Potential suitors include Norvik and Ostra.": ["Norvik Tal", "Ostra Tal"],
    "Ostra has made an offer for Tal. Norvik is another possible suitor.": ["Ostra Tal", "Norvik Tal"],
    "Ostra has put its Tal unit up for sale. Possible suitors include Norvik.": ["Norvik Tal Ostra"],
    "Shares in Tal jumped 8%. Norvik is not a likely bidder.": [],
    "Shares in Tal jumped 8%. The most likely bidder is a rival.": [],
}


@pytest.mark.parametrize("text", BIDDERS)
def test_bidders_are_after_whom_the_text_is_about(text: str) -> None:
    assert [" ".join(p.name for p in deal.parties) for deal in find_deals(text, "en")] == BIDDERS[text]


HANDED = {
    "Norvik sold its stake in Tal to partner Ostra.": {"Norvik", "Tal", "Ostra"},
    "Norvik sold its pump unit to partner Ostra for $5 million.": {"Norvik", "pump unit", "Ostra"},
    "Norvik wants to partner with Ostra to sell pumps.": {"Norvik", "Ostra"},
}


@pytest.mark.parametrize("text", HANDED)
def test_a_partner_is_given_something_or_works_with_somebody(text: str) -> None:
    (deal,) = find_deals(text, "en")
    assert {p.name for p in deal.parties} == HANDED[text]
