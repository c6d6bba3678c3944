"""For people: what was found in an article and why."""

from collections.abc import Iterator
from dataclasses import replace

from newscrawl.article import Article
from newscrawl.deals.explain import explain_deals
from newscrawl.extract.inputs import Input
from newscrawl.extract.one import Reading, explained, read_one
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


def explain(reading: Reading) -> str:
    """Lines for people: the article's facts and where they come from, what was left out, how the deals were found."""
    lines = [f"== {reading.id}: {kind_of(reading.article)}", *_facts(reading.article), *_dropped(reading.article)]
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
