"""Addresses named to `scrapy extract` → pages, by the same rules as a crawl: robots.txt, network guard, limits."""

from collections.abc import AsyncIterator
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

from newscrawl.extract.inputs import Input, Unreadable
from newscrawl.failures import failure_text
from newscrawl.identity import user_agent
from newscrawl.items import page_source

Pages = dict[str, Input | Unreadable]


class PageSpider(scrapy.Spider):
    """Fetches the addresses given into ``pages``."""

    name = "page"
    custom_settings = {"ITEM_PIPELINES": {}, "EXTENSIONS": {}, "LOG_ENABLED": False}  # noqa: RUF012 - Scrapy's way

    def __init__(self, pages: Pages, urls: list[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pages = pages
        self.urls = urls

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for url in self.urls:
            yield scrapy.Request(url, self.parse, errback=self.failed, cb_kwargs={"asked": url}, dont_filter=True)

    def parse(self, response: Response, asked: str) -> None:
        self.pages[asked] = Input(id=asked, html=page_source(response), url=response.url, where=asked)

    def failed(self, failure: Any) -> None:
        asked = failure.request.cb_kwargs["asked"]
        self.pages[asked] = Unreadable(asked, failure_text(failure), id=asked)


def fetch_pages(urls: list[str], settings: Settings) -> Pages:
    """Fetch each address once; one that fails is unreadable, with the reason."""
    pages: Pages = {}
    if urls:
        settings = settings.copy()
        settings.set("USER_AGENT", user_agent(settings), priority="project")
        settings.set("LOG_ENABLED", False, priority="cmdline")
        process = AsyncCrawlerProcess(settings)
        process.crawl(PageSpider, pages=pages, urls=list(dict.fromkeys(urls)))
        process.start()
        for url in urls:
            pages.setdefault(url, Unreadable(url, "was not fetched", id=url))
    return pages
