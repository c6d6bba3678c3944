"""`scrapy sources` and `scrapy sources --check`: what is there, and what works."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table
from scrapy.http import Response
from scrapy.settings import Settings

from newscrawl.crawl.feeds import ListingError, read_listing
from newscrawl.crawl.fetching import Fetched, fetch_all
from newscrawl.crawl.history import now
from newscrawl.crawl.intervals import between, told
from newscrawl.crawl.optout import LISTING
from newscrawl.database.connection import connect
from newscrawl.database.sources import feed_times
from newscrawl.sources import Source, read_sources
from newscrawl.tables import TableError
from newscrawl.terminal import printable

WELL, FAILED, WRONG = 0, 1, 2
Times = dict[str, tuple[str | None, str | None]]
WIDE = 200  # columns where no terminal tells its own


@dataclass(frozen=True)
class Finding:
    """What one feed gave: its articles' addresses and one other's, or what is wrong."""

    url: str
    articles: frozenset[str] = frozenset()
    entries: int = 0
    newest: str | None = None
    other: str | None = None
    problem: str | None = None

    def __str__(self) -> str:
        if self.problem:
            return f"  {self.url}: {self.problem}"
        newest = f", newest of {self.newest}" if self.newest else ""
        return f"  {self.url}: {self.entries} entries, {len(self.articles)} articles{newest}"


def show(names: list[str], settings: Settings) -> int:
    """Print the sources; exit status 2 for a bad file or name."""
    try:
        sources = chosen(names, settings)
    except TableError as error:
        return complain(error)
    times = known_times(Path(settings["NEWSCRAWL_DATABASE"]))
    table = Table("name", "site", "language", "feeds", "at least", "read", "feeds asked", "documented at", box=None)
    for source in sources:
        facts = source.table
        counts = (str(len(feeds_of(source))), str(facts.minimum), "yes" if facts.enabled else "no")
        table.add_row(source.name, facts.title, facts.language, *counts, asked(source, times), facts.documented)
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)
    return WELL


def known_times(database: Path) -> Times:
    """When feeds were asked and are due again; nothing without a database that can be read."""
    try:
        with closing(connect(database, "ro")) as db:
            return feed_times(db)
    except sqlite3.Error:
        return {}


def asked(source: Source, times: Times) -> str:
    """How often the feeds of a source are asked, and when the next one is due if that is not now."""
    known = [times[url] for url in feeds_of(source) if url in times]
    waits = sorted({between(*pair) for pair in known}) or [timedelta()]
    due = min((due for _, due in known if due), default="")
    next_time = (
        f", next {due[:16].replace('T', ' ')} UTC" if len(known) == len(feeds_of(source)) and due > now() else ""
    )
    return " to ".join(dict.fromkeys((told(waits[0]), told(waits[-1])))) + next_time


def check(names: list[str], settings: Settings) -> int:
    """Fetch every feed of the sources and say what it lists and what is wrong; exit status 1 if something is."""
    try:
        sources = chosen(names, settings)
    except TableError as error:
        return complain(error)
    fetched = fetch_all([url for source in sources for url in feeds_of(source)], settings, **LISTING)
    return max([report(source, fetched) for source in sources], default=WELL)


def chosen(names: list[str], settings: Settings) -> list[Source]:
    """The sources named, or all; raises TableError for a bad file or an unknown name."""
    sources = read_sources(settings["NEWSCRAWL_SOURCES"])
    if unknown := [name for name in names if name not in sources]:
        raise TableError(f"unknown source {unknown[0]!r}; there are {', '.join(sources)}")
    return [sources[name] for name in names or sources]


def feeds_of(source: Source) -> tuple[str, ...]:
    return source.table.feeds + source.table.sitemaps


def report(source: Source, fetched: Fetched) -> int:
    """Print what a source's feeds gave, and return the exit status for it."""
    findings = [examine(source, url, fetched[url]) for url in feeds_of(source)]
    wrong = list(problems(source, findings))
    lines = [f"{source.name}: {'wrong' if wrong else 'well'}", *map(str, findings), *(f"  {line}" for line in wrong)]
    print(printable("\n".join(lines)), flush=True)
    return FAILED if wrong else WELL


def examine(source: Source, url: str, answer: Response | str) -> Finding:
    """What one feed lists."""
    if isinstance(answer, str):
        return Finding(url, problem=answer)
    try:
        listing = read_listing(answer.body, answer.url)
    except ListingError as error:
        return Finding(url, problem=str(error))
    if listing.sitemaps:
        return Finding(url, problem=f"is an index of {len(listing.sitemaps)} sitemaps, which a check does not follow")
    articles = [entry for entry in listing.entries if source.is_article(entry.url)]
    newest = max((entry.published for entry in articles if entry.published), default=None)
    other = next((entry.url for entry in listing.entries if entry not in articles), None)
    return Finding(url, frozenset(entry.url for entry in articles), len(listing.entries), newest, other)


def problems(source: Source, findings: list[Finding]) -> Iterator[str]:
    """What a person should look at: feeds that failed, and fewer articles than expected."""
    if failed := sum(1 for finding in findings if finding.problem):
        yield f"{failed} of {len(findings)} feeds could not be read"
    count = len(frozenset().union(*(finding.articles for finding in findings)))
    if count < source.table.minimum:
        yield f"{count} articles, expected are at least {source.table.minimum}"
        yield from (f"no article by its pattern: {finding.other}" for finding in findings if finding.other)


def complain(error: TableError) -> int:
    print(printable(f"scrapy sources: {error}"), file=sys.stderr)
    return WRONG
