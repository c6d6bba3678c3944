"""`python -m bench [--pages N]`: crawl a site of N pages made from the fixtures, over loopback, and print what it cost.

The server runs in this process and counts for neither figure; CPU and memory are those of `scrapy crawl` with its
article stage, deals and database.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from newscrawl.demo.run import sites
from newscrawl.demo.site import Answer, read_site, serving
from newscrawl.settings import PROJECT

SETTINGS = (
    "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=1",
    "DOWNLOAD_DELAY=0",
    "AUTOTHROTTLE_ENABLED=0",
    "CONCURRENT_REQUESTS_PER_DOMAIN=8",
)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--pages", type=int, default=300)
    pages = options.parse_args().pages
    with tempfile.TemporaryDirectory() as folder, serving(generated_site(pages)) as server:
        begun = time.monotonic()
        status = crawl(f"{server.url}/feed.xml", Path(folder) / "bench.db")
        seconds = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(f"{pages} pages in {seconds:.1f} s: {pages / seconds:.1f} pages/s, start of the program included")
    print(f"CPU {cpu:.1f} s: {1000 * cpu / pages:.1f} ms a page; memory at most {used.ru_maxrss / 1024:.0f} MB")
    return status


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


def crawl(feed: str, database: Path) -> int:
    """`scrapy crawl news` on a feed; the exit status."""
    settings = [part for setting in (f"NEWSCRAWL_DATABASE={database}", *SETTINGS) for part in ("-s", setting)]
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"feed={feed}", *settings]
    return subprocess.run(command, cwd=PROJECT).returncode


if __name__ == "__main__":
    sys.exit(main())
