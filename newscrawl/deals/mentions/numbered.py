"""Names of a word and a number: "Studio 71"."""

from newscrawl.deals.mentions.page import Page


def takes_number(page: Page, at: int, last: int) -> bool:
    """ "Norvik bought Studio 71", "STUDIO 71 will buy Tal": a number behind one word with a capital belongs to it where
    nothing follows that the number could count, and where the word numbers no things ("Chapter 11")."""
    if at + 1 >= last or not page.tokens.glued[at + 1]:
        return False
    word, number = page.words[at], page.words[at + 1].text
    if not number.isdigit() or len(number) > _LONG or not (word.name and word.text.isalpha()):
        return False
    if word.lower in page.known.counted or word.lower in page.known.calendar or word.place or word.legal:
        return False
    ended = page.tokens.ends[at + 1]
    if page.text[ended : ended + 2].strip(",.").isdigit():
        return False  # "Norvik 49,9 Prozent"
    behind = page.words[at + 2] if at + 2 < last else None
    return behind is None or not (behind.text[0].isalnum() or behind.text in _COUNTS) or _goes_on(page, behind.lower)


_LONG, _COUNTS = 2, "%$€£:/-"
"""Digits at most; signs that make a number a measure, a score or a time."""


def _goes_on(page: Page, behind: str) -> bool:
    """Whether a word can follow a name and cannot be counted: a verb or a small word."""
    return behind in page.known.function_words or page.known.after.get(behind) in ("acts", "said")
