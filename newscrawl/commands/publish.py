"""`scrapy publish FILE`: a copy of the database to put online."""

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
        return "Make a copy of the database to put online, without the articles' texts"

    def long_desc(self) -> str:
        return (
            "Copies the database (NEWSCRAWL_DATABASE) into FILE, also while a crawl writes it, and leaves out the "
            "texts of the articles, which are others' property, and what only your own crawls need. Deals, companies, "
            "headlines and quotes stay. An older copy is replaced at the end, in one step; any other file is refused. "
            "Says nothing when all is well, exit status 1 otherwise."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        # Imported here, because Scrapy imports every command's module whichever command it runs.
        from newscrawl.crawl.exit import FAILED, say
        from newscrawl.crawl.history import now
        from newscrawl.database import DatabaseError
        from newscrawl.database.publish import publish_database

        if len(args) != 1:
            raise UsageError("name the file to make, for example: scrapy publish deals-online.db")
        assert self.settings is not None
        try:
            publish_database(Path(self.settings["NEWSCRAWL_DATABASE"]), Path(args[0]), now())
        except DatabaseError as error:
            self.exitcode = say(FAILED, str(error))
