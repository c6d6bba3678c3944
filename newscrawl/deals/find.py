"""From a text to its deals, the whole story in one function."""

from newscrawl.deals.analysis import analyse
from newscrawl.deals.assembly import assemble
from newscrawl.deals.languages import languages
from newscrawl.deals.load import load_language
from newscrawl.deals.mentions.calendar import parse_published
from newscrawl.deals.model import Deal
from newscrawl.deals.spelling import respell
from newscrawl.deals.story import stories
from newscrawl.deals.ventures import name_ventures
from newscrawl.deals.writing import write_deals


def find_deals(text: str, language: str, published: str | None = None, title: str | None = None) -> list[Deal]:
    """Find the deals that an article tells.

    Args:
        text: the article's text, paragraphs parted by newlines.
        language: ISO 639-1 code; a language without rules gives no deals.
        published: ISO 8601 date (or date and time) as printed by the article; only this makes "yesterday" a date.
        title: the headline; it helps to find the main deal and proves nothing.

    Returns:
        The deals, main ones first, then in the order of the text.

    Raises:
        TableError: a file of the language has an unknown key or names what there is not.
        ValueError: ``published`` is no date.
    """
    if published:
        parse_published(published)  # a wrong one is told at once, not where the first date of a text is read
    if language not in languages():
        return []
    load_language(language)
    spelled = respell(text, language)
    analysis = analyse(spelled.text, language, published, title and respell(title, language).text)
    drafts = assemble(analysis)
    name_ventures(drafts, analysis)
    deals = write_deals(stories(drafts, analysis), analysis)
    return [spelled.as_written(deal, text) for deal in deals] if spelled.places else deals
