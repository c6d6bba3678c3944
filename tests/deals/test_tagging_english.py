"""Verb or noun? English words that can be both, in their sentences."""

import re

import pytest

from newscrawl.deals.mentions.trade_words import TradeWord
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.syntax.tagging import tag_verbs
from newscrawl.deals.syntax.tokens import tokenize

CASES = [
    ("Norvik shares rose", "shares", "N"),
    ("Norvik shares its data with Tal", "shares", "V"),
    ("Norvik made a $5m bid for Tal", "bid", "N"),
    ("Norvik bid $5m for Tal", "bid", "V"),
    ("It is a Norwegian holding company", "holding", "A"),
    ("Norvik is holding talks with Tal", "holding", "V"),
    ("Norvik has since bought Tal", "bought", "V"),
    ("Norvik first bought Tal", "bought", "V"),
    ("Norvik last bought Tal", "bought", "V"),
    ("It makes pumps and last sold Tal", "last", "A"),
    ("Norvik says the talks with Tal last a year", "last", "V"),
    ("Norvik and Tal form an alliance", "form", "V"),
    ("Sources close to it say Norvik will buy Tal", "say", "V"),
    ("The deal includes assets of Tal", "includes", "V"),
]


def tag_of(text: str, word: str) -> str:
    """The tag of a word; Norvik and Tal are names, what begins with a dollar sign is a sum."""
    names = [("M" if m[0][0] == "$" else "E", m) for m in re.finditer(r"Norvik|Tal|\$\w+", text)]
    mentions = [(tag, TradeWord(m.start(), m.end())) for tag, m in names]
    tokens = tokenize(text, 0, len(text), mentions, lexicon("en"))
    tag_verbs(tokens, lexicon("en"))
    return next(token.tag for token in tokens if token.low == word)


@pytest.mark.parametrize(("text", "word", "tag"), CASES)
def test_tag(text: str, word: str, tag: str) -> None:
    assert tag_of(text, word) == tag
