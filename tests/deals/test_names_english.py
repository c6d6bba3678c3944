"""English names. Companies are made up where a sentence says something about them."""

import pytest

from tests.deals.name_cases import Case, check

CASES: dict[str, Case] = {
    "a family is another party than the person": (
        "Jan Berg left Zelix, which the Berg family sold to Talsen. The Norvik family of pumps sells well.",
        "Jan Berg; Berg family; Zelix; Talsen; Norvik",
        "Norvik family",
    ),
    "funds called by words that are no names": (
        "Talsen got money from Zelix Seed Fund, from Justice Fund and from 5x5 Ventures. "
        "Mr Berg and Justice Miller left.",
        "Zelix Seed Fund/organisation; Justice Fund/organisation; 5x5 Ventures/organisation; Berg; Miller",
        "Fund; Ventures; Mr Berg; Justice Miller",
    ),
    "a preposition is no part of a name": (
        "Alongside Zelix, Talsen took part. Unlike Norvik, Kodrex grew.",
        "Zelix; Talsen; Norvik; Kodrex",
        "Alongside Zelix; Unlike Norvik",
    ),
    "two words at the head of a sentence": (
        "Founders Fund invested in Zelix. Booking Holdings bought Talsen. Buying Partners for Norvik is hard.",
        "Founders Fund; Zelix; Booking Holdings; Talsen; Norvik",
        "Fund; Holdings",
    ),
    "an ordinary word that leads a round": (
        "Tiger leads a $5m round in Zelix. Research led to a $5m round in Talsen. Demand led Norvik to expand.",
        "Tiger; Zelix; Talsen; Norvik",
        "Research; Demand",
    ),
    "an ordinary word that does what companies do": (
        "Lantern hired Ann Lee. Amazon is gobbling up Zelix. Growth slowed. Demand is picking up.",
        "Lantern; Amazon; Zelix",
        "Growth; Demand",
    ),
    "an index that is the short form of a company": (
        "S&P Global agreed to buy Norvik. It is led by S&P's Ann Lee. Nasdaq Systems bought Zelix, Nasdaq said.",
        "S&P Global/organisation; Norvik; Nasdaq Systems/organisation; Zelix",
        "Global",
    ),
    "nouns of deals in names": (
        "The acquisition of Valley Savings and Loan Society by Zelix and a stake in the Harbor Point Joint Venture "
        "follow a Joint Venture with Talsen and the Loan Agreement with Norvik.",
        "Valley Savings and Loan Society/organisation; Zelix; Harbor Point Joint Venture; Talsen; Norvik",
        "Joint Venture; Loan Agreement",
    ),
    "saints and the country in a name": (
        "St. Jude Medical and U.S. Steel talk to US Foods. Talsen was sold to US Norvik Corp and U.S. Zelix.",
        "St. Jude Medical; U.S. Steel; US Foods; Norvik Corp; Zelix",
        "St; Steel; Foods; US Norvik Corp",
    ),
    "trades that are people's too": (
        "Seed breeder Van Houwelingen and salmon farmer Laksefjord bought crypto exchange Coinhof. "
        "Designer Lola Marchetti stays.",
        "Van Houwelingen/organisation; Laksefjord/organisation; Coinhof/organisation; Lola Marchetti/person",
        "crypto",
    ),
    "a word joined to a name at the head of a sentence": (
        "Lantern and Norvik will work together. Analysts and Talsen agree. Government and Zelix are at odds.",
        "Lantern; Norvik; Talsen; Zelix",
        "Analysts; Government",
    ),
    "words joined in a name": (
        "Norvik Inc bought Alder Federal Savings and Loan Association of Birch Beach, Fla., from Tal Oil and Gas.",
        "Norvik Inc; Alder Federal Savings and Loan Association/organisation; Tal Oil and Gas/organisation",
        "Loan Association; Gas; Alder Federal Savings",
    ),
    "what a public body is for": (
        "The Department for Work and Pensions, Transport for London and the Ministry of Defence and Zelix met. "
        "Norvik left the Department for Culture, Media and Sport. "
        "The European Bank for Reconstruction and Development stayed.",
        "Department for Work and Pensions; Transport for London; Ministry of Defence; Zelix; "
        "Department for Culture, Media and Sport; European Bank for Reconstruction and Development",
        "Department; Media; Pensions; Development",
    ),
    "three partners": (
        "Norvik sold pumps to Clayburn, Dovel & Rosk, LLC, and to W.H. Alden, Sons and Co, as did Tal, Felden & Roe. "
        "Tal has 30 staff.",
        "Clayburn, Dovel & Rosk, LLC/organisation; W.H. Alden, Sons and Co; Tal; Felden & Roe",
        "Clayburn; Dovel; Alden; Sons; Tal, Felden & Roe",
    ),
    "two bodies or one": (
        "Norvik bought Bank of Talsen and Energy Ostra. Bergmar left the Department of Energy and Climate Change.",
        "Norvik; Bank of Talsen; Energy Ostra; Bergmar; Department of Energy and Climate Change",
        "Bank of Talsen and Energy Ostra; Climate Change",
    ),
    "partners or a list": (
        "Norvik bought Talsen, Ostra & Bergmar. The law firm Clayburn, Dovel & Rosk helped. "
        "Felden, Roe & Alden has 30 staff.",
        "Norvik; Talsen; Clayburn, Dovel & Rosk; Felden, Roe & Alden",
        "Talsen, Ostra & Bergmar; Clayburn; Felden",
    ),
    "an abbreviation before a word": (
        "In 2017 HD Supply and PC World met CEO Ann Berg of Norvik, an AI firm.",
        "HD Supply; PC World; Ann Berg/person; Norvik",
        "Supply; World; AI",
    ),
    "what no company does": (
        "In 2014 Pindar stepped down as head of Norvik, which Corvan buys.",
        "Pindar/person; Norvik; Corvan",
        "",
    ),
    "number of a vehicle": (
        "Norvik merged with Quorra Acquisition Corp II and Tal Partners III.",
        "Quorra Acquisition Corp II/organisation; Tal Partners III/organisation",
        "II; III",
    ),
    "inner links": (
        "Bank of Orland and the University of Tal backed Monte dei Norvi and Felden & Roe.",
        "Bank of Orland/organisation; University of Tal/organisation; Monte dei Norvi; Felden & Roe/organisation",
        "Bank; Orland",
    ),
    "two names, not one": (
        "Google and Verizon met Norvik and Tal.",
        "Google; Verizon; Norvik; Tal",
        "Google and Verizon",
    ),
    "odd shapes": (
        "Rivals eTorv, 4Quant, Q&Z, Booking.com and E.ON own T-Norvik, N26 and Canal+ shares.",
        "eTorv; 4Quant; Q&Z; Booking.com; E.ON; T-Norvik; N26; Canal+",
        "",
    ),
    "exclamation mark": ("Internet firm Zappo! has sold its maps to Tal.", "Zappo!/organisation; Tal/organisation", ""),
    "legal forms": (
        "Norvik Inc., Tal Holdings plc, Quorra S.p.A. and Zelix Co., Ltd. signed. So did "
        "adidas AG and Ombra N.V. today.",
        "Tal Holdings plc/organisation; Quorra S.p.A./organisation; adidas AG/organisation; Ombra N.V./organisation",
        "adidas; Ltd",
    ),
    "possessive": (
        "Norvik’s shares rose, and Tal's CEO left.",
        "Norvik/organisation; Tal/organisation",
        "Norvik’s; Tal's",
    ),
    "possessive of the name's own": (
        "Kelby's said it will buy Tal. Kelby's, a grocer, is old.",
        "Kelby's; Tal",
        "Kelby",
    ),
    "title before a person": (
        "Norvik CEO Ann Berg met Mr Sel and founder Tom Hald of Tal.",
        "Norvik/organisation; Ann Berg/person; Sel/person; Tom Hald/person; Tal/organisation",
        "Norvik CEO Ann Berg; CEO",
    ),
    "apposition before the name": (
        "The Chinese e-commerce giant Bowei and US chip maker Tal agreed.",
        "Bowei/organisation; Tal/organisation",
        "Chinese; US; The",
    ),
    "apposition behind the name": ("Norvik, the country’s biggest portal firm, is growing.", "Norvik/organisation", ""),
    "adjective of origin in a name": (
        "He left American Airlines for British Telecom.",
        "American Airlines/organisation; British Telecom/organisation",
        "",
    ),
    "ticker": ("Norvik (NASDAQ: NVK) rose, Tal (NYSE: TL) fell.", "Norvik/organisation; Tal/organisation", ""),
    "ordinary word opens a name at the head of a sentence": (
        "Bright Harbor sold Tal. Channel West bought it. Western Grid Co closed. Northern Rail won. Basic Sheds Inc.",
        "Bright Harbor; Channel West; Western Grid Co/organisation; Northern Rail; Basic Sheds Inc/organisation",
        "Harbor; West; Grid Co; Rail; Sheds Inc",
    ),
    "no part of the name at the head of a sentence": (
        "Troubled Norvik sold Tal. Billionaire Ann Berg met Zelix. Retailer Quorra grew. Meet Ombra. Ailing Orla.",
        "Norvik; Ann Berg/person; Quorra; Ombra; Orla",
        "Troubled Norvik; Billionaire Ann Berg; Retailer Quorra; Meet Ombra; Ailing Orla",
    ),
    "ampersand at the head of a sentence": ("Iris & Oak sold Tal.", "Iris & Oak/organisation; Tal", "Oak"),
    "a firm and its partners": (
        "Searle and Co sold Kidder Peabody and Co Inc to Felden & Sons. So did Moss & Daughters.",
        "Searle and Co/organisation; Kidder Peabody and Co Inc/organisation; Felden & Sons; Moss & Daughters",
        "Kidder Peabody; Co; Sons",
    ),
    "ordinary word as subject of what a company does": (
        "Lantern has bought Tal. Quayside, maker of apps, left. Pewter is to buy Zelix. Revenue has grown. Growth too.",
        "Lantern/organisation; Quayside/organisation; Pewter; Tal; Zelix",
        "Revenue; Growth",
    ),
    "ordinary words joined by and": (
        "It sold Pacific Grid and Power to Norvik Tire and Rubber Co. Star Oil and Gas Ltd watched Tal and Zelix.",
        "Pacific Grid and Power/organisation; Norvik Tire and Rubber Co/organisation; Star Oil and Gas "
        "Ltd/organisation; Tal; Zelix",
        "Pacific Grid; Power; Rubber Co; Gas Ltd; Tal and Zelix",
    ),
    "brands in lower case": (
        "Photo startup pixlo has bought Tal. Norvik took over quillox. zappli announced it; zappli is young. It did.",
        "pixlo/organisation; quillox/organisation; zappli; Tal; Norvik",
        "young",
    ),
    "two words with a singular verb are one name": (
        "Harper and Rowe has bought Tal. Norvik sold it to Harper and Rowe. Tal and Zelix have met.",
        "Harper and Rowe/organisation; Norvik; Tal; Zelix",
        "Harper; Rowe; Tal and Zelix",
    ),
    "towns of a dateline": (
        "SAN MATTEO, Calif. and GRENNOBLE, France--(NEWSWIRE)--Norvik Networks, Inc. bought Tal.",
        "SAN MATTEO/place; GRENNOBLE/place; Norvik Networks, Inc./organisation",
        "",
    ),
    "a given name before an ordinary word": (
        "A joint venture of Arden Glass and Tal. Ann Bergdahl left.",
        "Arden Glass/organisation; Ann Bergdahl/person",
        "",
    ),
    "a round is no initial": (
        "Norvik closed its Series B. Granite Fork Capital led it.",
        "Granite Fork Capital/organisation",
        "B. Granite Fork Capital",
    ),
    "legal form before an apposition": (
        "It will buy Norvik Ltd, a maker of sheds.",
        "Norvik Ltd/organisation",
        "Norvik Ltd, a",
    ),
    "sentence head": (
        "Analysts doubt it. Shares in Norvik fell. Buying Tal would help. Former Norvik staff agree.",
        "Norvik; Tal",
        "Analysts; Shares; Buying; Buying Tal; Former; Former Norvik",
    ),
    "sentence head, known from inside": (
        "Sources say Target is keen. Target has bought Tal.",
        "Target/organisation; Tal",
        "Sources",
    ),
    "calendar and languages": ("On Monday, in May, English users of Norvik met.", "Norvik", "Monday; May; English"),
    "places": (
        "Norvik has offices in London, New York and Germany.",
        "London/place; New York/place; Germany/place",
        "",
    ),
    "dateline": ("SAN FRANCISCO (Reuters) - Norvik said it will buy Tal.", "Norvik; Tal", ""),
    "index and press": (
        "The Dow fell, the Wall Street Journal reported. Norvik told Reuters it is not for sale.",
        "Dow/other; Wall Street Journal/other; Norvik/organisation",
        "",
    ),
    "compound": (
        "Google-owned Norvik and UK-based Tal met AI-powered rivals.",
        "Google/organisation; Norvik; Tal",
        "UK; AI; UK-based; AI-powered",
    ),
    "model behind a maker": ("It ordered 30 Norvik N320 planes.", "Norvik", "Norvik N320"),
    "ordinary words in one name": (
        "It asked the Securities and Exchange Commission and Just Ask Limited.",
        "Securities and Exchange Commission; Just Ask Limited",
        "",
    ),
    "person": (
        "“Fine,” said Ann Berg, chief executive of Norvik. Berg, 45, founded it.",
        "Ann Berg/person; Norvik/organisation; Berg/person",
        "",
    ),
    "firm that sounds like a person": (
        "Morgan Stanley and Goldman Sachs advised Norvik.",
        "Morgan Stanley/organisation; Goldman Sachs/organisation",
        "",
    ),
    "list": (
        "Customers include Norvik, Tal and Quorra.",
        "Norvik/organisation; Tal/organisation; Quorra/organisation",
        "Customers",
    ),
    "number in the name": (
        "Investors such as 7i Group and 1823 Capital joined in 2010.",
        "7i Group/organisation; 1823 Capital/organisation",
        "2010",
    ),
    "addresses": (
        "Write to info@norvik.com or see https://www.norvik.com/Press or www.norvik.com for Tal.",
        "Tal",
        "norvik.com; Press; www.norvik.com",
    ),
    "headline": (
        "Norvik Buys Tal Software For $20 Million In Cash\n\nNorvik has bought Tal Software.",
        "Norvik; Tal Software",
        "Norvik Buys Tal Software; Buys; Cash",
    ),
    "product": ("The Norvik app and its Zelta browser run on Windows.", "Zelta/product", ""),
    "saudi arabia": ("Norvik expands to Saudi Arabia.", "Saudi Arabia/place", "Arabia"),
}


@pytest.mark.parametrize("case", CASES)
def test_english(case: str) -> None:
    check(CASES[case], "en")
