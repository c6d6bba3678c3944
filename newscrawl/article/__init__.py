"""From a news page to its article: clean text, title, date, language, kind of page."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.article.model import KINDS, Article, Dropped, Given
from newscrawl.article.recurring import digest, digests

if TYPE_CHECKING:
    from newscrawl.article.extract import clean_text, extract_article
    from newscrawl.article.language import detect_language

__all__ = [
    "KINDS",
    "Article",
    "Dropped",
    "Given",
    "clean_text",
    "detect_language",
    "digest",
    "digests",
    "extract_article",
]

READERS = {"clean_text": "extract", "extract_article": "extract", "detect_language": "language"}
"""What takes half a second to load, by its module: whoever only handles articles does not pay for it."""


def __getattr__(name: str) -> Any:
    if name not in READERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{READERS[name]}"), name)
