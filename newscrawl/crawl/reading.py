"""A page → its article → its deals: what worker processes do. Imports no Scrapy, so that workers start soon.

What reads is imported by the functions that need it: the crawl's own process only names them, and a run without news
does not pay for half a second of loading.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newscrawl.article import Article, Given, digests
from newscrawl.crawl.days import is_before
from newscrawl.crawl.resemblance import bands
from newscrawl.crawl.reservation import reserved_by_page
from newscrawl.deals import Deal

STORED = ("article", "live", "stub")
"""Kinds of pages that are stored; an index, a consent wall or an error page is no article."""

BEFORE_SINCE = "before since"
"""The reason that concerns one run only: the next may want older articles."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's article; ``reason`` says why it is not stored.

    ``lines`` are the digests of the article's lines, to tell which recur on other pages of its host, ``bands`` the
    fingerprint by which copies of it are found.
    """

    article: Article
    reason: str | None = None
    lines: frozenset[int] = frozenset()
    bands: tuple[int, ...] = ()


def read_page(
    html: str | bytes, url: str, hints: Given, fetched_at: str, since: str | None, recurring: Mapping[int, int]
) -> Reading:
    """Read a page.

    Args:
        html: text, or bytes whose own declaration of the charset counts.
        url: the address it came from.
        hints: what the feed says; used where the page is silent.
        fetched_at: when it was fetched, ISO 8601.
        since: articles before this day (ISO 8601) are not wanted.
        recurring: on how many other pages of the host a line stands, by its digest.
    """
    from newscrawl.article import extract_article
    from newscrawl.article.decode import parse

    root = parse(html)
    if root is not None and (reserved := reserved_by_page(root)):
        return Reading(Article(url=url), reason=reserved)
    page = html if root is None else root
    article = with_hints(extract_article(page, url, fetched=fetched_at, recurring=recurring), hints)
    lines = digests(article)
    article = replace(article, dropped=())  # nobody asks for them, and they need not travel between processes
    if reason := why_not_stored(article, since):
        return Reading(article, reason=reason)
    return Reading(article, lines=lines, bands=bands(article.text) if article.kind != "stub" else ())


def read_deals(text: str, language: str | None, published: str | None, title: str | None) -> list[Deal] | None:
    """The deals of an article; None if its language has no rules, since another language's rules must not guess."""
    from newscrawl.deals import find_deals
    from newscrawl.deals.languages import languages

    return find_deals(text, language, published, title) if language and language in languages() else None


def with_hints(article: Article, hints: Given) -> Article:
    """The article with what the feed knows wherever the page is silent."""
    missing = {
        field: getattr(hints, field) for field in ("title", "language", "published") if not getattr(article, field)
    }
    known = {field: value for field, value in missing.items() if value}
    return replace(article, **known, origins=article.origins | dict.fromkeys(known, "feed"))


def why_not_stored(article: Article, since: str | None) -> str | None:
    """The reason for leaving a page out, to count by; None if it is stored."""
    if article.kind not in STORED:
        return article.kind
    if not article.text:
        return "no text"
    return BEFORE_SINCE if is_before(article.published, since) else None
