"""The spider that fetches nothing: WARC files → pages, through the same pipelines."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.http.headers import Headers
from scrapy.responsetypes import responsetypes

from newscrawl.article import Given
from newscrawl.crawl.arguments import read_archive_order
from newscrawl.crawl.book import Tally
from newscrawl.crawl.captures import Progress
from newscrawl.crawl.optout import lines
from newscrawl.crawl.reservation import reserved_by_headers
from newscrawl.crawl.warc import Capture, WarcError, read_captures
from newscrawl.extract.processes import AHEAD, cores
from newscrawl.items import Page, page_source
from newscrawl.sources import bare_host, is_http
from newscrawl.spiders.booked import BookedSpider, broken

WELL = 200
"""Only pages that came as they should are read: no redirects, no errors."""


class ArchiveSpider(BookedSpider):
    """Reads the files of the order one after the other; a file is gone on with where an earlier run has stopped."""

    name = "archive"
    read = staticmethod(read_archive_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.progress: Progress | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> "ArchiveSpider":
        spider = super().from_crawler(crawler, *args, **arguments)
        assert isinstance(spider, cls)
        for signal in (signals.item_scraped, signals.item_dropped, signals.item_error):
            crawler.signals.connect(spider.page_done, signal=signal)
        return spider

    async def start(self) -> AsyncIterator[Page]:
        ahead = AHEAD * (self.crawler.settings.getint("NEWSCRAWL_WORKERS") or cores())
        try:
            for path in self.order.paths:
                async for page in self.pages_of(path, ahead):
                    yield page
        except sqlite3.DatabaseError as error:  # Scrapy would log it and call the crawl a success
            self.run.broken = broken(self.crawler, error)

    async def pages_of(self, path: Path, ahead: int) -> AsyncIterator[Page]:
        """The pages of a file; while ``ahead`` of them wait to be read, none follows."""
        tally = self.run.tally(str(path), by_hand=True)
        self.progress = Progress(self.frontier.db, path, self.order.again)
        if self.progress.is_finished:
            self.run.leave_out(tally, "read before")
            return
        try:
            for page in self.captured(path, tally):
                yield page
                await self.progress.room(ahead)
        except WarcError as error:
            self.progress.problem = str(error)
            tally.problems.append(str(error))
            self.logger.warning(str(error))
        await self.progress.room(1)
        if not self.is_full():
            self.progress.finish()

    def captured(self, path: Path, tally: Tally) -> Iterator[Page]:
        """The pages in a file that are to be read; all others are counted by why they are not."""
        assert self.progress is not None
        largest = self.crawler.settings.getint("DOWNLOAD_MAXSIZE")
        for capture in read_captures(path, self.progress.position, largest):
            if self.is_full():
                return
            response = response_of(capture)
            if reason := self.why_left_out(capture, response):
                self.run.leave_out(tally, reason)
                continue
            if not self.frontier.add_capture(capture.url, capture.at, str(path), self.order.again):
                self.run.leave_out(tally, "known")
                continue
            assert isinstance(response, HtmlResponse)
            self.progress.begin(capture.offset)
            tally.asked += 1
            tally.fetched += 1
            yield self.page_of(capture, response, tally)

    def is_full(self) -> bool:
        return self.order.limit is not None and self.run.total("asked") >= self.order.limit

    def why_left_out(self, capture: Capture, response: Response) -> str | None:
        """Why a capture is not read, in a word or two; None if it is."""
        if capture.status != WELL:
            return f"http {capture.status}"
        if capture.damage:
            return capture.damage
        if not is_http(capture.url):
            return "no http address"
        if not capture.at:
            return "no date"
        if not isinstance(response, HtmlResponse):
            return "no page"
        return reserved_by_headers(*(lines(response, name) for name in ("tdm-reservation", "X-Robots-Tag")))

    def page_of(self, capture: Capture, response: HtmlResponse, tally: Tally) -> Page:
        source = self.source_of(capture.url)
        return Page(
            url=capture.url,
            asked=capture.url,
            source=source.name if source else bare_host(capture.url),
            tally=tally.name,
            html=page_source(response),
            hints=Given(language=source.table.language if source else None),
            fetched_at=capture.at,
            offset=capture.offset,
        )

    def page_done(self, item: Page) -> None:
        if self.progress is not None:
            self.progress.end(item.offset)


def response_of(capture: Capture) -> Response:
    """As Scrapy would have given it."""
    headers = Headers()
    for name, value in capture.headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=capture.url, body=capture.body)
    return kind(capture.url, status=capture.status, headers=headers, body=capture.body)
