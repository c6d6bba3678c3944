"""`scrapy rates FILE`: exchange rates for comparing the amounts of reports."""

from pathlib import Path

from scrapy.settings import Settings

from newscrawl.file_command import FileCommand


class Command(FileCommand):
    missing = "name the file, for example: scrapy rates eurofxref-hist.csv"

    def short_desc(self) -> str:
        return "Import exchange rates, which help to link reports"

    def long_desc(self) -> str:
        return (
            "Reads FILE, the table of euro reference rates of the European Central Bank (.csv or .zip), into the "
            "database (NEWSCRAWL_DATABASE). With it, amounts in different currencies are compared by the rate of the "
            "day; `scrapy relink` applies it to what is there. Exit status 1 if the file cannot be read."
        )

    def work(self, settings: Settings, file: Path) -> int:
        from newscrawl.relink.run import import_file

        return import_file(settings, file)
