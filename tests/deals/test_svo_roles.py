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
    ("noun before its clause", "After the purchase of Tal Systems, Norvik Group has 500 staff.", BOUGHT),
    ("its noun before its clause", "Following its acquisition by Norvik Group, Tal Systems moved to Oslo.", BOUGHT),
    ("talks with the seller", "Norvik Group is in talks with Bergen Corp to buy Tal Systems.", SOLD),
    ("agreed with the buyer", "Bergen Corp signed an agreement with Norvik Group to sell Tal Systems.", SOLD),
    ("paid whom", "Norvik Group paid Bergen Corp $5 million for Tal Systems.", SOLD),
    ("get as an auxiliary", "Tal Systems got acquired by Norvik Group.", BOUGHT),
    ("headline without auxiliary", "Tal Systems sold to Norvik Group", BOUGHT),
    ("headline with a compound", "Tal Systems agrees to Norvik Group takeover", BOUGHT),
    ("sale of oneself", "Tal Systems denies sale to Norvik Group", BOUGHT),
    ("owner in an apposition", "Norvik Group bought Tal Systems, a unit of Bergen Corp, for $5 million.", SOLD),
    ("sum twice", "Norvik Group made a $1.8bn (£931m) bid for Tal Systems.", BOUGHT),
    ("sum before", "For nearly $2 billion, Norvik Group gets Tal Systems.", BOUGHT),
    ("new owner", "Norvik Group is Tal Systems's new owner.", BOUGHT),
    ("found a buyer", "Tal Systems has found a buyer in Norvik Group.", BOUGHT),
    ("target of a takeover", "Tal Systems could be the target of a takeover by Norvik Group.", BOUGHT),
    ("names summed up", "The two dairies, Norvik Group and Tal Systems, merged in 2003.", PARTNERS),
    ("talks between", "Talks between Norvik Group and Tal Systems about a merger have ended.", PARTNERS),
    ("verb behind two names", "Norvik Group and Tal Systems partner on pumps", PARTNERS),
    ("adverb behind the object", "While Norvik Group bought Tal Systems outright, Bergen Corp waits.", BOUGHT),
    ("shared passive", "Tal Systems was founded in Ohio in 1931 and bought by Norvik Group in 2021.", BOUGHT),
    ("aside before the object", "Norvik Group bought, for an undisclosed price, Tal Systems.", BOUGHT),
    ("adverb before the subject", "Since then Norvik Group has bought Tal Systems.", BOUGHT),
    ("owner in a relative clause", "Tal Systems, whose purchase by Norvik Group took a year, is growing.", BOUGHT),
    ("gerund before a progressive", "After buying Tal Systems in May, Norvik Group is now looking at pumps.", BOUGHT),
    ("pronoun before its name", "Ever since it bought Tal Systems in 2012, Norvik Group has lost money.", BOUGHT),
    ("object before its name", "Before Norvik Group bought it, Tal Systems had 300 staff.", BOUGHT),
    ("town and land", "Norvik Group has purchased Bergen, Norway-based Tal Systems.", BOUGHT),
    ("sum with a relative clause", "The $30 million Norvik Group paid for Tal Systems was too much.", BOUGHT),
    ("genitive behind the buyer", "The sale to Norvik Group of Tal Systems closed on Friday.", BOUGHT),
    ("genitive behind a date", "The tool comes from Norvik Group's acquisition last year of Tal Systems.", BOUGHT),
    ("participle behind an adverb", "Tal Systems, since acquired by Norvik Group, made pumps.", BOUGHT),
    ("particle before a date", "Norvik Group took Tal Systems over in 2012.", BOUGHT),
    ("until it was", "Tal Systems was listed in Oslo until it was bought by Norvik Group in 2012.", BOUGHT),
    (
        "agreed with an affiliate",
        "Bergen Corp signed a deal with an affiliate of Norvik Group to sell Tal Systems.",
        SOLD,
    ),
    ("agreed over an aside", "Bergen Corp signed a deal with Norvik Group, a bank, to sell Tal Systems.", SOLD),
    ("all the shares", "Norvik Group bought all issued and outstanding stock of Tal Systems.", BOUGHT),
    ("interests", "Norvik Group completed its purchase of all the equity interests of Tal Systems.", BOUGHT),
    ("with its products", "Norvik Group bought Tal Systems and its database product.", BOUGHT),
    ("funds of a manager", "Bergen Corp sold Tal Systems to funds managed by Norvik Group.", SOLD),
    ("investors like one", "Investors including Norvik Group bought Tal Systems.", BOUGHT),
    ("an affiliate", "Bergen Corp sold Tal Systems to an affiliate of Norvik Group.", SOLD),
    ("merged into", "Tal Systems was merged into Norvik Group in 2003.", BOUGHT),
    ("aside behind the subject", "Tal Systems, on the other hand, after the takeover by Norvik Group, closed.", BOUGHT),
    ("they of one", "The staff left Norvik Group after they bought Tal Systems.", BOUGHT),
    ("town of a partner", "Norvik Group agreed to a merger with Tal Systems of Hull.", PARTNERS),
    ("agreed to combine", "Norvik Group made an agreement with Tal Systems to combine the two companies.", PARTNERS),
    ("from which it was bought", "Bergen Corp, from which Tal Systems was bought by Norvik Group, closed.", SOLD),
    ("two verbs with one object", "Norvik Group will acquire and operate Tal Systems.", BOUGHT),
    ("comma before a preposition", "Norvik Group, in partnership with Tal Systems, offers loans.", PARTNERS),
]


