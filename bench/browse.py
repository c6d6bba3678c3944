"""`python -m bench.browse [FILE] [--articles N] [--deals M]`: how long each page of a large database takes.

Without a FILE a database is generated, one million articles and 300 000 deals if nothing is said. Each page is asked
for by a Datasette that has just started and never opened the database (the disk may be warm), and then once more; the
third figure is what the first call took of the processor. Exit status 1 if a first call takes a second or more, or a
facet times out.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.generate_database import generate
from newscrawl.database.browse import make_datasette

LONGEST = 1.0
"""Seconds that a first call may take."""

OWN = ("/overview", "/data", "/deal/{uid}", "/company/{company}", "/article/{article}")
LISTS = (
    "deal_list", "deal_list?_sort_desc=value", "deal_list?_sort_desc=articles", "deal_list?type=acquisition",
    "deal_list?status=rumoured&_sort_desc=value", "deal_list?type=funding&status=completed&currency=EUR",
    "deal_list?currency=USD&_sort_desc=value", "deal_list?language=de", "deal_list?year=2024&type=merger",
    "deal_list?_search={name}", "deal_list?_search=million", "deal_list.atom?type=merger",
    "deal_list.json?type=merger&status=rumoured", "deal_list.csv?type=stake", "companies", "companies?_search={name}",
    "article_list", "article_list?language=de", "article_list?source=1", "article_list?_search={name}",
    "company_deals?company={company}", "articles", "deals", "reports", "deal_events", "evidence",
)  # fmt: skip
QUERIES = (
    "newest_deals?type=", "newest_deals?type=licensing", "biggest_deals_by_currency?how_many=",
    "stakes_above?percent=20", "deals_of_a_company?company={name}", "rumours_and_denials?company=",
    "rumours_and_denials?company={name}",
)  # fmt: skip


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.browse", description=__doc__)
    options.add_argument("file", type=Path, nargs="?")
    options.add_argument("--articles", type=int, default=1_000_000)
    options.add_argument("--deals", type=int, default=300_000)
    given = options.parse_args()
    if given.file:
        return measure(given.file)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "large.db"
        generate(made, given.articles, given.deals)
        return measure(made)


def measure(database: Path) -> int:
    """Ask for every page, print a line for each, and return the exit status."""
    slow = 0
    for path in pages(database):
        first, again, cpu, faults = asyncio.run(ask(database, path))
        bad = first >= LONGEST or bool(faults)
        slow += bad
        said = ", ".join(faults) or ("SLOW" if bad else "")
        print(f"{first:6.2f} s{again:6.2f} s{cpu:6.2f} s CPU  {path}  {said}".rstrip(), flush=True)
    print(f"{slow} pages too slow" if slow else f"every page below {LONGEST:g} s on its first call, no facet timed out")
    return 1 if slow else 0


def pages(database: Path) -> list[str]:
    """The pages to ask for: those of the busiest company, of the deal with most reports, of an article about it."""
    with closing(sqlite3.connect(database)) as db:
        deal, uid, article = db.execute(
            "SELECT l.deal, d.uid, l.article FROM deal_list l JOIN deals d ON d.id = l.deal"
            " ORDER BY l.articles DESC LIMIT 1"
        ).fetchone()
        (company,) = db.execute("SELECT company FROM deal_parties GROUP BY 1 ORDER BY count(*) DESC LIMIT 1").fetchone()
        (name,) = db.execute("SELECT name FROM deal_parties WHERE deal = ?", [deal]).fetchone()
    known: dict[str, Any] = {"uid": uid, "article": article, "company": company, "name": name.split()[0]}
    tables = [f"/{database.stem}/{page}" for page in (*LISTS, *QUERIES)]
    return [page.format(**known) for page in (*OWN, *tables)]


async def ask(database: Path, path: str) -> tuple[float, float, float, list[str]]:
    """Seconds of a first and a second call, of the processor for the first, and what was wrong with the answer."""
    datasette = make_datasette(database)
    await datasette.client.get("/-/versions.json")  # the program starts, the database is not asked
    start, cpu = time.perf_counter(), time.process_time()
    answer = await datasette.client.get(path)
    first, cpu = time.perf_counter() - start, time.process_time() - cpu
    await datasette.client.get(path)
    again = time.perf_counter() - start - first
    faults = [fault for fault in ("facets timed out", "SQL query took too long") if fault in answer.text]
    return first, again, cpu, faults + ([] if answer.status_code == 200 else [f"status {answer.status_code}"])


if __name__ == "__main__":
    sys.exit(main())
