"""`scrapy prune --older DAYS`: drop the texts of old articles, keep their deals and quotes."""

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "--older DAYS"

    def short_desc(self) -> str:
        return "Drop the texts of old articles; deals and quotes stay"

    def long_desc(self) -> str:
        return (
            "Empties the texts of all articles in the database (NEWSCRAWL_DATABASE) that were fetched more than DAYS "
            "days ago, and gives their room back. Deals and their quotes stay; such an article is not read again by "
            "`scrapy reextract`. Exit status 75 if another run holds the database."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--older", type=int, metavar="DAYS", help="drop texts fetched more than so many days ago")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.housekeeping import prune

        if args or opts.older is None or opts.older < 0:
            raise UsageError("say how old the texts must be, for example: scrapy prune --older 365")
        assert self.settings is not None
        self.exitcode = prune(self.settings, opts.older)
