"""An article and the deals read in it → the database, in one transaction."""

from collections.abc import Sequence

from sqlite_utils import Database

from newscrawl.article import Article
from newscrawl.database.articles import Outcome, store_article
from newscrawl.database.reports import replace_reports
from newscrawl.database.write import transaction
from newscrawl.deals.model import Deal
from newscrawl.linking.guidance import Guidance


def save_article(
    db: Database,
    article: Article,
    deals: Sequence[Deal],
    *,
    url: str,
    source: str | None,
    fetched_at: str,
    run: int | None = None,
    asked: str | None = None,
    guidance: Guidance | None = None,
) -> Outcome:
    """Store an article with its deals; all of it or nothing. Within a transaction it is a part of that.

    Saving again what is stored changes nothing. An article whose title, date, language or text has changed gets a new
    version; the earlier ones and their evidence stay, and a deal told before keeps its uid.

    Args:
        db: as ``open_database`` gives it.
        article: what was read from the page.
        deals: what ``find_deals`` gave for the article's text.
        url: the address fetched, after redirects.
        source: name of the source, None if unknown.
        fetched_at: when, ISO 8601 in UTC.
        run: key of the run, as ``start_run`` gives it.
        asked: the address asked for, if redirects led from there to ``url``; remembered, so that it is known next time.
        guidance: what helps linking (see ``replace_reports``).

    Returns:
        ``new``, ``changed`` or ``unchanged``.

    Raises:
        SaveError: a quote is not in the text at its place, or a number cannot be stored.
    """
    with transaction(db):
        stored = store_article(db, article, url=url, source=source, fetched_at=fetched_at, run=run, asked=asked)
        if stored.outcome != "unchanged":
            replace_reports(db, stored.version, deals, guidance)
        return stored.outcome
