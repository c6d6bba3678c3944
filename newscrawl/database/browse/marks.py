"""Places in a text → its pieces, each with the marks that lie on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, and what it stands for: the name of a field, or the uid of a deal."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with the labels that lie on all of it, each once, in their order."""

    text: str
    labels: tuple[str, ...]


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """Cut ``text[start:end]`` wherever a mark begins or ends; marks may overlap, and parts outside are ignored."""
    end = len(text) if end is None else end
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    borders = {start, end}.union(*({max(m.start, start), min(m.end, end)} for m in inside))
    cuts = sorted(borders)
    return [
        Piece(text[one:other], tuple(dict.fromkeys(m.label for m in inside if m.start <= one and other <= m.end)))
        for one, other in pairwise(cuts)
    ]


def surroundings(text: str, mark: Mark, reach: int = 90) -> tuple[int, int]:
    """Start and end of what to show around a place: whole words of its line, at most ``reach`` characters each side."""
    start = max(text.rfind("\n", 0, mark.start) + 1, mark.start - reach)
    line_end = text.find("\n", mark.end)
    end = min(len(text) if line_end < 0 else line_end, mark.end + reach)
    if start > 0 and text[start - 1] not in "\n ":
        start = text.find(" ", start, mark.start) + 1 or mark.start
    if end < len(text) and text[end] not in "\n ":
        end = text.rfind(" ", mark.end, end) if " " in text[mark.end : end] else mark.end
    return start, end
