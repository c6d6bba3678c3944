"""Feeds and sitemaps of every kind, well-formed and not."""

import gzip
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from newscrawl.crawl.feeds import Entry, ListingError, read_listing

URL = "https://example.org/feeds/all.xml"
TIME = "2026-03-04T05:06:07+01:00"
ONE = (Entry("https://example.org/a/1", "Tal buys Norvik", TIME, modified=TIME),)
RSS = """<rss version="2.0"><channel><title>x</title><item><title>Tal buys Norvik</title>
<link>https://example.org/a/1</link><pubDate>Wed, 04 Mar 2026 05:06:07 +0100</pubDate></item></channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item rdf:about="https://example.org/a/1">
<title>Tal buys Norvik</title><link>https://example.org/a/1</link><dc:date>2026-03-04T05:06:07+01:00</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://example.org/"/><entry>
<title type="html">Tal &amp;lt;b&amp;gt;buys&amp;lt;/b&amp;gt; Norvik</title><link rel="replies" href="https://example.org/c"/>
<link href="/a/1"/><published>2026-03-04T05:06:07+01:00</published><updated>2026-04-01T00:00:00Z</updated>
</entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://example.org/a/1 </loc><lastmod>2026-05-01</lastmod><news:news>
<news:publication><news:name>x</news:name><news:language>en-US</news:language></news:publication>
<news:publication_date>2026-03-04T05:06:07+01:00</news:publication_date>
<news:title>Tal buys Norvik</news:title></news:news></url></urlset>"""


@pytest.mark.parametrize("text", [RSS, RDF], ids=["RSS 2", "RSS 1"])
def test_kinds_of_feeds(text: str) -> None:
    assert read_listing(text.encode(), URL).entries == ONE


def test_atom_tells_the_last_change() -> None:
    assert read_listing(ATOM.encode(), URL).entries == (replace(ONE[0], modified="2026-04-01T00:00:00+00:00"),)


def test_news_sitemap_tells_the_language() -> None:
    (entry,) = read_listing(NEWS.encode(), URL).entries
    assert entry == replace(ONE[0], language="en", modified="2026-05-01")


def test_gzipped() -> None:
    assert read_listing(gzip.compress(RSS.encode()), URL).entries == ONE


def test_sitemap_index() -> None:
    index = "<sitemapindex><sitemap><loc>https://example.org/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"
    assert read_listing(index.encode(), URL).sitemaps == ("https://example.org/1.xml", "https://example.org/2.xml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("no XML", "is not XML"),
        ("\x00\x01\x02", "is not XML"),
        ('{"items": []}', "is not XML"),
        ("<!DOCTYPE html><html><body>consent</body></html>", "is an HTML page"),
        ("<!-- hi --> <html lang='en'><p>consent", "is an HTML page"),
        ("<rss><channel><title>x</title></channel></rss>", "is empty"),
        ("<opml><body/></opml>", "is empty"),
        ("<rss><channel><item><link>javascript:alert(1)</link></item></channel></rss>", "none with an http address"),
    ],
)
def test_what_lists_nothing_says_why(text: str, reason: str) -> None:
    with pytest.raises(ListingError, match=reason):
        read_listing(text.encode(), URL)


@pytest.mark.parametrize(
    ("item", "url"),
    [
        ("<link>/a/1</link>", "https://example.org/a/1"),
        ("<link>\n https://example.org/a/1 \n</link>", "https://example.org/a/1"),
        ("<guid>https://example.org/a/1</guid>", "https://example.org/a/1"),
        ('<guid isPermaLink="false">https://example.org/a/1</guid>', None),
        ("<link>http://[</link><guid>https://example.org/a/1</guid>", "https://example.org/a/1"),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>file:///etc/passwd</link>", None),
        ("<link>mailto:x@example.org</link>", None),
        ("<title>none</title>", None),
    ],
)
def test_addresses(item: str, url: str | None) -> None:
    text = f"<rss><channel><item>{item}</item><item><link>https://example.org/other</link></item></channel></rss>"
    listing = read_listing(text.encode(), URL)
    assert [entry.url for entry in listing.entries][:-1] == ([url] if url else [])
    assert listing.skipped == (0 if url else 1)


def test_broken_xml_gives_what_can_be_read() -> None:
    text = RSS.replace("</channel></rss>", "<item><title>AT&T & more</title><link>https://example.org/a/2</link>")
    assert [entry.url for entry in read_listing(text.encode(), URL).entries] == [ONE[0].url, "https://example.org/a/2"]


def test_duplicate_entries_count_once() -> None:
    text = RSS.replace("</channel>", "<item><link>https://example.org/a/1</link></item></channel>")
    assert read_listing(text.encode(), URL).entries == ONE


def test_entities_are_not_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>'
    begun = time.monotonic()
    with suppress(ListingError):
        listing = read_listing((bomb + RSS.replace("Tal", "&e29;")).encode(), URL)
        assert listing.entries[0].title == "buys Norvik"
    assert time.monotonic() - begun < 1


def test_files_are_not_read_through_entities() -> None:
    text = '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/hostname">]>' + RSS.replace("Tal", "&file;")
    assert read_listing(text.encode(), URL).entries[0].title in (None, "buys Norvik")


def test_huge_feed_is_cut() -> None:
    items = "".join(f"<item><title>{n}</title><link>https://example.org/{n}</link></item>" for n in range(100_000))
    begun = time.monotonic()
    listing = read_listing(f"<rss><channel>{items}</channel></rss>".encode(), URL)
    assert len(listing.entries) == 10_000
    assert listing.entries[0].url == "https://example.org/0"
    assert time.monotonic() - begun < 10


def test_gzip_bomb_is_refused() -> None:
    with pytest.raises(ListingError, match="cannot be unpacked"):
        read_listing(gzip.compress(b"<rss>" + b" " * (70 * 1024 * 1024)), URL)
