"""Crawls as a user runs them: `scrapy crawl` in its own process, against a real server on loopback."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from newscrawl.settings import PROJECT

Finished = subprocess.CompletedProcess[str]
FAST = {
    "NEWSCRAWL_ALLOW_PRIVATE_NETWORKS": True,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_TIMEOUT": 2,
    "RETRY_TIMES": 0,
}


def run_scrapy(*arguments: str, **settings: Any) -> Finished:
    """`scrapy` with arguments and settings, in the environment of a cron job."""
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    command = [sys.executable, "-m", "scrapy", *arguments, *options]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120)


def crawl(database: Path, *arguments: str, **settings: Any) -> Finished:
    """`scrapy crawl news` into a database."""
    options = [part for argument in arguments for part in ("-a", argument)]
    return run_scrapy("crawl", "news", *options, **(FAST | {"NEWSCRAWL_DATABASE": database} | settings))


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.execute(query))
