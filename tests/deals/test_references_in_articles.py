"""Whom "it", "the company", "the two" and "we" mean in articles: rounds, rows of purchases, notices of a firm's own."""

import pytest

from newscrawl.deals import find_deals

CASES: dict[str, tuple[str, str]] = {
    "the company that got the money, not who gave it": (
        "Kodrex raised $135 million. Norvik Capital led the round. The Oslo company is growing. "
        "It also signed a research pact with Sendero.",
        "partnership: Kodrex, Sendero",
    ),
    "who gave the money where money is given": (
        "Kodrex raised $135 million. Norvik led the round. It has also bought a stake in Zahlix.",
        "stake: Norvik, Zahlix",
    ),
    "who bought the one that the sentence is about": (
        "Kodrex makes maps. It is the third software company that Norvik has bought. The group paid $63m for Sendero.",
        "acquisition: Norvik, Sendero",
    ),
    "what somebody bought in the same sentence": (
        "Norvik acquired Kodrex in 2018 after Sendero had bid in vain for the company.",
        "acquisition: Kodrex, Sendero",
    ),
    "not what a relative clause says it bought": (
        "Norvik, which bought Kodrex in 2010, said Sendero had made an offer for the company.",
        "acquisition: Norvik, Sendero",
    ),
    "not the name in a participle before it": (
        "Originally spun out of Sendero, the company was bought in 2014 by Norvik. Kodrex now has 80 staff.",
        "acquisition: Kodrex, Norvik",
    ),
    "the two of whom one opens the sentence": (
        "Kodrex sells ads. It has backers including Tal Growth. The vendor also works with Norvik: "
        "under a partnership unveiled in April, the two companies sell each other's products.",
        "partnership: Kodrex, Norvik",
    ),
    "the firm that announces": (
        "We're thrilled to announce that Kodrex is growing with Norvik. Norvik makes maps. Norvik has 40 people. "
        "In 2019 we bought Sendero.",
        "acquisition: Kodrex, Sendero",
    ),
    "the firm whose chief writes": (
        "Today I am happy to share that Kodrex will work with Norvik. Norvik makes maps. Norvik has 40 people. "
        "In 2019 we bought Sendero.",
        "acquisition: Kodrex, Sendero",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_last_deal_told(text: str, wanted: str) -> None:
    told = [f"{d.type}: {', '.join(sorted(p.name for p in d.parties))}" for d in find_deals(text, "en")]
    assert wanted in told
    assert len(told) <= 2


def test_the_firm_that_announces_in_german() -> None:
    text = "Wir freuen uns, mitteilen zu können, dass Kodrex mit der Norvik GmbH wächst. Norvik baut Pumpen. "
    deals = find_deals(f"{text}Norvik ist groß. 2019 haben wir die Sendero AG gekauft.", "de")
    assert ["Kodrex", "Sendero AG"] in [sorted(p.name for p in deal.parties) for deal in deals]


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Ventures led the round. The Oslo-based buyer got its hands on Sendero in 2009.",
        "Kodrex founders Meera Joshi and Cal Whitfield are joining Norvik's speech group.",
    ],
)
def test_nobody_is_known_to_buy(text: str) -> None:
    assert not find_deals(text, "en")
