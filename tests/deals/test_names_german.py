"""German names: every noun has a capital, so a name needs more. Companies that do something here are made up."""

import pytest

from tests.deals.name_cases import Case, check

CASES: dict[str, Case] = {
    "the adjective of a town that is no part of the name, and that is one": (
        "Die Heilbronner Kodrex AG, die Reutlinger Zelix GmbH und die Sindelfinger Talmark kaufen den Lindauer Growth "
        "Fund III, die Warsteiner Brauerei AG und die Bitburger Braugruppe GmbH.",
        "Kodrex AG; Zelix GmbH; Talmark; Lindauer Growth Fund III; Warsteiner Brauerei AG; Bitburger Braugruppe GmbH",
        "Heilbronner Kodrex AG; Reutlinger Zelix GmbH; Sindelfinger Talmark; Growth Fund III",
    ),
    "houses, hospitals and funds of a town that nobody lists, and names that open with a number": (
        "Die Kreiskliniken Ulmenhagen, die Stadtwerke Birkhausen und das Krankenhaus Sankt Arnulf kaufen ein, auch von "
        "der Pensionskasse Prens Wohnungen. Norvik kauft die Talknappen Bräu, Quorra und Zwölf Eulen.",
        "Kreiskliniken Ulmenhagen; Stadtwerke Birkhausen; Krankenhaus Sankt Arnulf; Pensionskasse Prens; Norvik; "
        "Talknappen Bräu; Zwölf Eulen",
        "Ulmenhagen; Birkhausen; Arnulf; Prens; Bräu; Eulen",
    ),
    "a noun whose gender is not that of the article belongs to the name with a legal form": (
        "Sie geht an die Bonner Medienhaus Talmark GmbH und die Autohaus Kodrex AG. "
        "Das Softwarehaus Zelix AG baut mit 61 Beschäftigten Pumpen.",
        "Medienhaus Talmark GmbH; Autohaus Kodrex AG; Zelix AG",
        "Beschäftigten Pumpen; Talmark GmbH; Kodrex AG; Softwarehaus Zelix AG",
    ),
    "an ordinary noun between a name and a word for firms belongs to the name with a legal form": (
        "Die Kodrex Holz Invest GmbH und Zelix Wasser Capital AG kaufen das Autohaus Talmark GmbH.",
        "Kodrex Holz Invest GmbH; Zelix Wasser Capital AG; Talmark GmbH",
        "Holz Invest GmbH; Wasser Capital AG; Kodrex; Zelix",
    ),
    "the genitive of letters that the text names, which looks like a plural": (
        "Norvik lizenziert TQMs neue Chips, baut SUVs und GPUs. Das teilte TQM mit.",
        "Norvik; TQM; TQMs",
        "SUVs; GPUs",
    ),
    "two words for investors behind a name": (
        "Geldgeber sind Kodrex Venture Partners, Zelix Capital und Talmark Global Asset Management.",
        "Kodrex Venture Partners; Zelix Capital; Talmark Global Asset Management",
        "Kodrex Venture; Talmark Global",
    ),
    "plus signs and directions": (
        "Kühne + Nagel und die Seed + Run GmbH kooperieren mit Aldo Nord. Norvik kauft Talsen +++ Zelix steigt.",
        "Kühne + Nagel; Seed + Run GmbH; Aldo Nord/organisation; Talsen; Zelix",
        "Nagel; Run GmbH",
    ),
    "brands in lower case and behind what they are": (
        "Der Lieferdienst hurtig wächst, das verriet hurtig-Gründer Kaan Demir. Die Kölner App Taschengeld hat Geld. "
        "Der us-Chef stellte die App Mitte Mai vor.",
        "hurtig/organisation; Taschengeld/organisation",
        "us; Mitte; Mitte Mai",
    ),
    "nouns and adjectives before an English word or a bank": (
        "Norvik verkauft das Paket an Puls Invest, mit Geld von Basalt Growth. Die Hanseatische Privatbank hilft. "
        "Die Marvento Gruppe und Lott Airlines zahlen an Partner Storm.",
        "Puls Invest; Basalt Growth; Hanseatische Privatbank; Marvento Gruppe; Lott Airlines",
        "Invest; Growth; Partner Storm",
    ),
    "groups called after a family": (
        "Die Lechner-Gruppe kauft Talsen. Kodrex geht an die Fischer-Holding. Die Mülheimer kaufen das Richter-Amt.",
        "Lechner/organisation; Talsen; Fischer/organisation",
        "Mülheimer; Richter",
    ),
    "an adjective and a noun without an article first": (
        "Bayerische Post übernimmt Norvik. Deutsche Banken kaufen Talsen.",
        "Bayerische Post; Norvik; Talsen",
        "Deutsche Banken; Banken",
    ),
    "a company known by a noun, with its article": (
        "Der Versicherer Allianz wächst. Gestern hat die Allianz Norvik gekauft. Nur die Allianz der Gegner hält.",
        "Allianz/organisation; Norvik",
        "Gegner",
    ),
    "initials that are an abbreviation in small letters": (
        "ABB und Norvik Holdings wachsen, siehe Abb. 3. Schneider Electric verkauft Talsen Securities.",
        "ABB; Norvik Holdings; Schneider Electric; Talsen Securities",
        "Abb; Electric; Holdings",
    ),
    "letters with a number that are counted": (
        "Norvik bestellt bei Talsen zwei weitere A380 und 20 K9. Im Jahr 2015 K9 Systems zu kaufen war gut.",
        "Norvik; Talsen; K9 Systems",
        "A380; K9",
    ),
    "a legal form that stands first": (
        "AB Inbev übernimmt Norvik. Das Geschäft von AB Inbev wächst. Ab Mai gehört es zu SE Talsen.",
        "AB Inbev; Norvik; SE Talsen",
        "Inbev; Ab Mai",
    ),
    "nouns explained behind, or owned": (
        "Gestern hat Baggerbruder, ein Verleih aus Ulm, Geld bekommen. Mit Klangwolke, einem Musikdienst, ging es "
        "schief. Fünf Prozent an Wert verlor die Aktie. Kurve gehört bald zu Norvik.",
        "Baggerbruder/organisation; Klangwolke/organisation; Kurve; Norvik",
        "Wert; Geld; Verleih; Musikdienst",
    ),
    "names that are given, and addresses in the web": (
        "Tarok und Solvea fusionieren. Die Firma soll Tarok Solvea heißen. Das steht auf norvik.de Bellevue Group. "
        "Talsen gehört der Parfumerie du Midi und Schwedens Zelix.",
        "Tarok; Solvea; Tarok Solvea; Bellevue Group; Parfumerie du Midi; Zelix",
        "Midi; Schwedens Zelix; norvik.de Bellevue Group",
    ),
    "funds and firms with a region or a town's adjective": (
        "Der Hightech-Fonds Schwaben und die Hafengesellschaft Bremerhaven helfen. 2013 stieg der Spielwarenkonzern "
        "Ulmer Wald bei Norvik ein. Die Gründer von fauxfilet aus Graz danken.",
        "Hightech-Fonds Schwaben; Hafengesellschaft Bremerhaven; Ulmer Wald; Norvik; fauxfilet",
        "Bremerhaven; Wald",
    ),
    "nouns and small brands beside the verb of a purchase": (
        "Norvik hat Fahrwert gekauft. Talsen übernimmt Haferheld. Zelix hat pandoo übernommen, Orla hat Strom gekauft. "
        "Seither arbeitet Zelix mit zenjob zusammen. Der Umsatz wächst.",
        "Fahrwert/organisation; Haferheld/organisation; pandoo/organisation; zenjob/organisation",
        "Strom; Umsatz",
    ),
    "nouns, brothers and partners around a legal form": (
        "Die Blitz Norvik Holding AG kauft die Gebr. Talmann & Cie. GmbH, die Fa. Orland & Co. KG und die Gebrüder Sim "
        "AG. Das Hotel Zelix GmbH und der Partner Quorra GmbH warten.",
        "Blitz Norvik Holding AG; Gebr. Talmann & Cie. GmbH; Orland & Co. KG; Gebrüder Sim AG; Zelix GmbH; Quorra GmbH",
        "Norvik Holding AG; Talmann & Cie; Hotel Zelix GmbH; Partner Quorra GmbH",
    ),
    "codes of shares, trades in English and a passive with one name": (
        "Die Norvik AG (ISIN: DE 0012345678) verkauft das Consumer Electronics-Geschäft, weil Mars Microsystems von "
        "Zelix übernommen wurde. Das Mauerheimer Brauhaus wächst.",
        "Norvik AG; Mars Microsystems; Zelix; Mauerheimer Brauhaus",
        "DE; Consumer Electronics; Microsystems",
    ),
    "models and towns of several words": (
        "Das Smartphone Kodrex K9 ist da. 2015 kaufte Kodrex N27. Das Tel Aviver Start-up Odo wächst.",
        "Kodrex; N27; Odo",
        "K9; Tel Aviver",
    ),
    "a noun joined to a name at the head of a sentence": (
        "Pelikan und Norvik arbeiten zusammen. Anleger und Talsen streiten. Partner und Zelix kooperieren.",
        "Pelikan; Norvik; Talsen; Zelix",
        "Anleger; Partner",
    ),
    "given names that are nouns too": (
        "Kamille trennt sich von Vorstandschef Jochen Weidlich, sagt Klaus Ebert, IT-Chef von Hopfner.",
        "Jochen Weidlich/person; Klaus Ebert/person; Hopfner/organisation",
        "Ebert; Weidlich",
    ),
    "subject and object side by side": (
        "Ardenne bestreitet, dass der Konzern Batteriezellen bei Beili bestellt hat. Hoffnung macht ein Vertrag.",
        "Ardenne; Beili",
        "Batteriezellen; Hoffnung",
    ),
    "kinds of young companies": (
        "Das Medtech Skinova und das Fintech Payda kooperieren. Lead-Investor ist Norvik.",
        "Skinova/organisation; Payda/organisation; Norvik",
        "Medtech; Fintech Payda; Lead",
    ),
    "straight quotes": (
        'Die "Neue Energie" GmbH hat die "Windkraft Nord" übernommen.',
        "Neue Energie; Windkraft Nord",
        "GmbH hat die",
    ),
    "techniques are no companies": (
        "Norvik arbeitet mit Windows und Kubernetes und kooperiert mit Talsen.",
        "Windows/product; Kubernetes/product; Talsen/organisation",
        "",
    ),
    "small words open names": (
        "Norvik übernimmt das Portal Mein Handwerker und die Rechte der Band Die Toten Rosen. "
        "Der Modekonzern Morgen kauft Unser Korb. Der Konzern Ende 2012: Bietet die Bank Ihnen mehr?",
        "Mein Handwerker; Die Toten Rosen; Morgen; Unser Korb",
        "Ende; Ihnen; Mein; Die",
    ),
    "trades that no dictionary knows": (
        "Der Agrarhändler Norvik und der Robotikspezialist Talsen beliefern den Zeiterfasser Zelix.",
        "Norvik/organisation; Talsen/organisation; Zelix/organisation",
        "Agrarhändler Norvik; Robotikspezialist; Zeiterfasser Zelix",
    ),
    "trades in the genitive": (
        "Die Übernahme des Softwarehauses Perlmutt und des Messtechnikers Pulsar ist geplatzt.",
        "Perlmutt/organisation; Pulsar/organisation",
        "Softwarehauses; Messtechnikers",
    ),
    "hyphen of a region or a trade": (
        "Die Beteiligungsgesellschaft Hella-Nord und der Fahrradhersteller Rösle-Rad kooperieren mit der "
        "Rösle-Tochter Talsen.",
        "Hella-Nord; Rösle-Rad; Rösle; Talsen",
        "Hella; Rösle-Tochter",
    ),
    "bodies of a town": (
        "Die Wiener Linien, der Oldenburger Kurier und die Feuerwehr Essen kaufen bei der Papierfabrik Solingen ein. "
        "Der Essener Händler und die Feuerwehr sparen.",
        "Wiener Linien; Oldenburger Kurier; Feuerwehr Essen; Papierfabrik Solingen",
        "Essener Händler; Solingen; Feuerwehr",
    ),
    "works of a place": (
        "Die Norvik AG verkauft 20 Prozent am Windpark Borkum und die Raffinerie Ingolstadt an die Kodrex AG.",
        "Norvik AG; Windpark Borkum; Raffinerie Ingolstadt; Kodrex AG",
        "Borkum; Ingolstadt",
    ),
    "nouns of the trade": (
        "Die Norvik AG plant einen Aktienrückkauf, führt Exklusivgespräche mit Tal und fordert eine Upfront-Zahlung.",
        "Norvik AG; Tal",
        "Aktienrückkauf; Exklusivgespräche; Upfront",
    ),
    "two names behind a verb": (
        "Im Mai will Norvik Talbrook übernehmen. Dass Zelix Quorra kauft, gilt als sicher. "
        "2006 hatte Ostra Mobile die Brixen AG gekauft.",
        "Norvik; Talbrook; Zelix; Quorra; Ostra Mobile; Brixen AG",
        "Norvik Talbrook; Zelix Quorra",
    ),
    "several nouns behind a noun for a company": (
        "Der Händler Norvik kauft den Konkurrenten Baltic Beton. Die Norvik-Tochter Kompass Energie wächst.",
        "Norvik; Baltic Beton; Kompass Energie",
        "Beton; Konkurrenten",
    ),
    "capital adjectives, digits and quotes": (
        "Der Bund verkauft seinen Anteil an die Deutsche Annoncia. "
        "Der Softwarehersteller 4soft übernimmt die Zeitschrift „Garten heute“.",
        "Deutsche Annoncia; 4soft; Garten heute",
        "Deutsche",
    ),
    "nouns are no names": (
        "Die Übernahme des Herstellers sorgt für Aufsehen. Der Kaufpreis bleibt geheim, die Kartellbehörden prüfen.",
        "",
        "Übernahme; Herstellers; Aufsehen; Kaufpreis; Kartellbehörden",
    ),
    "compounds are no names": (
        "Das Langstreckengeschäft und die Onlinebank-Sparte wachsen, sagt der Retailvorstand.",
        "",
        "Langstreckengeschäft; Onlinebank; Onlinebank-Sparte; Retailvorstand",
    ),
    "apposition before the name": (
        "Der US-Autobauer Norvik und der Softwarehersteller Tal kooperieren mit dem Internet-Pionier Zelix.",
        "Norvik/organisation; Tal/organisation; Zelix/organisation",
        "US-Autobauer; Softwarehersteller; Internet-Pionier; US; Softwarehersteller Tal",
    ),
    "compound with a hyphen": (
        "Die Norvik-Aktie fiel, sagte Tal-Chef Jan Berg. Die Zelix-Tochter Quorra gehört zum Ombra-Konzern.",
        "Norvik/organisation; Tal/organisation; Jan Berg/person; Zelix/organisation; "
        "Quorra/organisation; Ombra/organisation",
        "Norvik-Aktie; Tal-Chef",
    ),
    "compound without a name": (
        "Der US-Konzern baut ein E-Auto, einen Online-Shop und die TV-Sparte aus.",
        "",
        "US; E; Online; TV; US-Konzern; E-Auto; Online-Shop; TV-Sparte",
    ),
    "hyphen of the name's own": (
        "Coca-Cola, T-Mobile und Rolls-Royce verhandeln mit Norvik.",
        "Coca-Cola; T-Mobile; Rolls-Royce; Norvik",
        "Coca; Royce",
    ),
    "no nouns by their ending": (
        "Der Konzern arbeitet mit Hansung, Krollmann, Tremling und Stonebridge zusammen.",
        "Hansung/organisation; Krollmann/organisation; Tremling/organisation; Stonebridge/organisation",
        "",
    ),
    "nouns by their ending": (
        "Der Konzern rechnet mit Bepreisung, Kopplung, Neulingen und einem Versicherungsmann in der Onlinewerbung.",
        "",
        "Bepreisung; Kopplung; Neulingen; Versicherungsmann; Onlinewerbung",
    ),
    "words as names": (
        "Norvik und Telekom kaufen zu. Nach dem Vertrag zwischen Kormoran und Norvik hat Pelikan die Mehrheit "
        "an Talaris. Die Liebwald-Aktie stieg.",
        "Telekom; Kormoran; Pelikan; Liebwald/organisation",
        "",
    ),
    "names side by side": (
        "Nachdem Norvik Talaris übernommen hat, ist nach Norviks Talaris-Kauf Ruhe. Norvik und Talaris liegen nah.",
        "Norvik/organisation; Talaris/organisation",
        "Norvik Talaris; Norviks Talaris",
    ),
    "mother and daughter": (
        "Die Google-Mutter Alphabet beteiligt sich an Norvik. Alphabet zahlt bar.",
        "Google/organisation; Alphabet/organisation; Norvik/organisation",
        "",
    ),
    "adjective in the name": (
        "Gestern stieg die Deutsche Talbank bei der Berliner Volksbank ein, die Münchner Firma Norvik nicht.",
        "Deutsche Talbank/organisation; Berliner Volksbank/organisation; Norvik/organisation",
        "Deutsche; Berliner; Münchner Firma; Münchner",
    ),
    "legal forms": (
        "Die Norvik Maschinenbau GmbH, die Talsen GmbH & Co. KG, die Zelix Aktiengesellschaft und die von Orth KG.",
        "Norvik Maschinenbau GmbH/organisation; Talsen GmbH & Co. KG/organisation; Zelix "
        "Aktiengesellschaft; von Orth KG",
        "Maschinenbau GmbH",
    ),
    "apposition before a legal form": (
        "Den Auftrag erhielt der Softwarehersteller Norvik Systemhaus GmbH.",
        "Norvik Systemhaus GmbH/organisation",
        "",
    ),
    "institution and its name": (
        "Die Stadt Tal und das Forschungszentrum Weser baten die Volksbank Norvia und die Verlagsgruppe Kastanie.",
        "Stadt Tal; Forschungszentrum Weser/organisation; Volksbank Norvia/organisation; Verlagsgruppe "
        "Kastanie/organisation",
        "Weser; Kastanie; Norvia",
    ),
    "a firm and its partners": (
        "Das Handelshaus Kolle & Söhne und Greif & Partner bieten. Estrich & Söhne nicht.",
        "Kolle & Söhne/organisation; Greif & Partner; Estrich & Söhne",
        "Kolle; Greif; Söhne",
    ),
    "apposed name of several words": (
        "Der Baukonzern Rheinbogen Bank zahlt. Der Sender Kanal 21 zahlt. Der Händler Felden & Roe eröffnet 21 Läden.",
        "Rheinbogen Bank/organisation; Kanal 21/organisation; Felden & Roe/organisation",
        "Rheinbogen; Kanal; Felden; Läden",
    ),
    "name and noun before the verb of the sentence": (
        "Förde Netztechnik hat Tal übernommen. Norvik Aktie steigt. BMW Mitarbeiter wollen mehr.",
        "Förde Netztechnik/organisation; Norvik; BMW",
        "Förde; Norvik Aktie; BMW Mitarbeiter",
    ),
    "inflected noun before a legal form": (
        "Norvik kaufte den Rivalen Quellwerk AG. Fahrwerk AG zahlt.",
        "Quellwerk AG/organisation; Fahrwerk AG/organisation",
        "Rivalen Quellwerk AG",
    ),
    "adjective of origin before the name": (
        "Isarwerk verkauft die Sparte an die niederländische Van der Tal Groep und die indische Chandra Infotech.",
        "Van der Tal Groep/organisation; Chandra Infotech/organisation",
        "Van; Tal Groep",
    ),
    "compound that no dictionary has, without its article": (
        "Im Mai hat Bitwerk den Dienstleister Tal gekauft. Glotzkiste eröffnet ein Studio. Nachdem Seewolf die Firma "
        "Quorra gekauft hatte, stieg Delta Print ein.",
        "Bitwerk; Glotzkiste; Seewolf",
        "Mai; Studio; Firma",
    ),
    "plurals, abstracts and nouns with an article are no names": (
        "Nachdem Verträge alle banden, kauft Norvik Anteile. Die Kastanie blüht. Widerstand kommt von Landräten.",
        "Norvik",
        "Verträge; Anteile; Kastanie; Widerstand; Landräten",
    ),
    "persons": (
        "Finanzvorstand Lena Sommer, Thomas Vogel und Nora von Waldau kamen. Herr Vogel schwieg.",
        "Lena Sommer/person; Thomas Vogel/person; Nora von Waldau/person; Vogel/person",
        "Finanzvorstand",
    ),
    "places": (
        "Norvik aus München baut Werke in Österreich und Frankreich.",
        "München/place; Österreich/place; Frankreich/place",
        "Werke",
    ),
    "weekday and month": ("Am Montag, im März und zu Ostern schwieg Norvik.", "Norvik", "Montag; März; Ostern"),
    "english words are names": (
        "Der Sender gehört zum Wetter Network, Sonnen Pharmaceuticals nicht, Mond TV auch.",
        "Wetter Network; Sonnen Pharmaceuticals; Mond TV",
        "Sender",
    ),
    "ordinary noun where a name is asked for": (
        "Der Kartendienst Stern wächst. Die Investoren bleiben bei Stern.",
        "Stern/organisation",
        "Investoren",
    ),
    "ordinary noun with an article": ("Der Stern leuchtet, die Post ist da.", "", "Stern; Post"),
    "genitive": ("Alibabas Tochter wächst. Alibaba schweigt.", "Alibaba; Alibabas", ""),
    "apostrophe": ("Bei Kaiser's Talmann hieß es, Kaiser's Talmann bleibe.", "Kaiser's Talmann", "Kaiser; Talmann"),
    "press": (
        "Das berichtet das Handelsblatt. Norvik wollte sich gegenüber dem Wall Street Journal nicht äußern.",
        "Handelsblatt/other; Wall Street Journal/other; Norvik",
        "Wall",
    ),
    "list": (
        "Die Autobauer Audi, BMW und Daimler planen mehr.",
        "Audi/organisation; BMW/organisation; Daimler/organisation",
        "Autobauer",
    ),
    "dateline": ("Dortmund (ots) - Die Norvik AG hat Tal übernommen.", "Norvik AG; Tal", ""),
    "brand in lower case": (
        "norvikon übernimmt Tal. Der Anbieter norvikon aus Köln wächst.",
        "norvikon/organisation; Tal",
        "",
    ),
    "nouns side by side": (
        "Der Netzbetreiber Leiter Mitte kauft den Fensterbauer Klarfeld, die Marke Burg Halm und den Händler Nebel.",
        "Leiter Mitte/organisation; Klarfeld/organisation; Burg Halm/organisation; Nebel/organisation",
        "Netzbetreiber; Fensterbauer; Marke",
    ),
    "kinds of works": (
        "Die Kellerei Hagelkorn verkauft die Safterei Tal an die Spedition Norvik und den Dienst lumvia.app.",
        "Hagelkorn/organisation; Tal; Norvik/organisation; lumvia.app",
        "Kellerei; Safterei; Spedition",
    ),
    "noun and region": ("Gestern hat Kabel Süd die Firma Norvik gekauft.", "Kabel Süd; Norvik", "Kabel; Süd"),
    "trades are no names": (
        "Den Auftrag erhielt der Zahlungsabwickler Norvik, nicht der Klinikausrüster Tal.",
        "Norvik; Tal",
        "Zahlungsabwickler; Klinikausrüster",
    ),
    "nouns without their article": (
        "Norvik steigt bei Windrad ein. Die Übernahme von Windrad kostet viel.",
        "Norvik; Windrad",
        "",
    ),
    "nouns that also have an article": (
        "Norvik baut mit Windrad und Segel. Die Übernahme von Windrad kostet viel, das Windrad dreht sich.",
        "Norvik",
        "Windrad; Segel",
    ),
    "stop before a sentence that opens with a year": (
        "2012 kaufte die Norvik AG die Tal GmbH. 2014 folgte Lumvia.",
        "Norvik AG/organisation; Tal GmbH/organisation",
        "Tal GmbH.",
    ),
    "small words and partnerships inside a name with its legal form": (
        "Ardo kauft die KALO Foto AG und die Belmark Internet Media AG. Kunde ist die Sky Halle PLC & Co. Verkehrs KG, "
        "nicht Orland GmbH. Im Internet Norvik AG.",
        "Ardo; KALO Foto AG; Belmark Internet Media AG; Sky Halle PLC & Co. Verkehrs KG; Orland GmbH; Norvik AG",
        "Foto AG; Media AG; Verkehrs KG; Internet Norvik AG",
    ),
    "partners in one name": (
        "Der Verlag kaufte das Buchhaus Ferrow, Strauss & Garroux. Kunden sind Norvik, Talsen & Co. Es half Arvo Space "
        "and Defence. Ritter kennt Baumel, Talsen & Dorn.",
        "Ferrow, Strauss & Garroux; Norvik; Arvo Space and Defence",
        "Ferrow; Baumel, Talsen & Dorn",
    ),
    "indices before what is listed in them": (
        "Das Dax-Mitglied NordVereinsbank wurde gekauft, der MDax-Konzern Norvik auch. Die Börse Nasdaq half.",
        "NordVereinsbank; Norvik",
        "Dax-Mitglied NordVereinsbank; MDax",
    ),
    "surnames behind a hyphen": (
        "1985 wurde die Norvik-Benz AG gekauft, Hansa-Brandt zahlte. Der Talsen-Kauf und die Zelix-Rechte sind teuer.",
        "Hansa-Brandt; Talsen; Zelix",
        "Hansa; Talsen-Kauf",
    ),
    "whole compound adjective": (
        "Die Deutsche-Talbank-Chefin Eva Roth ging.",
        "Deutsche-Talbank/organisation; Eva Roth/person",
        "",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_german(case: str) -> None:
    check(CASES[case], "de")
