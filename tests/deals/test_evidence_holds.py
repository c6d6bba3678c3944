"""Every quote of every deal is the text at its offsets, on fixtures, passages, gold and any text."""

import json
import os
from pathlib import Path

import pytest
from evidence import check_evidence
from fixture_pages import PAGES, Page
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.passages import Located, passages
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages

GOLD = os.environ.get("NEWSCRAWL_GOLD")
WORDS = st.sampled_from(
    (
        "Norvik|Tal Systems Inc.|AG|buys|übernimmt|die|the|stake|Anteil|an|in|von|by|for|für|$5m|20 %|said|,|.|(|)|und|"
        "and|which|Partnerschaft|partnership|raised|round|led by|Milliarden Euro|gestern|yesterday|\n|“|”|not|nicht"
    ).split("|")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_fixture_pages(page: Page) -> None:
    article = page.article
    for deal in find_deals(page.text, article["language"], article["published"], article["title"]):
        check_evidence(deal, page.text, article["language"], article["published"])


@pytest.mark.parametrize("language", languages())
def test_passages(language: str) -> None:
    for located in passages():
        if located.language == language:
            _check(located)


def _check(located: Located) -> None:
    passage = located.passage
    for deal in find_deals(passage.text, located.language, passage.published, passage.title):
        check_evidence(deal, passage.text, located.language, passage.published)


@pytest.mark.skipif(not GOLD, reason="NEWSCRAWL_GOLD is not set: no gold articles here")
@pytest.mark.parametrize("name", ["en-dev", "de-dev", "de-smartdata-dev"])
def test_gold(name: str) -> None:
    with (Path(GOLD or "") / "gold" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            for deal in find_deals(article["text"], article["language"], article["published"], article["title"]):
                check_evidence(deal, article["text"], article["language"], article["published"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(languages()))
def test_text_that_looks_like_deals(text: str, language: str) -> None:
    for deal in find_deals(text, language, "2024-05-06"):
        check_evidence(deal, text, language, "2024-05-06")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.sampled_from(languages()))
def test_any_text_gives_a_list(text: str, language: str) -> None:
    assert isinstance(find_deals(text, language), list)


@pytest.mark.parametrize(
    "unit", ["9", "(", "[", "A", "A ", "Norvik buys ", "$1 ", "und ", "%", "die ", ", ", "’s ", "the deal "]
)
@pytest.mark.parametrize("language", languages())
def test_long_monotonous_text_gives_a_list(unit: str, language: str) -> None:
    assert isinstance(find_deals(unit * (40_000 // len(unit)), language, "2024-05-06"), list)


def test_a_language_without_rules_gives_no_deals() -> None:
    assert find_deals("Norvik achète Tal pour 5 millions d'euros.", "fr") == []
