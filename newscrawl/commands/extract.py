"""`scrapy extract FILE…`: the deals of pages and texts as JSON lines, without a database."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.extract.explain import explain
from newscrawl.extract.fetch import fetch_pages
from newscrawl.extract.inputs import Input, Unreadable, read_inputs
from newscrawl.extract.many import cores, read_many
from newscrawl.extract.one import Reading, reading_to_json


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
        if not args:
            raise UsageError("name a file, - or an http address")
        assert self.settings is not None
        workers = self.settings.getint("NEWSCRAWL_WORKERS") or cores()
        pages = fetch_pages([name for name in args if is_address(name)], self.settings)
        try:
            self.exitcode = write_readings(read_many(all_inputs(args, pages), workers), explained=opts.explain)
        except BrokenPipeError:  # the reader, `head` for one, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def all_inputs(names: list[str], pages: dict[str, Input | Unreadable]) -> Iterator[Input | Unreadable]:
    """The inputs of everything named, in order; ``pages`` are the addresses, fetched already."""
    for name in names:
        if name in pages:
            yield pages[name]
        else:
            yield from read_inputs(name)


def write_readings(readings: Iterable[Reading | Unreadable], explained: bool) -> int:
    """Print every reading as soon as it comes, name failures on stderr, and return the exit status."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    status = 0
    for reading in readings:
        if isinstance(reading, Reading):
            print(
                explain(reading) if explained else json.dumps(reading_to_json(reading), ensure_ascii=False), flush=True
            )
        if failure := failure_of(reading):
            status = 1
            print(failure, file=sys.stderr)
    return status


def failure_of(reading: Reading | Unreadable) -> str | None:
    """Where and why an input could not be read; None if it could."""
    return f"{reading.where}: {reading.reason}" if isinstance(reading, Unreadable) else reading.failure
