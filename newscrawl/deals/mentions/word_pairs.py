"""Words around "and" that are one name: "Harper and Rowe", "British and Colonial Shipping Plc", "C and W Group"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newscrawl.deals.mentions.knowledge import Knowledge
from newscrawl.deals.mentions.tokens import Tokens
from newscrawl.deals.mentions.words import Word

_OPENING = frozenset('-–—:"“')
"""What goes before the first word of what a sentence tells: a dateline, a quotation mark."""
_WORDS = 4
"""Words of a name behind its "and", at most."""


def word_pairs(
    words: Sequence[Word], tokens: Tokens, bounds: Sequence[tuple[int, int]], known: Knowledge
) -> Iterator[tuple[str, str]]:
    """The two words around each "and" that joins no two names."""
    if known.noun_capitals:
        return
    joints = [at for at, word in enumerate(words) if word.lower in known.and_words]
    for first, last in bounds if joints else ():
        for at in joints[bisect_left(joints, first + 1) : bisect_left(joints, last - 1)]:
            one, other = words[at - 1], words[at + 1]
            if one.capital and other.capital and _is_pair(words, tokens, at, (first, last), known):
                yield one.text, other.text


def _is_pair(words: Sequence[Word], tokens: Tokens, at: int, bounds: tuple[int, int], known: Knowledge) -> bool:
    """Whether the "and" at ``at`` stands inside a name whose first word is the one before it."""
    first, last = bounds
    one, other = words[at - 1], words[at + 1]
    alone = at - 1 == first or not (words[at - 2].capital and tokens.glued[at - 1])
    if not alone or one.function or one.legal or one.title or one.organisation_noun:
        return False
    if len(one.text) == 1 == len(other.text):
        return True  # "C and W Group"
    end = _name_end(words, tokens, at + 1, last)
    behind = words[end + 1] if end + 1 < last else None
    if behind is None or behind.lower in known.plural_verbs:
        return False
    if words[end].legal and (one.origin or behind.lower in known.singular_verbs):
        return True  # an adjective names no company: "BRITISH and Colonial Shipping Plc"
    if at - 1 > first and words[at - 2].lower in known.determiners:
        return behind.lower in known.single_parts  # "its Bracken and Lowe UNIT"
    opens = at - 1 == first or words[at - 2].text in _OPENING
    return opens and _acts_as_one(words, (at, end), behind, known)


def _name_end(words: Sequence[Word], tokens: Tokens, at: int, last: int) -> int:
    """The last of the words with a capital from ``at`` on, up to a legal form."""
    end = at
    while end + 1 < min(at + _WORDS, last) and not words[end].legal:
        if not (words[end + 1].capital or words[end + 1].legal) or not tokens.glued[end + 1]:
            break
        end += 1
    return end


def _acts_as_one(words: Sequence[Word], name: tuple[int, int], behind: Word, known: Knowledge) -> bool:
    """Whether a legal form or a verb in the singular makes the subject of a sentence one: "Harper and Rowe HAS bought",
    "Smith and Barrow INC", "Cross and Tal SAID IT agreed"; "Norvik and Tal Ltd HAVE" tells of two."""
    at, end = name
    if known.after.get(behind.lower) == "said":
        return end + 2 < len(words) and words[end + 2].lower in known.singular_pronouns
    if end > at + 1:
        return end == at + 2 and words[end].legal
    low = behind.lower
    return low in known.singular_verbs or (known.after.get(low) == "acts" and low.endswith("s"))
