"""Confidence: every fact that is looked at has its weight, and what is told more firmly is surer."""

import pytest

from newscrawl.deals import find_deals
from newscrawl.deals.analysis import analyse
from newscrawl.deals.assembly import assemble
from newscrawl.deals.confidence import LEAST, MOST, confidence_of, facts_of, weights
from newscrawl.deals.story import stories
from newscrawl.deals.writing import best_telling

FIRM = "Norvik Systems Inc. has acquired Tallis Software GmbH for $450 million in May 2024."


def test_each_fact_has_a_weight_and_each_weight_a_fact() -> None:
    analysis = analyse(FIRM, "en")
    (story,) = stories(assemble(analysis), analysis)
    assert facts_of(story, best_telling(story), analysis).keys() == weights().facts.keys()
    assert LEAST <= confidence_of(story, best_telling(story), analysis) <= MOST


@pytest.mark.parametrize(
    "vaguer",
    [
        "Norvik Systems Inc. has acquired Tallis Software GmbH.",
        "Norvik Systems Inc. makes sensors. The purchase of Tallis Software GmbH by the company came late.",
    ],
)
def test_what_says_less_is_less_sure(vaguer: str) -> None:
    firm, vague = (find_deals(text, "en")[0].confidence for text in (FIRM, vaguer))
    assert firm > vague


def test_sides_that_nothing_tells_are_less_sure() -> None:
    listed = "Norvik Inc. signed deals with Tallis GmbH, Corso AG and Bergen Inc."
    told, guessed = (find_deals(text, "en")[0] for text in (f"{listed[:-1]} to buy chips from them.", listed))
    assert [p.role for p in told.parties] == [p.role for p in guessed.parties]
    assert told.confidence > guessed.confidence
