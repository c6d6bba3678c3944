"""Feeds and sitemaps → addresses of articles with what they say about them.

RSS 0.9 to 2.0, RSS 1.0, Atom, sitemaps, news sitemaps and sitemap indexes. XML is read without entities, DTDs and
network, mended where it is broken, and otherwise refused with a reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from scrapy.utils.gz import gunzip
from w3lib.html import remove_tags, replace_entities

from newscrawl.article.dates import iso_date
from newscrawl.crawl.addresses import bare_address
from newscrawl.sources import is_http

MAX_SIZE = 64 * 1024 * 1024
"""Bytes of a decompressed sitemap; the standard allows 50 MB."""

MAX_ENTRIES = 10_000
"""Entries read of one feed, from its top: real ones have at most a few thousand."""

HTML = re.compile(rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--.*?-->\s*+)*+<(?:!doctype\s++html|html)\b", re.I | re.DOTALL)

ENTRIES = {"item", "entry", "url"}
"""Elements that stand for an article: RSS, Atom, sitemap."""

PUBLISHED = ("pubdate", "publication_date", "published", "issued", "date", "updated")
"""When an article appeared, as RSS, Dublin Core, Atom and news sitemaps call it; a sitemap's lastmod is not it."""

MODIFIED = ("updated", "modified", "lastmod")
"""When it was changed, as Atom, Dublin Core and sitemaps call it."""


class ListingError(ValueError):
    """Something that should list articles cannot be read, or lists nothing; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed lists it: its address, and headline, ISO 8601 date and ISO 639-1 language where told.

    ``modified`` is when it was changed last, or published if the feed tells no change; ISO 8601. ``listed`` is the
    address as the feed writes it, if that has more to it than the page needs.
    """

    url: str
    title: str | None = None
    published: str | None = None
    language: str | None = None
    modified: str | None = None
    listed: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists: articles, or further sitemaps.

    ``skipped`` counts entries without an http link, ``cut`` those beyond the most that are read.
    """

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()
    skipped: int = 0
    cut: int = 0


def read_listing(body: bytes, url: str) -> Listing:
    """Read a feed or sitemap that came from ``url``, gzipped or not.

    Raises:
        ListingError: it is no XML, another kind of XML, or lists nothing.
    """
    body = unpacked(body)
    if HTML.match(body):
        raise ListingError("is an HTML page, no feed")
    root = parse_xml(body)
    if _name(root) == "sitemapindex":
        return Listing(sitemaps=tuple(_sitemaps(root, url)))
    everything = [element for element in root.iter() if _name(element) in ENTRIES]
    elements = everything[:MAX_ENTRIES]
    if not elements:
        raise ListingError(f"is empty: no article in its <{_name(root)}>")
    found = [_entry(element, url) for element in elements]
    entries = {entry.url: entry for entry in reversed(found) if entry}
    if not entries:
        raise ListingError(f"has {len(found)} entries and none with an http address")
    return Listing(tuple(reversed(entries.values())), skipped=found.count(None), cut=len(everything) - len(elements))


def unpacked(body: bytes) -> bytes:
    """The bytes without gzip, of which nothing beyond the largest size is unpacked."""
    if not body.strip():
        raise ListingError("is empty: not a single character")
    try:
        return gunzip(body, max_size=MAX_SIZE) if body[:2] == b"\x1f\x8b" else body
    except (OSError, EOFError, ValueError) as error:
        raise ListingError(f"cannot be unpacked: {error}") from error


def parse_xml(body: bytes) -> etree._Element:
    """The root element. Entities stay unresolved, whatever a DTD declares, so that none can grow or fetch."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ListingError(f"is not XML: {error}") from error
    if root is None:
        raise ListingError(f"is not XML: {parser.error_log[0].message if len(parser.error_log) else 'no element'}")
    return root


def _name(element: etree._Element) -> str:
    """An element's name without its namespace, in lower case; comments and the like have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _sitemaps(root: etree._Element, base: str) -> Iterator[str]:
    for element in root.iter():
        if _name(element) == "loc" and element.text and is_http(address := urljoin(base, element.text.strip())):
            yield address


def _entry(element: etree._Element, base: str) -> Entry | None:
    """An entry; None if it links nowhere that can be fetched."""
    texts = dict(_texts(element))
    url = _address(element, texts, base)
    if url is None:
        return None
    published = _first_date(texts, PUBLISHED)
    modified = _first_date(texts, MODIFIED) or published
    bare = bare_address(url)
    return Entry(
        bare,
        _title(texts.get("title")),
        published,
        _language(texts.get("language")),
        modified,
        url if url != bare else None,
    )


def _texts(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and texts of an entry's elements, the last first, so that in a dict the first of a name counts."""
    for child in reversed(list(element.iterdescendants())):
        name = _name(child)
        if name and (text := "".join(child.itertext("*")).strip()):
            yield name, text


def _address(element: etree._Element, texts: dict[str, str], base: str) -> str | None:
    """The article's address: Atom's alternate link, RSS's link, a sitemap's loc, a permanent guid."""
    candidates = [*_alternate_links(element), texts.get("link"), texts.get("loc"), _permanent_guid(element)]
    for candidate in candidates:
        try:
            address = urljoin(_base(element, base), candidate.strip()) if candidate else ""
        except ValueError:  # "http://[" is no address
            continue
        if is_http(address):
            return address
    return None


def _alternate_links(element: etree._Element) -> Iterator[str]:
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            yield child.get("href", "")


def _permanent_guid(element: etree._Element) -> str | None:
    guids = (child for child in element if _name(child) == "guid" and child.get("isPermaLink", "true") == "true")
    return next((guid.text for guid in guids if guid.text and is_http(guid.text.strip())), None)


def _base(element: etree._Element, base: str) -> str:
    """The address that relative links count from."""
    return urljoin(base, element.base or "")


def _title(text: str | None) -> str | None:
    """A headline as people read it: without markup, white space folded."""
    plain = " ".join(replace_entities(remove_tags(replace_entities(text or ""))).split())
    return plain or None


def _first_date(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if (date := iso_date(texts.get(name, "")))), None)


def _language(text: str | None) -> str | None:
    """ISO 639-1 out of "de-DE" or "en"; None for anything else."""
    code = (text or "")[:2].lower()
    return code if text and len(code) == 2 and (len(text) == 2 or text[2] in "-_") else None
