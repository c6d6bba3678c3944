"""`scrapy digest`: what is new since it was told last, for a second cron line."""

import argparse
from datetime import datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[-a since=yesterday] [--company NAME] [--type T] [--min-amount N] [--html]"

    def short_desc(self) -> str:
        return "Print new deals and changes of status, each once"

    def long_desc(self) -> str:
        return (
            "Prints the deals that are new, and those whose status has changed, since a day (since=2026-11-01), "
            "yesterday, or so long ago (since='7 days'). Each is told once for each set of filters. Prints nothing if "
            "there is nothing new. Exit status 1 if it could not be written out: then it is told again next time."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("-a", dest="arguments", action="append", default=[], metavar="NAME=VALUE", help="since=…")
        parser.add_argument(
            "--company", action="append", default=[], metavar="NAME", help="only deals of companies called so"
        )
        parser.add_argument("--type", metavar="T", help="only deals of this type")
        parser.add_argument("--min-amount", metavar="N", help="only deals of at least N, in whatever currency")
        parser.add_argument("--passing", action="store_true", help="also deals that articles mention in passing")
        parser.add_argument("--html", action="store_true", help="print a page of HTML instead of text")
        parser.add_argument("--dry-run", action="store_true", help="do not remember that it was told")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.crawl.exit import WRONG, say
        from newscrawl.digest.order import OrderError, read_arguments, read_filters, read_since
        from newscrawl.digest.run import run

        if args:
            raise UsageError("it takes no names; filters are options")
        assert self.settings is not None
        try:
            since = read_since(read_arguments(opts.arguments), datetime.now().astimezone())
            filters = read_filters(opts.company, opts.type, opts.min_amount, opts.passing)
        except OrderError as error:
            self.exitcode = say(WRONG, f"scrapy digest: {error}")
            return
        database = Path(self.settings["NEWSCRAWL_DATABASE"])
        self.exitcode = run(database, filters, since, as_page=opts.html, keep=not opts.dry_run)
