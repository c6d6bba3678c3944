"""First parts of compounds that leave their end to a later word: "STROM- und Gasnetz", "SOFTWARE- und IT-Haus"."""

from newscrawl.deals.mentions.page import Page
from newscrawl.deals.mentions.words import ordinary_word

LINKS = ("s", "es", "n", "en")
"""What a noun ends in that stands first in a compound: "Vertriebs-Chef", "Krisen-Aktie"."""


def hangs(page: Page, at: int) -> bool:
    """Whether a word is the ordinary first part of a compound that ends later; no name ("NORVIK- und Tal-Werke")."""
    following = at + 1
    if following + 1 >= len(page.words) or page.tokens.words[following] != "-" or not page.known.noun_capitals:
        return False
    if page.tokens.starts[following] != page.tokens.ends[at]:
        return False
    word, behind = page.words[at], page.words[following + 1]
    if not (behind.text == "," or behind.lower in page.known.function_words):
        return False
    return not word.name or is_first_part(page, word.lower)


def is_first_part(page: Page, lower: str) -> bool:
    """Whether a word is a noun with the letters that link it to the rest of a compound: "beratungs"."""
    stems = (lower.removesuffix(link) for link in LINKS if lower.endswith(link))
    return any(ordinary_word(stem, page.known) for stem in stems)
