"""Deals as others than the press tell them: law firms' notices, newsletters, histories. All companies are made up."""

from decimal import Decimal

import pytest

from newscrawl.deals import find_deals

TOLD = {
    "a contract that is won": (
        "Der Logistiker Norvik sichert sich einen Vertrag mit dem Triebwerksbauer Kodrex.",
        "contract: customer Kodrex, supplier Norvik",
    ),
    "who is talked with by a verb": (
        "Norvik will mit Kodrex über den Kauf von Zahlix reden.",
        "acquisition: acquirer Norvik, seller Kodrex, target Zahlix",
    ),
    "whose talks they are": (
        "Die Gespräche von Norvik mit Kodrex über den Verkauf von Zahlix sind weit gediehen.",
        "acquisition: acquirer Kodrex, seller Norvik, target Zahlix",
    ),
    "a newspaper that is talked with": (
        "Die Norvik AG sprach mit dem Handelsblatt über die Übernahme der Kodrex AG.",
        "acquisition: acquirer Norvik AG, target Kodrex AG",
    ),
    "a type of thing orders nothing": (
        "Norvik hat von der Kodrex AG einen Auftrag über die Lieferung von acht Anlagen des Typs N131 erhalten.",
        "contract: customer Kodrex AG, supplier Norvik",
    ),
    "who does it too": (
        "Norvik kauft gemeinsam mit Quorra Capital den Hersteller Kodrex.",
        "acquisition: acquirer Norvik, acquirer Quorra Capital, target Kodrex",
    ),
    "who does it too, first": (
        "Zusammen mit Quorra verkauft Norvik den Hersteller Kodrex an Zahlix.",
        "acquisition: acquirer Zahlix, seller Norvik, seller Quorra, target Kodrex",
    ),
    "what shareholders get is no round": (
        "Norvik übernimmt den Hersteller Kodrex. Die Kodrex-Aktionäre erhalten 33 Dollar je Anteilsschein.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "an intent of those who cooperate": (
        "Norvik und der Softwareanbieter Kodrex wollen zusammenarbeiten. Eine Absichtserklärung unterzeichneten beide "
        "Unternehmen in Peking.",
        "partnership: partner Kodrex, partner Norvik",
    ),
    "who is advised buys": (
        "Die Kanzlei Noldeck hat Norvik beim Erwerb der Kodrex GmbH von der Zahlix AG beraten.",
        "acquisition: acquirer Norvik, seller Zahlix AG, target Kodrex GmbH",
    ),
    "who is advised sells": (
        "Die Kanzlei Noldeck hat die Norvik SE beim Verkauf ihres Kerngeschäfts an die Kodrex AG beraten.",
        "acquisition: acquirer Kodrex AG, seller Norvik SE, target Kerngeschäfts",
    ),
    "who advises stands behind": (
        "Norvik wurde beim Erwerb der Kodrex GmbH von der Kanzlei Noldeck begleitet.",
        "acquisition: acquirer Norvik, target Kodrex GmbH",
    ),
    "shareholders are advised": (
        "Noldeck hat die Gesellschafter der Kodrex GmbH beim Verkauf an die Norvik AG vertreten.",
        "acquisition: acquirer Norvik AG, target Kodrex GmbH",
    ),
    "advised on a venture": (
        "Noldeck hat Norvik bei der Gründung eines Joint Ventures mit Kodrex begleitet.",
        "joint_venture: partner Kodrex, partner Norvik",
    ),
    "advised on a loan": (
        "Noldeck beriet Norvik beim Abschluss einer Konsortialfinanzierung von 35 Millionen Euro.",
        "funding: target Norvik",
    ),
    "a founder named in the next sentence raises money for the firm": (
        "Das Start-up Kodrex vermittelt Maler. Nun hat sich das Team um Gründerin Anna Berg frisches Kapital besorgt.",
        "funding: target Kodrex",
    ),
    "a buyer is found for a unit": (
        "Für seine Pumpensparte hat der Konzern Norvik in dem Rivalen Kodrex einen Käufer gefunden.",
        "acquisition: acquirer Kodrex, seller Norvik, target Pumpensparte",
    ),
    "the house is what the text has called one": (
        "Der Landkreis Ulm betreibt das Krankenhaus Kodrex. Norvik hatte das Haus 2009 erworben.",
        "acquisition: acquirer Norvik, target Krankenhaus Kodrex",
    ),
    "the house is no company that is called otherwise": (
        "Der Händler Kodrex wächst. Norvik hatte das Haus 2009 erworben.",
        "",
    ),
    "who leads a round, and angels without a name": (
        "Kodrex sammelt unter der Führung von Norvik Ventures zwölf Millionen Euro ein. Zudem beteiligen sich Zelix "
        "Capital, die Erste Talbank sowie mehrere Business Angels.",
        "funding: investor Erste Talbank, investor Norvik Ventures, investor Zelix Capital, target Kodrex",
    ),
    "who leads a round raises none": (
        "Kodrex sammelt in einer von Norvik Ventures geführten Runde zwölf Millionen Euro ein.",
        "funding: investor Norvik Ventures, target Kodrex",
    ),
    "who joins a group": (
        "Kodrex hat sich der Norvik-Gruppe angeschlossen.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "a source sells nothing": (
        "Nach Informationen von Zelix Media übernimmt Norvik das Start-up Kodrex.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "what is sold is whose name stands behind it": (
        "Seine Firma Kodrex verkaufte Jan Berg 2010 an Norvik.",
        "acquisition: acquirer Norvik, seller Jan Berg, target Kodrex",
    ),
    "investors without a name": (
        "In der ersten Runde hatte Kodrex 2006 von der Norvik AG und Privatanlegern 3,2 Millionen Euro erhalten.",
        "funding: investor Norvik AG, target Kodrex",
    ),
    "nobody who is not said to have founded it does": (
        "Der Händler Kodrex wächst. Der Ingenieur Jan Berg sammelte vier Millionen Euro von Norvik ein.",
        "",
    ),
    "a founder raises money for the firm": (
        "Anna Berg gründete 2019 Kodrex und sammelte drei Millionen Euro ein.",
        "funding: target Kodrex",
    ),
    "a founder raises money with the firm": (
        "Mira Berg sammelt mit Kodrex Labs zwei Milliarden Dollar ein.",
        "funding: target Kodrex Labs",
    ),
    "what a unit deals in is nobody": (
        "Norvik gibt sein Consumer Devices-Geschäft an die Kodrex Holding AG ab.",
        "acquisition: acquirer Kodrex Holding AG, seller Norvik, target Consumer Devices-Geschäft",
    ),
    "a unit of another": (
        "Kodrex übernimmt das Solar-Geschäft von Norvik.",
        "acquisition: acquirer Kodrex, seller Norvik, target Solar-Geschäft",
    ),
    "who leads a round": (
        "Kodrex sammelt 40 Mio. Euro ein. Den Lead dieser Runde übernahmen die Norvik Group und die Quorra Holding.",
        "funding: investor Norvik Group, investor Quorra Holding, target Kodrex",
    ),
    "who is among the investors": (
        "Kodrex bekommt 12 Millionen Euro. Zum Investorenkreis gehören u.a. Norvik Ventures und Quorra Capital.",
        "funding: investor Norvik Ventures, investor Quorra Capital, target Kodrex",
    ),
    "what money goes into is another thing": (
        "Kodrex sammelt 20 Millionen Euro ein. Norvik investiert 53 Millionen in den Ausbau seiner Cloud.",
        "funding: target Kodrex",
    ),
    "partners behind a colon": (
        "Norvik kooperiert mit mehreren Anbietern: Kodrex, Zahlix und Quorra.",
        "partnership: partner Kodrex, partner Norvik, partner Quorra, partner Zahlix",
    ),
    "shares of a new company": (
        "Die neue Gesellschaft Zahlix, an der Norvik 51 % und die Kodrex GmbH 49 % halten werden, soll Züge bauen.",
        "joint_venture: partner Kodrex GmbH, partner Norvik, venture Zahlix",
    ),
    "a venture of the company before": (
        "Norvik wächst in Asien. Im Rahmen eines Joint Ventures mit der Kodrex GmbH wird ein Werk gebaut.",
        "joint_venture: partner Kodrex GmbH, partner Norvik",
    ),
    "shares of three": (
        "An Zahlix beteiligten sich Norvik und Kodrex zu je 45 Prozent sowie die Quorra AG zu zehn Prozent.",
        "funding: investor Kodrex, investor Norvik, investor Quorra AG, target Zahlix",
    ),
    "who has left is no party": (
        "Ex-Norvik-Manager Peter Berg hat sein Start-up Kodrex an Zahlix verkauft.",
        "acquisition: acquirer Zahlix, seller Peter Berg, target Kodrex",
    ),
    "a headline before a dash": (
        "Der Hersteller Norvik stellt überraschend einen Insolvenzantrag - Die Kodrex AG kauft den Händler Zahlix.",
        "acquisition: acquirer Kodrex AG, target Zahlix",
    ),
    "all partners on one side": (
        "Norvik wuchs schnell. Es wurde eine Kooperation mit Kodrex und Zahlix eingegangen.",
        "partnership: partner Kodrex, partner Norvik, partner Zahlix",
    ),
    "a date between buyer and company": (
        "Anna Berg hat Norvik 2021 ihr Startup Kodrex verkauft.",
        "acquisition: acquirer Norvik, seller Anna Berg, target Kodrex",
    ),
    "a short group in lower case": (
        "Kodrex erwarb 76 Prozent an der Beteiligungsgesellschaft tbm-Gruppe.",
        "acquisition: acquirer Kodrex, target tbm",
    ),
    "a name in lower case behind a spin-off": (
        "Kodrex plant die Übernahme des Talhof-Spin-offs u-nex.",
        "acquisition: acquirer Kodrex, target u-nex",
    ),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_told_by_others(text: str, told: str) -> None:
    deals = find_deals(text, "de", "2024-05-06")
    assert [f"{d.type}: {', '.join(sorted(f'{p.role} {p.name}' for p in d.parties))}" for d in deals] == [told] * bool(
        told
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kodrex sieht sich als Alternative zu Norvik. Zahlix nutzt KI, um präzise Antworten auf Fragen zu liefern.",
        "Der Marktführer bleibt die Norvik AG.\nTal: Im Januar wurden bei Kodrex 17 Stadtbahnwagen bestellt.",
        "Norvik zählt nicht zum Investorenkreis von Kodrex.",
        "Auffällig ist, dass VCs plötzlich großes Interesse an Norvik zeigen.",
        "Nach Übernahme der Kodrex AG entstand 1905 die Zahlix-Gesellschaft.",
    ],
)
def test_sides_are_not_taken_from_elsewhere(text: str) -> None:
    assert find_deals(text, "de", "2024-05-06") == []


