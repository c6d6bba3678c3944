"""What a text says of its companies right beside their names, to tell which of them a later noun means.

"Ann Arbor-based chip maker NORVIK … the chip maker", "Finland's TAL … the Finnish group", "die DRESDNER".
"""

import re
from functools import lru_cache

from newscrawl.deals.mentions.model import Names

BEFORE, BEHIND = 50, 70
"""How many characters before a name, and behind the comma after it, may describe it."""
STEM = 4
"""Words that share so many first letters say the same: "Malaysia" and "Malaysian", "Darmstadt" and "Darmstädter"."""
WORD = re.compile(r"[^\W\d_]{3,}+")
JOINT = re.compile(r", | (?:of|from|aus) (?=[A-Z])")
BREAK = re.compile(r"[,;:()\n]|\.\s")


def describes(noun: str, described: frozenset[str], kin: frozenset[str], compounding: bool) -> bool:
    """Whether a noun, or one of its ``kin``, is among the words said of a company; in a compounding language its end
    may be."""
    if noun in described or not kin.isdisjoint(described):
        return True
    return compounding and any(word.endswith(noun) or noun.endswith(word) for word in described if len(word) > STEM)


def likeness(modifiers: list[str], described: frozenset[str]) -> int:
    """How many words before a noun are also said of a company."""
    stems = {word[:STEM] for word in described}
    return sum(word[:STEM] in stems for word in modifiers if len(word) >= STEM)


@lru_cache(maxsize=8)
def descriptions(text: str, names: Names) -> list[frozenset[str]]:
    """For each entity the words in lower case of its name, and those before it or behind a comma after it."""
    found: list[set[str]] = [set(WORD.findall(entity.name.lower())) for entity in names.entities]
    last = 0
    for mention in names.mentions:
        before = text[max(last, mention.start - BEFORE) : mention.start]
        breaks = [match.end() for match in BREAK.finditer(before)]
        found[mention.entity].update(WORD.findall(before[breaks[-1] if breaks else 0 :].lower()))
        if joint := JOINT.match(text, mention.end):
            behind = text[joint.end() : joint.end() + BEHIND]
            found[mention.entity].update(WORD.findall(BREAK.split(behind, maxsplit=1)[0].lower()))
        last = mention.end
    return [frozenset(words) for words in found]
