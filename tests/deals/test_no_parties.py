"""What stands where a company could and is none: a product, what is ordered, a pronoun, a state, a prize."""

import pytest

from newscrawl.deals import find_deals

NONE = {
    "de": (
        "Als der Gründer von Runtora sich einen Porsche gekauft hat, gab es Zuspruch.",
        "Letzterer erhielt den Zuschlag für die Taschenmarke Henkel & Stil.",
        "Kamille trennt sich von Vorstandschef Jochen Weidlich.",
        "Norvik bekommt für sein Werk 20 Millionen Euro vom Land Thüringen.",
        "Norvik gewinnt den Deutschen Spielepreis, der an das Studio Talsen hätte gehen können.",
        "Der größte Verleiher Europas kauft den Anbieter Talsen.",
        "Gründer Tim Ahlgrimm steigt bei Talsen aus der Geschäftsführung aus.",
        "Norvik setzt bei der Verwaltung seiner Server auf Kubernetes.",
        "Norvik verstärkt sich mit Thomas Wagner.",
        "Thomas Wagner ging 2010 bei der Sendero AG an Bord.",
        "Thomas Wagner heiratet Sabine Weber.",
        "Thomas Wagner findet bei der Norvik AG eine neue Heimat.",
        "Norvik trennt sich von seinem Partner Thomas Wagner.",
        "Norvik hat der Familie Wagner ein Angebot gemacht.",
        "Norvik beteiligt sich an einem Kunden der Talsen AG.",
        "Norvik steigt bei einem Konkurrenten von Talsen ein.",
        "Norvik kauft 30 Prozent an dem Zulieferer der Talsen AG.",
        "Norvik ordert 24 Züge vom Typ Talsen.",
        "Norvik kauft einen Talsen-Konkurrenten.",
        "Der Talsen-Zulieferer übernimmt Norvik.",
        "Norvik zieht einen Großauftrag aus Norwegen an Land.",
        "Norvik sammelt beim Börsengang 500 Millionen Dollar ein.",
        "Norvik kauft Maschinen vom Typ K9 für 20 Millionen Euro.",
    ),
    "en": (
        "The founder of Runtora bought a Porsche.",
        "Norvik has bid to supply 200 trams to the city of Porto.",
        "Norvik will develop and sell Talsenol in Japan.",
        "Norvik began to sell Talbooks under its own brand.",
        "Talsen offers an electronic trading platform for U.S. Treasuries.",
        "Thomas Wagner chose Norvik over Sendero for his first job.",
        "The state of Bavaria granted Brandt Elektro a loan of 20 million euros.",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in NONE.items() for text in texts])
def test_no_deal(language: str, text: str) -> None:
    assert find_deals(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Norvik kaufte 2012 die Sendero AG. Danach kam Thomas Wagner hinzu."),
        ("de", "Norvik kaufte 2012 die Sendero AG. 2014 folgte Thomas Wagner."),
        ("en", "Norvik acquired Sendero in 2010. Thomas Wagner followed in May."),
        ("en", "Norvik acquired Sendero in 2010. Norvik added Japan last year."),
    ],
)
def test_nobody_follows_who_is_no_company(language: str, text: str) -> None:
    assert [deal.announced in ("2010", "2012") for deal in find_deals(text, language, "2014-05-06")] == [True]
