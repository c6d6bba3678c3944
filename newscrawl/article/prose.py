"""What a paragraph of prose looks like, told from a line alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newscrawl.article.model import Line

SENTENCE_END = re.compile(r"[.!?…:;。！？।][\"'”“’»«)\]]*+$")
NO_LETTERS = re.compile(r"[\W_]++")
SHORTEST_PROSE = 60  # characters
MOSTLY_LINKED = 0.8  # share of link text


def is_prose(line: Line) -> bool:
    """Whether a line reads like a paragraph: some length, an end, not a heading, not mostly links."""
    return (
        line.kind != "head"
        and line.linked < MOSTLY_LINKED
        and len(line.text) >= SHORTEST_PROSE
        and (SENTENCE_END.search(line.text) is not None or len(line.text) >= 2 * SHORTEST_PROSE)
    )


def first_prose(lines: Sequence[Line]) -> int:
    """The place of the first paragraph of prose; behind the last line if there is none."""
    return next((number for number, line in enumerate(lines) if is_prose(line)), len(lines))


@lru_cache(maxsize=2048)  # every step of the line filter asks for the same lines
def letters(text: str) -> str:
    """A text's letters and digits alone, small: two of them are alike if people would call them the same."""
    return NO_LETTERS.sub("", text.casefold())
