"""Deals that histories, encyclopedias and notices tell in passing: each text and all that it tells."""

import pytest

from newscrawl.deals import find_deals

TOLD = {
    "Sendero wächst. Der schwedische Hersteller von Elektroautos Norvik bestellt beim Batteriekonzern Kodrex Zellen.": [
        "contract announced supplier Kodrex customer Norvik"
    ],
    "Sendero wächst. Der Onlinehändler für Tierfutter Norvik geht an den Investor Kodrex.": [
        "acquisition announced acquirer Kodrex target Norvik"
    ],
    "Nach Gesprächen über eine Übernahme von Sendero hat Norvik Kodrex gekauft.": [
        "acquisition talks acquirer Norvik target Sendero",
        "acquisition completed acquirer Norvik target Kodrex",
    ],
    "Nach gescheiterten Verhandlungen mit Sendero kooperiert Norvik mit Kodrex.": [
        "partnership announced partner Norvik partner Kodrex"
    ],
    "Nach monatelangen Verhandlungen hat Norvik Kodrex übernommen.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "Nach dem Scheitern der Gespräche mit Sendero übernimmt Norvik Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Der Hersteller Kodrex wächst. Im Mai bestellte die polnische Küstenwache acht Boote.": [
        "contract announced supplier Kodrex customer polnische Küstenwache"
    ],
    "Das Spiel stammt von Kodrex, die 2014 für 2 Millionen Dollar (1,5 Millionen Euro) von Norvik gekauft wurde.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "Das Spiel wurde von Jan Holt und dessen Firma Kodrex, welche 2014 durch Norvik gekauft wurde, entwickelt.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "Norvik hat Interesse bekundet, Kodrex mit seinen Marken Talwin, Zahlix und Merax zu kaufen.": [
        "acquisition talks acquirer Norvik target Kodrex"
    ],
    "Norvik hat Kodrex gekauft. „Durch den Zusammenschluss bündeln wir unsere Kräfte“, sagt Norvik-Chef Jan Berg.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "Norvik hat die Aktienmehrheit an dem Konkurrenten Kodrex erreicht.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "Die Norvik GmbH hat die Unterlage für ihr Übernahmeangebot an die Aktionäre der Kodrex AG veröffentlicht.": [
        "acquisition talks acquirer Norvik GmbH target Kodrex AG"
    ],
    "Der Konzern Sendero fusionierte 1998 seine Tochter Norvik mit Kodrex.": [
        "merger completed partner Norvik partner Kodrex"
    ],
    "Nach Sendero hat sich nun auch Norvik an Kodrex beteiligt.": ["stake completed investor Norvik target Kodrex"],
    "Kodrex ist die klassische Wahl, wurde jedoch von Norvik übernommen und ist jetzt weniger beliebt.": [
        "acquisition completed acquirer Norvik target Kodrex"
    ],
    "1962 wurden die Kodrex-Werke an Norvik verkauft.": ["acquisition completed acquirer Norvik target Kodrex"],
    "Bis 2003 war Kodrex unabhängig, dann kaufte ein Hedge-Fond-Unternehmen die Firma.": [],
    "Der Hamburger Logistik- und Hafenkonzern Norvik kauft wesentliche Teile des Strom- und Gasgeschäfts von Kodrex.": [
        "acquisition announced acquirer Norvik target Strom- und Gasgeschäfts seller Kodrex"
    ],
    "Der Software-, Beratungs- und IT-Dienstleister Norvik kauft den Bonner Bau- und Möbelmarkt Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik verkauft seine Papier- und Verpackungssparte an Kodrex.": [
        "acquisition announced acquirer Kodrex target Papier- und Verpackungssparte seller Norvik"
    ],
    "Norvik kauft die Kodrex- und Zahlix-Werke von Sendero nicht.": [],
    "Norvik übernimmt einen Teil der Personal- und Reisekosten von Kodrex.": [],
    "Norvik wolle die Tochter Kodrex, die Fluggesellschaft Zahlix sowie weitere 20 Jets übernehmen, sagte Karl Berg.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "acquisition announced acquirer Norvik target Zahlix",
    ],
    "Norvik will die Töchter Kodrex und Zahlix, die Pumpen bauen, kaufen, sagte Karl Berg.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "acquisition announced acquirer Norvik target Zahlix",
    ],
    "Norvik greift zu: Deutschlands größter Chiphersteller kauft den US-Konzern Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Frankreichs größter Versicherer Norvik kauft Kodrex.": ["acquisition announced acquirer Norvik target Kodrex"],
    "Chinas führender Versicherer kauft Kodrex.": [],
    "Norviks größter Rivale Kodrex kauft Sendero.": ["acquisition announced acquirer Kodrex target Sendero"],
    "Die insolvente Modefirma Norvik hat einen neuen Eigentümer. Käufer ist Kodrex, wie Verwalter Jan Berg sagte.": [
        "acquisition announced acquirer Kodrex target Norvik"
    ],
    "Das Deutsche Zentrum für Licht- und Lasertechnik kooperiert mit Norvik.": [
        "partnership announced partner Deutsche Zentrum für Licht- und Lasertechnik partner Norvik"
    ],
    "Norvik schluckt Kodrex Beton\nDer Konzern Norvik übernimmt den Konkurrenten Kodrex Beton.": [
        "acquisition announced acquirer Norvik target Kodrex Beton"
    ],
    "Norvik kauft Talwin\nDer Konzern Norvik kauft für 20 Millionen Euro die Kette Kodrex Talwin.": [
        "acquisition announced acquirer Norvik target Kodrex Talwin"
    ],
    "Die Pumpensparte von Norvik übernimmt Kodrex.": [
        "acquisition announced acquirer Kodrex target Pumpensparte seller Norvik"
    ],
    "Das Pumpengeschäft gewinnt Kodrex als Kunden.": [],
    "Norvik kauft Kodrex. Zuvor war der Verkauf des Herstellers an eine Bank gescheitert.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik kauft Kodrex. Nun ist die Übernahme gescheitert.": ["acquisition terminated acquirer Norvik target Kodrex"],
    "Norvik kauft Kodrex von Sendero. Sendero kassiert 20 Millionen Euro.": [
        "acquisition announced acquirer Norvik target Kodrex seller Sendero"
    ],
    "Norvik verkauft die Tochter Kodrex. Sendero und Zahlix bieten mit.": [
        "acquisition talks acquirer Sendero target Kodrex seller Norvik",
        "acquisition talks acquirer Zahlix target Kodrex seller Norvik",
    ],
    "Norvik will die Tochter Kodrex verkaufen. Interesse zeigt der Rivale Sendero.": [
        "acquisition talks acquirer Sendero target Kodrex seller Norvik"
    ],
    "Norvik prüft einen Verkauf der Wurstsparte. Als Favorit gilt der Rivale Sendero.": [
        "acquisition rumoured acquirer Sendero target Wurstsparte seller Norvik"
    ],
    "Norvik prüft einen Verkauf der Wurstsparte. Der Umsatz sinkt.": [],
    "Die Kodrex GmbH stellt Jalousien her. Gründer Lutz Ahrend kauft sein Unternehmen von Quorra zurück.": [
        "acquisition announced acquirer Lutz Ahrend target Kodrex GmbH seller Quorra"
    ],
    "Die Kodrex GmbH stellt Jalousien her. Lutz Ahrend übergibt sein Lebenswerk an den Konzern Quorra.": [
        "acquisition announced acquirer Quorra target Kodrex GmbH seller Lutz Ahrend"
    ],
    "Die Kodrex GmbH backt Brot. Die Familie Müller gibt ihren Betrieb an den Konzern Quorra ab.": [
        "acquisition announced acquirer Quorra target Kodrex GmbH seller Familie Müller"
    ],
    "Die Familie Berg verkauft die Kodrex GmbH an Quorra.": [
        "acquisition announced acquirer Quorra target Kodrex GmbH seller Familie Berg"
    ],
    "Norvik erstand 2001 die Firma Kodrex.": ["acquisition completed acquirer Norvik target Kodrex"],
    "Die Stadt übergibt den Neubau an Kodrex.": [],
    "Sendero kassiert 20 Millionen Euro von Norvik.": ["funding announced investor Norvik target Sendero"],
    "Norvik baut Pumpen. Kanzlerin Eva Berg hat das Werk gemeinsam mit Ministerpräsident Jan Holt eröffnet.": [],
    "Norvik verkauft die Pumpensparte an ein von Kodrex angeführtes Konsortium.": [
        "acquisition announced acquirer Kodrex target Pumpensparte seller Norvik"
    ],
    "Kodrex hat den Verkauf seiner Chipsparte besiegelt. Der Käufer ist ein von dem Investor Norvik geführtes "
    "Konsortium, dem auch Sendero und der Rivale Zahlix angehören.": [
        "acquisition announced acquirer Norvik acquirer Sendero acquirer Zahlix target Chipsparte seller Kodrex"
    ],
    "Kodrex geht an den Fonds Norvik. Zu den Käufern gehören auch Sendero und Zahlix.": [
        "acquisition announced acquirer Norvik acquirer Sendero acquirer Zahlix target Kodrex"
    ],
    "Norvik verkauft Kodrex an Sendero. Dem Verband gehört auch Zahlix an.": [
        "acquisition announced acquirer Sendero target Kodrex seller Norvik"
    ],
    "Der Rivale Norvik geht bei Kodrex leer aus. Neuer Eigentümer wird der Konzern Sendero.": [
        "acquisition terminated acquirer Norvik target Kodrex",
        "acquisition announced acquirer Sendero target Kodrex",
    ],
    "Norvik baut aus. Der Handelskonzern hat sich auf die Übernahme von 73 Prozent der Kodrex AG geeinigt.": [
        "acquisition announced acquirer Norvik target Kodrex AG"
    ],
    "Norvik hatte Kodrex zwischen 2008 und 2012 von der Sendero AG übernommen.": [
        "acquisition completed acquirer Norvik target Kodrex seller Sendero AG"
    ],
    "Der Hersteller Kodrex wächst. Gründer Jan Berg bleibt mit 25 Prozent beteiligt.": [],
    "Die Gründer des Herstellers Norvik kaufen den Konkurrenten Kodrex.": [],
    "Norvik hat nach dem Verkauf von Kodrex eine Milliarde Euro für Zukäufe.": [],
    "Norvik und Kodrex holen keinen Partner an Bord.": [],
    "Norvik wollte sich zu einer möglichen Fusion mit Kodrex nicht äußern.": [
        "merger rumoured partner Norvik partner Kodrex"
    ],
    "Kodrex US und Sendero wollen fusionieren.": ["merger announced partner Kodrex US partner Sendero"],
    "Norvik schnappt sich Kodrex. Kodrex hat Kunden. 2012 hatten die Kalifornier den Dienst Zahlix gekauft.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "acquisition completed acquirer Norvik target Zahlix",
    ],
    "Das Pumpengeschäft hatte Kodrex 2015 an die deutsche Norvik verkauft.": [
        "acquisition completed acquirer Norvik target Pumpengeschäft seller Kodrex"
    ],
    "Norvik wächst: Das zum Sendero-Konzern gehörende Unternehmen übernimmt die Mehrheit an Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik kauft die Mehrheit an Kodrex. Der Konzern erwirbt 87 Prozent von Sendero und Zahlix.": [
        "acquisition announced acquirer Norvik target Kodrex seller Sendero seller Zahlix"
    ],
    "Norvik kauft je 20 Prozent von Sendero und Zahlix.": [
        "stake announced investor Norvik target Sendero",
        "stake announced investor Norvik target Zahlix",
    ],
    "Norvik zieht um. Die Berliner verkaufen ihre Dienste Zahlix und Kodrex an den Rivalen Sendero. Dafür erhalten sie "
    "18 Prozent an Sendero.": [
        "acquisition announced acquirer Sendero target Zahlix seller Norvik",
        "acquisition announced acquirer Sendero target Kodrex seller Norvik",
        "stake announced investor Norvik target Sendero",
    ],
    "Norvik steigt bei Kodrex ein. Neuer Alleineigentümer wird Norvik.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik kauft Kodrex. Der Konkurrent Sendero hatte sich kurz zuvor aus dem Bieterrennen zurückgezogen.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "acquisition terminated acquirer Sendero target Kodrex",
    ],
    "Norvik baut um. Das Österreich-Geschäft geht an die Kodrex AG.": [
        "acquisition announced acquirer Kodrex AG target Österreich-Geschäft seller Norvik"
    ],
    "Norvik wächst. Der irische Billigflieger beteiligt sich mit 24,9 Prozent an der Fluglinie Kodrex.": [
        "stake announced investor Norvik target Kodrex"
    ],
    "Norvik fördert Gas. Der Ölkonzern übernimmt den Konkurrenten Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik verkauft Zahlix an Kodrex. Dadurch wird der Konzern zum Großaktionär bei Kodrex.": [
        "acquisition announced acquirer Kodrex target Zahlix seller Norvik",
        "stake announced investor Norvik target Kodrex",
    ],
    "Kodrex wächst. Der Fonds Zahlix hat seine Anteile vollständig an Norvik abgetreten.": [
        "stake completed investor Norvik target Kodrex seller Zahlix"
    ],
    "Der Fonds Zahlix hat seine Anteile an Kodrex vollständig abgetreten.": [
        "stake completed target Kodrex seller Zahlix"
    ],
    "Norvik mischt im Bieterwettstreit um Kodrex mit.": ["acquisition talks acquirer Norvik target Kodrex"],
    "Dr. Hans Steiner übernimmt Kodrex.": ["acquisition announced acquirer Hans Steiner target Kodrex"],
    "Kodrex entstand 1983 aus der Fusion der Hersteller Norvik (gegründet 1931) und Quorra (gegründet 1930).": [
        "merger completed partner Norvik partner Quorra venture Kodrex"
    ],
    "Kodrex, das 2016 eine Norvik-Tochter wurde, wächst.": ["acquisition completed acquirer Norvik target Kodrex"],
    "Norvik kauft Kodrex und will das Werk gemeinsam mit Quorra betreiben.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "partnership announced partner Norvik partner Quorra",
    ],
    "Warum kaufte Norvik 2012 den Rivalen Kodrex?": ["acquisition completed acquirer Norvik target Kodrex"],
    "Norvik wächst. Der E-Bike-Hersteller übernimmt Kodrex.": ["acquisition announced acquirer Norvik target Kodrex"],
    "Norvik übernimmt den Elektronikhändler Conrad.": ["acquisition announced acquirer Norvik target Conrad"],
    "Der Rüstungskonzern Thales übernimmt Kodrex.": ["acquisition announced acquirer Thales target Kodrex"],
    "Bei der Runde Ende 2018 gab Norvik der Kodrex AG zehn Millionen Euro.": [
        "funding completed investor Norvik target Kodrex AG"
    ],
    "Norvik hat einen siebenstelligen Betrag von Quorra erhalten.": ["funding completed investor Quorra target Norvik"],
    "Norvik hat von der Hannover Finanz zwei Millionen Euro erhalten.": [
        "funding completed investor Hannover Finanz target Norvik"
    ],
    "Norvik kauft Kodrex. Kodrex hat zehn Mitarbeiter. Im Mai hatte der Softwareriese die Quorra AG gekauft.": [
        "acquisition announced acquirer Norvik target Kodrex",
        "acquisition completed acquirer Norvik target Quorra AG",
    ],
    "Norvik kauft Quorras Handysparte. Norvik übernimmt das Handygeschäft von Quorra für drei Millionen Euro.": [
        "acquisition announced acquirer Norvik target Handysparte seller Quorra"
    ],
    "Norvik sammelt 80 Millionen Euro ein. Angeführt wird die Runde von Kodrex, der 30 Millionen Euro beisteuert.": [
        "funding announced investor Kodrex target Norvik"
    ],
    "Norvik sammelt 80 Millionen Euro ein. Geführt wird die Runde von Kodrex und Sendero Investments.": [
        "funding announced investor Kodrex investor Sendero Investments target Norvik"
    ],
    "Norvik sammelt acht Millionen Euro von Kodrex, Sendero Asset Management und Quorra ein.": [
        "funding announced investor Kodrex investor Sendero Asset Management investor Quorra target Norvik"
    ],
    "Norvik kassiert 20 Millionen Euro für seine 25 Prozent.": [],
    "Norvik übernimmt für einen nicht genannten Betrag Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Aus strategischen Gründen kauft der Konzern Norvik zum Jahreswechsel Kodrex.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Norvik legt ein Angebot für Kunden von Kodrex vor.": [],
    "Norvik beteiligt sich an der Diskussion über Kodrex.": [],
    "Kodrex nimmt zur Finanzierung des Kaufs von Norvik einen Kredit auf.": [
        "acquisition announced acquirer Kodrex target Norvik"
    ],
    "Die Finanzierung der Übernahme von Norvik durch Kodrex steht.": [
        "acquisition announced acquirer Kodrex target Norvik"
    ],
    "Norvik erhält von Kodrex 20 Millionen Euro als Entschädigung.": [],
    "Mit dem Verkauf von Norvik an Kodrex trennt sich Sendero vom Geschäft mit Druckern.": [
        "acquisition announced acquirer Kodrex target Norvik seller Sendero"
    ],
    "Mit dem Verkauf von Norvik an Kodrex endet eine Ära.": ["acquisition announced acquirer Kodrex target Norvik"],
    "Norvik und Kodrex haben einen Vertrag über den Verkauf von Sendero unterzeichnet.": [
        "acquisition announced acquirer Kodrex target Sendero seller Norvik"
    ],
    "Der Kaufpreis, den Norvik für Kodrex zahlt, liegt bei 80 Millionen Euro.": [
        "acquisition announced acquirer Norvik target Kodrex"
    ],
    "Die EU-Kommission prüft die Übernahme von Norvik durch Kodrex.": [
        "acquisition announced acquirer Kodrex target Norvik"
    ],
    "Für die Übernahme von Norvik hat Kodrex 40 Millionen Euro gezahlt.": [
        "acquisition completed acquirer Kodrex target Norvik"
    ],
    "Die Übernahme von Norvik hat Kodrex 40 Millionen Euro gekostet.": [
        "acquisition completed acquirer Kodrex target Norvik"
    ],
    "Nach Abschluss der Übernahme der Norvik AG will Kodrex den Hauptsitz verlegen.": [
        "acquisition completed acquirer Kodrex target Norvik AG"
    ],
    "Der Kauf der Norvik AG ist der größte Zukauf in der Geschichte von Kodrex.": [
        "acquisition announced acquirer Kodrex target Norvik AG"
    ],
    "Der Kauf von Norvik ist für Kodrex ein Befreiungsschlag.": ["acquisition announced acquirer Kodrex target Norvik"],
    "Ende 2012 wurde Gray & Sons Teil von Quorra.": ["acquisition completed acquirer Quorra target Gray & Sons"],
    "Die Behörden haben grünes Licht für den Verkauf der Norvik AG an den Konzern Kodrex gegeben.": [
        "acquisition announced acquirer Kodrex target Norvik AG"
    ],
    "Norvik steigt mehrheitlich bei Kodrex ein.": ["acquisition announced acquirer Norvik target Kodrex"],
    "Norvik hat sich mehrheitlich an Kodrex beteiligt.": ["acquisition completed acquirer Norvik target Kodrex"],
    "Norvik kauft die Mehrheit der Kodrex AG von Sendero.": [
        "acquisition announced acquirer Norvik target Kodrex AG seller Sendero"
    ],
    "Die Kodrex AG, die mehrheitlich Sendero gehört, steigt bei Norvik ein.": [
        "stake announced investor Kodrex AG target Norvik"
    ],
    "Der Verlag Georg Altmann wächst. 2012 übernahm Altmann die Kodrex AG.": [
        "acquisition completed acquirer Georg Altmann target Kodrex AG"
    ],
    "Deutsche Börse und Norvik sprechen über einen Zusammenschluss.": [
        "merger talks partner Deutsche Börse partner Norvik"
    ],
    "Norvik und Kodrex arbeiten seit 2016 zusammen an neuen Motoren.": [
        "partnership completed partner Norvik partner Kodrex"
    ],
    "Norvik steigt ein bei Kodrex.": ["stake announced investor Norvik target Kodrex"],
    "Norvik kauft ein bei Kunden beliebtes Portal.": [],
    "Kodrex-Roboter: Norvik bekommt einen Großaktionär.": [],
    "Norvik ist seit kurzem an Kodrex beteiligt.": ["stake completed investor Norvik target Kodrex"],
    "Norvik kauft Kodrex. Kodrex.com war 2011 gegründet worden.": [
        "acquisition announced acquirer Norvik target Kodrex.com"
    ],
    "Norvik baut um. Das Portugal-Geschäft geht an den Investor Kodrex.": [
        "acquisition announced acquirer Kodrex target Portugal-Geschäft seller Norvik"
    ],
    "Das Wetter in Portugal ist gut. Das Portugal-Geschäft geht an Kodrex.": [],
    "Norvik steigt bei Kodrex ein, einem Konkurrenten der Quorra AG.": [
        "stake announced investor Norvik target Kodrex"
    ],
    "Telekom kauft Kodrex. Die Deutsche Telekom zahlt 20 Millionen Euro für Kodrex.": [
        "acquisition announced acquirer Deutsche Telekom target Kodrex"
    ],
    "1926 in Talheim gegründet, gehört das 1989 in Ikar AG umfirmierte Unternehmen heute zur Norvik AG.": [],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_deals(text: str, told: list[str]) -> None:
    found = find_deals(text, "de")
    assert [f"{d.type} {d.status} " + " ".join(f"{p.role} {p.name}" for p in d.parties) for d in found] == told
