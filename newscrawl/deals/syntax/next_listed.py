"""Names that the next sentence lists: "Norvik bought three companies. AMONG THEM ARE TAL AND OSTRA"."""

import re
from functools import cache

from newscrawl.deals.languages import language_table
from newscrawl.deals.syntax.lexicon import Lexicon, WordTable
from newscrawl.deals.syntax.tokens import Token, tokenize


def listed_from(text: str, start: int, end: int, language: str) -> int | None:
    """Where in the sentence ``text[start:end]`` the names begin that stand for a plural of the one before; None if it
    is no such list."""
    opening = _openings(language).match(text, start, end)
    return opening.end() if opening else None


@cache
def _openings(language: str) -> re.Pattern[str]:
    openings = language_table(language, "words", WordTable).listing
    return re.compile(rf"(?:{'|'.join(openings)})(?: |: )" if openings else "(?!)", re.IGNORECASE)


def asks_for_list(tokens: list[Token]) -> bool:
    """Whether a sentence says that there are several without having named them all ("THREE companies")."""
    return any(t.mention is None and (t.is_a("number") or t.is_a("quantity")) for t in tokens)


def with_list(tokens: list[Token], listed: list[Token], words: Lexicon) -> list[Token]:
    """The tokens of a sentence and of the list behind it, joined as examples: "three companies, INCLUDING Tal and
    Ostra"; offsets stay those of the text."""
    joint = tokenize(written := f", {min(_examples(words))}", 0, len(written), [], words)
    for token in joint:
        token.start = token.end = listed[0].start
    stopless = tokens[:-1] if tokens[-1].text == "." else tokens
    return [*stopless, *joint, *listed]


def _examples(words: Lexicon) -> list[str]:
    return [word for word, classes in words.classes.items() if "example" in classes]
