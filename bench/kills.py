"""`python -m bench.kills [--kills N]`: crawls killed at random moments, then one that is not; what was lost or doubled.

Exit status 1 if an article is missing or there twice, or the database is not sound.
"""

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random

from bench.crawl import newscrawl_command
from bench.measure import memory_of
from bench.site import serving_hosts
from newscrawl.settings import PROJECT

EXPECTED = {
    "articles": "SELECT count(*) FROM articles",
    "addresses of articles": "SELECT count(DISTINCT url) FROM articles",
    "versions": "SELECT count(*) FROM article_versions",
    "pages done": "SELECT count(*) FROM pages WHERE state = 'done' AND reason IS NULL",
}


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    options.add_argument("--kills", type=int, default=30)
    options.add_argument("--pages", type=int, default=600)
    options.add_argument(
        "--longest", type=float, default=6.0, help="seconds after which a crawl is killed at the latest"
    )
    given = options.parse_args()
    chance = Random(given.kills)
    with tempfile.TemporaryDirectory() as folder, serving_hosts(given.pages, 10, 4) as feeds:
        database = Path(folder) / "kills.db"
        command = newscrawl_command(feeds, database)
        for _ in range(given.kills):
            kill_after(command, chance.uniform(0.5, given.longest))
        status = subprocess.run(command, cwd=PROJECT).returncode
        wrong = faults(database, given.pages)
    print(f"{given.kills} kills, {given.pages} pages, last exit status {status}: {'; '.join(wrong) or 'nothing wrong'}")
    return int(bool(wrong or status))


def kill_after(command: list[str], seconds: float) -> None:
    """Start a crawl, kill it and everything that it started, and wait until all are gone."""
    with subprocess.Popen(command, cwd=PROJECT, start_new_session=True) as process:
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
    while any(memory_of(session=process.pid)):
        time.sleep(0.05)


def faults(database: Path, pages: int) -> list[str]:
    """What is lost, doubled or damaged."""
    with closing(sqlite3.connect(database)) as db:
        counts = {name: db.execute(query).fetchone()[0] for name, query in EXPECTED.items()}
        found = [f"{name}: {count} instead of {pages}" for name, count in counts.items() if count != pages]
        if (said := db.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            found.append(f"integrity_check: {said[:3]}")
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            found.append(f"foreign_key_check: {broken[:3]}")
    return found


if __name__ == "__main__":
    sys.exit(main())
