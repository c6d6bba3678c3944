"""`scrapy relink`: which reports tell the same deal, by today's rules and the user's corrections."""

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--dry-run] [--explain UID]"

    def short_desc(self) -> str:
        return "Link all reports of the same deals anew and say what changes"

    def long_desc(self) -> str:
        return (
            "Goes through all reports in the database (NEWSCRAWL_DATABASE), decides anew which tell the same deal, "
            "and derives the deals from them. To be run after corrections.toml or the exchange rates have changed. "
            "Uids of deals stay or lead to the deal that they became part of. Prints each report that comes to "
            "another deal. Needs no network. Exit status 75 if another run holds the database."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change, write nothing")
        parser.add_argument("--explain", metavar="UID", help="say why the reports of this deal belong together")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.relink.run import explain, run

        if args:
            raise UsageError("it links all reports and takes no names")
        assert self.settings is not None
        self.exitcode = explain(self.settings, opts.explain) if opts.explain else run(self.settings, opts.dry_run)
