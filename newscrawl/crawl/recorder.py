"""Keeps the run's book where Scrapy only logs: dropped pages, pages that failed in a pipeline, a broken database."""

import asyncio
import sqlite3
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from twisted.python.failure import Failure

from newscrawl.crawl.book import Run
from newscrawl.crawl.workers import NotStartedError, ReadingError
from newscrawl.items import Page
from newscrawl.spiders.booked import BookedSpider, booked, broken


class Recorder:
    """Writes what the signals say into the spider's run."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Recorder":
        if not isinstance(crawler.spider, BookedSpider):
            raise NotConfigured
        recorder = cls(crawler)
        crawler.signals.connect(recorder.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(recorder.item_error, signal=signals.item_error)
        crawler.signals.connect(recorder.spider_error, signal=signals.spider_error)
        return recorder

    @property
    def run(self) -> Run:
        return booked(self.crawler).run

    def item_dropped(self, item: Page, exception: DropItem) -> None:
        self.run.leave_out(self.run.tallies[item.tally], str(exception))

    def item_error(self, item: Page, failure: Failure) -> None:
        """One page's error is that page's only, but a database that cannot be written ends the run."""
        error = failure.value
        if isinstance(error, NotStartedError):
            self.break_off(f"pages cannot be read, no process can be started: {error}")
            return
        reason = error.reason if isinstance(error, ReadingError) else type(error).__name__
        self.run.fail(self.run.tallies[item.tally], reason, f"{item.url}: {reason}: {error}")
        if is_broken_database(error):
            self.break_off(broken(self.crawler, error))
        elif not self.run.broken:
            booked(self.crawler).frontier.fail(item.asked, reason)

    def spider_error(self, failure: Failure, response: Any) -> None:
        """A fault of ours, or the database: ``response`` is a failure where a request had failed before."""
        error, request = failure.value, getattr(response, "request", None)
        address = getattr(response, "url", None) or getattr(request, "url", "unknown address")
        self.run.errors.append(f"{address}: {type(error).__name__}: {error}")
        if is_broken_database(error):
            self.break_off(broken(self.crawler, error))

    def break_off(self, cause: str) -> None:
        """End the run: nothing more could be stored."""
        if self.run.broken is None:
            self.run.broken = cause
            self.closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="database"))


def is_broken_database(error: BaseException | None) -> bool:
    """Whether an error concerns the database as a whole: full disk, read-only, corrupt; not one row of it."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(
        error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.DataError
    )
