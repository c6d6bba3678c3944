"""Which company a noun or pronoun means: what the text said of it decides, then who the sentence is about."""

import pytest

from newscrawl.deals import find_deals

CASES: dict[str, tuple[str, str, str]] = {
    "the subject before a name behind a preposition": (
        "en",
        "After a lawsuit by Kodrex, Norvik changed its name. It acquired Sendero in 2012.",
        "Norvik → Sendero",
    ),
    "by its gender": (
        "de",
        "Der Konzern Ostra sprach mit der Brauerei Talbrook. 2005 hatte sie den Händler Norvik gekauft.",
        "Talbrook → Norvik",
    ),
    "the unit told of before": (
        "de",
        "Die Talbrook GmbH wird verkauft. Der Händler Norvik hatte die Tochter im Jahr 2005 übernommen.",
        "Norvik → Talbrook GmbH",
    ),
    "those from a town of the land that is said": (
        "de",
        "Die Norvik AG aus Bonn traf den britischen Investor Kodrex. Norvik wächst. Norvik spart. "
        "2019 kauften die Londoner den Händler Sendero.",
        "Kodrex → Sendero",
    ),
    "not those from another town": (
        "de",
        "Der Nürnberger Händler Norvik traf die Münchner Kette Kodrex. Norvik wächst. "
        "2019 übernahmen die Münchner den Händler Sendero.",
        "Kodrex → Sendero",
    ),
    "noun said of it": (
        "en",
        "The Slovenian bank Savinja met the insurer Triglor. The insurer has bought Norvik.",
        "Triglor → Norvik",
    ),
    "words before the noun": (
        "en",
        "Swedish lender Talbank met Zelix of Lisbon. The Lisbon company has bought Norvik.",
        "Zelix → Norvik",
    ),
    "those from there": (
        "en",
        "Finland's Innor met Monol of California. The Californians bought Tavro in 2005.",
        "Monol → Tavro",
    ),
    "subject before a name with a preposition": (
        "en",
        "After a lifeline from investor Norbank, WeRoom is cutting jobs at Meetly, which it acquired in 2017.",
        "WeRoom → Meetly",
    ),
    "the subject that goes on": (
        "en",
        "Norvik makes games. In 2015, the company backed chip firm Crusor, and it bought Talwave.",
        "Norvik → Talwave",
    ),
    "the company of a person": (
        "en",
        "Pilotta Oil is half owned by Berk Holdings. Pilotta is big. Berk chairman Walt Norden likes it. He bought "
        "Precisa Castings.",
        "Berk Holdings → Precisa Castings",
    ),
    "no office": (
        "en",
        "USZ Group said the Energy Ministry's Office of Consumer Affairs has asked that it buy Piedra Aviation.",
        "USZ Group → Piedra Aviation",
    ),
    "those from the land of its town": (
        "de",
        "Der Anbieter Norvik aus Stockholm und der Händler Ostra aus Bergen trafen sich. "
        "Die Schweden haben 2005 Tal gekauft.",
        "Norvik → Tal",
    ),
    "a noun told as a compound before": (
        "de",
        "Das Rennen um Talbrook ist gelaufen. Die Parkhauskette bleibt beim Fonds Norvik, sagte der Händler Ostra. "
        "Norvik hatte die Kette 2017 gekauft.",
        "Norvik → Talbrook",
    ),
    "no house that rates the share": (
        "de",
        "Das Analysehaus Dorel hat das Kursziel für Norvik gesenkt. Der Markt überschätze die im Mai von ihm "
        "zugekaufte Kette Tal.",
        "Norvik → Tal",
    ),
    "no house that rates the shares": (
        "en",
        "Dorel Research raised its price target on Norvik Corp to $20. Its purchase of Tal Systems in May pays off.",
        "Norvik Corp → Tal Systems",
    ),
    "for whom it is so": (
        "de",
        "Bergen schweigt. Dorel war gescheitert. Für die Norvik ist Wind nicht neu, 2008 kaufte sie die Tal AG.",
        "Norvik → Tal AG",
    ),
    "those from somewhere before a place called so": (
        "de",
        "Norvik verkauft Hull an die japanische Ostra. Für die Japaner ist es der zweite Auftritt in der Deutschen "
        "Bucht. 2021 hatten sie den Versorger Tal gekauft.",
        "Ostra → Tal",
    ),
    "the buyer of an aside": (
        "de",
        "Der Konzern Ostra kaufte 2005, auf dem Gipfel des Booms, den Händler Norvik.",
        "Ostra → Norvik",
    ),
    "a supplier told before": (
        "de",
        "Der Zulieferer Talbrook wächst. 2005 hatte der Konzern Ostra den Zulieferer gekauft.",
        "Ostra → Talbrook",
    ),
    "what is sold in other words": (
        "de",
        "Die Ostra-Tochter Talbrook bekommt einen neuen Eigentümer. Der Konzern trennt sich von dem Hersteller aus "
        "Jena und gibt ihn an den Fonds Norvik ab.",
        "Norvik → Talbrook",
    ),
    "those from a region far above": (
        "de",
        "Die Dresdner Softwareschmiede Ostra wächst. Die Norvik AG ist anders. Sie baut Autos. Die Norvik AG ist groß. "
        "Norvik gilt als laut. Norvik schweigt. Norvik wartet. Die Sachsen haben 2005 den Anbieter Talbrook gekauft.",
        "Ostra → Talbrook",
    ),
    "the noun that a pronoun takes up": (
        "de",
        "Norvik kaufte beim Händler Ostra. Der Konzern Norvik ist groß, die Brauerei Ostra klein. Der Konzern wächst. "
        "Im Mai 2005 hatte er den Anbieter Tal übernommen.",
        "Norvik → Tal",
    ),
    "the subject before who stands behind a preposition": (
        "de",
        "Im vergangenen Sommer traf sich nach langem Streit die Ostra AG mit der "
        "Norvik AG. 2005 hatte sie den Anbieter Talbrook gekauft.",
        "Ostra AG → Talbrook",
    ),
    "noun said of it, German": (
        "de",
        "Der Softwareanbieter Norvik und der Chiphersteller Ostara trafen sich. Der Chiphersteller hat Tal gekauft.",
        "Ostara → Tal",
    ),
    "those from there, German": (
        "de",
        "Der Dresdner Chiphersteller Ostara zeigte Pfadlicht neue Pläne. Die Dresdner übernehmen den Anbieter Tal.",
        "Ostara → Tal",
    ),
    "those from a town that is in no list of peoples": (
        "de",
        "Allerton baut Pumpen. Im Sommer hatten die Chemnitzer den Hersteller Tal gekauft.",
        "Allerton → Tal",
    ),
}


