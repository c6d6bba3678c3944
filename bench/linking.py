"""`python -m bench.linking [--deals M]`: what linking costs in a database of M deals, side by side with a tenth of it.

Both are generated in ``var/bench`` if they are not there. New articles, half of them about deals that are there, are
saved into copies: the CPU time of one is compared, then that of linking everything anew. At last the speed of reading
articles is measured beside that of saving them.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

from sqlite_utils import Database

from bench.generate_database import generate
from bench.made_up_world import Story, World, deal_in
from newscrawl.article import Article
from newscrawl.database import open_database, save_article
from newscrawl.database.guidance import guidance_of
from newscrawl.database.relink import relink
from newscrawl.deals import find_deals
from newscrawl.demo.run import sites
from newscrawl.settings import PROJECT

FOLDER = PROJECT / "var" / "bench"
ARTICLES = 10 / 3
"""Articles for each deal."""
NEW = 400
"""Articles that are saved for measuring."""


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
    times = f"{reading / 2 / saving:.1f} times as fast as two cores find the deals in a text"
    return f"finding the deals in a text {reading:.2f} ms, saving and linking an article {saving:.2f} ms: {times}"


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
    times = [1000 * cpu(partial(save, db, *told)) for told in islice(new_articles(deals), NEW)]
    return {"ms for a new article": statistics.mean(times), "median": statistics.median(times)}


def new_articles(deals: int) -> Iterator[tuple[Story, dict[str, Any]]]:
    """In turn another article about a deal that is in the database, and one about a new deal."""
    world, random = World(int(deals * ARTICLES), deals, Random(0)), Random(1)
    known = [story for story in islice(world.stories(), 20 * NEW) if story.type][:NEW]
    for number, story in enumerate(random.sample(known, len(known))):
        told = story if number % 2 else world._deal(1)
        url = f"https://new.example/{number}"
        yield told, told.tellings[-1] | {"url": url}


def save(db: Database, story: Story, telling: dict[str, Any]) -> None:
    article = Article(title=telling["title"], language="en", published=telling["published"], text=telling["text"])
    deals = [deal_in(story, telling)]
    save_article(db, article, deals, url=telling["url"], source="new", fetched_at=telling["fetched_at"])


def relinking_cost(db: Database) -> dict[str, float]:
    """Milliseconds of CPU for each report when all are linked anew."""
    reports = db.table("reports").count
    seconds = cpu(lambda: [None for _ in relink(db, guidance_of(db))])
    return {"ms to relink a report": 1000 * seconds / reports}


def reading_cost() -> float:
    """Milliseconds of CPU for finding the deals in an article, that of the fixtures on the mean; texts are at hand."""
    texts = [text for site in sites() for text in _texts(site)]
    for text, language in texts:
        find_deals(text, language)
    rounds = list(islice(cycle(texts), 3 * len(texts)))
    return 1000 * cpu(lambda: [find_deals(text, language) for text, language in rounds]) / len(rounds)


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.glob("pages/*/article.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["language"] in ("en", "de"):
            yield "\n".join(told["text"]), told["language"]


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
