"""One row for every crawl: when, how it was called, what it counted."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from newscrawl import __version__


def start_run(db: Database, started_at: str, arguments: Mapping[str, Any] | None = None) -> int:
    """Write down that a run begins and return its key.

    Args:
        db: the database.
        started_at: ISO 8601 in UTC.
        arguments: what the crawl was asked to do, by name.
    """
    row = {"started_at": started_at, "version": __version__, "arguments": _json(arguments or {})}
    key = db.table("runs").insert(row).last_pk
    assert isinstance(key, int)
    return key


def finish_run(
    db: Database, run: int, finished_at: str, counts: Mapping[str, Any], exit_status: int | None = None
) -> None:
    """Write down how a run ended, and let SQLite gather the figures by which it chooses indexes.

    Args:
        db: the database.
        run: the key that ``start_run`` gave.
        finished_at: ISO 8601 in UTC.
        counts: what it counted, by source: ``{"heise": {"fetched": 12, "stored": 11, "reasons": {"index": 1}}}``.
        exit_status: of the program, as the user sees it.
    """
    row = {"finished_at": finished_at, "counts": _json(counts), "exit_status": exit_status}
    db.table("runs").update(run, row)
    db.execute("PRAGMA analysis_limit = 1000")  # rows looked at of each index: quick, and exact enough
    db.execute("PRAGMA optimize")


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