def test_nobody_puts_money_into_itself() -> None:
    text = "Beim Fonds Norvik III sind Kodrex und Zahlix eingestiegen. Norvik III investiert in Hightech-Startups."
    deals = find_deals(text, "de", "2024-05-06")
    assert deals
    assert all(len({p.name for p in d.parties}) == len(d.parties) for d in deals)
    assert not any(p.role == "investor" and p.name == "Norvik III" for d in deals for p in d.parties)


def test_year_before_a_sum() -> None:
    (deal,) = find_deals("Norvik investierte im Frühjahr 2015 bis zu vier Millionen Euro in die Kodrex AG.", "de")
    assert deal.amount is not None
    assert deal.amount.value == 4_000_000


def test_what_the_owner_had_bought_is_a_deal_of_its_own() -> None:
    text = (
        "Norvik kauft die App Kodrex. Bisher gehörte die Mehrheit von 50,1 Prozent Zahlix, der sie 2013 erworben hatte."
    )
    sale, before = find_deals(text, "de", "2015-08-05")
    assert [(p.role, p.name) for p in sale.parties] == [("acquirer", "Norvik"), ("target", "Kodrex")]
    assert (sale.stake_percent, sale.announced) == (None, None)
    assert [(p.role, p.name) for p in before.parties] == [("acquirer", "Zahlix"), ("target", "Kodrex")]
    assert (before.stake_percent, before.announced, before.main) == (Decimal("50.1"), "2013", False)
