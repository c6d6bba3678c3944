"""What the commands have in common that take the database and one file."""

import argparse
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import Settings


class FileCommand(ScrapyCommand):
    """A command that is called with one file; ``missing`` is what a person is told who names none or several."""

    requires_project = True
    requires_crawler_process = False
    missing = ""

    def syntax(self) -> str:
        return "FILE"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1:
            raise UsageError(self.missing)
        assert self.settings is not None
        self.exitcode = self.work(self.settings, Path(args[0]))

    def work(self, settings: Settings, file: Path) -> int:
        """Do it and return the exit status.

        What it needs is imported inside, because Scrapy imports every command's module whichever command it runs.
        """
        raise NotImplementedError
