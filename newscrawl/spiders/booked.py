"""What every spider of ours has: an order to carry out and a book of what happened."""

import scrapy
from scrapy.crawler import Crawler

from newscrawl.crawl.arguments import Order
from newscrawl.crawl.book import Run


class BookedSpider(scrapy.Spider):
    """A spider that pipelines and extensions can ask for its order and its run."""

    order: Order
    run: Run


def booked(crawler: Crawler) -> BookedSpider:
    """The spider of a crawl, which must be one of ours."""
    assert isinstance(crawler.spider, BookedSpider)
    return crawler.spider
