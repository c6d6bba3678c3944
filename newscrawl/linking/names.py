"""Names of companies: the key by which two prints are one company, and what else may be one within a deal."""

import re
from functools import cache, lru_cache
from pathlib import Path

from newscrawl.deals.canonical import canonical_name
from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "names.toml"
DOMAIN = re.compile(r"(?<=[a-z0-9]{3})\.(?:com|de|net|org|at|ch|io|ai|co\.uk)$")
SHORT = (2, 6)
"""Letters that initials have, from and to."""
HEAD = 2
"""Letters of a first word that may be a name of its own."""
DIGITS = re.compile(r"\d++")


class Inflection(Table, frozen=True):
    """Inflected endings of an adjective and the ending they become; shorter words are left alone."""

    endings: tuple[str, ...]
    base: str
    letters: int


class Genitive(Table, frozen=True):
    """The ending of a genitive; not one behind these letters, or of a shorter word."""

    ending: str
    not_after: tuple[str, ...]
    letters: int


class Example(Table, frozen=True):
    names: tuple[str, ...]


class NameTable(Table, frozen=True):
    """What two prints of a name may differ in."""

    endings: tuple[str, ...]
    units: frozenset[str]
    unit_endings: tuple[str, ...]
    divisions: tuple[str, ...]
    shells: frozenset[str]
    words: dict[str, str]
    adjectives: Inflection
    genitive: Genitive
    example: tuple[Example, ...]
    counterexample: tuple[Example, ...]


@cache
def name_table() -> NameTable:
    return read_table(FILE, NameTable)


@lru_cache(maxsize=8192)
def company_key(name: str) -> str:
    """The form in which two prints of one company agree: no case, accents, legal form, blanks, inflection.

    Never empty for a name with a letter or digit.
    """
    return _joined(name_words(name)) or canonical_name(name)


@lru_cache(maxsize=8192)
def bare_key(name: str) -> str:
    """The key without an ending such as "Group" or the letter of a second first name, and with umlauts written in
    either way; for comparing within a deal only.
    """
    words = name_words(name)
    while len(words) > 1 and words[-1] in name_table().endings:
        words = words[:-1]
    words = [word for word in words if len(word.strip(".")) > 1] if len(words) > 2 else words
    return _one_letter(_joined(words)) or company_key(name)


def _one_letter(key: str) -> str:
    """A key with one letter for an umlaut that is printed as two: "Gruen" is "Grün"."""
    for letter in "aou":
        key = key.replace(f"{letter}e", letter)
    return key


@lru_cache(maxsize=8192)
def name_words(name: str) -> list[str]:
    """The words of a name without its legal form, in the one way of writing."""
    known = name_table().words
    canonical = DOMAIN.sub("", canonical_name(name))
    return [known.get(word, word) for word in re.split(r"[\s\-‐‑–/]+", canonical.replace("&", " & ")) if word]


def _joined(words: list[str]) -> str:
    first, last = [_adjective(word) for word in words[:-1]], [_nominative(word) for word in words[-1:]]
    return "".join("".join(c for c in word if c.isalnum()) or word for word in first + last)


def _adjective(word: str) -> str:
    known = name_table().adjectives
    for ending in known.endings if len(word) >= known.letters else ():
        if word.endswith(ending):
            return word.removesuffix(ending) + known.base
    return word


def _nominative(word: str) -> str:
    known = name_table().genitive
    base = word.removesuffix(known.ending)
    return word if base == word or len(word) < known.letters or base[-1] in known.not_after else base


@lru_cache(maxsize=8192)
def head_keys(name: str) -> frozenset[str]:
    """The keys of the first words of several, by which a company is called for short: "Kestrel" and "Kestrel Lake" for
    "Kestrel Lake Partners". None that is shorter than a name.
    """
    words = name_words(name)
    heads = (_joined(words[:count]) for count in range(1, len(words)) if words[count - 1] != "and")
    return frozenset(head for head in heads if len(head) >= HEAD)


@lru_cache(maxsize=8192)
def last_key(name: str) -> str:
    """The key of the last of two or three words: "Aust" for "Henning Aust"; empty for other names."""
    words = name_words(name)
    return _joined(words[-1:]) if len(words) in (2, 3) and len(words[-1]) > HEAD else ""


@lru_cache(maxsize=8192)
def first_key(name: str) -> str:
    """The key of the first word."""
    return _one_letter(_joined(name_words(name)[:1])) or company_key(name)


@lru_cache(maxsize=8192)
def may_be_division(short: str, name: str) -> bool:
    """Whether what a name has behind its short form is the name of a division or a subsidiary rather than of a trade:
    "Sundra" is hardly "Sundra Mobile", but may well be "Sundra Robotics".
    """
    words = name_words(name)
    count = next((n for n in range(1, len(words)) if _joined(words[:n]) == short), len(words))
    return any(word in _divisions() for word in words[count:])


@cache
def _divisions() -> frozenset[str]:
    return frozenset(canonical_name(word) for word in name_table().divisions)


def is_shell(name: str) -> bool:
    """Whether a name is that of a company made for one purchase, which says nothing of who buys."""
    return not name_table().shells.isdisjoint(name_words(name)[-1:])


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """The first letters of several words."""
    words = [word for word in name_words(name) if word not in ("and", "of", "für")]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def are_initials(short: str, key: str, first: str) -> bool:
    """Whether a short key stands for a name of several words, given by its key and its initials: "RVB" for "Rheinische
    Verkehrsbetriebe". It has the first letters of all words, and whatever else it has stands in the name in this order.
    """
    return (
        SHORT[0] <= len(short) <= SHORT[1]
        and bool(first)
        and short[0] == first[0]
        and len(key) >= 2 * len(short)
        and _stands_in(first, short)
        and _stands_in(short, key)
    )


def _stands_in(letters: str, text: str) -> bool:
    """Whether the letters stand in a text in their order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=8192)
def is_described(name: str) -> bool:
    """Whether a name is none, but words that say what is bought: "label printer arm", "Mobilfunksparte", "assets"."""
    words = name.split()
    last, table = words[-1].casefold() if words else "", name_table()
    small = all(word[:1].islower() for word in words)  # "eBay" and "adidas" are names
    if small and (len(words) > 1 or last in table.units):
        return True
    return (len(words) > 1 and last in table.units) or (len(last) > 4 and last.endswith(table.unit_endings))


def is_misprint(one: str, other: str) -> bool:
    """Whether two keys differ by a slip of the pen: one letter from six letters on, two from nine; of five letters
    one that is lost or put in, or two that are swapped.

    Never in a digit or the first letter: "Studio 3" is not "Studio 4".
    """
    length = min(len(one), len(other))
    allowed = 0 if length < 5 else 1 if length < 9 else 2
    if abs(len(one) - len(other)) > allowed or one[:1] != other[:1] or DIGITS.findall(one) != DIGITS.findall(other):
        return False
    if one == other or distance(one, other, allowed) > allowed:
        return False
    return length > 5 or is_typing_error(one, other)


def is_typing_error(one: str, other: str) -> bool:
    """Whether a letter was left out, doubled or put in, or two were swapped; another letter in its place makes another
    name too easily.
    """
    return (len(one) != len(other) or sorted(one) == sorted(other)) and distance(one, other, 1) == 1


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed or swapped with the next; ``most + 1`` for whatever is more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        former, before, row = before, row, [i]
        for j, compared in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != compared))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == compared:
                cost = min(cost, former[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
