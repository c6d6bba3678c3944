"""Page → article and deals, in a process of their own → database, one writer."""

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl.crawl.reading import BEFORE_SINCE, Reading, read_page
from newscrawl.crawl.reservation import META, ROBOTS
from newscrawl.crawl.workers import Workers
from newscrawl.database import learn_lines, recurring_lines, save_article
from newscrawl.database.guidance import apply_corrections, guidance_of
from newscrawl.extract.many import cores
from newscrawl.items import Page
from newscrawl.linking.corrections import read_corrections
from newscrawl.spiders.booked import booked


class Pipeline:
    """What both have in common: the crawl that they belong to."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Pipeline":
        return cls(crawler)


class ReadPipeline(Pipeline):
    """The page's article and deals; a page without an article, or an older one than asked for, is dropped."""

    def open_spider(self) -> None:
        settings = self.crawler.settings
        count = settings.getint("NEWSCRAWL_WORKERS") or cores()
        self.workers = Workers(count, settings.getfloat("NEWSCRAWL_PAGE_SECONDS"))
        booked(self.crawler).workers = self.workers

    async def process_item(self, page: Page) -> Page:
        spider = booked(self.crawler)
        recurring = recurring_lines(spider.frontier.db, page.url, page.asked)
        reading = await self.workers.call(
            read_page, page.html, page.url, page.hints, page.fetched_at, spider.order.since, recurring
        )
        self.count(page, reading)
        if reading.reason:
            self.drop(page, reading)
        page.article, page.deals, page.lines = reading.article, list(reading.deals), reading.lines
        return page

    def count(self, page: Page, reading: Reading) -> None:
        tally = booked(self.crawler).run.tallies[page.tally]
        tally.texts += bool(reading.article.text)
        if not reading.has_rules:
            tally.without_rules[reading.article.language or "unknown"] += 1

    def drop(self, page: Page, reading: Reading) -> None:
        """Write down what became of the page, and raise DropItem."""
        frontier = booked(self.crawler).frontier
        if reading.reason == BEFORE_SINCE:
            frontier.postpone(page.asked, reading.article.published)
        elif reading.reason in (META, ROBOTS):
            frontier.reserved(page.asked, reading.reason)
        else:
            frontier.done(page.asked, reading.reason)
        raise DropItem(reading.reason or "")

    def close_spider(self) -> None:
        self.workers.close()


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
            if outcome == "new":
                learn_lines(spider.frontier.db, page.url, page.lines)
            spider.frontier.done(page.asked, etag=page.etag, last_modified=page.last_modified)
        spider.run.tallies[page.tally].save(outcome, len(page.deals))
        return page
