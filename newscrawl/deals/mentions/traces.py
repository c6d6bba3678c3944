"""What a sentence shows that holds a sum, a share, a duration or a date: most show nothing, and are not searched."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from newscrawl.deals.remembered import Remembered

SIGNS = "".join(sign for sign in map(chr, range(0x20D0)) if unicodedata.category(sign) == "Sc")
"""The signs of currencies."""
WORD = re.compile(rf"[%{re.escape(SIGNS)}\w][\w-]*+")
"""A word or a number, with its hyphens and the sign before it."""
_LETTERS = re.compile(r"[^\W\d_]++")
_CAPITALS = re.compile(r"[A-Z]{3}")
_SIGN = re.compile(r"[^\w\s.,'’-]")
_DIGIT = re.compile(r"\d")
_WHOLE = re.compile(r"(?<=[. ])[^\W\d_]++(?=[. ])")


@dataclass(frozen=True, slots=True)
class Traces:
    """Of these a sentence must have one, or a digit where that is enough."""

    words: frozenset[str]
    """In lower case, or in capitals where only those count ("DEM")."""
    pieces: tuple[str, ...] = ()
    """In lower case; they may stand inside a word."""
    digits: bool = False


class Shown(Remembered[int]):
    """The traces of several kinds that a sentence shows: a bit for each kind, the first one being 1.

    What each word shows is looked up when it is met first.
    """

    def __init__(self, kinds: Sequence[Traces]) -> None:
        super().__init__(self._bits_of)
        bits = [(1 << number, traces) for number, traces in enumerate(kinds)]
        self.by_word = _sums((word, bit) for bit, traces in bits for word in traces.words)
        self.by_piece = _sums((piece, bit) for bit, traces in bits for piece in traces.pieces)
        self.of_digits = sum(bit for bit, traces in bits if traces.digits)
        self.piece = re.compile("|".join(map(re.escape, self.by_piece)) or "(?!)")

    def by(self, words: Iterable[str]) -> int:
        """The bits of all kinds of which the words of a sentence (see ``WORD``) hold a trace."""
        return reduce(or_, map(self.__getitem__, words), 0)

    def _bits_of(self, word: str) -> int:
        low = word.lower()
        bits = self.by_word.get(low, 0)
        if self.piece.search(low):
            bits |= reduce(or_, (bit for piece, bit in self.by_piece.items() if piece in low))
        if not low.isalpha() or word[1:2].isupper():
            bits |= reduce(or_, (self.by_word.get(part, 0) for part in _parts(word)), 0)
            bits |= self.of_digits if _DIGIT.search(word) else 0
        return bits


def _parts(word: str) -> list[str]:
    """The runs of letters in a word, in lower case, and of three capitals as they are."""
    return _LETTERS.findall(word.lower()) + _CAPITALS.findall(word)


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The bits of each word together."""
    sums: dict[str, int] = {}
    for word, bit in pairs:
        sums[word] = sums.get(word, 0) | bit
    return sums


def traces_of(phrases: Iterable[str], pieces: Iterable[str] = (), digits: bool = False) -> Traces:
    """The traces of phrases: the sign in each ("$" of "US$"), or its longest word; and of pieces, which may stand
    inside a word. Numbers need none where digits are enough."""
    words: set[str] = set()
    found: set[str] = set()
    for phrase in phrases:
        if not (digits and _DIGIT.search(phrase)):
            (found if _SIGN.search(phrase) else words).add(_trace(phrase))
    for piece in pieces:
        if (whole := _WHOLE.search(piece)) is not None:  # "c" of "5 p.c."
            words.add(whole[0].lower())
        elif not (digits and _DIGIT.search(piece)):
            found.add(_trace(piece).lower())
    return Traces(frozenset(words), tuple(sorted(found)), digits)


def _trace(phrase: str) -> str:
    """The sign in a phrase or its longest word, in lower case but for three capitals."""
    if (sign := _SIGN.search(phrase)) is not None:
        return sign[0]
    word = max(_LETTERS.findall(phrase), key=len)
    return word if _CAPITALS.fullmatch(word) else word.lower()
