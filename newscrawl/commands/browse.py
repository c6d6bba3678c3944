"""`scrapy browse`: the database in Datasette, on this machine only."""

import argparse
import sys

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--port N] [--public] [DATABASE]"

    def short_desc(self) -> str:
        return "Show the database in Datasette"

    def long_desc(self) -> str:
        return "Serves the database (NEWSCRAWL_DATABASE, or the file named) at 127.0.0.1 until Ctrl-C. Reading only."

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=8001, help="port on 127.0.0.1 (default: 8001)")

        parser.add_argument("--public", action="store_true", help="for a copy that strangers see: no SQL of their own")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.database.browse import BrowseError, make_datasette, serve

        if len(args) > 1:
            raise UsageError("one database at a time")
        assert self.settings is not None
        try:
            serve(make_datasette(args[0] if args else self.settings["NEWSCRAWL_DATABASE"], opts.public), opts.port)
        except BrowseError as error:
            print(error, file=sys.stderr)
            self.exitcode = 1
