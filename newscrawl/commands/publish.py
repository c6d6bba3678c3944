"""`scrapy publish FILE`: a copy of the database to put online."""

from pathlib import Path

from scrapy.settings import Settings

from newscrawl.file_command import FileCommand


class Command(FileCommand):
    missing = "name the file to make, for example: scrapy publish deals-online.db"

    def short_desc(self) -> str:
        return "Make a copy of the database to put online, without the articles' texts"

    def long_desc(self) -> str:
        return (
            "Copies the database (NEWSCRAWL_DATABASE) into FILE, also while a crawl writes it, and leaves out the "
            "texts of the articles, which are others' property, and what only your own crawls need. Deals, companies, "
            "headlines and quotes stay. An older copy is replaced at the end, in one step; any other file is refused. "
            "Says nothing when all is well, exit status 1 otherwise."
        )

    def work(self, settings: Settings, file: Path) -> int:
        from newscrawl.crawl.exit import FAILED, WELL, say
        from newscrawl.crawl.history import now
        from newscrawl.database import DatabaseError
        from newscrawl.database.publish import publish_database

        try:
            publish_database(Path(settings["NEWSCRAWL_DATABASE"]), file, now())
        except DatabaseError as error:
            return say(FAILED, str(error))
        return WELL
