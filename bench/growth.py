"""`python -m bench.growth [--pages N]`: one long crawl, and how memory and time per page develop in it.

Exit status 1 if the crawl failed or stored fewer articles than there are pages.
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.crawl import newscrawl_command
from bench.measure import memory_of
from bench.site import serving_hosts
from newscrawl.settings import PROJECT

STEPS = 10
"""Lines that are printed."""


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    options.add_argument("--pages", type=int, default=20_000)
    options.add_argument("--kilobytes", type=int, default=30)
    options.add_argument("--hosts", type=int, default=16)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving_hosts(given.pages, given.kilobytes, given.hosts) as feeds:
        database = Path(folder) / "growth.db"
        with subprocess.Popen(newscrawl_command(feeds, database), cwd=PROJECT, start_new_session=True) as process:
            for line in steps(process, database, given.pages):
                print(line, flush=True)
        stored = articles(database)
    print(f"{stored} of {given.pages} articles stored, exit status {process.returncode}")
    return int(process.returncode != 0 or stored != given.pages)


def steps(process: "subprocess.Popen[bytes]", database: Path, pages: int) -> Iterator[str]:
    """A line for each tenth of the pages: the time that one of them took, and the most memory of all processes."""
    begun, done, most = time.monotonic(), 0, 0
    while process.poll() is None:
        time.sleep(0.5)
        most = max(most, sum(memory_of(session=process.pid)))
        if (now := articles(database)) >= done + pages // STEPS:
            took = time.monotonic() - begun
            yield f"{now:7} pages{1000 * took / (now - done):8.1f} ms a page{most / 2**20:8.0f} MB"
            begun, done, most = time.monotonic(), now, 0


def articles(database: Path) -> int:
    """The articles that are stored; 0 as long as there is no table."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
