"""Sites that ask for a rest (429 or 503 with Retry-After) get it.

A short one is waited for. A long one ends the site's turn in this run and is written down, so that later runs keep it.
"""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure

from newscrawl.crawl.refusals import PostponedError

PATIENCE = 30.0
"""Seconds that a run waits for a site; its other sites go on meanwhile."""

LONGEST = timedelta(days=7)
"""No rest is longer, whatever a server says."""

BUSY = (429, 503)


class RestMiddleware:
    """Holds requests back from sites that rest."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rests: dict[str, datetime] | None = None
        # the signal comes before Scrapy takes the next request of the site, a middleware's process_response after it
        crawler.signals.connect(self.response_downloaded, signal=signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RestMiddleware":
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        until = self.known_rests().get(urlparse_cached(request).hostname or "")
        if until and until > datetime.now(UTC):
            raise postponed(until)

    def response_downloaded(self, response: Response, request: Request) -> None:
        pause = retry_after(response.headers.get("Retry-After"), datetime.now(UTC)) if response.status in BUSY else None
        slot = self.crawler.engine.downloader.slots.get(str(request.meta.get("download_slot")))
        if pause is None or slot is None:
            return
        if pause.total_seconds() <= PATIENCE:
            wait(slot, pause.total_seconds())
        else:
            request.meta["dont_retry"] = True
            until = datetime.now(UTC) + pause
            self.rest(urlparse_cached(request).hostname or "", until)
            empty(slot, postponed(until))

    def known_rests(self) -> dict[str, datetime]:
        """When each site may be asked again; those of earlier runs too, where there is a database."""
        if self.rests is None:
            frontier = getattr(self.crawler.spider, "frontier", None)
            self.rests = frontier.rests() if frontier else {}
        return self.rests

    def rest(self, host: str, until: datetime) -> None:
        self.known_rests()[host] = until
        if frontier := getattr(self.crawler.spider, "frontier", None):
            frontier.rest(host, until)


def postponed(until: datetime) -> PostponedError:
    return PostponedError(f"its site wants no requests before {until.isoformat(timespec='seconds')}")


def wait(slot: Slot, seconds: float) -> None:
    """Let the next request of a site wait; those that are under way cannot be called back."""
    slot.lastseen = max(slot.lastseen, monotonic() + seconds)
    slot.delay = slot.delay or 0.001  # without any delay Scrapy does not look at the time


def empty(slot: Slot, error: Exception) -> None:
    """Give all requests that wait for their turn an error instead."""
    while slot.queue:
        slot.queue.popleft()[1].errback(Failure(error))


def retry_after(header: bytes | None, now: datetime) -> timedelta | None:
    """How long a Retry-After header, in seconds or as an HTTP date, asks to wait; None if it does not say."""
    text = (header or b"").decode("latin-1").strip()
    try:
        pause = timedelta(seconds=int(text)) if text.isdecimal() else parsedate_to_datetime(text) - now
    except (ValueError, TypeError, OverflowError):
        return None
    return min(pause, LONGEST) if pause > timedelta() else None
