"""The run's book → the tables ``runs`` and ``sources``: what later runs and people look at."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from newscrawl.crawl.book import Run, Tally
from newscrawl.database.runs import finish_run
from newscrawl.database.sources import save_source_state
from newscrawl.sources import Source


def now(days_ago: int = 0) -> str:
    """The time as it is stored, or that of so many days ago: ISO 8601 in UTC, to the second."""
    return (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="seconds")


def write_history(db: Database, key: int, run: Run, known: Mapping[str, Source], status: int) -> None:
    """Write down how a run ended and what its sources gave.

    Args:
        db: the database.
        key: of the run's row.
        run: the book.
        known: the sources by name; addresses given by hand are counted in the run, but are no sources.
        status: the exit status.
    """
    finished_at = now()
    counts = {tally.name: counts_of(tally) for tally in run.tallies.values()}
    finish_run(db, key, finished_at, counts, status)
    for tally in run.tallies.values():
        if tally.name in known and not tally.by_hand:
            save_source_state(db, tally.name, **source_state(tally, known[tally.name], key, finished_at))


def counts_of(tally: Tally) -> dict[str, Any]:
    """A tally as it is stored; words that were counted zero times are left out."""
    figures = {figure: getattr(tally, figure) for figure in ("asked", "fetched", "texts", "stored", "deals")}
    words = {name: dict(+getattr(tally, name)) for name in ("saved", "reasons", "without_rules")}
    return {"listed": tally.addresses} | figures | words


def source_state(tally: Tally, source: Source, key: int, finished_at: str) -> dict[str, Any]:
    """What is remembered of a source: what it is, and when it last gave something or nothing."""
    problems = tally.gave_nothing()
    when = {"last_failure" if problems else "last_success": finished_at}
    facts = {"title": source.table.title, "language": source.table.language, "home": source.table.home}
    return facts | when | {"last_run": key, "problem": "; ".join(problems) or None}
