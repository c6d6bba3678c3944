"""Ordinary nouns where German grammar allows a name only: behind another noun, and without the article they need."""

from newscrawl.deals.mentions.page import Candidate, Page, make_candidate
from newscrawl.deals.mentions.words import Word

UNLIKE_NAMES = ("en", "e", "ung", "heit", "keit", "schaft", "ion", "tät", "ern", "s", "geld", "recht", "stoff")
"""Endings of plurals, abstracts and stuff: nouns that need no article."""
_LONGEST = 3
_GOVERNING = frozenset({"von", "mit", "durch", "an", "bei", "zwischen"})
_SHOWING = frozenset({"deal_object", "part_of"})


def apposed(page: Page, at: int, head: int, last: int) -> Candidate | None:
    """The nouns behind a noun for an organisation: "der Kartendienst Stern", "die Sektmarke Burg Tal"."""
    if at <= head or not page.tokens[at].glued:
        return None
    before, word = page.words[at - 1], page.words[at]
    if not (before.organisation_noun and before.capital) or word.lower in page.known.organisation_nouns:
        return None
    end = at
    while end + 1 < last and end - at < _LONGEST and page.tokens[end + 1].glued and _belongs(page, end + 1):
        end += 1
    behind = page.words[end + 1] if end + 1 < last else None
    if behind and behind.capital and page.tokens[end + 1].glued and not behind.function:
        return None
    return make_candidate(page, at, end, "ordinary")


def _belongs(page: Page, at: int) -> bool:
    """Does a word go on with an apposed name? Plural objects do not: "verkauft der Händler Stern Anteile"."""
    word = page.words[at]
    if word.lower in page.known.region_words:
        return at + 1 >= len(page.words) or page.words[at + 1].lower not in page.known.calendar
    if not word.capital or word.never or word.function or word.title or word.legal or word.organisation_noun:
        return False
    return word.name or not word.lower.endswith(UNLIKE_NAMES)


def bare_names(page: Page) -> set[str]:
    """Singular nouns that the text uses without the article that a common noun has, and never with one."""
    if not page.known.noun_capitals:
        return set()
    places: dict[str, int] = {}
    for first, last in page.sentences:
        for at in range(first, last):
            word = page.words[at]
            if word.ordinary and _could_be_name(page, word):
                places[word.text] = places.get(word.text, 0) + _shown_at(page, at, first, last)
    return {word for word, shown in places.items() if shown > 1}


_WITH_ARTICLE = -100


def _could_be_name(page: Page, word: Word) -> bool:
    known = page.known
    if word.function or word.never or word.title or word.origin or len(word.text) < 4 or "-" in word.text:
        return False
    if word.lower in known.organisation_nouns or word.lower in known.roles or word.lower in known.compound:
        return False
    return not word.lower.endswith(UNLIKE_NAMES) and word.lower not in known.words


def _shown_at(page: Page, at: int, first: int, last: int) -> int:
    """How far a place shows a name: 2 among the words of a deal, 1 without an article, below 0 with it."""
    behind = page.words[at + 1] if at + 1 < last else None
    if behind is not None and behind.capital and page.tokens[at + 1].glued:
        return 0
    if at == first:
        return 2 if behind is not None and page.known.after.get(behind.lower) == "acts" else 0
    before = page.words[at - 1]
    if before.lower in page.known.determiners or before.lower in page.known.contractions:
        return _WITH_ARTICLE
    if before.organisation_noun or before.capital:
        return 0
    if before.lower.endswith(("en", "er", "es", "em", "e")) and before.lower not in page.known.function_words:
        return 0
    two = f"{page.words[at - 2].lower} {before.lower}" if at > first + 1 else ""
    if page.known.before.get(two) in _SHOWING:
        return 2
    return int(before.lower in _GOVERNING)
