"""One input → its article and deals → the line printed for it."""

import msgspec

from newscrawl.article import Article, Given, clean_text, extract_article
from newscrawl.deals import Deal, find_deals
from newscrawl.extract.inputs import Input
from newscrawl.output import Json, deal_to_json


class Reading(msgspec.Struct, frozen=True):
    """What was made of one input; ``failure`` says why it could not be read at all."""

    id: str | int
    article: Article
    deals: list[Deal] = []
    failure: str | None = None


def read_one(given: Input) -> Reading:
    """Read one input: its article, then the deals in the article's text, whatever kind of page it is."""
    article = read_article(given)
    return Reading(given.id, article, deals_of(article))


def read_article(given: Input) -> Article:
    """The article of an input: of its page, or of its text by the same line filter."""
    known = Given(title=given.title, language=given.language, published=given.published)
    if given.html is not None:
        return extract_article(given.html, given.url, given=known)
    return clean_text(given.text or "", given.url, given=known)


def deals_of(article: Article) -> list[Deal]:
    """The deals of an article; one without a language has none, since no language's rules may guess at it."""
    if not article.language:
        return []
    return find_deals(article.text, article.language, article.published, article.title)


def failed(given: Input, reason: str) -> Reading:
    """The reading of an input that could not be read: a line is owed for it all the same."""
    return Reading(given.id, Article(url=given.url, kind="error", reason=reason), failure=f"{given.where}: {reason}")


def reading_to_json(reading: Reading) -> Json:
    article = reading.article
    return {
        "id": reading.id,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "language": article.language,
        "kind": article.kind,
        "text": article.text,
        "deals": [deal_to_json(deal) for deal in reading.deals],
    }