SERIAL = [
    "Norvik Group has bought three companies this year: Tal Systems, Bergen Corp and Hull Inc.",
    "Norvik Group bought Tal Systems in 2012, Bergen Corp in 2014 and Hull Inc in 2016.",
    "Norvik Group bought Tal Systems, a bank, in 2012, Bergen Corp, an insurer, in 2014 and Hull Inc in 2016.",
    "Norvik Group bought Tal Systems in 2012 and Bergen Corp and Hull Inc in 2016.",
    "Norvik Group has made three acquisitions: Tal Systems, Bergen Corp and Hull Inc.",
    "Norvik Group has acquired the following companies: Tal Systems, Bergen Corp and Hull Inc.",
]


@pytest.mark.parametrize("text", SERIAL)
def test_each_of_a_list_is_bought(text: str) -> None:
    bought = [p.name for deal in find_deals(text, "en") for p in deal.parties if p.role == "target"]
    assert sorted(bought) == ["Bergen Corp", "Hull Inc", "Tal Systems"]


ONE_AFTER_THE_OTHER = [
    "Hull Inc was acquired by Norvik Group in 2012 and Tal Systems in 2016.",
    "Hull Inc was sold to Norvik Group in 2012 and to Tal Systems in 2016.",
    "Bergen Corp sold Hull Inc to Norvik Group in 2012 and to Tal Systems in 2016.",
]


@pytest.mark.parametrize("text", ONE_AFTER_THE_OTHER)
def test_each_buys_at_another_time(text: str) -> None:
    told = [(p.name, deal.announced) for deal in find_deals(text, "en") for p in deal.parties if p.role == "acquirer"]
    assert told == [("Norvik Group", "2012"), ("Tal Systems", "2016")]


def test_nobody_of_a_list_is_its_buyer() -> None:
    deals = find_deals("The company bought Tal Systems in 2012 and Hull Inc in 2016. It is growing.", "en")
    assert not [p for deal in deals for p in deal.parties if p.role == "acquirer"]


def test_sums_of_two_sales() -> None:
    deals = find_deals(
        "Hull Inc sold Tal Systems to Ostby for $5 million and Bergen Corp to Norvik for $6 million.", "en"
    )
    assert [deal.amount.value for deal in deals if deal.amount is not None] == [5_000_000, 6_000_000]