@pytest.mark.parametrize(("language", "text", "wanted"), CASES.values(), ids=CASES)
def test_buyer_and_target(language: str, text: str, wanted: str) -> None:
    (deal,) = find_deals(text, language)
    roles = {party.role: party.name for party in deal.parties}
    assert f"{roles['acquirer']} → {roles['target']}" == wanted


@pytest.mark.parametrize("text", ["It also bought Sendero.", "Growth was helped by its purchase of Sendero."])
def test_what_a_noun_says_is_bought_buys_nothing(text: str) -> None:
    deals = find_deals(f"Norvik said sales rose. The acquisition of Kodrex is paying off. {text}", "en")
    assert {p.name for deal in deals for p in deal.parties if p.role == "acquirer"} == {"Norvik"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Bergen Corp sank. "We will buy Tal Systems," said Ann Lee, chief executive of Norvik Group.'),
        ("en", 'Bergen Corp sank. Ann Lee, chief executive of Norvik Group, said: "We have bought Tal Systems."'),
        ("de", "Die Bergen SE sinkt. „Wir übernehmen die Tal Systems GmbH“, sagte der Chef der Norvik Group."),
    ],
)
def test_we_is_who_is_quoted(language: str, text: str) -> None:
    """Bergen is named as often, and first."""
    (deal,) = find_deals(text, language)
    assert [p.name for p in deal.parties if p.role == "acquirer"] == ["Norvik Group"]


COUNTED = {
    "en": "Norvik, Kodrex and Sendero met Tal. The three companies have formed a joint venture for drives.",
    "de": "Tal traf Norvik, Kodrex und Sendero. Die drei Firmen gründen ein Gemeinschaftsunternehmen für Antriebe.",
}


@pytest.mark.parametrize(("language", "text"), COUNTED.items())
def test_as_many_as_are_counted(language: str, text: str) -> None:
    (deal,) = find_deals(text, language)
    assert {p.name for p in deal.parties} == {"Norvik", "Kodrex", "Sendero"}


def test_nobody_where_the_text_names_fewer_than_are_counted() -> None:
    assert not find_deals("Norvik, Kodrex and Sendero met Tal. The five companies have formed a joint venture.", "en")


@pytest.mark.parametrize(
    "bid", ["Norvik bietet 12 Euro je Aktie.", "Norvik interessiert sich seit Mai für den Hersteller."]
)
def test_nobody_bids_against_itself(bid: str) -> None:
    (deal,) = find_deals(f"Norvik greift nach dem Pumpenhersteller Kodrex. {bid}", "de")
    assert {p.name: p.role for p in deal.parties} == {"Norvik": "acquirer", "Kodrex": "target"}


def test_the_company_is_none_that_only_stands_behind_a_preposition() -> None:
    text = "Analysts at Talbrook upgraded Norvik after the company won a contract from Kodrex."
    (deal,) = find_deals(text, "en")
    assert {p.role: p.name for p in deal.parties} == {"supplier": "Norvik", "customer": "Kodrex"}


def test_people_do_not_merge() -> None:
    (deal,) = find_deals("Norvik hired Ann Lee, who oversaw the merger of Kodrex with Sendero.", "en")
    assert {p.name for p in deal.parties} == {"Kodrex", "Sendero"}


@pytest.mark.parametrize("mark", ["²", "“"])
def test_what_is_no_number_counts_nobody(mark: str) -> None:
    (deal,) = find_deals(f"Norvik met Sendero. The {mark} companies have formed a joint venture.", "en")
    assert {p.name for p in deal.parties} == {"Norvik", "Sendero"}
