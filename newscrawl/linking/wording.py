"""The sentence that tells a deal → what it says besides the facts: numbers of things, the matter, a loan, a sequel."""

import re
from functools import cache, lru_cache
from pathlib import Path

from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "wording.toml"

FEWEST = 13
"""Smaller numbers stand in too many sentences."""
NUMBER = re.compile(r"(?<![\w.,$€£¥-])(?P<number>[1-9]\d{0,2}(?:[.,  ]\d{3})++|[1-9]\d*+)(?![.,  ]?\d|\.(?!\s*+$))")
AFTER_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s$"
)
UNITS = re.compile(
    r"-?\s*+(?:[%$€£]|years?\b|jahre?n?\b|days?\b|tage?n?\b|months?\b|monate?n?\b|weeks?\b|wochen?\b|"
    r"per ?cent|prozent|points?\b|[mb]l?n?\b|mio|mrd|milli|billi|trilli|euros?\b|dollars?\b|dlrs?\b|stg\b|"
    r"cents?\b|cts\b|pounds?\b|pfund|pence\b|"
    r"franken|francs?\b|kron|yen\b|yuan\b|eur\b|usd\b|chf\b|gbp\b|staff|employees|people|mitarbeiter|beschäftigte|"
    r"jan|feb|m[aä]r|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])"
)
"""What stands behind a number that counts no things of the deal."""
CURRENCY = re.compile(r"\b(?:eur|usd|chf|gbp)\s$")
CODE = re.compile(r"\b[A-Z]{2,5}-\d{2,5}\b")
"""The code of a drug, an aircraft or a study, the same in all languages."""
LETTERS = re.compile(r"[^\W\d_]++")
YEARS = range(1900, 2100)


class Wording(Table, frozen=True):
    """Patterns of whole words, in any case."""

    patterns: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class CommonWords(Table, frozen=True):
    """Words that say nothing of the matter; of a word that has the ``shortest`` length the first ``letters`` count."""

    letters: int
    shortest: int
    words: tuple[str, ...]


class WordingTable(Table, frozen=True):
    debt: Wording
    equity: Wording
    sequel: Wording
    common: CommonWords


@cache
def wording_table() -> WordingTable:
    return read_table(FILE, WordingTable)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    found: Wording = getattr(wording_table(), name)
    return re.compile(rf"\b(?:{'|'.join(found.patterns)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def says(name: str, sentence: str) -> bool:
    """Whether a sentence speaks of ``debt``, of ``equity``, or of a ``sequel``."""
    return _compiled(name).search(sentence) is not None


@lru_cache(maxsize=4096)
def counts_in(sentence: str) -> frozenset[int | str]:
    """The numbers of things in a sentence: no money, percentages, dates, times or years; and the codes of products."""
    lower = sentence.casefold()
    found = (
        int(re.sub(r"\D", "", match["number"]))
        for match in NUMBER.finditer(lower)
        if not UNITS.match(lower, match.end()) and not _is_dated(lower[max(0, match.start() - 10) : match.start()])
    )
    counts = (number for number in found if number >= FEWEST and number not in YEARS)
    return frozenset((*counts, *CODE.findall(sentence)))


def _is_dated(before: str) -> bool:
    """Whether what stands before a number makes it a day or money."""
    return bool(AFTER_MONTH.search(before) or CURRENCY.search(before))


@cache
def _common() -> frozenset[str]:
    common = wording_table().common
    return frozenset(word[: common.letters] for word in common.words)


@lru_cache(maxsize=4096)
def matter_of(sentence: str) -> frozenset[str]:
    """The beginnings of the words that tell of the matter: many are alike in two languages."""
    common = wording_table().common
    words = {word[: common.letters] for word in LETTERS.findall(sentence.casefold()) if len(word) >= common.shortest}
    return frozenset(words - _common())
