"""Questions that can be answered with yes or no: nobody says that what they name happens."""

from collections.abc import Sequence
from itertools import pairwise

from newscrawl.deals.syntax.tokens import Token

FINITE, INFINITIVE = frozenset("VBHWO"), "2"
"""The tags of verbs, and of what makes one an infinitive."""


def asks(tokens: Sequence[Token]) -> bool:
    """Whether a sentence ends with a question mark and opens with its verb, has none or no word that asks: "KAUFT
    Norvik den Rivalen Tal?", "Norvik to buy Tal?", "Norvik kauft Tal?"; "WHY did Norvik buy Tal?" takes it for
    granted."""
    if not tokens or tokens[-1].text != "?":
        return False
    if not any(token.is_a("asking") for token in tokens):
        return True
    verbs = (b.tag in FINITE for a, b in pairwise(tokens) if a.tag != INFINITIVE)
    return tokens[0].tag in FINITE or not any(verbs)
