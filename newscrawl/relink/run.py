"""All reports linked anew: what that changes is shown and, unless it is only a trial, stored."""

from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path

from scrapy.settings import Settings
from sqlite_utils import Database

from newscrawl.crawl.exit import FAILED, WELL, WRONG, holding, say
from newscrawl.database import DatabaseError, open_database
from newscrawl.database.connection import is_older
from newscrawl.database.guidance import apply_corrections, guidance_of
from newscrawl.database.rates import RatesError, import_rates
from newscrawl.database.relink import Moved, relink
from newscrawl.linking.corrections import Corrections, read_corrections
from newscrawl.relink.explain import explanation
from newscrawl.tables import TableError
from newscrawl.terminal import printable


class UndoError(Exception):
    """Ends a transaction that is not to be kept."""


def run(settings: Settings, dry_run: bool) -> int:
    """Link all reports anew and return the exit status; with ``dry_run`` nothing is written."""
    return _with_database(settings, "relink", lambda db, corrections: _run(db, corrections, dry_run))


def explain(settings: Settings, uid: str) -> int:
    """Print why the reports of a deal belong together, and why others like them do not."""

    def show(db: Database, corrections: Corrections) -> int:
        lines = list(explanation(db, uid, guidance_of(db, corrections)))
        print(printable("\n".join(lines)))
        return WELL if lines else say(FAILED, f"there is no deal {uid!r}")

    return _with_database(settings, "relink", show)


def import_file(settings: Settings, path: Path) -> int:
    """Import a file of exchange rates and return the exit status."""

    def work(db: Database, corrections: Corrections) -> int:
        try:
            count = import_rates(db, path)
        except RatesError as error:
            return say(FAILED, str(error))
        print(f"{count} rates; `scrapy relink` compares the amounts of stored reports by them")
        return WELL

    return _with_database(settings, "rates", work)


def _with_database(settings: Settings, command: str, work: Callable[[Database, Corrections], int]) -> int:
    """Do what needs the database, which must be there, and the corrections; return the exit status."""
    database = Path(settings["NEWSCRAWL_DATABASE"])
    try:
        corrections = read_corrections(settings["NEWSCRAWL_SOURCES"])
        is_older(database)
    except TableError as error:
        return say(WRONG, f"scrapy {command}: {error}")
    except DatabaseError as error:
        return say(FAILED, str(error))

    def held() -> int:
        with closing(open_database(database)) as db:
            return work(db, corrections)

    return holding(database, held)


def _run(db: Database, corrections: Corrections, dry_run: bool) -> int:
    try:
        with db.atomic() if dry_run else nullcontext():
            for line in _changes(db, corrections, dry_run):
                print(printable(line), flush=True)
            if dry_run:
                raise UndoError
    except UndoError:
        pass
    return WELL


def _changes(db: Database, corrections: Corrections, dry_run: bool) -> Iterator[str]:
    """Link anew; a line for each report that came to another deal, and at last one that counts."""
    before, moved, reports = _deals(db), 0, 0
    for step in relink(db, guidance_of(db, corrections)):
        if isinstance(step, Moved):
            moved += 1
            yield f"{step.former} → {step.deal}  {step.url}" + (f"  ({step.why})" if step.why else "")
        else:
            reports = step
    apply_corrections(db, corrections)
    written = "; nothing is written" if dry_run else ""
    yield f"{reports} reports, {moved} of them in another deal than before; {before} deals became {_deals(db)}{written}"


def _deals(db: Database) -> int:
    return int(db.execute("SELECT count(*) FROM deals").fetchone()[0])
