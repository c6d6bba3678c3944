"""The demo: serve, crawl, show. A second time it finds the same and adds nothing."""

import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from rich.console import Console
from scrapy.settings import Settings

from newscrawl.demo.site import HOST, serving_sites
from newscrawl.demo.table import deal_rows, deal_table
from newscrawl.settings import PROJECT

SITES = PROJECT / "fixtures" / "sites"
DATABASE = PROJECT / "demo.db"
"""Not newscrawl.db, so that made-up companies do not get among real ones."""

FIRST_PORT = 8640
"""Each site keeps its port, so that its articles have the same addresses in every run."""

WIDE = 160


def run(settings: Settings) -> int:
    """Crawl the fixtures and print the deals; the crawl's exit status."""
    database = Path(os.environ.get("NEWSCRAWL_DATABASE") or DATABASE)
    before = count_articles(database)
    with tempfile.TemporaryDirectory() as sources, serving_sites(ports(sites()), Path(sources)) as names:
        status = crawl(names, Path(sources), database)
    if status == 0:
        show(database, count_articles(database) - before)
    return status


def sites() -> list[Path]:
    return sorted(path.parent for path in SITES.glob("*/source.toml"))


def ports(folders: Iterable[Path]) -> dict[Path, int]:
    """A port for each site: its own, or any free one if another program has that."""
    return {folder: port if is_free(port) else 0 for port, folder in enumerate(folders, FIRST_PORT)}


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def crawl(names: list[str], sources: Path, database: Path) -> int:
    """`scrapy crawl news`, as a user would call it, but without waiting between requests to ourselves."""
    settings = {
        "NEWSCRAWL_SOURCES": sources,
        "NEWSCRAWL_DATABASE": database,
        "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": True,
        "NEWSCRAWL_CONTACT": "demo",
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
    }
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"source={','.join(names)}", *options]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode


def count_articles(database: Path) -> int:
    """Articles in a database; none if it is not there yet."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("select count(*) from articles").fetchone()[0])


def show(database: Path, added: int) -> None:
    """Print the deals, what is new, and how to browse them."""
    with closing(sqlite3.connect(database)) as connection:
        rows = deal_rows(connection)
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    console.print(deal_table(rows))
    console.print(
        f"{len(rows)} deals. {f'{added} articles are new' if added else 'Nothing new: all articles were known'}."
    )
    console.print("The made-up sites are served only while the demo runs, so these links lead nowhere now.")
    console.print(f"Browse them:  NEWSCRAWL_DATABASE={os.path.relpath(database)} make browse", highlight=False)
