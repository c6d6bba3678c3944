"""What a page says about itself, and where it was found."""

import json

import pytest

from newscrawl.article import extract_article

from .pages import TITLE, page

URL = "http://bolt.example/2021/05/03/norvik"


def ld(**fields: object) -> str:
    story = json.dumps({"@type": "NewsArticle", "headline": TITLE, **fields})
    return f"<script type='application/ld+json'>{story}</script>"


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


PUBLISHED = [
    (
        ld(datePublished="2021-05-03T09:12:00+02:00") + meta("date", "2020-01-01"),
        "",
        "2021-05-03T09:12:00+02:00",
        "json-ld",
    ),
    (meta("article:published_time", "2021-05-03T09:12:00Z"), "", "2021-05-03T09:12:00+00:00", "meta"),
    (
        "",
        "<span itemprop='datePublished' content='2021-05-03T09:12+0200'>today</span>",
        "2021-05-03T09:12+02:00",
        "meta",
    ),
    ("", "<time datetime='2021-05-03'>May 3</time>", "2021-05-03", "time"),
    ("", "<p class='when'>3. Mai 2021, 9:12 Uhr</p>", "2021-05-03T09:12", "text"),
    ("", "", None, None),
]


@pytest.mark.parametrize(("head", "before", "published", "origin"), PUBLISHED)
def test_published(head: str, before: str, published: str | None, origin: str | None) -> None:
    article = extract_article(page(head=head, before=before), "http://bolt.example/norvik")
    assert (article.published, article.origins.get("published")) == (published, origin)


def test_the_address_tells_the_day() -> None:
    assert extract_article(page(), URL).published == "2021-05-03"


def test_a_moment_in_utc_is_the_publishers_day() -> None:
    assert extract_article(page(head=ld(datePublished="2021-05-04T02:00:00Z")), URL).published == "2021-05-03"


def test_no_date_of_the_future_and_none_of_a_teaser() -> None:
    head = meta("date", "2031-01-01")
    teaser = "<aside class='related'><time datetime='2020-02-02'>old</time></aside>"
    assert extract_article(page(head=head, after=teaser), fetched="2021-05-05T00:00:00+00:00").published is None


def test_modified() -> None:
    article = extract_article(page(head=ld(datePublished="2021-05-03", dateModified="2021-05-04")))
    assert (article.published, article.modified) == ("2021-05-03", "2021-05-04")


def test_a_change_before_the_publication_is_none() -> None:
    article = extract_article(page(head=ld(datePublished="2021-05-03", dateModified="2021-05-01T09:00:00Z")))
    assert (article.published, article.modified) == ("2021-05-03", None)


@pytest.mark.parametrize(
    ("head", "before", "modified", "origin"),
    [
        (meta("article:modified_time", "2021-05-04T09:12:00+02:00"), "", "2021-05-04T09:12:00+02:00", "meta"),
        (meta("og:updated_time", "2021-05-04"), "", "2021-05-04", "meta"),
        ("", "<time class='updated' datetime='2021-05-04T09:12'>yesterday</time>", "2021-05-04T09:12", "time"),
        ("", "<time datetime='2021-05-03'>Monday</time>", None, None),
    ],
)
def test_modified_elsewhere(head: str, before: str, modified: str | None, origin: str | None) -> None:
    article = extract_article(page(head=head, before=before))
    assert (article.modified, article.origins.get("modified")) == (modified, origin)


@pytest.mark.parametrize(
    ("head", "before", "published", "origin"),
    [
        ("<title>Norvik buys Tal, 3 May 2021</title>", "", "2021-05-03", "title"),
        (
            meta("article:published_time", "yesterday"),
            "<time datetime='2021-05-03'>Monday</time>",
            "2021-05-03",
            "time",
        ),
        ("", "<time class='updated' datetime='2021-05-04'>Tuesday</time>", None, None),
        ("", "<p>03/04/2021</p>", None, None),
    ],
)
def test_published_elsewhere(head: str, before: str, published: str | None, origin: str | None) -> None:
    markup = page(head="", before=before).replace("<title>", head + "<title>")
    article = extract_article(markup, "http://bolt.example/norvik")
    assert (article.published, article.origins.get("published")) == (published, origin)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", TITLE),
        (meta("og:title", f"{TITLE} - The Bolt") + meta("og:site_name", "The Bolt"), TITLE),
        (ld(), TITLE),
        (meta("og:title", "Norvik &amp;amp; Tal"), "Norvik & Tal"),
    ],
)
def test_title(head: str, title: str) -> None:
    assert extract_article(page(head=head)).title == title


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        (ld(author=[{"name": "Jo Berg"}, {"name": "Al Lund"}]), "", ("Jo Berg", "Al Lund")),
        (ld(author="Jo Berg and Al Lund"), "", ("Jo Berg", "Al Lund")),
        ("<meta name='author' content='Jo Berg'>", "", ("Jo Berg",)),
        ("<meta name='author' content='http://bolt.example/jo'>", "<p class='byline'>By Jo Berg</p>", ("Jo Berg",)),
        ("", "<p>Posted on May 3, 2021 by Jo Berg</p>", ("Jo Berg",)),
        ("", "<p>By now everybody knows.</p>", ()),
    ],
)
def test_authors(head: str, before: str, authors: tuple[str, ...]) -> None:
    assert extract_article(page(head=head, before=before)).authors == authors


def test_site_and_canonical_url() -> None:
    head = meta("og:site_name", "The Bolt") + "<link rel='canonical' href='/norvik'>"
    article = extract_article(page(head=head), URL)
    assert (article.site, article.canonical_url) == ("The Bolt", "http://bolt.example/norvik")
    assert extract_article(page(head="<link rel='canonical' href='javascript:x'>"), URL).canonical_url is None
    assert extract_article(page(), "http://www.bolt.example/x").site == "bolt.example"


def test_broken_json_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{\"@type\": </script>" + meta("date", "2021-05-03")
    assert extract_article(page(head=head)).published == "2021-05-03"
