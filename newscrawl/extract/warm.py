"""Importing this reads a small page in every language with rules, so that tables and models are loaded once.

Workers are forked from a process that has imported it: they share what it loaded, and their first page is no slower.
"""

import gc

import newscrawl.crawl.reading
import newscrawl.crawl.workers  # noqa: F401 - what workers of a crawl call
from newscrawl.article import extract_article
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages

PAGE = (
    "<html><body><article><h1>News</h1><p>On Monday Norvik GmbH bought Tal AG for 3 million euros.</p></article></body>"
)


SELDOM = 100_000
"""Objects made before the collector looks for cycles. Reading makes many small objects and hardly any cycle: with
Python's default of 700 a fifth of the time for deals went into looking for them in vain."""


def warm_up() -> None:
    """Load everything that reading loads when it is needed first, and let the collector pass over it from now on."""
    article = extract_article(PAGE, "https://wire.example/news")
    for language in languages():
        find_deals(article.text, language, "2026-03-04", article.title)
    gc.freeze()
    gc.set_threshold(SELDOM)


def failure_to_warm_up() -> str | None:
    """Why the tables cannot be loaded (a full disk: the language model is unpacked into a file); None if they are."""
    try:
        warm_up()
    except OSError as error:  # raised here, it would end the process that all workers are forked from
        return str(error)
    return None


FAILURE = failure_to_warm_up()
