"""German sentences made up for the word order: who does what to whom, over brackets, attributes and clauses."""

import pytest

from newscrawl.deals import find_deals

BOTH = {"acquirer": "Norvik AG", "target": "Tal GmbH"}
SOLD = {"seller": "Norvik AG", "target": "Tal GmbH"}
CASES = [
    ("Die in Bergen ansässige Norvik AG übernimmt die Tal GmbH.", "acquisition", BOTH),
    ("Die mit 3 Milliarden Euro bewertete Norvik AG übernimmt die Tal GmbH.", "acquisition", BOTH),
    ("Die Norvik AG hat heute die Übernahme der Tal GmbH bekannt gegeben.", "acquisition", BOTH),
    ("Seit die Norvik AG die Tal GmbH im Jahr 2012 übernahm, wächst der Umsatz.", "acquisition", BOTH),
    ("Die Tal GmbH, die Norvik AG 2014 kaufte, wird verlegt.", "acquisition", None),
    ("Mit dem Zukauf der Tal GmbH wird die Norvik AG zum Marktführer.", "acquisition", BOTH),
    ("Die Norvik AG möchte mit der Tal GmbH (TG) fusionieren.", "merger", None),
    ("Seit 2010 gehört die Tal GmbH zur Norvik AG.", "acquisition", BOTH),
    ("Die Norvik AG reißt sich die Tal GmbH unter den Nagel.", "acquisition", BOTH),
    ("Die Norvik AG übernahm die insolvente, jedoch an der Börse notierte Tal GmbH.", "acquisition", BOTH),
    ("Die Norvik AG kaufte den kleinen, aber feinen Hersteller Tal GmbH.", "acquisition", BOTH),
    ("Schweren Herzens übernahm die Norvik AG die Tal GmbH.", "acquisition", BOTH),
    ("Anfang der 1980er-Jahre geriet die Tal GmbH in Not und ging an die Norvik AG.", "acquisition", BOTH),
    ("1977/1978 verkaufte die Familie die Tal GmbH an die Norvik AG.", "acquisition", BOTH),
    ("Die Tal GmbH wurde zum Preis von 5 Millionen Euro von der Norvik AG gekauft.", "acquisition", BOTH),
    (
        "Die Tal GmbH war ein Industriekonzern. Im Jahr 2000 wurde der MDax-Konzern von der Norvik AG übernommen.",
        "acquisition",
        BOTH,
    ),
    ("Das Kartellamt untersagt der Norvik AG die Übernahme der Tal GmbH.", "acquisition", BOTH),
    ("Die Norvik AG wurde 2011 gegründet und hat 2014 die Tal GmbH übernommen.", "acquisition", BOTH),
    ("2011 wurde die Norvik AG gegründet und hatte 2014 die Tal GmbH übernommen.", "acquisition", BOTH),
    ("Die Norvik AG ist kräftig gewachsen und will nun die Tal GmbH übernehmen.", "acquisition", BOTH),
    ("Bekannt ist, dass die Norvik AG 2012, mitten in der Krise, die Tal GmbH übernommen hat.", "acquisition", BOTH),
    ("Weil die Norvik AG, wie vom Amt verlangt, die Tal GmbH verkauft, sinkt ihr Kurs.", "acquisition", SOLD),
    ("Man sagte, dass die Norvik AG, die 2012 die Tal GmbH gekauft hat, ihren Gewinn verdoppelt.", "acquisition", BOTH),
    (
        "Die Tal GmbH war 2011 entstanden und hatte von der Norvik AG zwei Millionen Euro erhalten.",
        "funding",
        {"investor": "Norvik AG", "target": "Tal GmbH"},
    ),
]


@pytest.mark.parametrize(("text", "type_", "roles"), CASES, ids=[text[:40] for text, _, _ in CASES])
def test_clause_gives_type_and_roles(text: str, type_: str, roles: dict[str, str] | None) -> None:
    deals = find_deals(text, "de")
    assert [deal.type for deal in deals] == [type_]
    if roles is not None:
        assert {party.role: party.name for party in deals[0].parties} == roles


SERIAL = [
    ("1984 wurde Tal durch Norvik und 1994 durch den Konzern Orla übernommen.", {("Norvik", "Tal"), ("Orla", "Tal")}),
    ("Tal wurde 1984 von Norvik, 1994 von der Orla AG gekauft.", {("Norvik", "Tal"), ("Orla AG", "Tal")}),
    ("Tal wurde 1984 von Norvik und Orla gekauft.", {("Norvik", "Orla", "Tal")}),
    (
        "Die Familie verkaufte Tal an den Norvik-Konzern, der sich auch die Marken Dorel, Zelix und Orla einverleibte.",
        {("Norvik", "Tal"), ("Norvik", "Dorel"), ("Norvik", "Zelix"), ("Norvik", "Orla")},
    ),
    ("Norvik kaufte die Marken Dorel, Orla und weitere Firmen.", {("Norvik", "Dorel"), ("Norvik", "Orla")}),
    ("Norvik und ein Konsortium um die Orla AG kaufen Tal.", {("Norvik", "Orla AG", "Tal")}),
    ("Tal wird von Norvik und einer Gruppe um die Orla AG gekauft.", {("Norvik", "Orla AG", "Tal")}),
    ("Norvik übernahm große Teile des Konkurrenten Tal.", {("Norvik", "Tal")}),
]


@pytest.mark.parametrize(("text", "sides"), SERIAL, ids=[text[:40] for text, _ in SERIAL])
def test_each_agent_and_each_thing_of_a_list_is_a_deal(text: str, sides: set[tuple[str, ...]]) -> None:
    assert {tuple(party.name for party in deal.parties) for deal in find_deals(text, "de")} == sides


def test_order_goes_to_the_supplier_named_in_the_dative() -> None:
    (deal,) = find_deals("Die Norvik AG hat der Tal GmbH einen Folgeauftrag erteilt.", "de")
    assert {party.role: party.name for party in deal.parties} == {"supplier": "Tal GmbH", "customer": "Norvik AG"}


@pytest.mark.parametrize(
    "text",
    [
        "Norvik kündigte an, das Asiengeschäft auszubauen und die Pumpensparte an Kodrex zu verkaufen.",
        "Norvik plant, das Asiengeschäft zu stärken und die Pumpensparte an Kodrex zu verkaufen.",
    ],
)
def test_each_infinitive_has_its_own_object(text: str) -> None:
    (deal,) = find_deals(text, "de")
    assert {p.role: p.name for p in deal.parties} == {
        "acquirer": "Kodrex",
        "target": "Pumpensparte",
        "seller": "Norvik",
    }


def test_share_is_not_the_subject() -> None:
    (deal,) = find_deals("Der Verlag Norvik AG übernimmt 30 Prozent an der Tal GmbH.", "de")
    assert deal.type == "stake"
    assert deal.stake_percent == 30
    assert {party.role: party.name for party in deal.parties} == {"investor": "Norvik AG", "target": "Tal GmbH"}


@pytest.mark.parametrize(
    "text",
    [
        "Die Norvik AG übernimmt für die Tal GmbH die Kosten.",
        "Die Tal GmbH gehört zur Norvik AG.",
        "Zwischen der Norvik AG und der Tal GmbH wurde ein Gewinnabführungsvertrag geschlossen.",
        "Die Norvik AG beschäftigt sich seit 1922 mit Sägen und gehört heute zu den führenden Anbietern.",
        "Ob die Norvik AG etwas vorhat, weiß die Tal GmbH nicht.",
    ],
)
def test_no_deal(text: str) -> None:
    assert find_deals(text, "de") == []
