"""Deals → the lines of a file: CSV for spreadsheets, JSON lines with everything."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from newscrawl.deals.model import ROLES
from newscrawl.export.records import FIELDS, PARTIES, Record, records

COLUMNS = ("schema", *FIELDS[:4], *ROLES, *FIELDS[4:])
"""The columns of the CSV; those called like a role hold the names of the parties in it, parted by semicolons."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula; a name in an article may begin like that on purpose."""


def csv_lines(db: Database) -> Iterator[str]:
    """A head and a line for every deal."""
    yield csv_line(COLUMNS)
    for record in records(db, {"parties": PARTIES}):
        yield csv_line([csv_cell(value) for value in csv_row(record).values()])


def csv_row(record: Record) -> dict[str, Any]:
    """The columns of a deal, by name."""
    names = {role: "; ".join(p["name"] for p in record["parties"] if p["role"] == role) for role in ROLES}
    known = record | names
    return {column: known[column] for column in COLUMNS}


def csv_cell(value: Any) -> str:
    """A value as text in one line. A text that looks like a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if not isinstance(value, str):
        return str(value)
    text = " ".join(value.splitlines())
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def json_lines(db: Database) -> Iterator[str]:
    """A JSON object in each line."""
    return (f"{json.dumps(record, ensure_ascii=False)}\n" for record in records(db))


FORMATS: Mapping[str, Callable[[Database], Iterator[str]]] = {".csv": csv_lines, ".jsonl": json_lines}
"""By the ending of a file's name."""
