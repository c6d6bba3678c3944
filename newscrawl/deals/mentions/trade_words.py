"""Words of the trade written like names: "Series B", "Serie A", "pre-seed", "Joint Venture"."""

import re
from dataclasses import dataclass

from newscrawl.deals.mentions.traces import traces_of

TRADE_WORD = re.compile(
    r"\b(?:Series|Serie)[ -](?:Seed|[A-K])(?:[-+]?\d|\+|\b)"
    r"|\b(?:pre-)?seed(?= (?:round|funding|financing|stage))"
    r"|\bjoint[ -]ventures?+\b(?!-)",
    re.IGNORECASE,
)
"""Rounds are named alike in all languages that we read; letters beyond K are not in use."""
TRADE_TRACES = traces_of(["series", "serie", "seed", "joint"])
"""What a text shows that holds one."""


@dataclass(frozen=True, slots=True)
class TradeWord:
    """A word of the trade, as printed."""

    start: int
    end: int


def find_trade_words(text: str, start: int, end: int) -> list[TradeWord]:
    """The words of the trade between two offsets, in order."""
    return [TradeWord(match.start(), match.end()) for match in TRADE_WORD.finditer(text, start, end)]
