"""The spider: feeds and sitemaps → articles' addresses → pages."""

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from typing import Any

import scrapy
from scrapy.http import Response, TextResponse

from newscrawl import __version__
from newscrawl.article import Given
from newscrawl.crawl.addresses import bare_address
from newscrawl.crawl.arguments import read_order
from newscrawl.crawl.book import Feed, Tally
from newscrawl.crawl.days import is_before
from newscrawl.crawl.failures import failure_reason, failure_text, is_by_rule
from newscrawl.crawl.feeds import Entry, Listing, ListingError, read_listing
from newscrawl.crawl.frontier import Wanted, lies_ahead, validators
from newscrawl.crawl.history import now
from newscrawl.crawl.optout import LISTING
from newscrawl.crawl.refusals import PostponedError, ReservedError
from newscrawl.items import Page, page_source
from newscrawl.sources import Source, bare_host
from newscrawl.spiders.booked import BookedSpider, broken

DEPTH = 2
"""How deep sitemap indexes are followed."""

SITEMAPS = 50
"""Sitemaps followed of one index, from its top."""


class NewsSpider(BookedSpider):
    """Reads what the order says."""

    name = "news"

    read = staticmethod(read_order)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen: set[str] = set()

    async def start(self) -> AsyncIterator[scrapy.Request]:
        try:
            for request in (*self.listing_requests(), *self.requests_by_hand(), *self.left_by_earlier_runs()):
                yield request
        except sqlite3.DatabaseError as error:  # Scrapy would log it and call the crawl a success
            self.run.broken = broken(self.crawler, error)

    def listing_requests(self) -> Iterator[scrapy.Request]:
        """The feeds and sitemaps of the order."""
        for source in self.order.sources:
            tally = self.run.tally(source.name, minimum=source.table.minimum)
            for url in (*source.table.feeds, *source.table.sitemaps):
                yield from self.listing_requests_for(url, tally, source)
        for url in (*self.order.feeds, *self.order.sitemaps):
            yield self.listing_request(url, self.run.tally(url, by_hand=True), None)

    def requests_by_hand(self) -> Iterator[scrapy.Request]:
        """The pages named in the order."""
        for url in self.order.urls:
            bare = bare_address(url)
            entry = Entry(bare, listed=url if url != bare else None)
            wanted = self.frontier.add([entry], found_by=url, by_hand=True)
            yield from self.article_requests(wanted, self.run.tally(url, by_hand=True), None)

    def left_by_earlier_runs(self) -> Iterator[scrapy.Request]:
        """What earlier runs found for the same sources and addresses and did not get; by today's patterns."""
        for tally in list(self.run.tallies.values()):
            source = self.known.get(tally.name)
            due = self.frontier.due(tally.name)
            wanted = [page for page in due if source is None or source.is_article(page.entry.url)]
            yield from self.article_requests(wanted, tally, source)

    def listing_requests_for(
        self, url: str, tally: Tally, source: Source | None, depth: int = 0
    ) -> Iterator[scrapy.Request]:
        """The request for a feed or sitemap; for a seldom changing one that is not due yet, what its index lists."""
        if not tally.by_hand and self.frontier.feed_waits(url, reading_of(tally, source)):
            yield from self.waiting_listing(url, tally, source, depth)
        else:
            yield self.listing_request(url, tally, source, depth)

    def waiting_listing(self, url: str, tally: Tally, source: Source | None, depth: int) -> Iterator[scrapy.Request]:
        _, state = self.frontier.feed(url, reading_of(tally, source))
        tally.feeds[url] = Feed(addresses=state.get("addresses") or 0, waits=True)
        yield from self.sitemap_requests(self.frontier.sitemaps(url), tally, source, depth)

    def listing_request(self, url: str, tally: Tally, source: Source | None, depth: int = 0) -> scrapy.Request:
        headers, _ = self.frontier.feed(url, reading_of(tally, source))
        about = {"asked": url, "tally": tally, "source": source, "depth": depth}
        return scrapy.Request(
            url,
            self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs=about,
            headers=headers,
            meta=allowing_304(headers) | LISTING,
            dont_filter=True,
            priority=1,
        )

    def parse_listing(
        self, response: Response, asked: str, tally: Tally, source: Source | None, depth: int
    ) -> Iterator[scrapy.Request]:
        if response.status == 304:
            yield from self.same_listing(asked, tally, source, depth)
            return
        try:
            listing = read_listing(response.body, response.url)
        except ListingError as error:
            self.note_problem(tally, source, asked, str(error), response.status)
            return
        tally.reasons["no http address"] += listing.skipped
        tally.reasons["too many entries"] += listing.cut
        entries = self.articles_of(listing, tally, source)
        wanted = self.frontier.add(entries, found_by=tally.name)
        sitemaps = listing.sitemaps[:SITEMAPS]
        fresh = self.frontier.save_sitemaps(asked, sitemaps) or any(page.tries == 0 for page in wanted)
        state = {"status": response.status, "addresses": len(entries), "problem": None} | validators(response)
        self.frontier.save_feed(asked, name_of(source), reading=reading_of(tally, source), **state)
        self.frontier.save_interval(asked, fresh)
        tally.feeds[asked] = Feed(response.status, len(entries))
        yield from self.sitemap_requests(sitemaps, tally, source, depth)
        yield from self.article_requests(wanted, tally, source)

    def same_listing(self, asked: str, tally: Tally, source: Source | None, depth: int) -> Iterator[scrapy.Request]:
        """A feed that has not changed: nothing to do but for the sitemaps in an index, which may have."""
        _, state = self.frontier.feed(asked, reading_of(tally, source))
        tally.feeds[asked] = Feed(304, state["addresses"])
        self.frontier.save_feed(asked, name_of(source), status=304, problem=None)
        self.frontier.save_interval(asked, fresh=False)
        yield from self.sitemap_requests(self.frontier.sitemaps(asked), tally, source, depth)

    def sitemap_requests(
        self, urls: Sequence[str], tally: Tally, source: Source | None, depth: int
    ) -> Iterator[scrapy.Request]:
        if depth < DEPTH:
            for url in urls:
                yield from self.listing_requests_for(url, tally, source, depth + 1)

    def articles_of(self, listing: Listing, tally: Tally, source: Source | None) -> list[Entry]:
        """The entries whose address is an article's, by the source's pattern; all of them without a source."""
        entries = [entry for entry in listing.entries if source is None or source.is_article(entry.url)]
        tally.reasons["no article address"] += len(listing.entries) - len(entries)
        tally.reasons["date in the future"] += sum(lies_ahead(entry.published) for entry in entries)
        entries = [replace(entry, published=None) if lies_ahead(entry.published) else entry for entry in entries]
        tally.listed.update(entry.url for entry in entries)
        return entries

    def article_requests(self, pages: list[Wanted], tally: Tally, source: Source | None) -> Iterator[scrapy.Request]:
        """Requests for pages, each once in a run; one that is left out waits for a later run."""
        for wanted in pages:
            if wanted.entry.url in self.seen:
                continue
            if reason := self.why_left_out(wanted.entry):
                self.run.leave_out(tally, reason)
                continue
            self.seen.add(wanted.entry.url)
            tally.asked += 1
            tally.retried += wanted.tries > 0
            yield self.article_request(wanted, tally, source)

    def article_request(self, wanted: Wanted, tally: Tally, source: Source | None) -> scrapy.Request:
        entry, headers = wanted.entry, wanted.headers()
        about = {"entry": entry, "tally": tally, "source": source or self.source_of(entry.url)}
        return scrapy.Request(
            entry.url,
            self.parse_article,
            errback=self.article_failed,
            cb_kwargs=about,
            headers=headers,
            meta=allowing_304(headers),
            dont_filter=True,  # a redirect to a page that was fetched already would be dropped without a word
        )

    def why_left_out(self, entry: Entry) -> str | None:
        """Why the order does not want a page now; None if it does."""
        if is_before(entry.published, self.order.since):
            return "before since"
        over = self.order.limit is not None and self.run.total("asked") >= self.order.limit
        return "over the limit" if over else None

    def parse_article(self, response: Response, entry: Entry, tally: Tally, source: Source | None) -> Iterator[Page]:
        tally.fetched += 1
        if response.status == 304:
            self.same_article(entry, tally)
        elif isinstance(response, TextResponse):
            yield page_of(response, entry, tally, source)
        else:
            self.frontier.done(entry.url, "no page")
            self.run.leave_out(tally, "no page")
            self.logger.info("%s: no page but %s", response.url, response.headers.get("Content-Type"))

    def same_article(self, entry: Entry, tally: Tally) -> None:
        """A page that has not changed since its article was stored."""
        self.frontier.done(entry.url)
        tally.texts += 1
        tally.save("unchanged", 0)

    def listing_failed(self, failure: Any) -> Iterator[scrapy.Request]:
        status = getattr(getattr(failure.value, "response", None), "status", None)
        about = failure.request.cb_kwargs
        if failure.check(PostponedError):
            yield from self.waiting_listing(about["asked"], about["tally"], about["source"], about["depth"])
            return
        self.note_problem(about["tally"], about["source"], about["asked"], failure_text(failure), status)

    def article_failed(self, failure: Any) -> None:
        """A page that was refused by rule is left out; one that should have come is an error."""
        tally, entry = failure.request.cb_kwargs["tally"], failure.request.cb_kwargs["entry"]
        reason = failure_reason(failure)
        given_up = self.write_down(entry, reason, failure.value)
        message = f"{failure.request.url}: {failure_text(failure)}{', given up' if given_up else ''}"
        if is_by_rule(failure.value):
            self.run.leave_out(tally, reason)
        else:
            self.run.fail(tally, reason, message)
        if tally.name in (entry.url, entry.listed):
            tally.problems.append(message)
        self.logger.warning(message)

    def write_down(self, entry: Entry, reason: str, error: BaseException) -> bool:
        """The state of a page that did not come; whether it is given up."""
        if isinstance(error, ReservedError):
            self.frontier.reserved(entry.url, reason)
        elif not isinstance(error, PostponedError):
            return self.frontier.fail(entry.url, reason)
        return False

    def note_problem(self, tally: Tally, source: Source | None, url: str, problem: str, status: int | None) -> None:
        """Write down that a feed could not be read."""
        tally.feeds[url] = Feed(status, problem=problem)
        tally.problems.append(f"{url}: {problem}")
        self.frontier.save_feed(url, name_of(source), status=status, problem=problem, due_at=None)
        self.logger.warning("%s: %s", url, problem)


def page_of(response: TextResponse, entry: Entry, tally: Tally, source: Source | None) -> Page:
    """What goes through the pipelines of a response."""
    known = validators(response)
    return Page(
        url=bare_address(response.url),
        asked=entry.url,
        listed=entry.listed,
        source=source.name if source else bare_host(response.url),
        tally=tally.name,
        html=page_source(response),
        hints=Given(entry.title, entry.language or (source.table.language if source else None), entry.published),
        fetched_at=now(),
        etag=known["etag"],
        last_modified=known["last_modified"],
        response=response,
    )


def allowing_304(headers: dict[str, str]) -> dict[str, list[int]]:
    """Scrapy takes 304 for an error, which it is if nothing conditional was asked."""
    return {"handle_httpstatus_list": [304]} if headers else {}


def name_of(source: Source | None) -> str | None:
    return source.name if source else None


def reading_of(tally: Tally, source: Source | None) -> str:
    """A fingerprint of how a feed's addresses are chosen: a new pattern must see all of them again."""
    chosen = (source.table.articles.pattern, *sorted(source.hosts)) if source else ()
    return hashlib.sha256("\n".join((__version__, tally.name, *chosen)).encode()).hexdigest()[:16]
