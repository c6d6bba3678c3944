"""A progress bar while a crawl runs on a terminal."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from newscrawl.spiders.booked import booked
from newscrawl.terminal import watched

SECONDS = 0.2
"""Between two looks at the run."""


class Progress:
    """Shows the run's figures; not there without a terminal."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bar = Bar(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("reading feeds", total=None)
        self.look = create_looping_call(self.update)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Progress":
        if not watched():
            raise NotConfigured  # without a reason, which would be logged as a warning
        progress = cls(crawler)
        crawler.signals.connect(progress.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(progress.spider_closed, signal=signals.spider_closed)
        return progress

    def spider_opened(self) -> None:
        self.bar.start()
        self.look.start(SECONDS)

    def update(self) -> None:
        run = booked(self.crawler).run
        done = run.total("fetched") + len(run.errors)
        text = f"{run.total('stored')} articles, {run.total('deals')} deals" if done else "reading feeds"
        self.bar.update(self.task, completed=done, total=run.total("asked") or None, description=text)

    def spider_closed(self) -> None:
        self.look.stop()
        self.bar.stop()
