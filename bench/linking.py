"""`python -m bench.linking [--deals M]`: what linking costs in a database of M deals, side by side with a tenth of it.

Both are generated in ``var/bench`` if they are not there. New articles are saved into copies, a third each about deals
that are there, about new deals, and without a deal: the CPU time of one is compared, then that of linking everything
anew. At last the speed of reading pages is measured beside that of saving them.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from bench.generate_database import generate
from bench.made_up_world import Story, World, deal_in
from bench.site import Site
from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.database.guidance import guidance_of
from newscrawl.database.relink import relink
from newscrawl.extract.inputs import Input
from newscrawl.extract.one import read_one
from newscrawl.linking.guidance import Guidance
from newscrawl.settings import PROJECT

FOLDER = PROJECT / "var" / "bench"
ARTICLES = 10 / 3
"""Articles for each deal."""
NEW = 600
"""Articles that are saved for measuring."""
PAGES = 60
"""Pages that are read for measuring."""


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.linking", description=__doc__)
    options.add_argument("--deals", type=int, default=30_000)
    options.add_argument("--relink", action="store_true", help="also link everything anew")
    given = options.parse_args()
    costs = {deals: measured(deals, given.relink) for deals in (given.deals // 10, given.deals)}
    small, large = costs.values()
    for deals, cost in costs.items():
        print(f"{deals:9} deals: {line(cost)}")
    print("ratio to a tenth: " + ", ".join(f"{name} {large[name] / small[name]:.2f}" for name in small))
    print(beside_reading(large["ms for a new article"]))
    return 0


def beside_reading(saving: float) -> str:
    reading = reading_cost()
    times = f"{reading / 2 / saving:.1f} times as fast as two cores read"
    return f"reading a page {reading:.1f} ms, saving and linking an article {saving:.2f} ms: {times}"


def line(cost: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.3f}" for name, value in cost.items())


def measured(deals: int, everything: bool) -> dict[str, float]:
    """What linking costs in a copy of a database of so many deals."""
    path = FOLDER / f"{deals}.db"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        generate(path, int(deals * ARTICLES), deals)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        copy = Path(folder) / "copy.db"
        shutil.copy(path, copy)
        with closing(open_database(copy)) as db:
            cost = saving_costs(db, deals)
            return cost | (relinking_cost(db) if everything else {})


def saving_costs(db: Database, deals: int) -> dict[str, float]:
    """Milliseconds of CPU for saving a new article, the mean and the middle one."""
    guidance = guidance_of(db)  # once, as a crawl does
    times = [1000 * cpu(partial(save, db, guidance, *told)) for told in islice(new_articles(deals), NEW)]
    return {"ms for a new article": statistics.mean(times), "median": statistics.median(times)}


def new_articles(deals: int) -> Iterator[tuple[Story, dict[str, Any]]]:
    """In turn another article about a deal that is in the database, one about a new deal, and one without a deal."""
    world, random = World(int(deals * ARTICLES), deals, Random(0)), Random(1)
    known = [story for story in islice(world.stories(), 20 * NEW) if story.type][:NEW]
    for number, story in enumerate(random.sample(known, len(known))):
        told = (story, world._deal(1), world._empty())[number % 3]
        url = f"https://new.example/{number}"
        yield told, told.tellings[-1] | {"url": url}


def save(db: Database, guidance: Guidance, story: Story, telling: dict[str, Any]) -> None:
    article = Article(title=telling["title"], language="en", published=telling["published"], text=telling["text"])
    deals = [deal_in(story, telling)] if story.type else []
    seen = telling["fetched_at"]
    save_article(db, article, deals, url=telling["url"], source="new", fetched_at=seen, guidance=guidance)


def relinking_cost(db: Database) -> dict[str, float]:
    """Milliseconds of CPU for each report when all are linked anew."""
    reports = db.table("reports").count
    seconds = cpu(lambda: [None for _ in relink(db, guidance_of(db))])
    return {"ms to relink a report": 1000 * seconds / reports}


def reading_cost() -> float:
    """Milliseconds of CPU for the article and the deals of a page, that of the fixtures in the size of real ones."""
    site = Site(range(PAGES), kilobytes=100)
    pages = [Input(id=url, where=url, html=site[url].body, url=f"http://site.example{url}") for url in site.paths]
    for page in pages[:5]:
        read_one(page)
    return 1000 * cpu(lambda: [read_one(page) for page in pages]) / len(pages)


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
