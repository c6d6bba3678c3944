"""Nouns of deals that companies write with capitals: "a LICENSE AGREEMENT with Norvik", "its JOINT VENTURE"."""

from newscrawl.deals.mentions.page import Page
from newscrawl.deals.mentions.words import Word

_LONGEST = 7
"""How many words such a noun may have: "a Master Software and Services Supply Agreement"."""
_BETWEEN = 3
"""How many words may stand between the article and the first capital: "a new, non-exclusive LICENSE"."""


def formal_noun(page: Page, at: int, last: int) -> int:
    """The last token of a deal's noun with capitals that begins at ``at``, behind an article, or 0."""
    known = page.known
    if not known.formal_nouns or not (page.words[at].capital and _is_plain(page, page.words[at])):
        return 0
    article = _article(page, at)
    if article is None:
        return 0
    words = [at, *_behind(page, at, last)]
    plain = len(words) <= _LONGEST and all(_is_plain(page, page.words[i]) for i in words)
    if not plain or not any(_is_head(page, i, words[-1]) for i in words):
        return 0
    if words[-1] + 1 < last and page.words[words[-1] + 1].text in known.formal_doings:
        return 0  # "the Green ALLIANCE bought Norvik"
    is_body = page.words[words[-1]].lower in known.formal_bodies and len(words) > _KIND_AND_NOUN
    return 0 if is_body and article.lower in known.naming_articles else words[-1]


_KIND_AND_NOUN = 2
"""Words of "Joint Venture"; more of them behind "the" are the name of one: "the Harbor Point Joint Venture"."""


def _is_head(page: Page, at: int, end: int) -> bool:
    """Whether the word at an index is a deal's noun that the others only describe: the last of them, or before "of"."""
    if page.words[at].lower not in page.known.formal_nouns:
        return False
    return at == end or page.words[at + 1].lower in page.known.formal_links


def _behind(page: Page, at: int, last: int) -> list[int]:
    """The further words with a capital of the same noun, over "of" and "and"."""
    found: list[int] = []
    while len(found) < _LONGEST:
        at += 1
        if at + 1 < last and page.words[at].lower in page.known.formal_links and page.words[at + 1].capital:
            at += 1
        if at >= last or not page.words[at].capital:
            break
        found.append(at)
    return found


def _is_plain(page: Page, word: Word) -> bool:
    """Whether a word with a capital is one of the language, and no name, town or given name."""
    if word.lower in page.known.formal_nouns:
        return True
    return (word.lower in page.known.words or "-" in word.text) and not (word.place or word.origin or word.legal)


def _article(page: Page, at: int) -> Word | None:
    """The article or possessive before a noun, with at most small words between; none over a noun's "of"."""
    for before in range(at - 1, max(at - 2 - _BETWEEN, -1), -1):
        word = page.words[before]
        if word.lower in page.known.determiners:
            return word
        small = word.text.replace("-", "").isalnum() or word.text == ","
        if word.capital or word.function or word.lower in page.known.formal_links or not small:
            return None
    return None


def behind_short_form(page: Page, at: int, last: int) -> int:
    """The token behind such a noun that ends at ``at``, and behind the bracket that says how it is called from here on:
    "a Memorandum of Understanding (“MOU”)"."""
    if at + 1 >= last or page.words[at + 1].text != "(":
        return at + 1
    inside = range(at + 2, min(at + 2 + _SHORT_FORM, last))
    return next((i for i in inside if page.words[i].text == ")"), at) + 1


_SHORT_FORM = 6
"""How many tokens the short form may have, with its marks and an article."""
