"""A text cut into words and marks, the units of which names are made."""

import re
from typing import NamedTuple

# Alternatives in order: plain words, which nearly all are; web and mail addresses (no names), dotted legal forms, words
# with what may stand inside a name (AT&T, Booking.com, E.ON, Coca-Cola, O'Neill, J.P.), single marks. Possessive
# throughout: linear on any text.
_TOKEN = re.compile(
    r"""
    [^\W\d_]++(?=[\ ,\n])
    | (?:https?://|www\.)\S++
    | [\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)*+
    | (?:S\.\ ?p\.\ ?A|S\.\ ?à\ ?r\.\ ?l|[SA]\.r\.l|s\.r\.o|d\.o\.o|Ges\.m\.b\.H|e\.\ ?[VG]|p\.l\.c|Sp\.\ z\ o\.o)\b\.?+
    | (?:A/S|\d{1,2}G)\b
    | [^\W_]++
      (?: (?: [&'’+‐‑-] | \.(?=[a-z0-9]) | (?<=\b[A-Z])\.(?=[A-Z]) ) [^\W_]++ )*+
      (?: (?<=\b[A-Z])\. | \+(?![\w+]) | !(?=\ [a-zäöü]|['’),]) )?+
    | \S
    """,
    re.VERBOSE,
)
MARKS = ("'", "’", "´", "`")
"""What stands before a possessive s."""


class Token(NamedTuple):
    """A word or mark. ``end`` leaves out a possessive 's, ``stop`` does not; ``glued``: only one blank before it."""

    start: int
    end: int
    stop: int
    word: str
    glued: bool


def tokenize(text: str) -> list[Token]:
    """All tokens of a text in order, none overlapping."""
    tokens = []
    stop = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = text[start:end]
        glued = start == stop + 1 and text[stop] in " \n\u00a0"
        stop = end
        if word[-1] == "s" and word[-2:-1] in MARKS:
            end -= 2
            word = word[:-2]
        if word:
            tokens.append(Token(start, end, stop, word, glued))
    return tokens
