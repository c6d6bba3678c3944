"""What runs through the pipelines: a page, then its article, then its deals."""

from dataclasses import dataclass, field

from scrapy.http import Response, TextResponse

from newscrawl.article import Article, Given
from newscrawl.deals import Deal


@dataclass(slots=True, repr=False)
class Page:
    """One page of a site, filled as it goes through the pipelines.

    ``url`` is the address after redirects, ``asked`` the one that the feed listed. ``source`` is the source's name, or
    the host if no source is known; ``tally`` the name that the run counts the page under. ``html`` is a string where
    the server named the charset, otherwise the bytes, whose own declaration counts. ``hints`` are what the feed says,
    used only where the page is silent. ``fetched_at`` is ISO 8601 in UTC; ``etag`` and ``last_modified`` are what the
    server said of this version. ``lines`` are digests of the article's lines, ``bands`` the fingerprint of its text;
    ``listed`` is the address as the feed wrote it, if that differs from ``asked``.
    """

    url: str
    asked: str
    source: str
    tally: str
    html: str | bytes
    hints: Given
    fetched_at: str
    etag: str | None = None
    last_modified: str | None = None
    response: Response | None = None
    offset: int | None = None
    article: Article = field(default_factory=Article)
    deals: list[Deal] = field(default_factory=list)
    lines: frozenset[int] = frozenset()
    bands: tuple[int, ...] = ()
    listed: str | None = None

    def __repr__(self) -> str:
        """The address: Scrapy writes items into its log."""
        return f"<Page {self.url}>"


def page_source(response: Response) -> str | bytes:
    """A page's text if the server named its charset, otherwise its bytes."""
    if isinstance(response, TextResponse) and b"charset" in (response.headers.get("Content-Type") or b"").lower():
        return response.text
    return response.body
