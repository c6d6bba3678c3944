"""`scrapy backup FILE`: a copy of the database, also while a crawl runs."""

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
        return "Copy the database into a file"

    def long_desc(self) -> str:
        return (
            "Copies the database (NEWSCRAWL_DATABASE) as it is now into FILE, also while a crawl writes it. The copy "
            "is checked and then takes the place of an older one in one step; any other file is refused. "
            "Says nothing when all is well, exit status 1 otherwise."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.crawl.exit import FAILED, say
        from newscrawl.database import DatabaseError
        from newscrawl.database.backup import backup_database

        if len(args) != 1:
            raise UsageError("name the file to copy into, for example: scrapy backup /backup/newscrawl.db")
        assert self.settings is not None
        try:
            backup_database(Path(self.settings["NEWSCRAWL_DATABASE"]), Path(args[0]))
        except DatabaseError as error:
            self.exitcode = say(FAILED, str(error))
