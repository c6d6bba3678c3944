"""From a news page to its article: clean text, title, date, language, kind of page."""

from newscrawl.article.extract import clean_text, extract_article
from newscrawl.article.language import detect_language
from newscrawl.article.model import KINDS, Article, Dropped, Given
from newscrawl.article.recurring import digest, digests

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
