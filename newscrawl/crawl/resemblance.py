"""Is it the same article on another site? By its text: what two texts share, and what they say otherwise.

Shingles are runs of three words. A text's fingerprint takes the smallest hash of its shingles in each of 24 classes
(one-permutation min-hashing, Li, Owen & Zhang 2012); three classes together are a band. Texts that share four fifths of
their shingles share at least one of the eight bands with 99.7 percent probability, so that copies are found by an
index, however many articles there are. Nothing is random: the same text has the same bands everywhere.
"""

import re
from hashlib import blake2b
from itertools import islice
from zlib import crc32

WORD = re.compile(r"\w++|[.!?\n]")
SENTENCE_ENDS = frozenset(".!?\n")
MOST_WORDS = 5000
"""Of a text; a copy of a longer one shows in so many."""

FEWEST_WORDS = 60
"""A shorter text is not told from others by its words: notices and teasers are alike."""

CLASSES, ROWS = 24, 3
ALIKE = 0.8
"""Share of all shingles of two texts that both have."""


def bands(text: str) -> tuple[int, ...]:
    """The fingerprint of a text: 64-bit numbers, of which near-identical texts share some; empty for a short text."""
    said = words(text)
    if len(said) < FEWEST_WORDS:
        return ()
    smallest = [0] * CLASSES
    for shingle in shingles(said):
        number = crc32(" ".join(shingle).encode("utf-8", "surrogatepass"))
        place, value = number % CLASSES, number // CLASSES + 1
        smallest[place] = min(smallest[place] or value, value)
    return tuple(_band(start, smallest[start : start + ROWS]) for start in range(0, CLASSES, ROWS))


def _band(start: int, values: list[int]) -> int:
    return int.from_bytes(blake2b(repr((start, values)).encode(), digest_size=8).digest(), signed=True)


def is_same_story(one: str, other: str) -> bool:
    """Whether two texts are near-identical and nowhere name another name or figure beside the same words.

    A template filled with other names and figures ("… rose 3 percent", "… fell 4 percent") tells another story.
    """
    these, those = words(one), words(other)
    if min(len(these), len(those)) < FEWEST_WORDS:
        return False
    mine, yours = shingles(these), shingles(those)
    return len(mine & yours) >= ALIKE * len(mine | yours) and not _differ_in_names(one, other)


def words(text: str) -> list[str]:
    return [word for word in _tokens(text.casefold()) if word not in SENTENCE_ENDS]


def shingles(said: list[str]) -> set[tuple[str, ...]]:
    return set(zip(said, said[1:], said[2:], strict=False))


def _tokens(text: str) -> list[str]:
    return [match[0] for match in islice(WORD.finditer(text), MOST_WORDS)]


def _differ_in_names(one: str, other: str) -> bool:
    these, those = _tokens(one), _tokens(other)
    both_ways = ((_next_words(these), _next_words(those)), (_next_words(these[::-1]), _next_words(those[::-1])))
    return any(
        mine[pair] != yours[pair] and _is_telling(mine[pair]) and _is_telling(yours[pair])
        for mine, yours in both_ways
        for pair in mine.keys() & yours.keys()
    )


def _next_words(tokens: list[str]) -> dict[tuple[str, str], str]:
    """The word behind every two words that follow each other only once, within sentences; empty if there are two."""
    found: dict[tuple[str, str], str] = {}
    for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if not SENTENCE_ENDS & {first, second, third}:
            before = (first.casefold(), second.casefold())
            found[before] = third if found.get(before, third) == third else ""
    return found


def _is_telling(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()
