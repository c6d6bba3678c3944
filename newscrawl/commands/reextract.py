"""`scrapy reextract`: the deals of the stored articles by today's rules."""

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--dry-run]"

    def short_desc(self) -> str:
        return "Read the deals of all stored articles again and say what changes"

    def long_desc(self) -> str:
        return (
            "Reads the newest version of every article in the database (NEWSCRAWL_DATABASE) with today's rules and "
            "puts the deals in the place of those read before; a deal that stays keeps its uid. Prints for each "
            "article the deals gained (+), lost (-) and changed (~). Needs no network. Exit status 1 if one "
            "could not be read, 75 if another run holds the database."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change, write nothing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.reextract.run import run

        if args:
            raise UsageError("it reads all articles and takes no names")
        assert self.settings is not None
        self.exitcode = run(self.settings, opts.dry_run)
