"""Addresses named to `scrapy extract` → pages."""

from scrapy.http import Response
from scrapy.settings import Settings

from newscrawl.article.decode import parse
from newscrawl.crawl.fetching import fetch_all
from newscrawl.crawl.reservation import reserved_by_page
from newscrawl.extract.inputs import Input, Unreadable
from newscrawl.items import page_source

Pages = dict[str, Input | Unreadable]


def fetch_pages(urls: list[str], settings: Settings) -> Pages:
    """Fetch each address; one that fails is unreadable, with the reason."""
    return {url: _input(url, fetched) for url, fetched in fetch_all(urls, settings).items()}


def _input(url: str, fetched: Response | str) -> Input | Unreadable:
    if isinstance(fetched, str):
        return Unreadable(url, fetched, id=url)
    root = parse(page_source(fetched))
    if root is not None and (reason := reserved_by_page(root)):
        return Unreadable(url, f"{reason}: its site wants no text and data mining", id=url)
    return Input(id=url, where=url, html=page_source(fetched), url=fetched.url)
