"""The spider: feeds and sitemaps → articles' addresses → pages."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import scrapy
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse

from newscrawl.article import Given
from newscrawl.crawl.arguments import Order, is_before, read_order
from newscrawl.crawl.book import Feed, Run, Tally
from newscrawl.crawl.failures import failure_reason, failure_text
from newscrawl.crawl.feeds import Entry, Listing, ListingError, read_listing
from newscrawl.crawl.history import now
from newscrawl.items import Page, page_source
from newscrawl.sources import Source, bare_host, read_sources
from newscrawl.spiders.booked import BookedSpider

DEPTH = 2
"""How deep sitemap indexes are followed."""

SITEMAPS = 50
"""Sitemaps followed of one index, from its top."""


class NewsSpider(BookedSpider):
    """Reads what the order says. ``run`` keeps count of everything that happens."""

    name = "news"

    def __init__(self, order: Order, known: dict[str, Source], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.order = order
        self.known = known
        self.run = Run()
        self.seen: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> "NewsSpider":
        known = read_sources(crawler.settings["NEWSCRAWL_SOURCES"])
        spider = cls(read_order(arguments, known), known)
        spider._set_crawler(crawler)
        return spider

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for source in self.order.sources:
            tally = self.run.tally(source.name, minimum=source.table.minimum)
            for url in (*source.table.feeds, *source.table.sitemaps):
                yield self.listing_request(url, tally, source)
        for url in (*self.order.feeds, *self.order.sitemaps):
            yield self.listing_request(url, self.run.tally(url, by_hand=True), None)
        for url in self.order.urls:
            for request in self.article_requests([Entry(url)], self.run.tally(url, by_hand=True), None):
                yield request

    def listing_request(self, url: str, tally: Tally, source: Source | None, depth: int = 0) -> scrapy.Request:
        about = {"tally": tally, "source": source, "depth": depth}
        return scrapy.Request(
            url, self.parse_listing, errback=self.listing_failed, cb_kwargs=about, dont_filter=True, priority=1
        )

    def parse_listing(
        self, response: Response, tally: Tally, source: Source | None, depth: int
    ) -> Iterator[scrapy.Request]:
        try:
            listing = read_listing(response.body, response.url)
        except ListingError as error:
            self.note_problem(tally, response.url, str(error), response.status)
            return
        tally.reasons["no http address"] += listing.skipped
        if depth < DEPTH:
            for url in listing.sitemaps[:SITEMAPS]:
                yield self.listing_request(url, tally, source, depth + 1)
        entries = self.articles_of(listing, tally, source)
        tally.feeds[response.url] = Feed(response.status, len(entries))
        yield from self.article_requests(entries, tally, source)

    def articles_of(self, listing: Listing, tally: Tally, source: Source | None) -> list[Entry]:
        """The entries whose address is an article's, by the source's pattern; all of them without a source."""
        entries = [entry for entry in listing.entries if source is None or source.is_article(entry.url)]
        tally.reasons["no article address"] += len(listing.entries) - len(entries)
        tally.listed.update(entry.url for entry in entries)
        return entries

    def article_requests(self, entries: list[Entry], tally: Tally, source: Source | None) -> Iterator[scrapy.Request]:
        for entry in entries:
            if entry.url in self.seen:
                continue
            if is_before(entry.published, self.order.since):
                self.run.leave_out(tally, "before since")
                continue
            if self.order.limit is not None and self.run.total("asked") >= self.order.limit:
                self.run.leave_out(tally, "over the limit")
                continue
            self.seen.add(entry.url)
            tally.asked += 1
            about = {"entry": entry, "tally": tally, "source": source or self.source_of(entry.url)}
            yield scrapy.Request(entry.url, self.parse_article, errback=self.article_failed, cb_kwargs=about)

    def parse_article(self, response: Response, entry: Entry, tally: Tally, source: Source | None) -> Iterator[Page]:
        tally.fetched += 1
        if not isinstance(response, TextResponse):
            self.run.leave_out(tally, "no page")
            self.logger.info("%s: no page but %s", response.url, response.headers.get("Content-Type"))
            return
        yield Page(
            url=response.url,
            asked=entry.url,
            source=source.name if source else bare_host(response.url),
            tally=tally.name,
            html=page_source(response),
            hints=Given(entry.title, entry.language or (source.table.language if source else None), entry.published),
            fetched_at=now(),
        )

    def listing_failed(self, failure: Any) -> None:
        status = getattr(getattr(failure.value, "response", None), "status", None)
        self.note_problem(failure.request.cb_kwargs["tally"], failure.request.url, failure_text(failure), status)

    def article_failed(self, failure: Any) -> None:
        """A page that was refused by rule is left out; one that should have come is an error."""
        tally, message = failure.request.cb_kwargs["tally"], f"{failure.request.url}: {failure_text(failure)}"
        if failure.check(IgnoreRequest) and failure_reason(failure) in ("robots.txt", "private network"):
            self.run.leave_out(tally, failure_reason(failure))
        else:
            self.run.fail(tally, failure_reason(failure), message)
        if tally.name == failure.request.cb_kwargs["entry"].url:
            tally.problems.append(message)
        self.logger.warning(message)

    def note_problem(self, tally: Tally, url: str, problem: str, status: int | None) -> None:
        """Write down that a feed could not be read."""
        tally.feeds[url] = Feed(status, problem=problem)
        tally.problems.append(f"{url}: {problem}")
        self.logger.warning("%s: %s", url, problem)

    def source_of(self, url: str) -> Source | None:
        """The known source that an address belongs to, however it was found."""
        return next((source for source in self.known.values() if source.is_article(url)), None)
