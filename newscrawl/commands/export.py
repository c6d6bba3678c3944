"""`scrapy export FILE`: the deals as CSV or JSON lines."""

from pathlib import Path

from scrapy.settings import Settings

from newscrawl.file_command import FileCommand


class Command(FileCommand):
    missing = "name the file to write, for example: scrapy export deals.csv"

    def short_desc(self) -> str:
        return "Write all deals into a .csv or .jsonl file"

    def long_desc(self) -> str:
        return (
            "Writes every deal in the database (NEWSCRAWL_DATABASE) into FILE: .csv has a line for each deal, .jsonl "
            "also its timeline and what each report says. An older file is replaced at the end, in one step. "
            "Exit status 1 if it could not be written, 2 if the name ends otherwise."
        )

    def work(self, settings: Settings, file: Path) -> int:
        from newscrawl.export.run import run

        return run(Path(settings["NEWSCRAWL_DATABASE"]), file)
