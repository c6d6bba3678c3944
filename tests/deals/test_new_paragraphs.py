"""A paragraph that introduces companies of its own speaks of them, whatever deals were told before (German)."""

import pytest

from newscrawl.deals import find_deals

BEFORE = "Die Brinlow AG hat die Ostrava GmbH für 7 Millionen Euro gekauft.\n\n"
TOLD = {
    "Sendero lässt sich die Übernahme des Start-ups Kodrex 250 Millionen Dollar kosten.": (
        "acquisition: acquirer Sendero, target Kodrex"
    ),
    "Die Norvik AG wächst weiter. Der Konzern kauft die Talsysteme GmbH.": (
        "acquisition: acquirer Norvik AG, target Talsysteme GmbH"
    ),
    "Wie Sendero gestern mitteilte, kauft Norvik das Unternehmen für 80 Millionen Euro.": (
        "acquisition: acquirer Norvik, target Sendero"
    ),
    "Den Zuschlag für die Talsysteme GmbH bekam die Norvik AG.": (
        "acquisition: acquirer Norvik AG, target Talsysteme GmbH"
    ),
    "Die Talsysteme GmbH steht vor dem Verkauf an die Norvik AG.": (
        "acquisition: acquirer Norvik AG, target Talsysteme GmbH"
    ),
    "Sendero teilte mit, dass der Konzern den Hersteller Kodrex an Norvik abstößt.": (
        "acquisition: acquirer Norvik, seller Sendero, target Kodrex"
    ),
    "Die Norvik AG steigt bei Kodrex aus. Ihre 18 Prozent gehen an Sendero.": (
        "stake: investor Sendero, seller Norvik AG, target Kodrex"
    ),
}


@pytest.mark.parametrize("paragraph", TOLD)
def test_a_paragraph_of_its_own(paragraph: str) -> None:
    first, *others = find_deals(BEFORE + paragraph, "de")
    assert [party.name for party in first.parties] == ["Brinlow AG", "Ostrava GmbH"]
    told = [f"{d.type}: {', '.join(sorted(f'{p.role} {p.name}' for p in d.parties))}" for d in others]
    assert told == [TOLD[paragraph]]


def test_a_paragraph_that_goes_on_with_the_company_of_the_text() -> None:
    text = (
        "Die Norvik AG hat Kodrex gekauft. Norvik wächst damit in Asien.\n\n"
        "Der Branchenverband Sendero lobt den Schritt. Im Mai hatte der Konzern schon Zahlix übernommen."
    )
    told = {frozenset((p.role, p.name) for p in deal.parties) for deal in find_deals(text, "de")}
    assert frozenset({("acquirer", "Norvik AG"), ("target", "Zahlix")}) in told
