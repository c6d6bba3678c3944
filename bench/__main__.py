"""`python -m bench [--pages N]`: crawl a site made from the fixtures over loopback, side by side with plain Scrapy.

Bare Scrapy only fetches; Scrapy + trafilatura extracts in its callback and stores nothing; newscrawl reads articles and
deals and stores them, then crawls the unchanged site a second time. The server is this process and counts for none.
"""

import argparse
import re
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


HEADLINE = re.compile(rb'<title>|<h1[^>]*+>|"headline":\s*+"|"og:title" content="|"twitter:title" content="')
"""Where a page says its headline."""


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--pages", type=int, default=300)
    options.add_argument("--kilobytes", type=int, default=100, help="menus, teasers and scripts put into each page")
    given = options.parse_args()
    pages, site = given.pages, generated_site(given.pages, given.kilobytes)
    with tempfile.TemporaryDirectory() as folder, serving(site) as server:
        feed = f"{server.url}/feed.xml"
        newscrawl = newscrawl_command(feed, Path(folder) / "bench.db")
        costs = {
            "bare Scrapy": measure(scrapy_command("bare", feed), PROJECT),
            "Scrapy + trafilatura": measure(scrapy_command("trafilatura", feed), PROJECT),
            "newscrawl": measure(newscrawl, PROJECT),
            "newscrawl again": measure(newscrawl, PROJECT),
        }
    print(f"{pages} pages of {given.kilobytes} kB and more; start of the program included")
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


def generated_site(pages: int, kilobytes: int = 0) -> dict[str, Answer]:
    """A feed and its pages: the fixtures' over and over, each under its own address, as large as real ones."""
    around = furniture(kilobytes)
    answers = {path: with_furniture(page, around) for path, page in islice(repeated_pages(), pages)}
    items = "".join(f"<item><link>http://SITE_HOST{path}</link></item>" for path in answers)
    return {"/feed.xml": Answer(f"<rss><channel>{items}</channel></rss>".encode(), "application/rss+xml")} | answers


def repeated_pages() -> Iterator[tuple[str, Answer]]:
    """Pages without end, each with its own address and headline, or they would be copies of one article."""
    articles = [(path, a.body) for site in sites() for path, a in read_site(site).items() if path.count("/") > 2]
    for number, (path, body) in enumerate(cycle(articles)):
        own = body.replace(path.encode(), f"/{number}{path}".encode())
        yield f"/{number}{path}", Answer(HEADLINE.sub(rb"\g<0>Report %d: " % number, own))


def with_furniture(page: Answer, around: bytes) -> Answer:
    return Answer(page.body.replace(b"</body>", around + b"</body>"))


def furniture(kilobytes: int) -> bytes:
    """What most of a news page consists of: a third each of scripts, menus and teasers, without an article's text."""
    third = kilobytes * 1000 // 3
    menu = '<li class="menu-item"><a href="/department/{0}/" data-track="menu-{0}">Department {0}</a></li>\n'
    teaser = (
        '<div class="card"><a href="/teaser/{0}"><picture><source srcset="/i/{0}.webp"><img src="/i/{0}.jpg" alt="">'
        '</picture><h3 class="card-title">Teaser number {0}</h3></a>'
        '<span class="card-time">{0} minutes ago</span></div>\n'
    )
    parts = (
        ("<script>var settings = [", "{{id: {0}, slot: 'top-{0}', sizes: [300, 250]}},\n", "];</script>"),
        ("<nav><ul>", menu, "</ul></nav>"),
        ('<aside class="related">', teaser, "</aside>"),
    )
    return "".join(
        begin + "".join(piece.format(n) for n in range(third // len(piece))) + end for begin, piece, end in parts
    ).encode()


if __name__ == "__main__":
    sys.exit(main())
