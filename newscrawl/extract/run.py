"""Everything named on the command line → what is printed, and the exit status."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.database import DatabaseError, known_lines
from newscrawl.extract.explain import explain, read_and_explain
from newscrawl.extract.fetch import Pages, fetch_pages
from newscrawl.extract.inputs import Input, Unreadable, read_inputs
from newscrawl.extract.many import read_many
from newscrawl.extract.one import Reading, read_one, reading_to_json
from newscrawl.extract.processes import cores


def run(names: list[str], settings: Settings, explained: bool) -> int:
    """Read everything named and print it, in order; 1 if something could not be read, else 0."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    workers = settings.getint("NEWSCRAWL_WORKERS") or cores()
    pages = fetch_pages([name for name in names if is_address(name)], settings)
    try:
        read, write = (read_and_explain, partial(explained_line, settings)) if explained else (read_one, json_line)
        return write_readings(read_many(all_inputs(names, pages), workers, read=read), write)
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


def all_inputs(names: list[str], pages: Pages) -> Iterator[Input | Unreadable]:
    """The inputs of everything named, in order; ``pages`` are the addresses, fetched already."""
    for name in names:
        if name in pages:
            yield pages[name]
        else:
            yield from read_inputs(name)


def json_line(reading: Reading) -> str:
    return json.dumps(reading_to_json(reading), ensure_ascii=False)


def explained_line(settings: Settings, reading: Reading) -> str:
    """What people are told of a reading; the database is only looked into, if there is one, for what recurs."""
    database, url = Path(settings["NEWSCRAWL_DATABASE"]), reading.article.url
    try:
        recurring = known_lines(database, url) if url and database.is_file() else {}
    except DatabaseError as error:
        print(error, file=sys.stderr)
        recurring = {}
    return explain(reading, recurring)


def write_readings(readings: Iterable[Reading | Unreadable], write: Callable[[Reading], str]) -> int:
    """Print every reading as soon as it comes, name failures on stderr, and return the exit status."""
    status = 0
    for reading in readings:
        if isinstance(reading, Reading):
            print(write(reading), flush=True)
        if failure := failure_of(reading):
            status = 1
            print(failure, file=sys.stderr)
    return status


def failure_of(reading: Reading | Unreadable) -> str | None:
    """Where and why an input could not be read; None if it could."""
    return f"{reading.where}: {reading.reason}" if isinstance(reading, Unreadable) else reading.failure
