"""Which mentions are one entity: each case lists the groups wanted, fullest name first, forms parted by " = "."""

import pytest

from tests.deals.name_cases import names_of

CASES: dict[str, tuple[str, str, list[str]]] = {
    "legal form": ("en", "Norvik Inc. rose. Norvik said it sold Norvik shares.", ["Norvik Inc. = Norvik"]),
    "domain": (
        "en",
        "Booking.com Inc. is big. It says Booking has grown, and Booking.com too.",
        ["Booking.com Inc. = Booking = Booking.com"],
    ),
    "initials before a founder's name": (
        "en",
        "C.H. Ostra Co. bought Tal in May. Ostra paid for it. Later J.P. Berg Ltd. left.",
        ["C.H. Ostra Co. = Ostra", "Tal", "J.P. Berg Ltd."],
    ),
    "generic words, short form later": (
        "en",
        "Rival Norvik Communications met Tal. Norvik said it agreed. Later Norvik paid.",
        ["Norvik Communications = Norvik", "Tal"],
    ),
    "generic words, short form first": (
        "en",
        "Sources said Sun will buy it. Today Sun Microsystems paid.",
        ["Sun Microsystems = Sun"],
    ),
    "both used in their own right": (
        "en",
        "He said Norvik owns it. The CEO of Norvik left. The portal Norvik Zeibo grew. Norvik said Norvik Zeibo helps.",
        ["Norvik", "Norvik Zeibo"],
    ),
    "one legal form, generic words": (
        "en",
        "Norvik Group plc bought Tal in May. Norvik plc paid for Tal. Rival Ostra Holdings Inc. fell. Ostra Inc. rose.",
        ["Norvik Group plc = Norvik plc", "Tal", "Ostra Holdings Inc. = Ostra Inc."],
    ),
    "two legal forms": (
        "en",
        "Norvik Holdings Ltd. bought Tal in May. Norvik Inc. paid for Tal.",
        ["Norvik Holdings Ltd.", "Tal", "Norvik Inc."],
    ),
    "joint firm of two": (
        "en",
        "It hurt Norvik Talmens and Norvik. Then Talmens left Norvik.",
        ["Norvik Talmens", "Norvik", "Talmens"],
    ),
    "unit of its own": (
        "en",
        "He joined Norvik. The investor Norvik Ventures paid Norvik.",
        ["Norvik", "Norvik Ventures"],
    ),
    "ordinary words left out later": (
        "en",
        "Colwerth Household met Tal. Colwerth, a group from Leeds, paid.",
        ["Colwerth Household = Colwerth", "Tal"],
    ),
    "short form in the headline": (
        "de",
        "Tal übernimmt den Spezialisten Lüdering\nTal hat die Lüdering Glasfaser GmbH gekauft. Das sagte Lüdering.",
        ["Tal", "Lüdering Glasfaser GmbH = Lüdering"],
    ),
    "initials in brackets": (
        "en",
        "The Shanwei Media Group (SMG) met Tal. It said SMG paid.",
        ["Shanwei Media Group = SMG", "Tal"],
    ),
    "alias in quotes": (
        "en",
        "Norvik Holdings Inc. (the “Parent”) met Tal (“Quorra”).",
        ["Norvik Holdings Inc. = Parent", "Tal = Quorra"],
    ),
    "initials without brackets": (
        "en",
        "The Norvik Bay Authority met Tal. It said NBA paid.",
        ["Norvik Bay Authority = NBA", "Tal"],
    ),
    "case": (
        "en",
        "He said SoftNorvik paid. Later Softnorvik paid, and Soft Norvik paid.",
        ["Soft Norvik = SoftNorvik = Softnorvik"],
    ),
    "last name": (
        "en",
        "“Yes,” said Ann Felber, head of Norvik. Mr Felber is old. So Felber left.",
        ["Ann Felber = Felber", "Norvik"],
    ),
    "founder's name is the firm's": (
        "en",
        "Computer maker Delgro Inc. fell. Michael Delgro, chief executive of Delgro, left.",
        ["Delgro Inc. = Delgro", "Michael Delgro"],
    ),
    "genitive": ("de", "Das ist Norviks Tochter. Jetzt will Norvik mehr.", ["Norvik = Norviks"]),
    "genitive without base": ("de", "Das ist Norviks Tochter, sagte er.", ["Norviks"]),
    "inflected adjective": (
        "de",
        "Er ging zur Deutschen Talbank. Heute zahlt die Deutsche Talbank.",
        ["Deutsche Talbank = Deutschen Talbank"],
    ),
    "hyphen": (
        "de",
        "Die Bank-Talia-Mutter Norvik zahlt. Jetzt will die Bank Talia mehr.",
        ["Bank Talia = Bank-Talia", "Norvik"],
    ),
    "short, in German": (
        "de",
        "Die Norvik Beteiligungs AG, kurz NBA, wächst. Später zahlt NBA.",
        ["Norvik Beteiligungs AG = NBA"],
    ),
    "short form of letters": (
        "de",
        "Die Norvik Österreich AG (Nörag) wächst. Später zahlt die Nörag.",
        ["Norvik Österreich AG = Nörag"],
    ),
    "founder's firm, short": (
        "en",
        "Shares in Delgro Motor Co. rose. Delgro will buy Tal. Its chairman, Bill Delgro, said so.",
        ["Delgro Motor Co. = Delgro", "Bill Delgro"],
    ),
    "place in brackets is no alias": ("de", "Die Norvik AG (Berlin) wächst.", ["Norvik AG", "Berlin"]),
}


@pytest.mark.parametrize("case", CASES)
def test_grouped(case: str) -> None:
    language, text, wanted = CASES[case]
    found = names_of(text, language)
    forms: dict[int, list[str]] = {n: [e.name] for n, e in enumerate(found.entities)}
    for mention in found.mentions:
        name = " ".join(mention.name.split())
        if name not in forms[mention.entity]:
            forms[mention.entity].append(name)
    groups = {(names[0], frozenset(names)) for names in forms.values()}
    for group in wanted:
        names = group.split(" = ")
        assert (names[0], frozenset(names)) in groups, groups


@pytest.mark.parametrize("case", CASES)
def test_aliases_are_the_other_forms(case: str) -> None:
    language, text, _ = CASES[case]
    for number, entity in enumerate((found := names_of(text, language)).entities):
        printed = {" ".join(m.name.split()) for m in found.mentions if m.entity == number}
        assert printed == {entity.name, *entity.aliases}
