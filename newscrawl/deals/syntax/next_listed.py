"""Names that the next sentence lists: "Norvik bought three companies. AMONG THEM ARE TAL AND OSTRA"."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from newscrawl.deals.languages import language_table
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.syntax.lexicon import Lexicon, WordTable, lexicon
from newscrawl.deals.syntax.tokens import Token, tokenize

WORD = re.compile(r"[\w-]++")
STOP = re.compile(r"[.!]?\s*+$")
AHEAD = 3
"""Words before a name in a list: "and THE SWISS INSURER Tal"."""


def listed_from(text: str, start: int, end: int, language: str) -> int | None:
    """Where in the sentence ``text[start:end]`` the names begin that stand for a plural of the one before; None if it
    does not open like such a list."""
    opening = _openings(language).match(text, start, end)
    return opening.end() if opening else None


def is_of(opening: str, noun: str, language: str) -> bool:
    """Whether what opens a list takes up a noun: any, if it only says "they" or "the companies", else the same."""
    table = language_table(language, "words", WordTable)
    general = re.match("|".join(table.listing), opening, re.IGNORECASE)
    return general is not None or noun in WORD.findall(opening.lower())


@cache
def _openings(language: str) -> re.Pattern[str]:
    table = language_table(language, "words", WordTable)
    openings = (*table.listing, *table.listing_same)
    return re.compile(rf"(?:{'|'.join(openings)})(?: |: )" if openings else "(?!)", re.IGNORECASE)


def is_list(text: str, start: int, end: int, names: Sequence[Mention], language: str) -> bool:
    """Whether ``text[start:end]`` is nothing but a list of these names, each with its article and kind at most."""
    if not names or not STOP.match(text, names[-1].end, end):
        return False
    joints = [text[one.end : other.start] for one, other in pairwise(names)]
    words = lexicon(language)
    return _is_ahead(text[start : names[0].start], words) and all(_is_joint(joint, words) for joint in joints)


def _is_joint(between: str, words: Lexicon) -> bool:
    """Whether what stands between two names is a comma or a conjunction, and what may stand before the second."""
    first, *others = WORD.findall(between) or [""]
    if words.is_a(first.lower(), "conjunction"):
        return not between.strip(" ,").endswith(",") and _is_ahead(" ".join(others), words)
    return between.startswith(", ") and "," not in between[1:] and _is_ahead(between[2:], words)


def _is_ahead(before: str, words: Lexicon) -> bool:
    """Whether words only say what the name behind them is: no verb, no preposition, no "not"."""
    ahead = [word.lower() for word in WORD.findall(before)]
    return len(ahead) <= AHEAD and not any(
        word in words.verbs or not SENTENCE.isdisjoint(words.classes.get(word, frozenset())) for word in ahead
    )


SENTENCE = frozenset(
    ("preposition", "conjunction", "subordinator", "negation", "adverb", "be", "have", "do", "will", "may", "to")
)
"""Classes of words that make more than a list of what they stand in."""


def counted_companies(tokens: list[Token], is_company: Callable[[str], bool]) -> int | None:
    """Where a sentence counts companies or parts of one, whom it does not name: the noun of "THREE COMPANIES"."""
    for at, counted in enumerate(tokens):
        if counted.mention is not None or not (counted.is_a("number") or counted.is_a("quantity")):
            continue
        for noun in range(at + 1, min(at + 1 + AHEAD, len(tokens))):
            if tokens[noun].mention is None and is_company(tokens[noun].low):
                return noun
    return None


def with_list(tokens: list[Token], listed: list[Token], words: Lexicon, noun: int) -> list[Token]:
    """The tokens of a sentence and of the list behind it, joined as examples: "three companies, INCLUDING Tal and
    Ostra, from Norvik"; offsets stay those of the text. Where verbs may stand last, the list stays behind them."""
    joint = _inserted(f", {_example(words)}", listed, words)
    stopless = tokens[:-1] if tokens[-1].text == "." else tokens
    rest = stopless[noun + 1 :]
    if words.separable or not rest:
        return [*stopless, *joint, *listed]
    names = listed[:-1] if listed[-1].text == "." else listed
    return [*stopless[: noun + 1], *joint, *names, *_inserted(",", listed, words), *rest]


def _inserted(written: str, listed: list[Token], words: Lexicon) -> list[Token]:
    """Tokens that the text does not have, at the place of the list."""
    tokens = tokenize(written, 0, len(written), [], words)
    for token in tokens:
        token.start = token.end = listed[0].start
    return tokens


def _example(words: Lexicon) -> str:
    """The first word of the table that joins examples."""
    return next(word for word, classes in words.classes.items() if "example" in classes)
