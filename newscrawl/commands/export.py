"""`scrapy export FILE`: the deals as CSV or JSON lines."""

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
        return "Write all deals into a .csv or .jsonl file"

    def long_desc(self) -> str:
        return (
            "Writes every deal in the database (NEWSCRAWL_DATABASE) into FILE: .csv has a line for each deal, .jsonl "
            "also its timeline and what each report says. An older file is replaced at the end, in one step. "
            "Exit status 1 if it could not be written, 2 if the name ends otherwise."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.export.run import run

        if len(args) != 1:
            raise UsageError("name the file to write, for example: scrapy export deals.csv")
        assert self.settings is not None
        self.exitcode = run(Path(self.settings["NEWSCRAWL_DATABASE"]), Path(args[0]))
