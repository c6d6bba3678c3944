"""Crawls as a user runs them: `scrapy crawl` in its own process, against a real server on loopback."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from types import MappingProxyType
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
    with start_scrapy(*arguments, **settings) as process:
        out, err = process.communicate(timeout=120)
    return Finished(process.args, process.returncode, out, err)


def start_scrapy(
    *arguments: str,
    environment: Mapping[str, str] = MappingProxyType({}),
    before: Callable[[], None] | None = None,
    **settings: Any,
) -> subprocess.Popen[str]:
    """The same, not waited for; with further environment variables, and something done in the new process first."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEWSCRAWL_")}
    command = scrapy_command(*arguments, **settings)
    pipe = subprocess.PIPE
    about = {"stdout": pipe, "stderr": pipe, "text": True, "start_new_session": True, "preexec_fn": before}
    return subprocess.Popen(command, cwd=PROJECT, env=inherited | environment, **about)


def scrapy_command(*arguments: str, **settings: Any) -> list[str]:
    options = [part for name, value in settings.items() for part in ("-s", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy", *arguments, *options]


def crawl_command(database: Path, *arguments: str) -> list[str]:
    """The command line of a crawl."""
    return scrapy_command(*crawl_options(*arguments), **(FAST | {"NEWSCRAWL_DATABASE": database}))


def members(session: int) -> dict[int, int]:
    """The running processes of a session, each with its parent: a crawl that was started, and its workers."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            state, parent, _, of = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(of) == session and state != "Z":
                found[int(folder.name)] = int(parent)
    return found


def crawl(database: Path, *arguments: str, **settings: Any) -> Finished:
    """`scrapy crawl news` into a database."""
    return run_scrapy(*crawl_options(*arguments), **(FAST | {"NEWSCRAWL_DATABASE": database} | settings))


def start_crawl(database: Path, *arguments: str, **settings: Any) -> subprocess.Popen[str]:
    """The same, not waited for."""
    return start_scrapy(*crawl_options(*arguments), **(FAST | {"NEWSCRAWL_DATABASE": database} | settings))


def crawl_options(*arguments: str) -> list[str]:
    return ["crawl", "news", *(part for argument in arguments for part in ("-a", argument))]


def read_archive(database: Path, *arguments: str, **settings: Any) -> Finished:
    """`scrapy crawl archive` into a database."""
    options = [part for argument in arguments for part in ("-a", argument)]
    return run_scrapy("crawl", "archive", *options, NEWSCRAWL_DATABASE=database, **settings)


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.execute(query))
