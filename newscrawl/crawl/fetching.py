"""A few addresses, fetched outside a crawl by a crawl's rules: robots.txt, network guard, limits, politeness."""

from collections.abc import AsyncIterator
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from newscrawl.crawl.failures import failure_text
from newscrawl.crawl.identity import user_agent

Fetched = dict[str, Response | str]
"""Address asked for → the response, or why there is none."""

QUIET = {"LOG_ENABLED": False, "ITEM_PIPELINES": {}, "EXTENSIONS": {}, "RETRY_TIMES": 0}


class FetchSpider(scrapy.Spider):
    """Puts what it gets for each address into ``fetched``."""

    name = "fetch"

    def __init__(self, urls: list[str], fetched: Fetched, meta: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.urls = urls
        self.fetched = fetched
        self.meta = meta

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for url in self.urls:
            about: dict[str, Any] = {"cb_kwargs": {"asked": url}, "meta": self.meta.copy(), "dont_filter": True}
            yield scrapy.Request(url, self.parse, errback=self.failed, **about)

    def parse(self, response: Response, asked: str) -> None:
        self.fetched[asked] = response

    def failed(self, failure: Any) -> None:
        self.fetched[failure.request.cb_kwargs["asked"]] = failure_text(failure)


def fetch_all(urls: list[str], settings: Settings, **meta: Any) -> Fetched:
    """Fetch each address once, with this ``meta``. Once in a process: Scrapy's event loop does not start again."""
    fetched: Fetched = {}
    if urls:
        own = settings.copy()
        own.set("USER_AGENT", user_agent(settings), priority=settings.getpriority("USER_AGENT") or 0)
        own.setdict(QUIET, priority="cmdline")
        process = AsyncCrawlerProcess(own)
        process.crawl(FetchSpider, urls=list(dict.fromkeys(urls)), fetched=fetched, meta=meta)
        process.start()
    return {url: fetched.get(url, "was not fetched") for url in urls}
