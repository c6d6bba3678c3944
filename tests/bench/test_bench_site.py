"""The site that `make bench` crawls: as many different pages as asked for, each knowing its own address."""

from bench.__main__ import generated_site
from newscrawl.article import extract_article
from newscrawl.crawl.feeds import read_listing


def test_pages_are_as_large_as_asked_for_and_say_the_same() -> None:
    small, large = generated_site(3), generated_site(3, kilobytes=100)
    for path in small.keys() - {"/feed.xml"}:
        assert 90_000 < len(large[path].body) - len(small[path].body) < 110_000
        assert extract_article(large[path].body).text == extract_article(small[path].body).text


def test_pages_are_many_and_different() -> None:
    site = generated_site(70)
    entries = read_listing(site["/feed.xml"].body, "http://SITE_HOST/feed.xml").entries
    assert len(entries) == len(site) - 1 == 70
    pages = [extract_article(answer.body) for path, answer in site.items() if path != "/feed.xml"]
    assert len({page.title for page in pages}) == 70
    for path, answer in site.items():
        assert f"SITE_HOST{path}".encode() in answer.body or path == "/feed.xml"
