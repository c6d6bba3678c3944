"""What every spider of ours has: an order to carry out, a book of what happened, and what is left to fetch."""

import scrapy
from scrapy.crawler import Crawler

from newscrawl.crawl.arguments import Order
from newscrawl.crawl.book import Run
from newscrawl.crawl.frontier import Frontier
from newscrawl.crawl.workers import Workers


class BookedSpider(scrapy.Spider):
    """A spider that pipelines and extensions can ask for its order, its run and its frontier."""

    order: Order
    run: Run
    frontier: Frontier
    workers: Workers | None = None


def broken(crawler: Crawler, error: BaseException | None) -> str:
    """What a person is told of a database that cannot be written."""
    return f"{crawler.settings['NEWSCRAWL_DATABASE']}: cannot be written: {error}"


def booked(crawler: Crawler) -> BookedSpider:
    """The spider of a crawl, which must be one of ours."""
    assert isinstance(crawler.spider, BookedSpider)
    return crawler.spider
