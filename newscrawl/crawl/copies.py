"""Is a page the copy of an article that is stored already? The first one stays; the page becomes its address too."""

from collections.abc import Iterator

from sqlite_utils import Database

from newscrawl.crawl.addresses import bare_address
from newscrawl.crawl.resemblance import is_same_story
from newscrawl.database.articles import find_article, host_of
from newscrawl.database.copies import Known, articles_at, articles_like, known_article
from newscrawl.items import Page


def original_of(db: Database, page: Page) -> int | None:
    """The article that a page is a copy of; None if it is new, or if the page is the article's own.

    A page is a copy if an article is known under an address that the page names as its own (AMP and print versions do),
    and has the same title or a near-identical text; or if the texts are near-identical on whatever site.
    """
    if is_own(db, page):
        return None
    for known in named(db, page):
        if same_title(page, known) or is_same_story(page.article.text, known.text):
            return known.id
    return next((known.id for known in articles_like(db, page.bands) if is_copy(page, known)), None)


def is_own(db: Database, page: Page) -> bool:
    """Whether a stored article has the page's address, so that the page is its next version."""
    return find_article(db, page.url, (page.asked,), page.article) is not None


def named(db: Database, page: Page) -> Iterator[Known]:
    """The articles known under the address that a page calls its own, or under the one where it was a copy before."""
    canonical = page.article.canonical_url
    found = articles_at(db, [page.url, *([canonical, bare_address(canonical)] if canonical else [])])
    return (known_article(db, article) for article in sorted(set(found.values())))


def is_copy(page: Page, known: Known) -> bool:
    """Whether the texts are near-identical. On one site the titles must agree as well: all its pages may look alike."""
    if host_of(page.url) == host_of(known.url) and not same_title(page, known):
        return False
    return is_same_story(page.article.text, known.text)


def same_title(page: Page, known: Known) -> bool:
    return bool(known.title) and page.article.title == known.title


def tells_the_same(page: Page, other: Page) -> bool:
    """Whether two pages of one run, neither stored yet, may be the same article."""
    addresses = [{p.url, p.article.canonical_url or p.url} for p in (page, other)]
    if not addresses[0].isdisjoint(addresses[1]) and page.article.title == other.article.title:
        return True
    if set(page.bands).isdisjoint(other.bands):
        return False
    return is_copy(page, Known(0, other.url, other.article.title, other.article.text))
