"""Names of funding rounds: "Series B", "Serie A", "pre-seed"."""

import re
from dataclasses import dataclass

ROUND = re.compile(r"\b(?:Series|Serie)[ -](?:Seed|[A-K])(?:[-+]?\d|\+|\b)|\b(?:pre-)?seed(?= (?:round|funding|financing|stage))", re.IGNORECASE)
"""Rounds are named alike in all languages that we read; letters beyond K are not in use."""


@dataclass(frozen=True, slots=True)
class Round:
    """The name of a funding round, as printed."""

    start: int
    end: int


def find_rounds(text: str) -> list[Round]:
    """The names of funding rounds in a text, in order."""
    return [Round(match.start(), match.end()) for match in ROUND.finditer(text)]
