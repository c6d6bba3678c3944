"""What is cut off a run of words before it is a name: adjectives of origin, honorifics, "the"."""

from newscrawl.deals.mentions.first_words import opens_english
from newscrawl.deals.mentions.legal_runs import (
    abbreviation,
    brothers,
    is_home,
    particle,
)
from newscrawl.deals.mentions.openings import ADJECTIVES, UNIT_HEADS, is_town_body
from newscrawl.deals.mentions.page import (
    Candidate,
    Page,
    counts_in_name,
    make_candidate,
    next_capital,
    phrase,
)
from newscrawl.deals.mentions.words import Word


def cut(page: Page, first: int, last: int, sentence: int) -> list[Candidate]:
    """One run, less what stands before the name: adjectives of origin, honorifics, "the"."""
    while first < last and page.words[first + 1].text != "&" and _strip(page, first, last, sentence):
        first += 1  # but of "Scottish & Tal"
    word = page.words[first]
    alone = word.legal or len(word.text) == 1 or word.lower in page.known.honorifics
    alone = alone or (word.origin and not word.prefix and not _behind_head(page, first, sentence))
    alone = alone or (page.known.noun_capitals and first == last and _from_town(page, first))
    if (first == last and alone) or (first < last and _from_town(page, last) and _is_town(page, first, last)):
        return []
    if page.known.noun_capitals and _is_english_trade(page, first, last):
        return []
    if word.text.isupper() and _in_label(page, last, sentence):
        return []
    first -= (
        particle(page, first, last, sentence)
        or abbreviation(page, first, last, sentence)
        or brothers(page, first, sentence)
    )
    return [make_candidate(page, first, last)]


LABEL = 7
"""How many words a label in capitals has."""


def _in_label(page: Page, last: int, sentence: int) -> bool:
    """ "CHIPS DOWN: Norvik sank": ordinary words in capitals up to a colon."""
    behind = range(last + 1, min(sentence + LABEL, len(page.words)))
    colon = next((at for at in behind if page.words[at].text == ":"), 0)
    label = page.words[sentence:colon]
    return len(label) > 1 and all(w.text.isupper() and (w.small or w.function) for w in label)


def _is_english_trade(page: Page, first: int, last: int) -> bool:
    """ "das CONSUMER ELECTRONICS-Geschäft", "das EMBEDDED Software-Geschäft": English words for what a unit does."""
    behind = last + 1 if not page.words[last].prefix and next_capital(page, last, len(page.words)) else last
    trade, hyphen, head = page.words[behind].lower.rpartition("-")
    if not hyphen or head not in UNIT_HEADS or behind == first:
        return False
    words = [page.words[i].lower for i in range(first, behind)]
    return all(word in page.known.foreign_words for word in (*words, *trade.split("-")))


def _from_town(page: Page, at: int) -> bool:
    """ "der LUGANER Unternehmerfamilie": a word on -er right before a noun for a company, where nouns have capitals."""
    if not page.words[at].lower.endswith("er") or at + 1 >= len(page.words):
        return False
    after = page.words[at + 1]
    return page.tokens.glued[at + 1] and after.organisation_noun and after.capital and not after.name_word


def _is_town(page: Page, first: int, last: int) -> bool:
    """ "Tel Aviver": a place of several words, its last one with -er."""
    return phrase(page, first, last).removesuffix("er") in page.known.places


def _behind_head(page: Page, at: int, sentence: int) -> bool:
    """ "Channel West": a direction behind the ordinary first word of a sentence may be the end of a name; not so one
    of origin behind a direction ("South Korean")."""
    before = page.words[at - 1] if at > sentence else None
    if before is None or before.function or before.origin:
        return False
    return before.small and before.capital and page.tokens.glued[at]


def _owning_place(page: Page, word: Word) -> bool:
    """ "SCHWEDENS Norvik", where no 's is written."""
    ending = page.known.genitive_ending
    return bool(ending) and not word.place and word.lower.removesuffix(ending) in page.known.places


def _behind_trade(page: Page, at: int, sentence: int) -> bool:
    """ "its parent AMERICAN Norvik": between a noun for a company and its name no adjective stands."""
    before = page.words[at - 1] if at > sentence else None
    if before is None or before.capital or not page.tokens.glued[at]:
        return False
    return before.organisation_noun and not before.lower.endswith("s")


def _strip(page: Page, first: int, last: int, sentence: int) -> bool:
    word, after = page.words[first], page.words[first + 1]
    if word.lower in page.known.honorifics:
        return not (first + 1 == last and after.name_word and word.text.isalpha())  # "Mr. Berg", but "Justice Fund"
    if word.lower in page.known.determiners:
        return first == sentence or not counts_in_name(page, first, last + 1)
    if word.function and not word.name and page.known.noun_capitals:
        return True
    if _owning_place(page, word) and after.name:
        return True
    if not word.origin and page.known.noun_capitals and is_home(page, first):
        own = after.name_word or after.foreign  # "der Lindauer Growth Fund"
        return after.name and not own  # "die REUTLINGER Norvik AG"
    if not word.origin or f"{word.lower} {after.lower}" in page.known.places or is_town_body(page, first):
        return False
    if page.known.noun_capitals and first > sentence and word.lower.endswith(ADJECTIVES):
        return False  # "an die Deutsche Norvik": as an adjective it would have no capital
    if page.known.noun_capitals:
        return not after.ordinary and not after.name_word
    if _behind_trade(page, first, sentence):
        return False
    if not (after.small or after.name_word) or after.never:
        return not opens_english(page, first, last)
    if any(page.words[i].lower in page.known.country_bodies for i in range(first + 1, last + 1)):
        return False  # "U.S. Air Force"
    return first + 1 < last and (word.text.isupper() or word.text.startswith("U."))  # but "US Foods", "U.S. Steel"
