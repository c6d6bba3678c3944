"""Importing this reads a small page in every language with rules, so that tables and models are loaded once.

Workers are forked from a process that has imported it: they share what it loaded, and their first page is no slower.
"""

from newscrawl.article import extract_article
from newscrawl.deals import find_deals
from newscrawl.deals.languages import languages

PAGE = (
    "<html><body><article><h1>News</h1><p>On Monday Norvik GmbH bought Tal AG for 3 million euros.</p></article></body>"
)


def warm_up() -> None:
    """Load everything that reading loads when it is needed first."""
    article = extract_article(PAGE, "https://wire.example/news")
    for language in languages():
        find_deals(article.text, language, "2026-03-04", article.title)


warm_up()
