"""What every spider of ours has: an order to carry out, a book of what happened, and what is left to fetch."""

from collections.abc import Mapping
from typing import Any

import scrapy
from scrapy.crawler import Crawler

from newscrawl.crawl.arguments import Order
from newscrawl.crawl.book import Run
from newscrawl.crawl.frontier import Frontier
from newscrawl.crawl.workers import Workers
from newscrawl.database import open_database
from newscrawl.sources import Source, read_sources


class BookedSpider(scrapy.Spider):
    """A spider that pipelines and extensions can ask for its order, its run and its frontier.

    ``read`` makes the order of the arguments after ``-a`` and the known sources; ``run`` keeps count of everything that
    happens.
    """

    workers: Workers | None = None

    def __init__(self, order: Order, known: dict[str, Source], frontier: Frontier, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.order = order
        self.known = known
        self.frontier = frontier
        self.run = Run()

    @staticmethod
    def read(arguments: Mapping[str, str], known: Mapping[str, Source]) -> Order:
        """See the class."""
        raise NotImplementedError

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> "BookedSpider":
        known = read_sources(crawler.settings["NEWSCRAWL_SOURCES"])
        frontier = Frontier(open_database(crawler.settings["NEWSCRAWL_DATABASE"]))
        spider = cls(cls.read(arguments, known), known, frontier)
        spider._set_crawler(crawler)
        return spider

    def closed(self, reason: str) -> None:
        self.frontier.db.close()

    def source_of(self, url: str) -> Source | None:
        """The known source that an address belongs to, however it was found."""
        return next((source for source in self.known.values() if source.is_article(url)), None)


def broken(crawler: Crawler, error: BaseException | None) -> str:
    """What a person is told of a database that cannot be written."""
    return f"{crawler.settings['NEWSCRAWL_DATABASE']}: cannot be written: {error}"


def booked(crawler: Crawler) -> BookedSpider:
    """The spider of a crawl, which must be one of ours."""
    assert isinstance(crawler.spider, BookedSpider)
    return crawler.spider
