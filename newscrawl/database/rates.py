"""A file of reference exchange rates → the database: the table of the European Central Bank, one day in each line.

    Date,USD,JPY,…
    2026-11-24,1.0841,163.2,…

It comes as .csv or as .zip with that file in it. ``N/A`` and an empty field say nothing.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlite_utils import Database

SILENT = ("", "N/A")


class RatesError(ValueError):
    """A file of rates cannot be read; the message names file, line and what is wrong."""


def import_rates(db: Database, path: Path) -> int:
    """Store the rates of a file, in the place of those of the same days, and return how many there are in it.

    Raises:
        RatesError: the file cannot be read or is no such table; nothing is stored.
    """
    rows = list(read_rates(path))
    with db.atomic():
        db.conn.executemany(
            "INSERT INTO rates (currency, day, per_euro) VALUES (?, ?, ?)"
            " ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro",
            rows,
        )
    return len(rows)


def read_rates(path: Path) -> Iterator[tuple[str, str, float]]:
    """Currency, day and units for one euro, line by line."""
    lines = csv.reader(io.StringIO(_text(path)))
    head = [name.strip() for name in next(lines, [])]
    if head[:1] != ["Date"]:
        raise RatesError(
            f"{path}:1: must begin with Date and the currencies, as the table of the European Central Bank"
        )
    for name in filter(None, head[1:]):
        if not re.fullmatch("[A-Z]{3}", name):
            raise RatesError(f"{path}:1: {name!r} is no ISO 4217 currency")
    for number, line in enumerate(lines, 2):
        if line:
            yield from _line(f"{path}:{number}", head, [value.strip() for value in line])


def _line(where: str, head: list[str], values: list[str]) -> Iterator[tuple[str, str, float]]:
    try:
        day = date.fromisoformat(values[0]).isoformat()
    except ValueError:
        raise RatesError(f"{where}: {values[0]!r} is no date like 2026-01-31") from None
    for currency, value in zip(head[1:], values[1:], strict=False):
        if currency and value not in SILENT:
            yield currency, day, _rate(where, currency, value)


def _rate(where: str, currency: str, value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", value) or not float(value):
        raise RatesError(f"{where}: {currency} {value!r} is no rate")
    return float(value)


def _text(path: Path) -> str:
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                return archive.read(archive.namelist()[0]).decode("utf-8-sig")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, zipfile.BadZipFile, IndexError) as error:
        raise RatesError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    except UnicodeDecodeError as error:
        raise RatesError(f"{path}: is no text in UTF-8") from error
