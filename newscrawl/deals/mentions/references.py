"""Words that stand for a company named elsewhere, and nouns that speak for the company named beside them."""

from dataclasses import dataclass
from functools import cache

from newscrawl.deals.languages import language_table
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.tables import Table


class ReferenceTable(Table, frozen=True):
    """``references.toml``: see the comments there; strings are words parted by blanks."""

    one: list[str]
    several: list[str]
    speaker: list[str]
    person: list[str]
    reflexive: list[str]
    nouns: str
    plural_nouns: str
    speakers: str
    units: str
    shadows: str
    deals: str
    price_nouns: str
    definite: str
    containing: str
    share_nouns: str
    volume_prepositions: str
    chances: str
    dealers: str
    parts: str
    authorities: str
    relations: str
    named_units: str = ""
    demonyms: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The reference words of a language, by what they do; in a compounding language the end of a word counts."""

    compounding: bool

    pronouns: dict[str, str]
    """Pronoun → ``one``, ``several``, ``speaker`` or ``person``."""
    reflexives: frozenset[str]
    nouns: frozenset[str]
    plural_nouns: frozenset[str]
    speakers: frozenset[str]
    units: frozenset[str]
    named_units: frozenset[str]
    shadows: frozenset[str]
    deals: frozenset[str]
    price_nouns: frozenset[str]
    definite: frozenset[str]
    containing: frozenset[str]
    share_nouns: frozenset[str]
    volume_prepositions: frozenset[str]
    chances: frozenset[str]
    dealers: frozenset[str]
    parts: frozenset[str]
    authorities: frozenset[str]
    relations: frozenset[str]
    demonyms: frozenset[str]

    def is_a(self, word: str, kind: str) -> bool:
        """Whether the lower-case ``word`` is one of ``kind``: nouns, plural_nouns, speakers, units, shadows, deals."""
        words: frozenset[str] = getattr(self, kind)
        if word in words:
            return True
        return self.compounding and any(word[i:] in words for i in range(3, len(word) - 3))


@cache
def references(language: str) -> References:
    """The reference words of a language, read once."""
    table = language_table(language, "references", ReferenceTable)
    pronouns = {word: kind for kind in ("one", "several", "speaker", "person") for word in getattr(table, kind)}
    words = {
        key: frozenset(value.split())
        for key in ReferenceTable.__struct_fields__
        if isinstance(value := getattr(table, key), str)
    }
    return References(lexicon(language).separable, pronouns, frozenset(table.reflexive), **words)
