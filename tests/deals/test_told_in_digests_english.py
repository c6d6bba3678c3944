"""What digests and company histories tell: headlines in capitals, mergers and what comes out of them, units."""

import pytest

from newscrawl.deals import Deal, find_deals

TOLD = {
    "a short headline": ("Norvik Acquires Kodrex", "acquisition: acquirer Norvik, target Kodrex"),
    "a sentence with such a verb in a name": (
        "The Blue Eyes Group bought Kodrex on Monday.",
        "acquisition: acquirer Blue Eyes Group, target Kodrex",
    ),
    "a headline without a helper": (
        "Kodrex Sold to Norvik for $5M",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "an ordinary word that acts": ("Lantern Acquires Kodrex", "acquisition: acquirer Lantern, target Kodrex"),
    "a kind of firm that acts": ("Startup Acquires Kodrex", ""),
    "a person's name in capitals": (
        "Norvik Buys Pump Group John Welden for $1.2B",
        "acquisition: acquirer Norvik, target John Welden",
    ),
    "a legal form behind ordinary words": (
        "Norvik Group to Acquire Kodrex Underwriting GmbH for $5 Million",
        "acquisition: acquirer Norvik Group, target Kodrex Underwriting GmbH",
    ),
    "the venture of an infinitive": (
        "Norvik later merged with Kodrex to form Sendero, which makes tyres.",
        "merger: partner Kodrex, partner Norvik, venture Sendero",
    ),
    "the venture of a gerund": (
        "In 1998 Norvik and Kodrex merged, creating Sendero.",
        "merger: partner Kodrex, partner Norvik, venture Sendero",
    ),
    "what two merge into": (
        "In 1998 Norvik and Kodrex merged into Sendero.",
        "merger: partner Kodrex, partner Norvik, venture Sendero",
    ),
    "a merger that makes no name": (
        "In 1998 Norvik and Kodrex merged to create the largest bank in Ohio.",
        "merger: partner Kodrex, partner Norvik",
    ),
    "partners who form a company": (
        "Norvik teamed up with Kodrex to form Sendero.",
        "joint_venture: partner Kodrex, partner Norvik, venture Sendero",
    ),
    "one who merged founds another one": (
        "Norvik, which merged with Kodrex in 1998, formed Sendero in 2001 with Quorra.",
        "merger: partner Kodrex, partner Norvik; joint_venture: partner Norvik, partner Quorra, venture Sendero",
    ),
    "one who works with another founds one": (
        "Norvik teamed up with Kodrex and founded Sendero.",
        "partnership: partner Kodrex, partner Norvik",
    ),
    "whom two who merge compete with": (
        "Norvik merged with Kodrex to become Sendero's largest rival.",
        "merger: partner Kodrex, partner Norvik",
    ),
    "attributes of one unit": (
        "Norvik sold its glass, steel and carpet unit to Kodrex.",
        "acquisition: acquirer Kodrex, seller Norvik, target glass, steel and carpet unit",
    ),
    "attributes of several units": (
        "Norvik bought Kodrex's trailer and maritime divisions.",
        "acquisition: acquirer Norvik, seller Kodrex, target trailer and maritime divisions",
    ),
    "what one divests oneself of": (
        "Norvik divested itself of Kodrex and Sendero in 2001.",
        "acquisition: seller Norvik, target Kodrex; acquisition: seller Norvik, target Sendero",
    ),
    "a shop by its founder's name": (
        "Norvik is selling Cameron's Brewery to Kodrex.",
        "acquisition: acquirer Kodrex, seller Norvik, target Cameron's Brewery",
    ),
    "a shop of a company told of": (
        "Norvik runs shops. Kodrex bought Norvik's Bakery.",
        "acquisition: acquirer Kodrex, seller Norvik, target Bakery",
    ),
    "an adjective that opens a name": (
        "Norvik bought pubs from Scottish & Newhaven.",
        "acquisition: acquirer Norvik, seller Scottish & Newhaven, target pubs",
    ),
    "the company that a stake led to": (
        "Norvik acquired a majority stake in Kodrex, which led to the purchase of the whole firm in 2019.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "who makes what is called by its name": (
        "Norvik Travel Experiences is a booking platform by Norvik. In 2015, Norvik bought Kodrex.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "whose platform it is": (
        "Norvik announced that Kodrex has chosen its TalOne platform to run its shops.",
        "contract: customer Kodrex, supplier Norvik",
    ),
    "its own platform": ("Kodrex has chosen its TalOne platform.", ""),
    "a model is no supplier": ("In March Kodrex picked the V300 over the rival H9.", ""),
    "an order told with a round": (
        "Along with the financing, Norvik announced that Kodrex has ordered 250 robots.",
        "contract: customer Kodrex, supplier Norvik; funding: target Norvik",
    ),
    "two of several, named behind": (
        "Two of Oslo's oldest shipyards, Norvik and Kodrex, have merged.",
        "merger: partner Kodrex, partner Norvik",
    ),
    "who is hired behind a semicolon": (
        "Norvik keeps the books; the consultancy Kodrex was hired to run the move.",
        "",
    ),
    "who opens shops under a franchise": (
        "Norvik has signed a franchise agreement with Kodrex, which will open 40 restaurants in Oslo.",
        "licensing: licensee Kodrex, licensor Norvik",
    ),
    "thanks to a purchase": (
        "Thanks to its purchase of smaller peer Kodrex, Norvik now flies to 90 cities.",
        "acquisition: acquirer Norvik, target Kodrex",
    ),
    "goods beside a unit": (
        "Norvik sold trucks and its shipping unit to Kodrex.",
        "acquisition: acquirer Kodrex, seller Norvik, target shipping unit",
    ),
    "labels of a round-up": (
        "Kodrex Homes — The builder jumped 9% after Norvik Partners said it would take the company private.\n\n"
        "Quorra Corp. (QRA) — Shares sank 3%. It has agreed to buy Sendero Bio.\n\n"
        "Zahlix Power — The utility fell 2% on word that it is selling its Ohio pipelines to Bergen Resources.",
        "acquisition: acquirer Norvik Partners, target Kodrex Homes; acquisition: acquirer Quorra Corp., target Sendero"
        " Bio; acquisition: acquirer Bergen Resources, seller Zahlix Power, target Ohio pipelines",
    ),
    "towns in front of the dash": (
        "Paris — The retailer Norvik has agreed to buy Tal.\n\nLondon — The insurer Kodrex bought Zahlix.\n\n"
        "Madrid — The bank Quorra bought Sendero.",
        "acquisition: acquirer Norvik, target Tal; acquisition: acquirer Kodrex, target Zahlix; acquisition: acquirer"
        " Quorra, target Sendero",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TOLD.values(), ids=TOLD)
def test_who_does_what(text: str, wanted: str) -> None:
    assert "; ".join(map(_told, find_deals(text, "en"))) == wanted


def _told(deal: Deal) -> str:
    return f"{deal.type}: {', '.join(sorted(f'{party.role} {party.name}' for party in deal.parties))}"
