"""`scrapy sources`: which news sources there are, and whether their feeds work."""

import argparse

from scrapy.commands import ScrapyCommand


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--check] [NAME…]"

    def short_desc(self) -> str:
        return "List the news sources, or try their feeds"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--check", action="store_true", help="fetch each feed and say what it lists")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.sources.report import check, show

        assert self.settings is not None
        self.exitcode = (check if opts.check else show)(args, self.settings)
