"""An address without what only tracks readers."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from newscrawl.tables import Table, read_table

PORTS = {"http": ":80", "https": ":443"}


class Example(Table, frozen=True):
    """An address as a feed lists it, and what is left of it."""

    listed: str
    bare: str


class Counterexample(Table, frozen=True):
    """An address that stays as it is."""

    address: str


class Tracking(Table, frozen=True):
    """The file ``tracking.toml``."""

    prefixes: tuple[str, ...]
    names: tuple[str, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[Counterexample, ...]


@cache
def tracking() -> Tracking:
    return read_table(Path(__file__).parent / "tracking.toml", Tracking)


@cache
def _tracks() -> re.Pattern[str]:
    names = "|".join(map(re.escape, tracking().names))
    prefixes = "|".join(map(re.escape, tracking().prefixes))
    return re.compile(f"(?:(?:{names})(?:=|$)|(?:{prefixes}))", re.IGNORECASE)


def bare_address(url: str) -> str:
    """The http address without tracking parameters and fragment; host in lower case, without the usual port."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removesuffix(PORTS.get(parts.scheme, ":"))
    query = parts.query
    if _tracks().search(query):
        query = "&".join(part for part in query.split("&") if not _tracks().match(part))
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))
