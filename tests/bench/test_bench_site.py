"""The sites that the benchmarks crawl: as many different pages as asked for, each knowing its own address."""

from urllib.request import urlopen

from bench.site import Site, companies, made_page, renamed, serving_hosts
from newscrawl.article import extract_article
from newscrawl.crawl.feeds import read_listing
from newscrawl.crawl.resemblance import is_same_story


def test_pages_are_as_large_as_asked_for_and_say_the_same() -> None:
    small, large = Site(range(3)), Site(range(3), kilobytes=100)
    for path in small.paths:
        assert 90_000 < len(large[path].body) - len(small[path].body) < 110_000
        assert extract_article(large[path].body).text == extract_article(small[path].body).text


def test_pages_are_many_and_no_copies_of_each_other() -> None:
    site = Site(range(70))
    entries = read_listing(site["/feed.xml"].body, "http://SITE_HOST/feed.xml").entries
    assert len(entries) == len(site) - 1 == 70
    pages = [extract_article(site[path].body) for path in site.paths]
    assert all(page.text for page in pages)
    assert len({page.title for page in pages}) == 70
    assert not any(is_same_story(a.text, b.text) for n, a in enumerate(pages) for b in pages[:n])
    assert all(f"SITE_HOST{path}".encode() in site[path].body for path in site.paths)


def test_page_is_the_same_each_time() -> None:
    assert made_page(5) == made_page(5) != made_page(6)


def test_companies_change_every_few_pages() -> None:
    assert not any(companies().search(made_page(number)) for number in range(40))
    assert renamed(b"Corvane", 1) == renamed(b"Corvane", 1) != renamed(b"Corvane", 2)


def test_hosts_share_the_pages() -> None:
    with serving_hosts(pages=7, kilobytes=0, hosts=3) as feeds:
        listed = [read_listing(urlopen(feed).read(), feed).entries for feed in feeds]
    assert [len(entries) for entries in listed] == [3, 2, 2]
    assert len({entry.url.split("/", 3)[2].split(":")[0] for entries in listed for entry in entries}) == 3
