"""Many cues of a language as one regular expression."""

import re
from collections.abc import Sequence

WORD = r"\b"


def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    """Matches where one of the patterns does; without any, nowhere.

    Those that begin with a word are tried at the beginnings of words only, which few places of a text are.
    """
    at_words = [pattern.removeprefix(WORD) for pattern in patterns if pattern.startswith(WORD)]
    others = [pattern for pattern in patterns if not pattern.startswith(WORD)]
    words = [rf"{WORD}(?:{'|'.join(at_words)})"] if at_words else []
    return re.compile("|".join([*words, *others]) or "(?!)")
