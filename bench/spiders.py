"""What newscrawl is measured against: the same feed and pages fetched by plain Scrapy.

`python -m bench.spiders bare|trafilatura "FEED …"`: nothing done to the pages, or trafilatura in the callback,
as most projects have it. Both count the pages that came and exit with 1 if none did.
"""

import sys
from collections.abc import AsyncIterator, Iterator
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

SETTINGS = {"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "COOKIES_ENABLED": False, "ROBOTSTXT_OBEY": True}


class BareSpider(scrapy.Spider):
    """Fetches every page of some feeds, given parted by blanks."""

    name = "bare"

    def __init__(self, feeds: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.feeds = feeds.split()
        self.pages = 0

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for feed in self.feeds:
            yield scrapy.Request(feed)

    def parse(self, response: Any) -> Iterator[scrapy.Request]:
        for link in response.xpath("//item/link/text()").getall():
            yield scrapy.Request(link, self.parse_page)

    def parse_page(self, response: Any) -> Iterator[dict[str, Any]]:
        self.pages += 1
        yield {"url": response.url, "size": len(response.body)}


class TrafilaturaSpider(BareSpider):
    """Reads every page in the callback."""

    name = "trafilatura"

    def parse_page(self, response: Any) -> Iterator[dict[str, Any]]:
        from trafilatura import bare_extraction

        document = bare_extraction(response.body, url=response.url, with_metadata=True)
        self.pages += 1
        yield {"url": response.url, "text": getattr(document, "text", None)}


def main(name: str, feeds: str, *options: str) -> int:
    spider = {"bare": BareSpider, "trafilatura": TrafilaturaSpider}[name]
    process = AsyncCrawlerProcess(SETTINGS | dict(option.split("=", 1) for option in options))
    crawler = process.create_crawler(spider)
    process.crawl(crawler, feeds=feeds)
    process.start()
    return 0 if getattr(crawler.spider, "pages", 0) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
