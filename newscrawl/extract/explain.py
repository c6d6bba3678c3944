"""For people: what was found in an article and why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from newscrawl.article import Article, digest
from newscrawl.deals.explain import explain_deals
from newscrawl.extract.inputs import Input
from newscrawl.extract.one import Reading, read_one
from newscrawl.extract.processes import explained
from newscrawl.terminal import printable

SHOWN = 100
"""Characters shown of a line that was left out."""


def read_and_explain(given: Input) -> Reading:
    """Read one input, with an explanation of its deals; what goes wrong there is part of the explanation."""
    reading = read_one(given)
    article = reading.article
    if not article.language:
        return replace(reading, explanation="No language: no deals are looked for.\n")
    try:
        explanation = explain_deals(article.text, article.language, article.published, article.title)
    except Exception as error:
        explanation = f"{explained(error)}\n"
    return replace(reading, explanation=explanation)


def explain(reading: Reading, recurring: Mapping[int, int]) -> str:
    """Lines for people: the article's facts and where they come from, what was left out, how the deals were found.

    ``recurring`` is what the database knows of the host: on how many of its articles a line stands, by digest.
    """
    lines = [
        f"== {reading.id}: {kind_of(reading.article)}",
        *_facts(reading.article),
        *_dropped(reading.article),
        *_recurring(reading.article, recurring),
    ]
    return printable("\n".join(lines) + f"\n{reading.explanation}")


def kind_of(article: Article) -> str:
    return f"{article.kind} ({article.reason})" if article.reason else article.kind


def _facts(article: Article) -> Iterator[str]:
    for field in ("url", "canonical_url", "title", "published", "language"):
        if value := getattr(article, field):
            yield f"{field}: {value}" + (f"  [{article.origins[field]}]" if field in article.origins else "")
    yield f"text: {len(article.text)} characters"


def _dropped(article: Article) -> Iterator[str]:
    for dropped in article.dropped:
        yield f"  left out, {dropped.reason}: {dropped.line[:SHOWN]}"


def _recurring(article: Article, recurring: Mapping[int, int]) -> Iterator[str]:
    """Lines that only a crawl leaves out, since it alone knows other pages."""
    for line in article.text.split("\n"):
        if pages := recurring.get(digest(line) or 0):
            yield f"  recurs on this host, {pages} articles known; a crawl may leave it out: {line[:SHOWN]}"
