"""Of which gender a text speaks of its companies, to tell which of them "er", "sie" or "seine" can mean."""

import re
from functools import lru_cache

from newscrawl.deals.mentions.model import Names
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

NOUN = re.compile(r"([A-ZÄÖÜ][\w-]*+) ?[„\"»]?$")
BEFORE = 40
"""How many characters before a name may hold the noun that says what it is."""
UNKNOWN = frozenset("mfn")


@lru_cache(maxsize=8)
def genders(text: str, names: Names, language: str) -> list[frozenset[str]]:
    """For each entity the genders (m, f, n) that the nouns before its name and its legal form leave open."""
    by_noun: list[set[str]] = [set() for _ in names.entities]
    for mention in names.mentions:
        noun = NOUN.search(text[max(0, mention.start - BEFORE) : mention.start])
        if noun is not None and (gender := _of_noun(noun[1].lower().rpartition("-")[2], language)):
            by_noun[mention.entity].add(gender)
    by_name = [_of_name(entity.name, language) for entity in names.entities]
    return [frozenset(told) or by_form or UNKNOWN for told, by_form in zip(by_noun, by_name, strict=True)]


def _of_name(name: str, language: str) -> frozenset[str]:
    """What the last word of a name says: "Norvik AG", "Norvik Gruppe"; nothing for most."""
    words = lexicon(language)
    last = name.lower().replace("-", " ").rpartition(" ")[2]
    is_feminine = words.is_a(last, "feminine") or last in words.feminine_endings
    return frozenset("f") if is_feminine else frozenset()


def _of_noun(noun: str, language: str) -> str:
    """The gender of a noun for a company by its ending; empty for another word."""
    words = lexicon(language)
    if noun.endswith(words.feminine_endings):
        return "f"
    if noun.endswith(words.neuter_endings):
        return "n"
    return "m" if references(language).is_a(noun, "nouns") else ""
