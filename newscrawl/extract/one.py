"""One input → its article and deals → the line printed for it."""

from dataclasses import dataclass

from newscrawl.article import Article, Given, clean_text, detect_language, extract_article
from newscrawl.deals import Deal, find_deals
from newscrawl.extract.inputs import Input
from newscrawl.extract.processes import explained
from newscrawl.output import Json, deal_to_json


@dataclass(frozen=True)
class Reading:
    """What was made of one input; ``failure`` says where and why it could not be read, or not wholly,
    ``explanation`` how its deals were found, if that was asked for.
    """

    id: str | int
    article: Article
    deals: tuple[Deal, ...] = ()
    failure: str | None = None
    explanation: str = ""


def read_one(given: Input) -> Reading:
    """Read one input: its article, then the deals in the article's text, whatever kind of page it is.

    If the deals cannot be read, the article is there all the same, with the failure.
    """
    article = read_article(given)
    try:
        return Reading(given.id, article, tuple(deals_of(article)))
    except Exception as error:  # whatever a page does to the rules, its text is not lost
        return Reading(given.id, article, failure=f"{given.where}: {explained(error)}")


def read_article(given: Input) -> Article:
    """The article of an input: of its page, or of its text by the same line filter."""
    if given.html is None:
        return read_text(given)
    known = Given(title=given.title, language=given.language, published=given.published)
    return extract_article(given.html, given.url, given=known)


def read_text(given: Input) -> Article:
    """The article of a bare text: nothing but the language can be found that was not given."""
    language = given.language or detect_language(given.text or "")
    text, dropped = clean_text(given.text or "", language, given.title)
    facts = {"title": given.title, "published": given.published, "language": given.language}
    return Article(
        url=given.url,
        title=given.title,
        language=language,
        published=given.published,
        kind="article" if text else "error",
        reason=None if text else "no text",
        text=text,
        origins={"language": "text"} | {field: "given" for field, value in facts.items() if value},
        dropped=dropped,
    )


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
