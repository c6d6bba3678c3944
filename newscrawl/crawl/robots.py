"""robots.txt as RFC 9309 wants it: one that the server cannot give forbids everything for now; crawl-delay is kept."""

import math

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError, IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.crawl.failures import sentence
from newscrawl.crawl.refusals import PostponedError, UnknownRobotsError

LARGEST = 500 * 1024
"""Bytes of robots.txt that are read, as RFC 9309 asks for; a hostile one is longer."""

LONGEST_DELAY = 60.0
"""Seconds; a site that asks for more gets this, or no run would end."""

SITE_SECONDS = 1800.0
"""What one run may spend on a site because of its crawl-delay; the pages beyond wait for the next run."""

NAMELESS = (IgnoreRequest, CannotResolveHostError, DownloadConnectionRefusedError)
"""Errors that the page itself will meet as well, and tell better."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's, with what it leaves out: servers in trouble, the largest size, crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.unknown: dict[str, str] = {}
        self.delays: dict[str, float] = {}
        self.asked: dict[str, int] = {}
        crawler.signals.connect(self.keep_delay, signal=signals.response_downloaded)

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        await super().process_request(request)
        if request.meta.get("dont_obey_robotstxt"):
            return
        site = urlparse_cached(request)
        if reason := self.unknown.get(site.netloc):
            raise UnknownRobotsError(f"robots.txt: {reason}")
        self.take_turn(site.hostname or "")

    def take_turn(self, host: str) -> None:
        """Let a request through if the site's crawl-delay leaves time for it in this run."""
        delay = self.delays.get(host, 0.0)
        if delay * self.asked.get(host, 0) > SITE_SECONDS:
            raise PostponedError(f"crawl-delay of {delay:g} seconds")
        self.asked[host] = self.asked.get(host, 0) + 1

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            self.unknown[netloc] = f"the server answered {response.status}"
        body = response.body[:LARGEST] if response.status == 200 else b""
        await super()._parse_robots(response.replace(body=body), netloc, request)
        parser = self._parsers[netloc]
        if isinstance(parser, RobotParser):
            self.note_delay(
                urlparse_cached(request).hostname or "", parser.crawl_delay(self._robotstxt_useragent or "*")
            )

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if not isinstance(exc, NAMELESS):
            self.unknown[netloc] = sentence(exc)
        super()._robots_error(exc, netloc)

    def note_delay(self, host: str, delay: float | None) -> None:
        """Keep the delay for the whole run: for the slot that robots.txt came through and for later ones."""
        if delay and delay > 0 and math.isfinite(delay):
            self.delays[host] = delay = max(min(delay, LONGEST_DELAY), self.delays.get(host, 0.0))
            downloader = self.crawler.engine.downloader
            downloader.per_slot_settings[host] = {"delay": max(delay, downloader._delay), "jitter": 0.0}
            if slot := downloader.slots.get(host):
                self.slow_down(host, slot)

    def keep_delay(self, request: Request) -> None:
        """AutoThrottle knows only its own bounds: after each of its changes the site's delay is the least."""
        host = str(request.meta.get("download_slot"))
        if host in self.delays and (slot := self.crawler.engine.downloader.slots.get(host)):
            self.slow_down(host, slot)

    def slow_down(self, host: str, slot: Slot) -> None:
        slot.delay, slot.jitter = max(slot.delay, self.delays[host]), 0.0
