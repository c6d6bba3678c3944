"""Pages that nobody makes on good terms: a result or a reason, in a bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.article import KINDS, clean_text, extract_article

from .pages import STORY, page

P = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
PAGES = {
    "100 000 nested tags": "<body>" + "<div>" * 100_000 + P + "</div>" * 100_000,
    "100 000 nested litter": "<body>" + "<div class='related card'>" * 100_000 + P,
    "100 000 open inline tags": "<body><p>" + "<b>" * 100_000 + P,
    "nested tables": "<body>" + "<table><tr><td>" * 1500 + P,
    "20 MB of text": "<body><article><p>" + "word " * 4_000_000 + "</p></article>",
    "20 MB of links": "<body>" + "<a href='/x'>Norvik buys Tal for a lot of money today</a> " * 370_000,
    "20 MB in one attribute": "<body class='" + "a b " * 5_000_000 + "'>" + P,
    "20 MB of script": "<script type='application/ld+json'>" + "[" * 20_000_000 + "</script>" + P,
    "200 000 line breaks": "<body><div>" + "word<br>" * 200_000 + "</div>" + P,
    "100 000 pictures": "<body>" + "<img src='a'><p>A pump</p>" * 100_000 + P,
    "100 000 dates": "<body><h1>Norvik</h1>" + "<time datetime='3 May'>3 May</time>" * 100_000 + P,
    "200 000 open tags in JSON-LD": "<script type='application/ld+json'>"
    + '{"@type": "NewsArticle", "headline": "Norvik", "articleBody": "'
    + "<p " * 200_000
    + '"}</script>'
    + P,
    "long name": "<body><div class='" + "relatedArticles" * 100_000 + "'>" + P + "</div>",
}
SECONDS = 20.0


@pytest.mark.parametrize("name", PAGES)
def test_bounded(name: str) -> None:
    start = time.process_time()
    assert extract_article(PAGES[name]).kind in KINDS
    assert time.process_time() - start < SECONDS


def test_nul_and_control_characters() -> None:
    text = extract_article(page().replace("rival", "ri\0val\x08").encode()).text
    assert text.split("\n") == STORY


@pytest.mark.parametrize(
    "unit", ["a ", ". ", "newsletter ", "©", "by ", "2020 ", "read more: ", "-", "(( ", "a.b@", "share "]
)
def test_no_line_is_slow(unit: str) -> None:
    start = time.process_time()
    for language in ("en", "de"):
        clean_text("\n".join([unit * 100] * 50), language)
    assert time.process_time() - start < 2.0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    kept, dropped = clean_text(text, "en")
    assert len(kept) <= len(text)
    assert all(line.reason for line in dropped)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/abdivptrli =\"'&;#x0\n", max_size=300))
def test_any_markup(markup: str) -> None:
    assert extract_article(markup).kind in KINDS


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    assert extract_article(raw).kind in KINDS
