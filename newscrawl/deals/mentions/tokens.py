"""A text cut into words and marks, the units of which names are made."""

import re
from itertools import accumulate
from typing import NamedTuple

# Alternatives in order: plain words, which nearly all are; web and mail addresses (no names), dotted legal forms, words
# with what may stand inside a name (AT&T, Booking.com, E.ON, Coca-Cola, O'Neill, J.P.), single marks. Possessive
# throughout: linear on any text. The first look spares the blanks all of them.
_TOKEN = re.compile(
    r"""
    (?=\S)
    ( [a-zA-ZÀ-ÖØ-öø-ÿ]++(?=[\ ,\n])
    | (?:https?://|www\.)\S++
    | [\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)*+
    | (?:S\.\ ?p\.\ ?A|S\.\ ?à\ ?r\.\ ?l|[SA]\.r\.l|s\.r\.o|d\.o\.o|Ges\.m\.b\.H|e\.\ ?[VG]|p\.l\.c|Sp\.\ z\ o\.o)\b\.?+
    | (?:A/S|\d{1,2}G)\b
    | [^\W_]++
      (?: (?: [&'’+‐‑-] | \.(?=[a-z0-9]) | (?<=\b[A-Z])\.(?=[A-Z]) ) [^\W_]++ )*+
      (?: (?<=\b[A-Z])\. | (?<=\bSt)\.(?=\ [A-ZÄÖÜ]) | \+(?![\w+]) | !(?=\ [a-zäöü]|['’),]) )?+
    | \S )
    """,
    re.VERBOSE,
)
_BLANKS = frozenset((" ", "\n", "\u00a0"))
_OWNING = ("'s", "’s", "´s", "`s")
"""What a possessive ends with."""


class Tokens(NamedTuple):
    """The words and marks of a text in columns, with a row for each, in order and none overlapping.

    ``ends`` leave out a possessive 's, ``stops`` do not; ``glued``: only one blank before it.
    """

    starts: list[int]
    ends: list[int]
    stops: list[int]
    words: list[str]
    glued: list[bool]


def tokenize(text: str) -> tuple[Tokens, list[int]]:
    """All tokens of a text, and the numbers of those that a possessive 's was taken off."""
    parts = _TOKEN.split(text)  # what stands between tokens, and the tokens, in turn
    offsets = list(accumulate(map(len, parts)))
    starts, stops, words = offsets[:-1:2], offsets[1::2], parts[1::2]
    ends, glued = stops.copy(), list(map(_BLANKS.__contains__, parts[:-1:2]))
    owning = any(ending in text for ending in _OWNING)
    owners = [i for i, word in enumerate(words) if word.endswith(_OWNING)] if owning else []
    for i in owners:
        words[i], ends[i] = words[i][:-2], stops[i] - 2
    return Tokens(starts, ends, stops, words, glued), owners
