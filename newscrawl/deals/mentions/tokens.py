"""A text cut into words and marks, the units of which names are made."""

import re
from typing import NamedTuple

# Alternatives in order: web and mail addresses (no names), dotted legal forms, words with what may stand inside a name
# (AT&T, Booking.com, E.ON, Coca-Cola, O'Neill, J.P.), single marks. Possessive throughout: linear on any text.
_TOKEN = re.compile(
    r"""
    (?:https?://|www\.)\S++
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
_POSSESSIVE = re.compile(r"['’´`]s$")


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
        word, start = match[0], match.start()
        glued = start == stop + 1 and text[stop] in " \n\u00a0"
        stop = match.end()
        end = stop
        if word[-1] == "s" and (mark := _POSSESSIVE.search(word)):
            end -= 2
            word = word[: mark.start()]
        if word:
            tokens.append(Token(start, end, stop, word, glued))
    return tokens
