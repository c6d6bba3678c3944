"""Deals whose two sides stand in different sentences, and what only looks like one."""

import pytest

from newscrawl.deals import find_deals

TOLD = {
    "who thinks of a bid": (
        "Dem Softwareanbieter Trauntal kommt ein anderer zu Hilfe. Der Konzern Akkaya prüft ein Gegengebot.",
        "acquisition: Akkaya, Trauntal",
    ),
    "a buyer of shares told right before": (
        "Die Tal GmbH verkauft 30 Prozent ihrer Anteile. Käuferin ist die Norvik AG.",
        "stake: Norvik AG, Tal GmbH",
    ),
    "one investor with a share": (
        "Lange suchte die Tal GmbH einen Partner. Nun ist er da: Die Norvik AG beteiligt sich mit 20 Prozent.",
        "stake: Norvik AG, Tal GmbH",
    ),
    "the majority of a new owner": (
        "Die Tal GmbH hat einen neuen Mehrheitseigentümer. Die Norvik AG hält nun 75 Prozent der Anteile.",
        "acquisition: Norvik AG, Tal GmbH",
    ),
    "the next sentence says who": (
        "Die Tal GmbH hat einen Partner für ihre Cloud gefunden. Es ist die Norvik AG.",
        "partnership: Norvik AG, Tal GmbH",
    ),
    "the next sentence says who, what and from where": (
        "Die Tal GmbH hat einen Käufer gefunden. Es ist der Bonner Konzern Norvik aus Bonn, ein Autobauer.",
        "acquisition: Norvik, Tal GmbH",
    ),
    "the buyer of one in need": (
        "Die Tal GmbH ist insolvent. Käuferin ist die Norvik AG.",
        "acquisition: Norvik AG, Tal GmbH",
    ),
    "a sum for one that is saved": (
        "Die Tal GmbH ist gerettet. Die Norvik AG steckt 20 Millionen Euro hinein.",
        "stake: Norvik AG, Tal GmbH",
    ),
    "the partner's noun opens the sentence": (
        "Der Versicherer Alpenhort will Fahrer künftig einstufen. Partner ist das Berliner Start-up Tachora.",
        "partnership: Alpenhort, Tachora",
    ),
    "a cooperation that there is": (
        "Die Norvik AG liefert Karten. Auch mit dem Zulieferer Takeshima gibt es eine Kooperation.",
        "partnership: Norvik AG, Takeshima",
    ),
    "a business of the company told of": (
        "Der Reiseanbieter Sonnenreich baut um. Das Kreuzfahrtgeschäft geht an die Reederei Kormoran.",
        "acquisition: Kormoran, Kreuzfahrtgeschäft, Sonnenreich",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD)
def test_the_other_side_is_found(text: str, wanted: str) -> None:
    (deal,) = find_deals(text, "de")
    assert f"{deal.type}: {', '.join(sorted(party.name for party in deal.parties))}" == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Vedeka ist insolvent. Der Insolvenzverwalter Karl Thorwald hat einen Kaufvertrag unterzeichnet.",
        "Lichtwerk zeigt Lampen. Die Konkurrentin Asahina AG hat sich rund 70 Prozent des Marktes gesichert.",
        "Die Feuerwehr half der Ostra AG. Der Konzern Veloro ist aktiv an der Studie beteiligt.",
        "Die Talsen AG wächst. Das Tagesgeschäft geht an Karl Berg.",
        "Die Talsen AG wächst. Das Kartengeschäft ging an Norvik verloren.",
        "Die Norvik AG hat ihr Engagement bei der Talsen AG als Sponsor beendet.",
        "Talsen hat einen Käufer gefunden. Das ist schön. Norvik baut Autos.",
        "Talsen hat einen Käufer gefunden. Das ist gut für Norvik.",
        "Talsen hat einen neuen Eigentümer. Es ist nicht Norvik, sondern Ostra.",
        "Talsen hat einen neuen Eigentümer. Gemeint ist nicht Norvik.",
        "Talsen hat einen neuen Eigentümer. Das ist Norvik gelungen.",
        "Talsen hat einen neuen Eigentümer. Das ist das Verdienst Norviks.",
        "Talsen kooperiert mit einem Konzern. Es ist unklar, was Norvik dazu sagt.",
        "Die Talsen AG feierte Jubiläum. Konkurrent Norvik investierte 20 Millionen Euro in eine Fabrik.",
        "Die Talsen AG wächst. Der Rivale Norvik will 50 Millionen Euro in den Ausbau seines Werks investieren.",
        "Die Talsen AG wächst. Die Norvik AG steckt 20 Millionen Euro in Solaranlagen.",
        "Die Talsen AG wächst. Die Norvik AG investierte 20 Millionen Euro.",
        "Die Talsen AG verkauft ihre Villa. Käufer ist Norvik.",
        "Die Talsen AG liefert 20 Busse. Käufer ist die Norvik AG.",
        "Die Talsen AG verkauft Handys. Käufer ist meist die Norvik AG.",
        "Die Talsen AG ist Marktführer. Der Konkurrent Norvik AG ist mit 20 Prozent beteiligt.",
    ],
)
def test_no_other_side_is_made_up(text: str) -> None:
    assert find_deals(text, "de") == []


def test_who_lost_lost_what_was_told_before() -> None:
    """Not what the next sentences tell of somebody else."""
    text = (
        "Die Norvik AG kauft die Tal GmbH. Leer ausgegangen ist der Versorger Rheinstrom. "
        "Der Fonds Avenor hatte zuvor die Kette Bergen erworben."
    )
    deals = {tuple(sorted(p.name for p in d.parties)): d.status for d in find_deals(text, "de")}
    assert deals["Rheinstrom", "Tal GmbH"] == "terminated"
