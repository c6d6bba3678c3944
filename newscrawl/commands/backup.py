"""`scrapy backup FILE`: a copy of the database, also while a crawl runs."""

from pathlib import Path

from scrapy.settings import Settings

from newscrawl.file_command import FileCommand


class Command(FileCommand):
    missing = "name the file to copy into, for example: scrapy backup /backup/newscrawl.db"

    def short_desc(self) -> str:
        return "Copy the database into a file"

    def long_desc(self) -> str:
        return (
            "Copies the database (NEWSCRAWL_DATABASE) as it is now into FILE, also while a crawl writes it. The copy "
            "is checked and then takes the place of an older one in one step; any other file is refused. "
            "Says nothing when all is well, exit status 1 otherwise."
        )

    def work(self, settings: Settings, file: Path) -> int:
        from newscrawl.crawl.exit import FAILED, WELL, say
        from newscrawl.database import DatabaseError
        from newscrawl.database.backup import backup_database

        try:
            backup_database(Path(settings["NEWSCRAWL_DATABASE"]), file)
        except DatabaseError as error:
            return say(FAILED, str(error))
        return WELL
