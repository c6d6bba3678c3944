"""Names of a word and a number: "Studio 71"; and numbers and letters that look like names and count: "Series B"."""

import re

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


def only_counts(page: Page, at: int, last: int) -> bool:
    """ "a Series B", "ein $5.2M-Kredit": a letter behind a noun that is counted by letters too, and a sum with its unit
    in a capital, are no names; but "Class A Holdings" is one."""
    word = page.words[at]
    if _SUM.fullmatch(word.text) and _is_money(page, at):
        return True
    if at == 0 or not _LETTER.fullmatch(word.text) or not page.tokens.glued[at]:
        return False
    if page.words[at - 1].lower not in page.known.counted:
        return False
    return at + 1 >= last or not (page.words[at + 1].capital and page.tokens.glued[at + 1])


_SUM = re.compile(r"\d++(?:[.,]\d++)*+(?:[KMB]|MM|[Mm]n|[Bb]n)")
_LETTER = re.compile(r"[A-K](?:-?\d)?[+.]?")


def _is_money(page: Page, at: int) -> bool:
    """Whether a currency stands right before a number, or the number has decimals: "€40M", "5.2M"."""
    before = page.text[page.tokens.starts[at] - 1 : page.tokens.starts[at]]
    return before in _SIGNS or any(mark in page.words[at].text for mark in ".,")


_SIGNS = frozenset("$€£¥₹")