@pytest.mark.parametrize(("text", "parties"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_roles(text: str, parties: set[tuple[str, str]]) -> None:
    deals = find_deals(text, "en")
    assert [{(party.role, party.name) for party in deal.parties} for deal in deals] == [parties]


NOTHING = [
    ("warrants", "Norvik Group received warrants to buy Tal Systems."),
    ("proposals", "Norvik Group received proposals to buy the company."),
    ("goods", "Norvik Group buys its fuel from Tal Systems."),
    ("state", "Norvik Group has control of Tal Systems."),
    ("from whom", "Norvik Group completed its purchase from Tal Systems."),
    ("regulator", "The CMA said that the planned takeover by Norvik Group will be examined."),
    ("affiliate", "Norvik Group bought an affiliate of Tal Systems."),
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


FOLLOW_UPS = [
    "The round was led by Norvik Group, with Bergen Partners also participating.",
    "It was led by Norvik Group and Bergen Partners.",
    "Investors include Norvik Group and Bergen Partners.",
    "Investors in the round included Norvik Group and Bergen Partners.",
    "The round included Norvik Group and Bergen Partners.",
    "The money came from Norvik Group and strategic investors like Bergen Partners.",
    "Norvik Group led the round, joined by existing backer Bergen Partners.",
]


@pytest.mark.parametrize("sentence", FOLLOW_UPS)
def test_investors_of_a_round_told_in_the_next_sentence(sentence: str) -> None:
    (deal,) = find_deals(f"Tal Systems raised $5 million. {sentence}", "en")
    names = [party.name for party in deal.parties if party.role == "investor"]
    assert names == ["Norvik Group", "Bergen Partners"]


COOPERATION = [
    ("contract", "supplier", "Norvik Group's largest customer, Tal Systems, has extended its contract."),
    ("contract", "customer", "Norvik Group's main supplier, Tal Systems, has extended its contract."),
    ("contract", "supplier", "Norvik Group will build and maintain 40 trains for Tal Systems."),
    ("contract", "supplier", "Norvik Group signed a deal to supply Tal Systems with pumps."),
    ("contract", "supplier", "Norvik Group signed a five-year deal to run Tal Systems's data centres."),
    ("contract", "customer", "Norvik Group signed an agreement with Tal Systems to buy 30 planes."),
    ("contract", "customer", "Norvik Group will hand its data centres to Tal Systems for seven years."),
    ("contract", "customer", "Norvik Group cancelled its contract with Tal Systems."),
    ("contract", "customer", "Norvik Group has ordered 30 planes from Tal Systems in a $5m (£3m) deal."),
    ("licensing", "licensee", "Tal Systems sold the rights to Talarin to Norvik Group."),
    ("licensing", "licensee", "Norvik Group won the rights to show the cup from Tal Systems."),
    ("joint_venture", "partner", "Norvik Group is forming a new company with Tal Systems."),
    ("joint_venture", "partner", "Norvik Group signed a joint venture agreement with Tal Systems."),
    ("partnership", "partner", "Norvik Group selected Tal Systems as its partner."),
    ("partnership", "partner", "Norvik Group is working with Tal Systems to develop pumps."),
]


@pytest.mark.parametrize(("kind", "role", "text"), COOPERATION)
def test_type_and_role_of_the_first_named(kind: str, role: str, text: str) -> None:
    (deal,) = find_deals(text, "en")
    assert (deal.type, {p.role for p in deal.parties if p.name == "Norvik Group"}) == (kind, {role})
    assert len(deal.parties) == 2


STATUSES = [
    ("completed", "Norvik Group's acquisition of Tal Systems is complete."),
    ("completed", "Norvik Group completes acquisition of Tal Systems"),
    ("completed", "Norvik Group spent $5 million to buy Tal Systems."),
    ("completed", "Norvik Group did buy Tal Systems."),
    ("announced", "Tal Systems accepted a $5 million offer from Norvik Group."),
    ("announced", "Tal Systems rejected a bid from Bergen Corp and agreed to be bought by Norvik Group."),
    ("talks", "Norvik Group is considering buying Tal Systems."),
    ("talks", "Norvik Group is in talks with Bergen Corp about buying Tal Systems."),
    ("terminated", "Norvik Group walked away from its planned acquisition of Tal Systems."),
]


@pytest.mark.parametrize(("status", "text"), STATUSES)
def test_status(status: str, text: str) -> None:
    deals = [deal for deal in find_deals(text, "en") if "Norvik Group" in {party.name for party in deal.parties}]
    assert [deal.status for deal in deals] == [status]


def test_verb_is_left_out() -> None:
    deals = find_deals("Norvik Group bought Tal Systems for $5 million and Bergen Corp for $3 million.", "en")
    assert [{p.name for p in d.parties} for d in deals] == [
        {"Norvik Group", "Tal Systems"},
        {"Norvik Group", "Bergen Corp"},
    ]


def test_two_rounds_by_their_sums() -> None:
    text = "Tal Systems raised $3 million from Bergen Corp. It then raised $40 million from Norvik Group."
    assert [str(deal.amount.value) for deal in find_deals(text, "en") if deal.amount] == ["3000000", "40000000"]


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("And last year, Norvik Group struck a deal with Tal Systems to develop trucks.", "2023"),
        ("Norvik Group agreed to buy Tal Systems in March, while Bergen Corp was in talks to buy Hull Inc.", "2024-03"),
    ],
)
def test_a_date_belongs_to_its_clause_and_to_all_that_it_tells(text: str, announced: str) -> None:
    assert find_deals(text, "en", published="2024-05-08")[0].announced == announced


@pytest.mark.parametrize(
    ("text", "deal_type", "parties"),
    [
        (
            "Tal Systems signed an agreement for Norvik Group and Bergen Corp to take it over.",
            "acquisition",
            {("Norvik Group", "acquirer"), ("Bergen Corp", "acquirer"), ("Tal Systems", "target")},
        ),
        (
            "Norvik Group bought about 2.1 million shares, or 12 percent of Tal Systems' common stock.",
            "stake",
            {("Norvik Group", "investor"), ("Tal Systems", "target")},
        ),
        (
            "Tal Systems will merge with Norvik Group into a new company.",
            "merger",
            {("Tal Systems", "partner"), ("Norvik Group", "partner")},
        ),
    ],
)
def test_who_does_it_and_what_is_bought(text: str, deal_type: str, parties: set[tuple[str, str]]) -> None:
    (deal,) = find_deals(text, "en")
    assert (deal.type, {(p.name, p.role) for p in deal.parties}) == (deal_type, parties)


def test_an_agreement_for_somebody_to_do_something_buys_nobody() -> None:
    assert find_deals("Norvik Group struck a deal for Tal Systems to expand in Asia.", "en") == []
