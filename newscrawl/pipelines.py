"""Page → article → is it a copy? → deals → database. Reading is done in processes of their own; one writes."""

import asyncio

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.crawl.copies import original_of, tells_the_same
from newscrawl.crawl.reading import BEFORE_SINCE, Reading, read_deals, read_page
from newscrawl.crawl.reservation import META, ROBOTS
from newscrawl.crawl.warc import WarcFolder
from newscrawl.crawl.workers import Workers
from newscrawl.database import learn_lines, recurring_lines, save_article
from newscrawl.database.copies import articles_at, note_addresses, store_bands, store_copy
from newscrawl.database.guidance import apply_corrections, guidance_of
from newscrawl.extract.processes import cores
from newscrawl.items import Page
from newscrawl.linking.corrections import read_corrections
from newscrawl.spiders.booked import booked

COPY = "copy"
"""The reason to count copies by: nothing of them is stored but the address."""


class Pipeline:
    """What both have in common: the crawl that they belong to."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Pipeline":
        return cls(crawler)


class ReadPipeline(Pipeline):
    """The page's article; a page without an article, or an older one than asked for, is dropped.

    Where pages are kept (``NEWSCRAWL_WARC``), it is here: what a page reserves is known only when it was read.
    """

    def open_spider(self) -> None:
        settings = self.crawler.settings
        count = settings.getint("NEWSCRAWL_WORKERS") or cores()
        self.workers = Workers(count, settings.getfloat("NEWSCRAWL_PAGE_SECONDS"))
        booked(self.crawler).workers = self.workers
        self.warc = WarcFolder(settings["NEWSCRAWL_WARC"], settings["NEWSCRAWL_RUN"])

    async def process_item(self, page: Page) -> Page:
        spider = booked(self.crawler)
        recurring = recurring_lines(spider.frontier.db, page.url, page.asked)
        reading = await self.workers.call(
            read_page, page.html, page.url, page.hints, page.fetched_at, spider.order.since, recurring
        )
        spider.run.tallies[page.tally].texts += bool(reading.article.text)
        if page.response is not None and reading.reason not in (META, ROBOTS):
            self.warc.keep(page.response, page.fetched_at)
        if reading.reason:
            self.drop(page, reading)
        page.article, page.lines, page.bands = reading.article, reading.lines, reading.bands
        return page

    def drop(self, page: Page, reading: Reading) -> None:
        """Write down what became of the page, and raise DropItem."""
        frontier = booked(self.crawler).frontier
        if reading.reason == BEFORE_SINCE:
            frontier.postpone(page.asked, reading.article.published)
        elif reading.reason in (META, ROBOTS):
            frontier.reserved(page.asked, reading.reason)
        else:
            frontier.done(page.asked, reading.reason, fetched_at=page.fetched_at)
        raise DropItem(reading.reason or "")

    def close_spider(self) -> None:
        self.workers.close()
        self.warc.close()


class CopyPipeline(Pipeline):
    """A copy of an article that is stored, or is just being read, becomes one more address of that article."""

    def open_spider(self) -> None:
        self.reading: dict[int, tuple[Page, asyncio.Event]] = {}
        for signal in (signals.item_scraped, signals.item_dropped, signals.item_error):
            self.crawler.signals.connect(self.read, signal=signal)

    async def process_item(self, page: Page) -> Page:
        while waiting := self.same_being_read(page):
            await waiting.wait()
        spider = booked(self.crawler)
        with spider.frontier.db.atomic():
            original = original_of(spider.frontier.db, page)
            if original is not None:
                store_copy(spider.frontier.db, original, (page.url, page.asked, page.listed), page.source)
                spider.frontier.done(page.asked, COPY, **facts_of(page))
        if original is not None:  # outside, since an exception would undo what is written inside
            raise DropItem(COPY)
        self.reading[id(page)] = page, asyncio.Event()
        return page

    def same_being_read(self, page: Page) -> asyncio.Event | None:
        """What to wait for if the same article is under way from another address."""
        return next((read for other, read in self.reading.values() if tells_the_same(page, other)), None)

    def read(self, item: Page) -> None:
        """A page has gone through the pipelines, however that ended."""
        if found := self.reading.pop(id(item), None):
            found[1].set()


class DealsPipeline(Pipeline):
    """The deals of the page's article."""

    async def process_item(self, page: Page) -> Page:
        spider, article = booked(self.crawler), page.article
        assert spider.workers is not None
        deals = await spider.workers.call(read_deals, article.text, article.language, article.published, article.title)
        if deals is None:
            spider.run.tallies[page.tally].without_rules[article.language or "unknown"] += 1
        page.deals = deals or []
        return page


class SavePipeline(Pipeline):
    """One transaction for the article with its deals and the page's state; saving again changes nothing."""

    def open_spider(self) -> None:
        db = booked(self.crawler).frontier.db
        self.corrections = read_corrections(self.crawler.settings["NEWSCRAWL_SOURCES"])
        self.guidance = guidance_of(db, self.corrections)

    def close_spider(self) -> None:
        if self.corrections.companies:
            apply_corrections(booked(self.crawler).frontier.db, self.corrections)

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
                guidance=self.guidance,
            )
            article = articles_at(spider.frontier.db, [page.url])[page.url]
            note_addresses(spider.frontier.db, article, [page.listed])
            if outcome == "new":
                learn_lines(spider.frontier.db, page.url, page.lines)
                store_bands(spider.frontier.db, article, page.bands)
            spider.frontier.done(page.asked, **facts_of(page))
        spider.run.tallies[page.tally].save(outcome, len(page.deals))
        return page


def facts_of(page: Page) -> dict[str, str | None]:
    """What is kept of a page that was read, for asking for it again."""
    return {"etag": page.etag, "last_modified": page.last_modified, "fetched_at": page.fetched_at}
