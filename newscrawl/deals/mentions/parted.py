"""Two names side by side that look like one, where nouns have capitals: "Nachdem NORVIK TAL übernommen hat"."""

from collections import Counter

from newscrawl.deals.mentions.page import Candidate, Page, make_candidate
from newscrawl.deals.mentions.words import Word


def part(page: Page, found: list[Candidate]) -> list[Candidate]:
    """Cut a run of words in two where the text has each half elsewhere as a name, and the whole only here."""
    if not page.known.noun_capitals:
        return found
    seen = Counter(_written(page, c.first, last) for c in found for last in {c.last, _last_of_name(page, c)})
    return [half for c in found for half in _halves(page, c, seen)]


def _halves(page: Page, candidate: Candidate, seen: Counter[str]) -> list[Candidate]:
    first, last = candidate.first, candidate.last
    if first == last or page.words[first].given or seen[_written(page, first, last)] > 1 or not _is_cut(page, last):
        return [candidate]
    for k in range(first, last):
        left, right = _written(page, first, k), _written(page, k + 1, last)
        if seen[right] and _can_open(page.words[k + 1]) and (seen[left] or seen[left.removesuffix("s")]):
            return [make_candidate(page, first, k), make_candidate(page, k + 1, last)]
    return [candidate]


def _can_open(word: Word) -> bool:
    return word.name or word.prefix > 0


def _is_cut(page: Page, last: int) -> bool:
    """Whether a compound or a word in lower case that is no joint follows: "…-Übernahme", "… übernommen"."""
    if page.words[last].prefix or last + 1 >= len(page.words):
        return page.words[last].prefix > 0
    after = page.words[last + 1]
    return after.text.isalpha() and not after.capital and not after.function


def _last_of_name(page: Page, candidate: Candidate) -> int:
    """The last token without the legal form."""
    last = candidate.last
    while last > candidate.first and page.words[last].legal:
        last -= 1
    return last


def _written(page: Page, first: int, last: int) -> str:
    """The words as they are written, a compound cut to the name in it."""
    prefix = page.words[last].prefix
    return page.text[
        page.tokens.starts[first] : page.tokens.starts[last] + prefix if prefix else page.tokens.ends[last]
    ]
