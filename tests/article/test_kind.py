"""Kinds of pages."""

import pytest

from newscrawl.article import KINDS, extract_article

from .pages import STORY, STORY_DE, page

LIVE = '<script type=\'application/ld+json\'>{"@type": "LiveBlogPosting", "headline": "Live"}</script>'
PAID = (
    "<script type='application/ld+json'>"
    '{"@type": "NewsArticle", "headline": "N", "isAccessibleForFree": "False"}</script>'
)
TEASERS = "".join(
    f"<div><h2><a href='/{n}'>Norvik buys the maker of pumps number {n}</a></h2><p>All on the deal.</p></div>"
    for n in range(20)
)
ENTRIES = "".join(
    f"<p>{hour}:15 Norvik says that the talks with Tal go on and that it is hopeful.</p>" for hour in range(10, 18)
)
PAGES = {
    "article": (page(), None),
    "live": (page(head=LIVE), None),
    "live by its entries": (f"<article><h1>Norvik: the day</h1>{ENTRIES}</article>", None),
    "stub by its data": (page(head=PAID), None),
    "stub by its words": (page(story=STORY[:2], after="<p>Subscribe to continue reading</p>"), None),
    "stub by its box": (
        page(story=STORY[:2], after="<div class='paywall'><p>Subscribe to unlock this article</p></div>"),
        None,
    ),
    "stub in German": (
        page(
            story=STORY_DE[:2], after="<p>Der vollständige Artikel steht nur Abonnenten zur Verfügung.</p>", lang="de"
        ),
        None,
    ),
    "error by its text": (
        "<html><head><title>The Bolt</title></head><body><p>Access to this page has been denied because you seem to "
        "be a robot.</p></body></html>",
        None,
    ),
    "index": (f"<html><head><title>The Bolt</title></head><body>{TEASERS}</body></html>", "http://bolt.example/pumps/"),
    "consent": (
        "<html><head><title>The Bolt</title></head><body><div><p>We and our partners store and process personal data "
        "such as identifiers.</p><p>Accept all</p><p>Manage options</p></div></body></html>",
        None,
    ),
    "error": ("<html><head><title>404 - Page not found</title></head><body><p>We are sorry.</p></body></html>", None),
    "error without text": ("<html><body></body></html>", None),
    "error without markup": ("", None),
}


@pytest.mark.parametrize("name", PAGES)
def test_kind(name: str) -> None:
    markup, url = PAGES[name]
    article = extract_article(markup, url)
    assert article.kind == name.split()[0]
    assert article.kind in KINDS
    assert (article.reason is None) == (article.kind == "article")


def test_an_article_with_many_teasers_is_no_index() -> None:
    head = "<meta property='og:type' content='article'>"
    assert extract_article(page(head=head, after=TEASERS)).kind == "article"


def test_a_stub_keeps_its_text() -> None:
    assert extract_article(PAGES["stub by its data"][0]).text.split("\n") == STORY
