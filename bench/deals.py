"""`python -m bench.deals`: text → deals beside trafilatura on the same articles, and how its time grows with the text.

The articles are the fixtures' pages, or those in the folder that NEWSCRAWL_GOLD names, whose pages are as large as real
ones. Printed: mean milliseconds of CPU an article on each side and their ratio; then milliseconds for texts of growing
length, which must stay in proportion, and for hostile ones. Both sides run as they do in a crawl's worker.
"""

import logging
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from trafilatura import extract

from evaluation.gold import TEXTS, Gold, gold_folder
from evaluation.passages import passages
from newscrawl.article import extract_article
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages
from newscrawl.demo.run import sites
from newscrawl.demo.site import read_site
from newscrawl.extract.warm import warm_up

HOSTILE = {
    "of one sentence": "Norvik bought Tal and ",
    "in lists of names": "Norvik buys kauft " + "Tal, Ostra, Bergen, " * 60 + "Hull. ",
    "in lists of deals": "Norvik buys Tal. Norvik kauft Tal. ",
    "in lists of sums": "Norvik buys kauft Tal " + "€5 " * 400 + ". ",
    "digits": "7",
    "brackets": "(",
    "capitals": "A",
    "capital words": "Ab ",
    "euros": "€",
    "dots": ".",
}
SIZE = 100_000
"""Characters of the hostile texts."""


def main() -> int:
    logging.disable(logging.CRITICAL)
    warm_up()
    pages = real_pages() or made_pages()
    articles = [article for article in map(extract_article, pages) if article.text]
    for located in passages():
        find_deals(located.passage.text, located.language)  # what is read and compiled once is no cost of an article
    theirs = sum(spent(partial(extract, page, include_comments=False)) for page in pages) / len(pages)
    ours = sum(spent(partial(find, article)) for article in articles) / len(articles)
    print(f"{len(pages)} pages: trafilatura {theirs:.1f} ms, deals {ours:.1f} ms an article; ratio {ours / theirs:.2f}")
    text = "\n".join(article.text for article in articles if article.language == "en")
    for size in (10_000, 100_000, 1_000_000):
        took = spent(partial(find_deals, (text * (size // len(text) + 1))[:size], "en"))
        print(f"{size:9} characters: {1000 * took / size:.2f} ms for each 1000")
    for name, piece in HOSTILE.items():
        hostile = (piece * SIZE)[:SIZE]
        took_by_language = [f"{spent(partial(find_deals, hostile, code)):.0f} ms ({code})" for code in languages()]
        print(f"{SIZE} {name}: {', '.join(took_by_language)}")
    return 0


def find(article: Any) -> None:
    find_deals(article.text, article.language or "en", article.published, article.title)


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    begun = time.process_time()
    work()
    return 1000 * (time.process_time() - begun)


def real_pages() -> list[bytes]:
    folder = gold_folder()
    if folder is None:
        return []
    gold = Gold(folder)
    return [gold.page(row) for name in TEXTS for row in gold.rows(name) if row.get("page")]


def made_pages() -> list[bytes]:
    return [answer.body for site in sites() for path, answer in read_site(site).items() if path.count("/") > 2]


if __name__ == "__main__":
    sys.exit(main())
