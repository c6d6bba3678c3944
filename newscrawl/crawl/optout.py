"""Pages reserved against text and data mining are not fetched, or thrown away unread. No setting turns this off."""

import asyncio
import logging
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.crawl.refusals import ReservedError
from newscrawl.crawl.reservation import PATH, Rule, read_rules, reserved_by_file, reserved_by_headers

logger = logging.getLogger(__name__)

LISTING = {"listing": True}
"""The ``meta`` of requests for feeds and sitemaps, which are read for addresses only."""


class OptOutMiddleware:
    """Asks each site once in a run for its ``tdmrep.json``, when the first page of it is wanted."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rules: dict[str, asyncio.Future[tuple[Rule, ...]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "OptOutMiddleware":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        if not is_mined(request):
            return
        if reason := reserved_by_file(await self.rules_for(request.url), request.url):
            raise ReservedError(reason)

    def process_response(self, request: Request, response: Response) -> Response:
        if is_mined(request) and response.status == 200:
            headers = (lines(response, name) for name in ("tdm-reservation", "X-Robots-Tag"))
            if reason := reserved_by_headers(*headers):
                raise ReservedError(reason)
        return response

    async def rules_for(self, url: str) -> tuple[Rule, ...]:
        """The rules of an address's site; none if it has no such file or the file cannot be had."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.rules:
            self.rules[site] = asyncio.ensure_future(self.fetch_rules(site + PATH))
        return await asyncio.shield(self.rules[site])

    async def fetch_rules(self, url: str) -> tuple[Rule, ...]:
        meta = {"dont_obey_robotstxt": True, "dont_retry": True, **LISTING}
        try:
            response = await self.crawler.engine.download_async(Request(url, NO_CALLBACK, meta=meta, priority=1000))
        except Exception as error:  # whatever keeps the file from us, it says nothing then
            logger.info("%s: not read: %s: %s", url, type(error).__name__, error)
            return ()
        return read_rules(response.body) if response.status == 200 else ()


def is_mined(request: Request) -> bool:
    """Whether a request is for a page: not for a feed, robots.txt or the file of rules itself."""
    return not request.meta.get("listing") and not request.meta.get("dont_obey_robotstxt")


def lines(response: Response, name: str) -> list[str]:
    """The lines of a header, of which there may be several."""
    return [line.decode("latin-1") for line in response.headers.getlist(name)]
