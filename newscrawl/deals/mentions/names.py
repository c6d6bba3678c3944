"""Which strings of an article are names, and what each of them names."""

import re
from collections.abc import Sequence

from newscrawl.deals.mentions.model import Entity, Mention, Names
from newscrawl.deals.sentences import Sentence

__all__ = ["Entity", "Mention", "Names", "find_names"]

_CAPITALISED = re.compile(r"\b[A-Z][\w&]++(?: [A-Z&][\w&]*+)*+")


def find_names(text: str, sentences: Sequence[Sentence], language: str, title: str | None = None) -> Names:
    """The names of organisations, persons, places and products in a text, weak candidates included."""
    entities: dict[str, int] = {}
    mentions = []
    for match in _CAPITALISED.finditer(text):
        index = entities.setdefault(match[0], len(entities))
        mentions.append(Mention(match.start(), match.end(), match[0], index))
    return Names(tuple(mentions), tuple(Entity(name, (), "organisation", 1.0, ()) for name in entities))
