"""All stored articles read again: what that changes is shown and, unless it is only a trial, stored."""

import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from scrapy.settings import Settings
from sqlite_utils import Database

from newscrawl.crawl.arguments import ArgumentError, check_settings
from newscrawl.crawl.exit import FAILED, WELL, WRONG, holding, say
from newscrawl.database import DatabaseError, SaveError, open_database, replace_reports
from newscrawl.database.connection import connect, is_older
from newscrawl.database.guidance import NOTHING, guidance_of
from newscrawl.deals.languages import languages
from newscrawl.deals.load import load_language
from newscrawl.extract.inputs import Unreadable
from newscrawl.extract.many import read_many
from newscrawl.extract.one import Reading
from newscrawl.extract.processes import cores
from newscrawl.linking.corrections import Corrections, read_corrections
from newscrawl.linking.guidance import Guidance
from newscrawl.reextract.changes import Changes, change_lines, changes
from newscrawl.reextract.stored import read_stored, stored_articles
from newscrawl.reextract.told import told
from newscrawl.tables import TableError
from newscrawl.terminal import printable

SHOWN = 20
"""Articles that could not be read, shown one by one; a rule that fails on all of them need not say so each time."""


class UndoError(Exception):
    """Ends a transaction that is not to be kept."""


def run(settings: Settings, dry_run: bool) -> int:
    """Read every stored article again and return the exit status; with ``dry_run`` nothing is written."""
    database = Path(settings["NEWSCRAWL_DATABASE"])
    try:
        check_settings(settings)
        corrections = read_corrections(settings["NEWSCRAWL_SOURCES"])
        for language in languages():
            load_language(language)
        older = is_older(database)
    except (ArgumentError, TableError) as error:
        return say(WRONG, f"scrapy reextract: {error}")
    except DatabaseError as error:
        return say(FAILED, str(error))
    if older and dry_run:
        return say(
            FAILED, f"{database}: an older newscrawl made it; `scrapy browse` brings it up to date, then try again"
        )
    workers = settings.getint("NEWSCRAWL_WORKERS") or cores()
    return holding(database, lambda: reextract(database, workers, dry_run, corrections))


def reextract(database: Path, workers: int, dry_run: bool, corrections: Corrections = NOTHING) -> int:
    """Read all articles of a database in ``workers`` processes and put what is read in place of what was."""
    with closing(connect(database, "rw") if dry_run else open_database(database)) as db:
        readings = read_many(stored_articles(database), workers, read=read_stored)
        counts = replace_all(db, readings, dry_run, guidance_of(db, corrections))
    show([summary(counts, dry_run)])
    return FAILED if counts["failed"] else WELL


def replace_all(
    db: Database, readings: Iterable[Reading | Unreadable], dry_run: bool, guidance: Guidance | None = None
) -> Counter[str]:
    """Replace and show article by article; one that cannot be read or stored is named and stays as it is."""
    counts: Counter[str] = Counter()
    for reading in readings:
        assert isinstance(reading, Reading)  # a stored article is never unreadable
        counts["articles"] += 1
        failure, found = reading.failure, Changes()
        if failure is None:
            try:
                found = replace_one(db, reading, dry_run, guidance)
            except (SaveError, sqlite3.IntegrityError) as error:
                failure = f"{reading.article.url}: {error}"
        if failure is not None:
            counts["failed"] += 1
            say_failed(failure, counts["failed"])
        if found:
            show([title_line(reading), *change_lines(found)])
            counts.update(gained=len(found.gained), lost=len(found.lost), changed=len(found.changed), touched=1)
    return counts


def replace_one(db: Database, reading: Reading, dry_run: bool, guidance: Guidance | None = None) -> Changes:
    """Replace the reports of one article version in one transaction, which is undone if nothing changed.

    Raises:
        SaveError, sqlite3.IntegrityError: what was read cannot be stored; nothing is changed.
    """
    version = int(reading.id)
    before = told(db, version)
    if not before and not reading.deals:
        return Changes()
    found = Changes()
    try:
        with db.atomic():
            replace_reports(db, version, reading.deals, guidance)
            found = changes(before, told(db, version))
            if dry_run or not found:
                raise UndoError
    except UndoError:
        pass
    return found


def title_line(reading: Reading) -> str:
    return " ".join(f"{reading.article.url}  {reading.article.title or ''}".rstrip().split("\n"))


def summary(counts: Counter[str], dry_run: bool) -> str:
    deals = ", ".join(f"{counts[what]} {what}" for what in ("gained", "lost", "changed"))
    failed = f"; {counts['failed']} could not be read and stay as they were" if counts["failed"] else ""
    written = "; nothing is written" if dry_run else ""
    return f"{counts['articles']} articles read, {counts['touched']} with changes: deals {deals}{failed}{written}"


def say_failed(failure: str, number: int) -> None:
    """Name an article that failed, up to a number of them."""
    if number <= SHOWN:
        say(FAILED, failure)
    elif number == SHOWN + 1:
        say(FAILED, "… and more")


def show(lines: Iterable[str]) -> None:
    """Print lines; where the reader, `head` for one, has seen enough, the rest is done in silence."""
    try:
        print(printable("\n".join(lines)), flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
