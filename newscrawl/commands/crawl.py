"""`scrapy crawl` with an exit status, a lock and a silence that cron can rely on."""

import argparse

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError


class Command(ScrapyCrawl):
    requires_crawler_process = False  # it would open the log before anything is checked

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.crawl.crawl import crawl

        if len(args) != 1:
            raise UsageError("name one spider, for example: scrapy crawl news")
        assert self.settings is not None
        self.exitcode = crawl(args[0], opts.spargs, self.settings)
