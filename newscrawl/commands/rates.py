"""`scrapy rates FILE`: exchange rates for comparing the amounts of reports."""

import argparse
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "FILE"

    def short_desc(self) -> str:
        return "Import exchange rates, which help to link reports"

    def long_desc(self) -> str:
        return (
            "Reads FILE, the table of euro reference rates of the European Central Bank (.csv or .zip), into the "
            "database (NEWSCRAWL_DATABASE). With it, amounts in different currencies are compared by the rate of the "
            "day; `scrapy relink` applies it to what is there. Exit status 1 if the file cannot be read."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.relink.run import import_file

        if len(args) != 1:
            raise UsageError("name the file, for example: scrapy rates eurofxref-hist.csv")
        assert self.settings is not None
        self.exitcode = import_file(self.settings, Path(args[0]))
