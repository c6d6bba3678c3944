"""What a sentence shows that holds a sum, a share, a duration or a date: most show nothing, and are not searched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LETTERS = re.compile(r"[^\W\d_]++")
_CAPITALS = re.compile(r"[A-Z]{3}")
_SIGN = re.compile(r"[^\w\s.,'’-]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Traces:
    """Of these a sentence must have one, or a digit where that is enough."""

    words: frozenset[str]
    """In lower case, or in capitals where only those count ("DEM")."""
    pieces: tuple[str, ...] = ()
    """In lower case; they may stand inside a word."""
    digits: bool = False


class Words:
    """A sentence as it is asked for traces: its words are runs of letters."""

    def __init__(self, sentence: str) -> None:
        self.low = sentence.lower()
        self.words = {*_LETTERS.findall(self.low), *_CAPITALS.findall(sentence)}
        self.has_digit = _DIGIT.search(sentence) is not None

    def show(self, traces: Traces) -> bool:
        """Whether one of the traces is there."""
        if traces.digits and self.has_digit:
            return True
        return not traces.words.isdisjoint(self.words) or any(piece in self.low for piece in traces.pieces)


def traces_of(phrases: Iterable[str], pieces: Iterable[str] = (), digits: bool = False) -> Traces:
    """The traces of phrases: the sign in each ("$" of "US$"), or its longest word."""
    words: set[str] = set()
    found = {piece.lower() for piece in pieces}
    for phrase in phrases:
        sign, word = _SIGN.search(phrase), max(_LETTERS.findall(phrase), key=len, default="")
        if sign or not word:
            found.add(sign[0] if sign else phrase)
        else:
            words.add(word if _CAPITALS.fullmatch(word) else word.lower())
    return Traces(frozenset(words), tuple(sorted(found)), digits)
