"""A text cut into words and marks, the units of which names are made."""

import re
from itertools import accumulate
from typing import NamedTuple

# Alternatives in order: plain words, which nearly all are; web and mail addresses (no names), dotted legal forms, words
# with what may stand inside a name (AT&T, Booking.com, E.ON, Coca-Cola, O'Neill, J.P.), single marks. Possessive
# throughout: linear on any text.
_TOKEN = re.compile(
    r"""
    ( [a-zA-ZÀ-ÖØ-öø-ÿ]++(?=[\ ,\n])
    | (?:https?://|www\.)\S++
    | [\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)*+
    | (?:S\.\ ?p\.\ ?A|S\.\ ?à\ ?r\.\ ?l|[SA]\.r\.l|s\.r\.o|d\.o\.o|Ges\.m\.b\.H|e\.\ ?[VG]|p\.l\.c|Sp\.\ z\ o\.o)\b\.?+
    | (?:A/S|\d{1,2}G)\b
    | [^\W_]++
      (?: (?: [&'’+‐‑-] | \.(?=[a-z0-9]) | (?<=\b[A-Z])\.(?=[A-Z]) ) [^\W_]++ )*+
      (?: (?<=\b[A-Z])\. | \+(?![\w+]) | !(?=\ [a-zäöü]|['’),]) )?+
    | \S )
    """,
    re.VERBOSE,
)
_BLANKS = frozenset((" ", "\n", "\u00a0"))
_MARKS = ("'", "’", "´", "`")
"""What stands before a possessive s."""


class Token(NamedTuple):
    """A word or mark. ``end`` leaves out a possessive 's, ``stop`` does not; ``glued``: only one blank before it."""

    start: int
    end: int
    stop: int
    word: str
    glued: bool


def tokenize(text: str) -> tuple[list[Token], list[int]]:
    """All tokens of a text in order, none overlapping; and the numbers of those that a possessive 's was taken off."""
    parts = _TOKEN.split(text)  # what stands between tokens, and the tokens, in turn
    offsets = list(accumulate(map(len, parts)))
    starts, stops, words = offsets[:-1:2], offsets[1::2], parts[1::2]
    ends, glued = list(stops), [gap in _BLANKS for gap in parts[:-1:2]]
    owners = [i for i, word in enumerate(words) if word[-1] == "s" and word[-2:-1] in _MARKS]
    for i in owners:
        words[i], ends[i] = words[i][:-2], stops[i] - 2
    tokens = [tuple.__new__(Token, token) for token in zip(starts, ends, stops, words, glued, strict=True)]
    return tokens, owners
