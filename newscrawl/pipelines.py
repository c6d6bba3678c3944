"""Page → article → deals → database: three steps, each calling one function."""

from dataclasses import replace

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.article import Article, Given, extract_article
from newscrawl.crawl.arguments import is_before
from newscrawl.database import save_article
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages
from newscrawl.items import Page
from newscrawl.spiders.booked import booked

STORED = ("article", "live", "stub")
"""Kinds of pages that are stored; an index, a consent wall or an error page is no article."""

BEFORE_SINCE = "before since"
"""The reason that concerns this run only: the next one may want older articles."""


class Pipeline:
    """What the three have in common: the crawl that they belong to."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Pipeline":
        return cls(crawler)


class ArticlePipeline(Pipeline):
    """The page's article; a page that is none, or is older than asked for, is dropped with the reason."""

    def process_item(self, page: Page) -> Page:
        spider = booked(self.crawler)
        article = with_hints(extract_article(page.html, page.url, fetched=page.fetched_at), page.hints)
        if article.text:
            spider.run.tallies[page.tally].texts += 1
        if reason := why_not_stored(article, spider.order.since):
            if reason == BEFORE_SINCE:
                spider.frontier.postpone(page.asked, article.published)
            else:
                spider.frontier.done(page.asked, reason)
            raise DropItem(reason)
        page.article = article
        return page


class DealsPipeline(Pipeline):
    """The article's deals. A language without rules is counted and never read with another language's rules."""

    def process_item(self, page: Page) -> Page:
        article = page.article
        if article.language and article.language in languages():
            page.deals = find_deals(article.text, article.language, article.published, article.title)
        else:
            booked(self.crawler).run.tallies[page.tally].without_rules[article.language or "unknown"] += 1
        return page


class SavePipeline(Pipeline):
    """One transaction for the article with its deals and the page's state; saving again changes nothing."""

    def process_item(self, page: Page) -> Page:
        spider = booked(self.crawler)
        with spider.frontier.db.atomic():
            outcome = save_article(
                spider.frontier.db,
                page.article,
                page.deals,
                url=page.url,
                source=page.source,
                fetched_at=page.fetched_at,
                run=self.crawler.settings.getint("NEWSCRAWL_RUN") or None,
                asked=page.asked,
            )
            spider.frontier.done(page.asked, etag=page.etag, last_modified=page.last_modified)
        spider.run.tallies[page.tally].save(outcome, len(page.deals))
        return page


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
