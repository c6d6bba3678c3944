"""Towns, and their lands, that only say where a company or a unit is: "the LISBON company", "its FLORIDA AND GEORGIA
stores", "BERGEN, Norway-based Tal"."""

import re
from dataclasses import dataclass
from functools import cache

from newscrawl.deals.mentions.knowledge import knowledge
from newscrawl.deals.mentions.model import Mention, Names
from newscrawl.deals.mentions.references import references

LONGEST_ARTICLE = 8
"""Characters of the longest article with its blank."""
TOWN_BEFORE = 50
"""How many characters before a land its town is looked for."""
MODIFIED = re.compile(r"\s[a-z]")
"""What stands behind a town that modifies a noun."""
COMPANY_BEHIND = re.compile(r"\.?+, [a-z]")
"""What stands behind a land that modifies one: "the Plano, TEXAS, company"."""


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How a language writes a town before the company from there."""

    article: re.Pattern[str]
    """What stands before the town: "THE Lisbon company", "ITS Florida stores", "12 Florida stores"."""
    joined: re.Pattern[str]
    """What stands before the second of two: "its FLORIDA AND Georgia stores"."""
    land_behind: re.Pattern[str]
    """What stands behind the town in "BERGEN, Norway-based Tal", "the PLANO, Texas, company"."""
    based: str
    """How the first of these ends."""
    town_before: re.Pattern[str]
    """What stands before a land in "the Plano, TEXAS, company"."""


@cache
def _shapes(language: str) -> _Shapes | None:
    """None where a town is no modifier as it is ("die Berliner Firma")."""
    words = references(language)
    if not words.town_articles:
        return None
    articles = "|".join(sorted(f"{a}|{a.capitalize()}" for a in words.town_articles))
    definite = "|".join(sorted(f"{a}|{a.capitalize()}" for a in words.town_articles & words.definite))
    based = re.escape(words.based)
    joints = "|".join(sorted(words.town_joints))
    before = rf"(?:\b(?:{articles})|(?<![\w.,-])\d{{1,4}})"
    return _Shapes(
        article=re.compile(rf"{before}\s$"),
        joined=re.compile(rf"{before}(?:\s[A-Z]\w++,?){{1,3}}\s(?:{joints})\s$"),
        land_behind=re.compile(rf", [A-Z][\w.]*+(?: [A-Z][\w.]*+)?+(?:{based}\b|, [a-z])"),
        based=words.based,
        town_before=re.compile(rf"(?:{definite}) [A-Z][\w.]*+(?: [A-Z][\w.]*+){{0,2}}+, $"),
    )


def says_where(mention: Mention, names: Names, text: str, language: str) -> bool:
    """Whether a name is a town or land that only says where a company is."""
    shapes = _shapes(language)
    if shapes is None:
        return False
    modifies = _is_modifier(mention, text, shapes) and _is_town(mention, text, language)
    if not modifies and not _is_in_its_land(mention, text, shapes):
        return False
    return names.entities[mention.entity].kind == "place"  # asked last: what names name is costly to find out


def _is_modifier(mention: Mention, text: str, shapes: _Shapes) -> bool:
    if MODIFIED.match(text, mention.end) is None:
        return False
    article = shapes.article.search(text, max(0, mention.start - LONGEST_ARTICLE), mention.start)
    return (
        article is not None
        or shapes.joined.search(text, max(0, mention.start - TOWN_BEFORE), mention.start) is not None
    )


def _is_town(mention: Mention, text: str, language: str) -> bool:
    """Whether a place can be a town: known, or in a dateline ("MULDEN, May 3 -")."""
    known, low = knowledge(language), mention.name.lower()
    listed = low in known.places or low.partition("-")[0] in known.places or low.rpartition(" ")[2] in known.place_words
    return listed or mention.name.isupper() or text.startswith(mention.name) or f"\n{mention.name}" in text


def _is_in_its_land(mention: Mention, text: str, shapes: _Shapes) -> bool:
    if land := shapes.land_behind.match(text, mention.end):
        before = text[max(0, mention.start - LONGEST_ARTICLE) : mention.start]
        return land[0].endswith(shapes.based) or shapes.town_before.search(f"{before}{mention.name}, ") is not None
    before = text[max(0, mention.start - TOWN_BEFORE) : mention.start]
    return COMPANY_BEHIND.match(text, mention.end) is not None and shapes.town_before.search(before) is not None
