"""What an agreement is worth and how long it runs, between whom it is with and what is to be done: left out of the
grammar, so that who does it is found.

"signed a deal with Norvik WORTH UP TO $5M to build trams", "a contract with Norvik VALUED AT $5M FOR TEN YEARS to run
it". The figures themselves are read from the text.
"""

from newscrawl.deals.syntax.lexicon import Lexicon
from newscrawl.deals.syntax.tokens import Token

LONGEST = 14
"""How many tokens the size and duration may have."""
AGREED = 8
"""How many tokens before the name the agreement stands at most."""
FIGURES = frozenset("MTU%")
INSIDE = frozenset("MTU%PADN,")


def agreed_sizes(tokens: list[Token], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans, in offsets of the text, of sizes and durations between a name behind "with" and an infinitive."""
    found = []
    for i, token in enumerate(tokens):
        if token.tag != "2":
            continue
        start = _start(tokens, i, lexicon)
        if start and _is_agreed_with(tokens, start - 1, lexicon):
            found.append((tokens[start].start, token.start))
    return found


def _start(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """The token behind the name before the figures that end at ``end``; 0 if something else stands between."""
    for j in range(end - 1, max(end - LONGEST, 0), -1):
        if tokens[j].tag == "E":
            figures = any(t.tag in FIGURES for t in tokens[j + 1 : end])
            return j + 1 if figures else 0
        if tokens[j].tag not in INSIDE and not lexicon.reads_as(tokens[j].verbs, "sizing"):
            return 0
    return 0


def _is_agreed_with(tokens: list[Token], name: int, lexicon: Lexicon) -> bool:
    """Whether an agreement stands before "with" and the name."""
    with_ = next((j for j in range(name - 1, max(name - AGREED, 0), -1) if tokens[j].tag == "P"), 0)
    if not lexicon.is_a(tokens[with_].low, "with"):
        return False
    return any(lexicon.is_a(t.low, "agreements") for t in tokens[max(0, with_ - AGREED) : with_])
