"""`scrapy demo`: crawl the made-up sites in fixtures/ over HTTP and show the deals found."""

import argparse

from scrapy.commands import ScrapyCommand


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        return "Crawl the made-up sites in fixtures/ over HTTP and show the deals found"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.demo.run import run

        assert self.settings is not None
        self.exitcode = run(self.settings)
