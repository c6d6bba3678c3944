"""German names without an article: genitives behind what is done ("Übernahme Norviks"), nouns ("kauft Linde")."""

import pytest

from newscrawl.deals import find_deals


def told(text: str) -> str:
    """The deals of a German text, each as its type and its parties in the order of their roles."""
    deals = find_deals(text, "de")
    return " ".join(f"{d.type} " + " ".join(sorted(f"{p.role}={p.name}" for p in d.parties)) for d in deals)


TOLD = {
    "Die Übernahme Norviks durch Talsen ist perfekt.": "acquisition acquirer=Talsen target=Norviks",
    "Die Aufsicht billigt die Mehrheitsübernahme Norviks durch Talsen.": "acquisition acquirer=Talsen target=Norviks",
    "Der Verkauf Norviks an den Investor Talsen ist vollzogen.": "acquisition acquirer=Talsen target=Norviks",
    "Nach dem Einstieg Norviks bei Talsen wächst der Umsatz.": "stake investor=Norviks target=Talsen",
    "Die Aktionäre stimmten der Fusion Norviks mit Talsen zu.": "merger partner=Norviks partner=Talsen",
    "Die Kooperation Norviks mit Talsen beginnt im Mai.": "partnership partner=Norviks partner=Talsen",
    "Die Investition Norviks in Talsen beträgt 20 Millionen Euro.": "funding investor=Norviks target=Talsen",
    "Die Übernahme des Konzerns Airbus durch Talsen ist perfekt.": "acquisition acquirer=Talsen target=Airbus",
    "Die Investition der Norvik AG beträgt 20 Millionen Euro.": "",
}


@pytest.mark.parametrize("text", TOLD)
def test_genitive_is_what_is_bought_or_who_takes_part(text: str) -> None:
    assert told(text) == TOLD[text]


BARE = {
    "Norvik kauft Linde.": "acquisition acquirer=Norvik target=Linde",
    "Norvik hat Albatros für 40 Millionen Euro übernommen.": "acquisition acquirer=Norvik target=Albatros",
    "Norvik kauft Software.": "",
    "Norvik kauft Batterien.": "",
}


@pytest.mark.parametrize("text", BARE)
def test_noun_without_an_article_is_a_name_unless_it_is_stuff_or_a_plural(text: str) -> None:
    assert told(text) == BARE[text]


PEOPLE = {
    "Die Schweden von Norvik kaufen Talsen.": "acquisition acquirer=Norvik target=Talsen",
    "Die Macher von Norvik kaufen Talsen.": "acquisition acquirer=Norvik target=Talsen",
    "Norvik hat sich an den Konkurrenten Talsen verkauft.": "acquisition acquirer=Talsen target=Norvik",
    "Norvik verkauft sich an der Börse gut.": "",
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_of_a_company_are_the_company(text: str) -> None:
    assert told(text) == PEOPLE[text]


INCUMBENTS = {
    "Die Bahn bestellt bei Talsen 20 Züge.": "contract customer=Bahn supplier=Talsen",
    "Die Deutsche Bahn baut. Die Bahn bestellt bei Talsen 20 Züge.": "contract customer=Deutsche Bahn supplier=Talsen",
    "Norvik hat die Bahn genommen.": "",
}


@pytest.mark.parametrize("text", INCUMBENTS)
def test_the_railway_and_the_post_are_companies(text: str) -> None:
    assert told(text) == INCUMBENTS[text]


ROUND = "Norvik sammelt 20 Millionen Euro ein. Geldgeber sind "
LISTED = {
    "Quorra Capital, Kompass und Talsen.": "Kompass Quorra Capital Talsen",
    "Quorra, Mangrove, Zahlix und Talsen.": "Mangrove Quorra Talsen Zahlix",
    "Quorra, der High-Tech Gründerfonds und Talsen.": "High-Tech Gründerfonds Quorra Talsen",
    "Quorra, ein Family Office und Talsen.": "Quorra Talsen",
    "Quorra, mehrere Business Angels und Talsen.": "Quorra Talsen",
    "Quorra, Business Angels und Talsen.": "Quorra Talsen",
    "Quorra, die Gründer und Talsen.": "Quorra Talsen",
}


@pytest.mark.parametrize("text", LISTED)
def test_list_of_names_goes_on(text: str) -> None:
    (deal,) = find_deals(ROUND + text, "de")
    assert " ".join(sorted(p.name for p in deal.parties if p.role == "investor")) == LISTED[text]
