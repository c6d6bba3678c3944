"""Names in quotes, where nouns have capitals: "verkauft den „Spreekurier“", "die Kochbuchreihe „Suppengrün“"."""

from newscrawl.deals.mentions.page import Candidate, Page, make_candidate

_OPENING, _CLOSING = frozenset("\"“„‚«»'"), frozenset("\"“”‘»«'")
_LONGEST = 4
_TITLE = 8
"""How many words a title in quotes has at most."""


def quoted_name(page: Page, at: int, first: int, last: int) -> Candidate | None:
    """The words in quotes that begin at ``at``, if they are a name: few, the first and the last with a capital, and
    what stands before the quotes an article, a preposition or a noun."""
    if at - 2 < first or not page.known.noun_capitals or page.words[at - 1].text not in _OPENING:
        return None
    if not page.words[at].capital or not _introduces(page, at - 2) or _closes(page, at - 1, first):
        return None
    for end in range(at, min(at + _LONGEST, last - 1)):
        if page.words[end + 1].text in _CLOSING:
            named = page.words[end].capital or page.words[at - 2].capital or page.words[end].text.isdigit()
            return make_candidate(page, at, end, "ordinary") if named else None
        if not (page.words[end + 1].text[0].isalnum() or page.words[end + 1].text == "&"):
            return None
    return None


def quoted_whole(page: Page, at: int, first: int, last: int) -> Candidate | None:
    """Words in quotes that open like a name and are one as a whole: "die „Fuldaer Nachrichten“", "„Borkum Nord 2“"."""
    if not page.words[at].name or page.words[at].prefix:
        return None
    found = quoted_name(page, at, first, last)
    if found is None or found.first == found.last:
        return None
    inside = page.words[found.first : found.last + 1]
    whole = all(word.capital or word.text.isdigit() for word in inside) and not inside[-1].title
    return make_candidate(page, found.first, found.last) if whole else None


def _closes(page: Page, at: int, first: int) -> bool:
    """Whether a straight mark closes quotes: an odd number of them stands before it in the sentence."""
    mark = page.words[at].text
    return mark in "\"'" and page.tokens.words[first:at].count(mark) % 2 == 1


def _introduces(page: Page, at: int) -> bool:
    word, known = page.words[at], page.known
    if at and word.text.islower() and page.words[at - 1].lower in known.determiners:
        return True  # "die angesehene „Heidezeitung“"
    if word.lower in known.determiners or word.lower in known.contractions or word.lower in known.links:
        return True
    return word.capital and word.text[0].isalpha() and not word.function


def is_title(page: Page, candidate: Candidate) -> bool:
    """Whether a name opens a title in quotes, where no firm is called so: 'sold the series "HARBOUR Lights" to Norvik';
    what somebody says ends with a comma or a full stop before the quotes close."""
    if page.known.noun_capitals or not candidate.first or page.words[candidate.first - 1].text not in _DOUBLE_OPENING:
        return False
    if candidate.first > 1 and page.words[candidate.first - 2].text == "(":
        return False  # 'Norvik Nanotec Inc. ("NORVIK")'
    end = next((k for k in range(candidate.first + 1, _last_of_title(page, candidate)) if _is_closing(page, k)), None)
    if end is None or end == candidate.first + 1:
        return False  # 'bought "TAL"'
    return page.words[end - 1].capital and page.words[end - 1].text[-1].isalnum()


_DOUBLE_OPENING, _DOUBLE_CLOSING = frozenset('"“'), frozenset('"”')


def _is_closing(page: Page, at: int) -> bool:
    return page.words[at].text in _DOUBLE_CLOSING


def _last_of_title(page: Page, candidate: Candidate) -> int:
    return min(len(page.words), candidate.first + _TITLE)
