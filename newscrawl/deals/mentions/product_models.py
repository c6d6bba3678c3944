"""Models of products and codes, which look like names: "Airbus A320", "ISIN: DE 0012345678"."""

from newscrawl.deals.mentions.bare_nouns import YEAR
from newscrawl.deals.mentions.page import Page
from newscrawl.deals.mentions.words import Word


def is_model(before: Word, word: Word) -> bool:
    """ "Airbus A320", "Toyota RAV4": capitals with a number behind a name are its product."""
    return (
        word.special
        and before.name
        and any(c.isdigit() for c in word.text)
        and word.text[0].isupper()
        and "." not in word.text
        and "&" not in word.text
    )


def is_code(page: Page, at: int, last: int) -> bool:
    """ "ISIN: DE 0012345678": letters before a long number."""
    after = page.words[at + 1].text if at + 1 < last and page.tokens.glued[at + 1] else ""
    return len(page.words[at].text) < 4 and len(after) > 6 and after.isdigit()


def is_its_model(page: Page, at: int) -> bool:
    """ "das Smartphone Kodrex K9", "zwei weitere A380"; but "2015 kaufte Kodrex K9"."""
    before = page.words[at - 1]
    if _is_counted(page, at):
        return True
    if not page.tokens.glued[at] or not is_model(before, page.words[at]):
        return False
    verb = page.words[at - 2].lower if at > 1 else ""
    return verb not in page.known.taking and verb not in page.known.bracketing


def _is_counted(page: Page, at: int) -> bool:
    """ "ZWEI WEITERE A380", "20 A320neo": letters with a number behind a count are things."""
    if not any(c.isdigit() for c in page.words[at].text[1:]) or not page.words[at].text[0].isupper():
        return False
    before = page.words[at - 1]
    if at > 1 and not (before.capital or before.function or before.text.isdigit() or not before.text.isalpha()):
        before = page.words[at - 2]  # over an adjective
    return (before.text.isdigit() and len(before.text) < YEAR) or before.lower in page.known.number_words
