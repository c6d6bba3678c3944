"""Lines that other pages of the same host have too."""

from collections.abc import Mapping

import pytest

from newscrawl.article import Article, digest, digests, extract_article

from .pages import STORY, page

BLURB = "The Bolt is the magazine for everybody who works with pumps, valves and pipes."
SCRAP = "The pumps of tomorrow, today"


def known(pages: int, *lines: str) -> Mapping[int, int]:
    return {number: pages for line in lines if (number := digest(line)) is not None}


@pytest.mark.parametrize(
    ("line", "pages", "dropped"),
    [(SCRAP, 2, False), (SCRAP, 3, True), (BLURB, 3, False), (BLURB, 6, True), (SCRAP.upper() + "!", 3, True)],
)
def test_a_paragraph_must_recur_more_often_than_a_scrap(line: str, pages: int, dropped: bool) -> None:
    markup = page().replace(f"<p>{STORY[2]}", f"<p>{line}</p><p>{STORY[2]}")
    article = extract_article(markup, recurring=known(pages, BLURB, SCRAP))
    assert (line not in article.text.split("\n")) is dropped
    assert [line.reason for line in article.dropped if line.line == BLURB] == ["recurs on this host"] * (
        dropped and line == BLURB
    )


def test_a_copy_of_another_page_keeps_its_text() -> None:
    assert extract_article(page(), recurring=known(50, *STORY)).text.split("\n") == STORY


def test_a_heading_over_text_of_the_article_stays() -> None:
    heading = "What you should know now"
    markup = page(after=f"<h2>{heading}</h2><p>{STORY[0][:-1]} again.</p><h2>{SCRAP}</h2><p>{BLURB}</p>")
    lines = extract_article(markup, recurring=known(9, heading, SCRAP, BLURB)).text.split("\n")
    assert lines[len(STORY) :] == [heading, f"{STORY[0][:-1]} again."]


def test_what_may_recur() -> None:
    assert digest("Yes.") is None
    assert digest("word " * 100) is None
    assert digests(Article(text=f"{SCRAP}\nYes.\n{BLURB}")) == {digest(SCRAP), digest(BLURB)}


def test_lines_left_out_go_on_being_counted() -> None:
    article = extract_article(page(after=f"<p>{BLURB}</p>"), recurring=known(9, BLURB))
    assert BLURB not in article.text
    assert digest(BLURB) in digests(article)
