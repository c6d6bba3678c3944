"""What a crawl is asked to do: the arguments after ``-a``, checked before anything starts."""

import glob
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.sources import Source, is_http

NAMES = ("source", "feed", "sitemap", "url", "since", "limit")
ARCHIVE_NAMES = ("path", "again", "since", "limit")
YES, NO = ("yes", "true", "1"), ("no", "false", "0")
BETWEEN_ADDRESSES = re.compile(r"\s+|,(?=https?://)")
"""Addresses are parted by blanks, or by a comma right before the next; a comma may be part of an address."""


class ArgumentError(ValueError):
    """An argument of a crawl is wrong; the message says which and what was expected, in one line."""


@dataclass(frozen=True)
class Order:
    """A crawl to do: these sources, feeds, sitemaps and pages, articles since a day (ISO 8601), at most so many.

    Or the reading of archives: ``paths`` of WARC files, ``again`` if those that were read are to be read once more.
    """

    sources: tuple[Source, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    since: str | None = None
    limit: int | None = None
    paths: tuple[Path, ...] = ()
    again: bool = False


def read_order(arguments: Mapping[str, str], known: Mapping[str, Source]) -> Order:
    """Read the arguments; without a source, feed, sitemap or url, all enabled sources are meant.

    Raises:
        ArgumentError: an unknown argument or source, a bad address, day or number.
    """
    check_names(arguments, NAMES)
    feeds, sitemaps, urls = (read_addresses(name, arguments.get(name, "")) for name in ("feed", "sitemap", "url"))
    return Order(
        sources=read_names(arguments, known, all_enabled=not (feeds or sitemaps or urls)),
        feeds=feeds,
        sitemaps=sitemaps,
        urls=urls,
        **bounds(arguments),
    )


def read_archive_order(arguments: Mapping[str, str], known: Mapping[str, Source]) -> Order:
    """Read the arguments of the reading of archives; sources are known by their addresses and not named.

    Raises:
        ArgumentError: an unknown argument, no path or one that fits no file, a bad word, day or number.
    """
    check_names(arguments, ARCHIVE_NAMES)
    again = arguments.get("again", "no").strip().lower()
    if again not in (*YES, *NO):
        raise ArgumentError(f"again: {again!r} is neither yes nor no")
    return Order(paths=read_paths(arguments.get("path", "")), again=again in YES, **bounds(arguments))


def check_names(arguments: Mapping[str, str], names: Sequence[str]) -> None:
    if unknown := sorted(set(arguments) - set(names)):
        raise ArgumentError(f"unknown argument {unknown[0]!r}; there are {', '.join(names)}")


def bounds(arguments: Mapping[str, str]) -> dict[str, Any]:
    """``since`` and ``limit`` as an order has them."""
    return {
        "since": read_day(arguments["since"]) if "since" in arguments else None,
        "limit": read_limit(arguments["limit"]) if "limit" in arguments else None,
    }


def read_paths(given: str) -> tuple[Path, ...]:
    """The files that a path fits, which may have ``*``, ``?`` and ``**``, in the order of their names."""
    if not given.strip():
        raise ArgumentError("path: name a WARC file, or several with *, for example -a path='news/*.warc.gz'")
    names = sorted(glob.glob(given.strip(), recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    files = tuple(Path(name).absolute() for name in names if Path(name).is_file())
    if not files:
        raise ArgumentError(f"path: no file is named like {given!r}")
    return files


def check_settings(settings: BaseSettings) -> None:
    """Raises ArgumentError if one of our settings has a value of the wrong kind."""
    kinds = (
        ("NEWSCRAWL_ALLOW_PRIVATE_NETWORKS", settings.getbool, "neither True nor False"),
        ("NEWSCRAWL_WORKERS", settings.getint, "no number of processes"),
        ("NEWSCRAWL_ERROR_LIMIT", settings.getint, "no number of pages"),
        ("NEWSCRAWL_ERROR_SHARE", settings.getfloat, "no share between 0 and 1"),
    )
    for name, read, wrong in kinds:
        try:
            read(name)
        except ValueError:
            raise ArgumentError(f"{name}: {settings[name]!r} is {wrong}") from None
    if (folder := settings["NEWSCRAWL_WARC"]) and not Path(folder).is_dir():
        raise ArgumentError(f"NEWSCRAWL_WARC: there is no folder {folder!r}")


def read_names(arguments: Mapping[str, str], known: Mapping[str, Source], all_enabled: bool) -> tuple[Source, ...]:
    """The sources named, or all that are enabled if none is named and nothing else is."""
    if "source" not in arguments:
        return tuple(source for source in known.values() if all_enabled and source.table.enabled)
    names = list(dict.fromkeys(re.findall(r"[^\s,]+", arguments["source"])))
    if unknown := [name for name in names if name not in known]:
        raise ArgumentError(f"unknown source {unknown[0]!r}; there are {', '.join(known)}")
    if not names:
        raise ArgumentError("source: names none")
    return tuple(known[name] for name in names)


def read_addresses(name: str, given: str) -> tuple[str, ...]:
    addresses = [address for address in BETWEEN_ADDRESSES.split(given) if address]
    if wrong := [address for address in addresses if not is_http(address)]:
        raise ArgumentError(f"{name}: {wrong[0]!r} is no http address")
    return tuple(dict.fromkeys(addresses))


def read_day(given: str) -> str:
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except ValueError:
        raise ArgumentError(f"since: {given!r} is no date like 2026-01-31") from None


def read_limit(given: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", given.strip()) or int(given) < 1:
        raise ArgumentError(f"limit: {given!r} is no number of articles, 1 or more")
    return int(given)
