"""`scrapy extract FILE…`: the deals of pages and texts as JSON lines, without a database."""

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--explain] FILE…"

    def short_desc(self) -> str:
        return "Print the deals of pages, texts or addresses as JSON lines"

    def long_desc(self) -> str:
        return (
            "FILE is .jsonl (one article per line: id, text or html, and if known url, title, language, published), "
            ".html or .html.gz, - for JSON lines on standard input, or an http address. Prints one JSON line per "
            "article, in order. Exit status 1 if one could not be read."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--explain", action="store_true", help="print for people what was found and why")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.extract.run import run

        if not args:
            raise UsageError("name a file, - or an http address")
        assert self.settings is not None
        self.exitcode = run(args, self.settings, explained=opts.explain)
