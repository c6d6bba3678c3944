"""Words that look like names and mean those from a town: "die Mülheimer kaufen Tal"."""

from newscrawl.deals.mentions.page import Candidate, Page


def without_inhabitants(page: Page, found: list[Candidate]) -> list[Candidate]:
    """The candidates without those of one word that ends as people from a town are called and stands behind a plural
    article wherever it is written: no name of a company has one. What is a noun ("die Otter") is a name after all."""
    if not page.known.people_endings:
        return found
    before: dict[str, set[str]] = {}
    for candidate in found:
        if candidate.first == candidate.last and not page.words[candidate.first].ordinary:
            before.setdefault(_written(page, candidate), set()).add(_article(page, candidate))
    people = {name for name, words in before.items() if _is_people(name, words, page.known.people_endings)}
    return [c for c in found if c.first != c.last or _written(page, c) not in people] if people else found


def _article(page: Page, candidate: Candidate) -> str:
    """The word before; none where it belongs to the last part of a compound: "die Lechner-GRUPPE"."""
    in_compound = page.words[candidate.first].prefix
    return page.words[candidate.first - 1].lower if candidate.first and not in_compound else ""


def _written(page: Page, candidate: Candidate) -> str:
    return page.text[candidate.start : candidate.end]


def _is_people(name: str, before: set[str], endings: dict[str, tuple[str, ...]]) -> bool:
    """Whether a word with such an ending stands behind its articles only, and behind the first, which is no singular
    one that a name could have."""
    articles = next((own for ending, own in endings.items() if name.endswith(ending)), ())
    return bool(articles) and articles[0] in before and before.issubset(articles)
