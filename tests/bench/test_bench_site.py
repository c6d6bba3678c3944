"""The site that `make bench` crawls: as many different pages as asked for, each knowing its own address."""

from bench.__main__ import generated_site
from newscrawl.crawl.feeds import read_listing


def test_pages_are_many_and_different() -> None:
    site = generated_site(70)
    entries = read_listing(site["/feed.xml"].body, "http://SITE_HOST/feed.xml").entries
    assert len(entries) == len(site) - 1 == 70
    for path, answer in site.items():
        assert f"SITE_HOST{path}".encode() in answer.body or path == "/feed.xml"
