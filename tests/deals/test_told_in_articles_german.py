"""Deals of which several sentences of a German article tell: each text and all that it tells."""

import pytest

from newscrawl.deals import find_deals

RAISED = "Das Startup Kodrex hat sieben Millionen Euro eingesammelt. "

TOLD = {
    "Norvik verhandelt mit dem Fonds Quorra Peak über den Verkauf der Tochter Kodrex. Er wolle 700 Millionen Dollar "
    "bieten.": ["acquisition talks acquirer Quorra Peak target Kodrex seller Norvik"],
    "Norvik verhandelt mit dem Fonds Quorra Peak über den Verkauf der Tochter Kodrex. Auch Sendero wolle 700 Millionen "
    "Dollar bieten.": [
        "acquisition talks acquirer Quorra Peak target Kodrex seller Norvik",
        "acquisition talks acquirer Sendero target Kodrex",
    ],
    "Die Brüder Jonas und Malte Sandberg verkauften Kodrex 2013 an Norvik.": [
        "acquisition completed acquirer Norvik target Kodrex seller Jonas seller Malte Sandberg"
    ],
    "Gegründet wurde Kodrex 2011 von den Brüdern Hauke und Lasse Sandberg.": [],
    "Der Auftrag ging an den Hersteller Kodrex, teilten die Hanauer Verkehrsbetriebe am Freitag mit. Kodrex hatte im "
    "Januar mit den Geraer Stadtwerken die Lieferung von sieben Bahnen vereinbart.": [
        "contract announced supplier Kodrex customer Hanauer Verkehrsbetriebe",
        "contract completed supplier Kodrex customer Geraer Stadtwerken",
    ],
    RAISED + "Neu dabei ist der frühere Norvik-Manager Jan Holt.": [
        "funding completed investor Jan Holt target Kodrex"
    ],
    RAISED + "Norvik Ventures führt die Runde an. Hinzu kommen Bergen Capital und der Unternehmer Jan Holt.": [
        "funding completed investor Norvik Ventures investor Bergen Capital investor Jan Holt target Kodrex"
    ],
    RAISED + "Bergen Capital führt die Runde an, mit von der Partie ist auch die Tal AG.": [
        "funding completed investor Bergen Capital investor Tal AG target Kodrex"
    ],
    RAISED + "Hinzu kommt ein Darlehen der Bergen Bank.": ["funding completed investor Bergen Bank target Kodrex"],
    RAISED + "Frisches Geld gab es von der Norvik AG.": ["funding completed investor Norvik AG target Kodrex"],
    RAISED + "Hinzu kommen Kunden wie die Norvik AG.": ["funding completed target Kodrex"],
    RAISED + "Dazu kommt die Konkurrenz durch die Norvik AG.": ["funding completed target Kodrex"],
    "Für die Kodrex GmbH ist ein Käufer gefunden. Es ist die Norvik AG aus Kassel.": [
        "acquisition announced acquirer Norvik AG target Kodrex GmbH"
    ],
    "Die Kodrex GmbH verhandelt über einen Verkauf. Als Käufer ist die Norvik AG im Gespräch.": [
        "acquisition talks acquirer Norvik AG target Kodrex GmbH"
    ],
}

ORDERS = {
    "Die Kodrex GmbH hat einen Rahmenvertrag gewonnen. Für die Norvik AG richtet das Unternehmen 300 Filialen ein.": [
        "contract announced supplier Kodrex GmbH customer Norvik AG"
    ],
    "Die Kodrex GmbH wächst. Für die Norvik AG richtet das Unternehmen Filialen ein.": [],
    "Bei der Norvik AG ersetzt die Kodrex GmbH die Sendero AG als Zulieferer.": [
        "contract announced supplier Kodrex GmbH customer Norvik AG"
    ],
    "Die Norvik AG bleibt Kundin der Kodrex GmbH. Beide verlängerten ihren Vertrag um zwei Jahre.": [
        "contract announced supplier Kodrex GmbH customer Norvik AG"
    ],
    "Käufer der Kodrex GmbH ist die Auersberg-Stiftung.": [
        "acquisition announced acquirer Auersberg-Stiftung target Kodrex GmbH"
    ],
}

UNITS = {
    "Für die insolvente Kette Kodrex gibt es eine Lösung: Norvik übernimmt das Geschäft in acht Städten.": [
        "acquisition announced acquirer Norvik target Geschäft seller Kodrex"
    ],
    "Der Verleiher Kodrex ist pleite. Die Flotte geht an die Norvik AG.": [
        "acquisition announced acquirer Norvik AG target Flotte seller Kodrex"
    ],
    "Die Kette Kodrex wächst. Der Konkurrent Norvik übernimmt das Geschäft in acht Städten.": [],
    "Die Kette Kodrex ist insolvent. Jan Berg übernimmt das Geschäft von seinem Vater.": [],
}

TALKS = {
    "Die Verhandlungen der Norvik AG mit der Sendero AG über den Verkauf der Tal GmbH sind gescheitert.": [
        "acquisition terminated acquirer Sendero AG target Tal GmbH seller Norvik AG"
    ],
    "Die Gespräche zwischen Norvik und dem Konzern Sendero über einen Verkauf der Modulfertigung laufen noch.": [
        "acquisition talks acquirer Sendero target Modulfertigung seller Norvik"
    ],
    "Norvik steckt in Verhandlungen mit Kodrex über eine Übernahme.": [
        "acquisition talks acquirer Norvik target Kodrex"
    ],
    "Norvik hat die Gespräche mit Kodrex über eine Übernahme abgebrochen.": [
        "acquisition terminated acquirer Norvik target Kodrex"
    ],
    "Norvik bestätigte Gespräche mit Kodrex über eine Partnerschaft.": [
        "partnership talks partner Norvik partner Kodrex"
    ],
    "Norvik führt Gespräche mit Kodrex über eine Lizenz.": ["licensing talks licensor Kodrex licensee Norvik"],
    "Kodrex verhandelt mit Norvik über einen Einstieg.": ["stake talks investor Norvik target Kodrex"],
    "Norvik verhandelt mit der Familie Sandberg über einen Einstieg bei Kodrex.": [
        "stake talks investor Norvik target Kodrex seller Familie Sandberg"
    ],
    "Das Startup Kodrex spricht mit der Norvik AG über eine Finanzspritze von 50 Millionen Euro.": [
        "funding talks investor Norvik AG target Kodrex"
    ],
    "Norvik führt Gespräche mit mehreren Banken über einen Kredit.": [],
    "Norvik spricht mit Kodrex über die Zukunft der Branche.": [],
    "Der Betriebsrat fordert Gespräche mit Norvik über den Verkauf des Werks.": [],
    "Das Magazin berichtet von Gesprächen mit Norvik über eine Übernahme.": [],
}


@pytest.mark.parametrize(("text", "told"), (TOLD | ORDERS | UNITS | TALKS).items())
def test_deals(text: str, told: list[str]) -> None:
    found = find_deals(text, "de")
    assert [f"{d.type} {d.status} " + " ".join(f"{p.role} {p.name}" for p in d.parties) for d in found] == told
