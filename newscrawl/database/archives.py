"""How far each WARC file has been read."""

from typing import Any

from sqlite_utils import Database

State = dict[str, Any]


def archive_state(db: Database, path: str) -> State:
    """What is remembered of a file (the columns of ``archives``); {} if it is new."""
    found = db.execute("SELECT * FROM archives WHERE path = ?", [path])
    names = [column[0] for column in found.description]
    row = found.fetchone()
    return dict(zip(names, row, strict=True)) if row else {}


def save_archive_state(db: Database, path: str, **state: Any) -> None:
    """Remember of a file what is given and keep the rest."""
    db.table("archives").upsert({"path": path} | state, pk="path")
