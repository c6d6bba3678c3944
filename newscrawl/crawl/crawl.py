"""One crawl from its arguments to its exit status: checked, locked, run, judged."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newscrawl.crawl.arguments import ArgumentError, check_settings
from newscrawl.crawl.book import Run, causes, warnings
from newscrawl.crawl.exit import FAILED, WELL, WRONG, holding, say
from newscrawl.crawl.history import now, write_history
from newscrawl.crawl.identity import user_agent
from newscrawl.database import open_database, proven_sources, start_run
from newscrawl.linking.corrections import read_corrections
from newscrawl.sources import Source, read_sources
from newscrawl.spiders.booked import BookedSpider
from newscrawl.tables import TableError
from newscrawl.terminal import watched

logger = logging.getLogger(__name__)

SHOWN = 20
"""Pages that failed, shown one by one; the log has them all."""

LOG_SIZE = 10 * 1024 * 1024
"""Bytes after which the log is put aside as .1 before the next run."""


def crawl(name: str, arguments: dict[str, str], settings: Settings) -> int:
    """Run a spider and return the exit status; whatever a person should know is on standard error."""
    try:
        known = check(name, arguments, settings)
    except (ArgumentError, TableError) as error:
        return say(WRONG, f"scrapy crawl: {error}")
    database = Path(settings["NEWSCRAWL_DATABASE"])
    return holding(database, lambda: crawl_into(database, name, arguments, settings, known))


def crawl_into(
    database: Path, name: str, arguments: dict[str, str], settings: Settings, known: dict[str, Source]
) -> int:
    """Run a spider into the database, write down how it went, and return the exit status."""
    with closing(open_database(database)) as db:
        proven, key = proven_sources(db), start_run(db, now(), {"spider": name} | arguments)
        crawler = run_spider(name, arguments, settings, key)
        status = judge(crawler, proven, settings)
        if isinstance(crawler.spider, BookedSpider):
            try:
                write_history(db, key, crawler.spider.run, known, status)
            except sqlite3.DatabaseError:
                if not crawler.spider.run.broken:  # otherwise it was said already
                    raise
        return status


def check(name: str, arguments: dict[str, str], settings: Settings) -> dict[str, Source]:
    """The known sources; raises ArgumentError or TableError for what is wrong already before a crawl starts."""
    spiders = get_spider_loader(settings)
    if name not in spiders.list():
        raise ArgumentError(f"unknown spider {name!r}; there are {', '.join(sorted(spiders.list()))}")
    check_settings(settings)
    known = read_sources(settings["NEWSCRAWL_SOURCES"])
    read_corrections(settings["NEWSCRAWL_SOURCES"])
    spider = spiders.load(name)
    if issubclass(spider, BookedSpider):
        spider.read(arguments, known)
    return known


def run_spider(name: str, arguments: dict[str, str], settings: Settings, key: int) -> Crawler:
    """Run the spider to its end as the run ``key``, with the log beside the database."""
    settings.set("NEWSCRAWL_RUN", key, priority="cmdline")
    logging.raiseExceptions = False  # on a full disk every line for the log would be a traceback on the terminal
    log_beside(Path(settings["NEWSCRAWL_DATABASE"]), settings)
    if settings.getpriority("USER_AGENT") == settings.getpriority("BOT_NAME"):  # not given with -s
        settings.set("USER_AGENT", user_agent(settings), priority="project")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(name)
    process.crawl(crawler, **arguments)
    process.start()
    return crawler


def log_beside(database: Path, settings: Settings) -> None:
    """Send the log to a file next to the database unless another was named; an old long one is put aside."""
    if settings["LOG_FILE"]:
        return
    log = database.with_suffix(".log")
    if log.exists() and log.stat().st_size > LOG_SIZE:
        log.replace(log.with_suffix(".log.1"))
    settings.set("LOG_FILE", str(log), priority="project")


def judge(crawler: Crawler, proven: set[str], settings: Settings) -> int:
    """Say how it went, as much as the reader needs, and return the exit status."""
    if not isinstance(crawler.spider, BookedSpider):
        return say(FAILED, f"the crawl did not start; see {settings['LOG_FILE']}")
    run = crawler.spider.run
    limit, share = settings.getint("NEWSCRAWL_ERROR_LIMIT"), settings.getfloat("NEWSCRAWL_ERROR_SHARE")
    found, odd = causes(run, proven, limit, share), [*warnings(run, proven), *contact_warning(settings)]
    for line in (*found, *odd):
        logger.warning(line)
    if watched():
        say(WELL, *summary(run), *odd)
    if found or watched():
        shown = [] if run.broken else [error for error in run.errors if error not in found]
        say(WELL, *found, *shown[:SHOWN], *left_out(len(shown), settings))
    return FAILED if found else WELL


def summary(run: Run) -> list[str]:
    """What the run did, in a line for the whole and one for each source that gave something."""
    saved, without_rules = run.count("saved"), run.count("without_rules")
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in saved.items()) or "none"
    whole = f"articles: {outcomes}; new deals: {run.total('deals')}; pages asked for: {run.total('asked')}"
    parts = [f"  {t.name}: {t.stored} articles, {t.deals} deals" for t in run.tallies.values() if t.stored]
    reasons = [f"  not stored, {reason}: {count}" for reason, count in run.reasons.most_common()]
    unread = [f"  stored without deals, no rules for {language}: {count}" for language, count in without_rules.items()]
    return [whole, *parts, *reasons, *unread]


def contact_warning(settings: Settings) -> list[str]:
    return [] if settings["NEWSCRAWL_CONTACT"] else ["NEWSCRAWL_CONTACT is unset: sites cannot tell whom to write to"]


def left_out(count: int, settings: Settings) -> list[str]:
    return [f"… and {count - SHOWN} more pages failed; see {settings['LOG_FILE']}"] if count > SHOWN else []
