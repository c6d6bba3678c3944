"""Back-pressure: no request is made while enough pages wait to be read."""

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.crawl.workers import Workers


class BackPressureMiddleware:
    """Holds requests back while the workers have enough to do."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "BackPressureMiddleware":
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        workers = getattr(self.crawler.spider, "workers", None)
        if isinstance(workers, Workers):
            await workers.free.wait()
