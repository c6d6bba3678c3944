"""`python -m bench.crawl [--pages N]`: a crawl over loopback side by side with plain Scrapy, then the same once more.

Bare Scrapy only fetches; Scrapy + trafilatura extracts in its callback and stores nothing; newscrawl reads articles and
deals and stores them, then crawls the unchanged sites a second time. The server is this process and counts for none.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.measure import Cost, measure
from bench.site import serving_hosts
from newscrawl.settings import PROJECT

FAST = ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0", "CONCURRENT_REQUESTS_PER_DOMAIN=8", "CONCURRENT_REQUESTS=16")
"""The same for all: as fast as the sites can be fetched, without a pause."""

YARDSTICK = "Scrapy + trafilatura"


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.crawl", description=__doc__)
    options.add_argument("--pages", type=int, default=300)
    options.add_argument("--kilobytes", type=int, default=100, help="menus, teasers and scripts put into each page")
    options.add_argument("--hosts", type=int, default=8)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving_hosts(given.pages, given.kilobytes, given.hosts) as feeds:
        newscrawl = newscrawl_command(feeds, Path(folder) / "bench.db")
        costs = {
            "bare Scrapy": measure(scrapy_command("bare", feeds), PROJECT),
            YARDSTICK: measure(scrapy_command("trafilatura", feeds), PROJECT),
            "newscrawl": measure(newscrawl, PROJECT),
            "newscrawl again": measure(newscrawl, PROJECT),
        }
    print(
        f"{given.pages} pages of {given.kilobytes} kB and more from {given.hosts} hosts; start of the program included"
    )
    for name, cost in costs.items():
        print(line(name, cost, costs[YARDSTICK], given.pages))
    return max(cost.status for cost in costs.values())


def line(name: str, cost: Cost, yardstick: Cost, pages: int) -> str:
    speed, cpu = pages / cost.seconds, 1000 * cost.cpu / pages
    ratios = f"  speed ×{yardstick.seconds / cost.seconds:.2f}, CPU ×{cost.cpu / yardstick.cpu:.2f}"
    return (
        f"{name:22}{cost.seconds:6.1f} s{speed:7.1f} pages/s{cpu:7.1f} ms CPU/page{cost.memory / 2**20:6.0f} MB{ratios}"
    )


def scrapy_command(name: str, feeds: list[str]) -> list[str]:
    return [sys.executable, "-m", "bench.spiders", name, " ".join(feeds), *FAST]


def newscrawl_command(feeds: list[str], database: Path) -> list[str]:
    """`scrapy crawl news` on feeds."""
    own = (f"NEWSCRAWL_DATABASE={database}", "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS=1")
    settings = [part for setting in (*own, *FAST) for part in ("-s", setting)]
    return [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"feed={' '.join(feeds)}", *settings]


if __name__ == "__main__":
    sys.exit(main())
