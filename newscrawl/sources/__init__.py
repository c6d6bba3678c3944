"""News sources: one TOML file per site, in this folder and in the user's own.

A file's name without ``.toml`` is the source's name. A file of the user's own with the same name replaces the shipped
one whole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from newscrawl.tables import Table, TableError, read_table

FOLDER = Path(__file__).parent
NO_SOURCE = "corrections.toml"
"""The file in the user's folder that says what companies and deals are (``newscrawl.linking.corrections``)."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*+")


class Articles(Table, frozen=True):
    """Which addresses of a site are articles."""

    pattern: str
    """Regular expression for the whole path of an article's address, query and fragment left out."""
    examples: tuple[str, ...]
    """Addresses of articles; the tests hold the pattern to them."""
    counterexamples: tuple[str, ...]
    """Addresses of the same site that are none."""
    hosts: tuple[str, ...] = ()
    """Hosts of articles, if not only that of the home page; ``www.`` in front does not matter."""


class SourceTable(Table, frozen=True):
    """One source file."""

    title: str
    """The site's name as people write it."""
    language: str
    """ISO 639-1; used where neither page nor text tells."""
    home: str
    """Address of the home page."""
    articles: Articles
    documented: str
    """The public page or repository that documents the feeds."""
    minimum: int
    """As many article addresses the feeds together should list at any time; fewer is worth a warning."""
    feeds: tuple[str, ...] = ()
    """RSS or Atom."""
    sitemaps: tuple[str, ...] = ()
    """News sitemaps or sitemap indexes."""
    enabled: bool = True
    """Whether `scrapy crawl news` without names reads it."""
    notes: str = ""
    """What one should know about the site."""


@dataclass(frozen=True)
class Source:
    """A site whose feeds are read: its name, its file and what the file says."""

    name: str
    path: Path
    table: SourceTable

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.table.articles.pattern)

    @cached_property
    def hosts(self) -> frozenset[str]:
        return frozenset(map(bare_host, self.table.articles.hosts or [self.table.home]))

    def is_article(self, url: str) -> bool:
        """Whether an address belongs to an article of this site."""
        return bare_host(url) in self.hosts and self.pattern.fullmatch(urlsplit(url).path) is not None


def bare_host(url: str) -> str:
    """Host and port of an address, or of a bare host, in lower case without ``www.``."""
    return (urlsplit(url).netloc or url).lower().removeprefix("www.")


def read_source(path: Path) -> Source:
    """Read one source file.

    Raises:
        TableError: it is no TOML, has a wrong key or value, or contradicts itself; the message names file and key.
    """
    if not NAME.fullmatch(path.stem):
        raise TableError(f"{path}: a source's name has lower-case letters, digits, _ and -")
    source = Source(path.stem, path, read_table(path, SourceTable))
    if problems := list(_problems(source.table)):
        raise TableError(f"{path}: {'; '.join(problems)}")
    return source


def read_sources(folder: str | Path | None = None) -> dict[str, Source]:
    """All sources by name, sorted: the shipped ones, overruled by those in the user's own folder.

    Raises:
        TableError: see ``read_source``; or the user's folder does not exist.
    """
    own = Path(folder) if folder else None
    if own is not None and not own.is_dir():
        raise TableError(f"{own}: no such folder of sources (NEWSCRAWL_SOURCES)")
    paths = {
        path.stem: path
        for folder in (FOLDER, own)
        if folder
        for path in folder.glob("*.toml")
        if path.name != NO_SOURCE
    }
    return {name: read_source(paths[name]) for name in sorted(paths)}


def _problems(table: SourceTable) -> Iterable[str]:
    """What the types cannot say."""
    if not table.feeds and not table.sitemaps:
        yield "feeds: needs at least one feed or sitemap"
    for key, urls in (("home", (table.home,)), ("feeds", table.feeds), ("sitemaps", table.sitemaps)):
        yield from (f"{key}: {url!r} is no http address" for url in urls if not is_http(url))
    if not re.fullmatch("[a-z]{2}", table.language):
        yield f"language: {table.language!r} is no ISO 639-1 code"
    try:
        re.compile(table.articles.pattern)
    except re.error as error:
        yield f"articles.pattern: {error}"


def is_http(url: str) -> bool:
    """Whether a text is an http or https address with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)
