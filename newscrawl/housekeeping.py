"""What `scrapy prune` does around the database's own function: hold it, do it, and say it if somebody looks."""

from contextlib import closing
from pathlib import Path

from scrapy.settings import Settings

from newscrawl.crawl.exit import FAILED, WELL, holding, say
from newscrawl.crawl.history import now
from newscrawl.database import DatabaseError, open_database
from newscrawl.database.connection import check_there
from newscrawl.database.prune import prune_texts
from newscrawl.terminal import watched


def prune(settings: Settings, days: int) -> int:
    """Drop the texts fetched more than so many days ago and return the exit status."""
    database = Path(settings["NEWSCRAWL_DATABASE"])
    try:
        check_there(database)
    except DatabaseError as error:
        return say(FAILED, str(error))
    return holding(database, lambda: prune_database(database, days))


def prune_database(database: Path, days: int) -> int:
    with closing(open_database(database)) as db:
        count = prune_texts(db, now(days_ago=days), now())
    return say(WELL, f"{count} texts dropped") if watched() else WELL
