"""`python -m bench [--pages N]`: crawl a site made from the fixtures over loopback, side by side with plain Scrapy.

Bare Scrapy only fetches; Scrapy + trafilatura extracts in its callback and stores nothing; newscrawl reads articles and
deals and stores them, then crawls the unchanged site a second time. The server is this process and counts for none.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench.measure import Cost, measure
from newscrawl.demo.run import sites
from newscrawl.demo.site import Answer, read_site, serving
from newscrawl.settings import PROJECT

FAST = ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "CONCURRENT_REQUESTS=16")
"""The same for all: as fast as one site can be fetched, without a pause."""


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--pages", type=int, default=300)
    pages = options.parse_args().pages
    with tempfile.TemporaryDirectory() as folder, serving(generated_site(pages)) as server:
        feed = f"{server.url}/feed.xml"
        newscrawl = newscrawl_command(feed, Path(folder) / "bench.db")
        costs = {
            "bare Scrapy": measure(scrapy_command("bare", feed), PROJECT),
            "Scrapy + trafilatura": measure(scrapy_command("trafilatura", feed), PROJECT),
            "newscrawl": measure(newscrawl, PROJECT),
            "newscrawl again": measure(newscrawl, PROJECT),
        }
    print(f"{pages} pages; start of the program included")
    for name, cost in costs.items():
        print(line(name, cost, pages))
    return max(cost.status for cost in costs.values())


def line(name: str, cost: Cost, pages: int) -> str:
    speed, cpu = pages / cost.seconds, 1000 * cost.cpu / pages
    return f"{name:22}{cost.seconds:6.1f} s{speed:7.1f} pages/s{cpu:7.1f} ms CPU/page{cost.memory / 2**20:6.0f} MB"


def scrapy_command(name: str, feed: str) -> list[str]:
    return [sys.executable, "-m", "bench.spiders", name, feed, *FAST]


def newscrawl_command(feed: str, database: Path) -> list[str]:
    """`scrapy crawl news` on a feed."""
    own = (f"NEWSCRAWL_DATABASE={database}", "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=1")
    settings = [part for setting in (*own, *FAST) for part in ("-s", setting)]
    return [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"feed={feed}", *settings]


def generated_site(pages: int) -> dict[str, Answer]:
    """A feed and its pages: the fixtures' over and over, each under an address of its own."""
    answers = dict(islice(repeated_pages(), pages))
    items = "".join(f"<item><link>http://SITE_HOST{path}</link></item>" for path in answers)
    return {"/feed.xml": Answer(f"<rss><channel>{items}</channel></rss>".encode(), "application/rss+xml")} | answers


def repeated_pages() -> Iterator[tuple[str, Answer]]:
    """Pages without end; a page's own address inside it is changed along."""
    articles = [(path, a.body) for site in sites() for path, a in read_site(site).items() if path.count("/") > 2]
    for number, (path, body) in enumerate(cycle(articles)):
        yield f"/{number}{path}", Answer(body.replace(path.encode(), f"/{number}{path}".encode()))


if __name__ == "__main__":
    sys.exit(main())
