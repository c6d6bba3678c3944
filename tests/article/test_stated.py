"""JSON-LD articleBody helps, and takes no paragraph away."""

import json

import pytest

from newscrawl.article import extract_article

from .pages import STORY, TITLE, page

SCRAP = "Pumps for you and me"


def stated(body: str) -> str:
    story = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": body})
    return f"<script type='application/ld+json'>{story}</script>"


def lines_of(markup: str) -> list[str]:
    return extract_article(markup).text.split("\n")


def test_a_scrap_that_it_lacks_goes() -> None:
    markup = page(head=stated(" ".join(STORY))).replace(f"<p>{STORY[1]}", f"<p>{SCRAP}</p><p>{STORY[1]}")
    assert lines_of(markup) == STORY
    assert ("not in the stated text", SCRAP) in [(line.reason, line.line) for line in extract_article(markup).dropped]


@pytest.mark.parametrize("body", ["", " ".join(STORY[:2]), "Another text altogether, about nothing that is told here."])
def test_a_part_of_the_text_proves_nothing(body: str) -> None:
    markup = page(head=stated(body)).replace(f"<p>{STORY[1]}", f"<p>{SCRAP}</p><p>{STORY[1]}")
    assert lines_of(markup) == [STORY[0], SCRAP, *STORY[1:]]


def test_a_paragraph_that_it_lacks_stays() -> None:
    more = [*STORY, f"{STORY[0][:-1]} again, and {STORY[1]}"]
    assert lines_of(page(head=stated(" ".join(STORY)), story=more)) == more


@pytest.mark.parametrize("parted", ["\n\n", "</p><p>", "<br/>", "&lt;br&gt;"])
def test_the_rest_behind_a_paywall(parted: str) -> None:
    whole = [*STORY, *(f"{number}. {line}" for number in range(4) for line in STORY)]
    assert lines_of(page(head=stated(parted.join(whole)), story=STORY[:1])) == whole


def test_a_longer_text_about_something_else_is_not_taken() -> None:
    other = "Gorm makes valves, and has done so for longer than anybody in Oslo can remember. " * 20
    assert lines_of(page(head=stated(other))) == STORY
