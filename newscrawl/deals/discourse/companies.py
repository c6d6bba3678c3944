"""What an entity can be in a deal: an organisation, a person, an authority; the company that a text is about."""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.syntax.lexicon import lexicon

SURE_SCORE = 1.2
"""Entities from this score on are organisations beyond doubt."""
PARTY_SCORE = 0.0
"""Entities below this score are no organisations that a reference could mean."""


def is_authority(analysis: Analysis, entity: int) -> bool:
    """Whether an entity is an agency or a newspaper by its name: it reports or decides, it does not deal."""
    name = analysis.names.entities[entity].name.lower()
    last, head = name.rpartition(" ")[2], name.partition(" of ")[0].rpartition(" ")[2]
    authorities = references(analysis.language).authorities
    return last in authorities or (head != name and head in authorities)


def is_organisation(analysis: Analysis, entity: int) -> bool:
    """Whether an entity can be meant by "the company"."""
    candidate = analysis.names.entities[entity]
    if is_authority(analysis, entity) or is_person(analysis, entity):
        return False
    return candidate.kind == "organisation" and candidate.score > PARTY_SCORE


def is_person(analysis: Analysis, entity: int, given: Collection[str] = ("given_name",)) -> bool:
    """Whether an entity is a person, or begins like the name of one and is by nothing else known for a company."""
    candidate = analysis.names.entities[entity]
    if candidate.kind == "person":
        return True
    return not set(given).isdisjoint(candidate.features) and _FIRM.isdisjoint(candidate.features)


_FIRM = frozenset(
    (
        "legal_form",
        "ticker",
        "name_word",
        "name_ending",
        "apposition",
        "compound_organisation",
        "firm_like_person",
        "itself",
    )
)


def main_entity(analysis: Analysis, taken: Collection[int] = ()) -> int | None:
    """The organisation named most often, the first of equals, but for those in ``taken``."""
    return next((entity for entity in _by_mentions(analysis) if entity not in taken), None)


@lru_cache(maxsize=1)  # asked for by each "we" and each reference of one text
def _by_mentions(analysis: Analysis) -> list[int]:
    """The organisations of a text, the one named most often first; of equals not one that only says who another is
    ("TAL-Nachfolger Norvik")."""
    mentions, text = analysis.names.by_entity, analysis.text
    firms = [entity for entity in mentions if is_organisation(analysis, entity)]
    relations = references(analysis.language).relations
    behind = {e: [_GLUED.match(text, m.end) for m in mentions[e]] for e in firms}
    explaining = {e for e in firms if all(found and found[1].lower() in relations for found in behind[e])}
    return sorted(firms, key=lambda entity: (-len(mentions[entity]), entity in explaining))


_GLUED = re.compile(r"-(\w++)")
"""The noun of a compound that begins with a name."""


def company_of(person: int, analysis: Analysis) -> int | None:
    """The company of a person: see ``firm_beside``; else the company that the text is about."""
    beside = firm_beside(person, analysis)
    return main_entity(analysis) if beside is None else beside


def firm_beside(person: int, analysis: Analysis) -> int | None:
    """The company beside whose name the person's stands most often, with nothing but their post between."""
    beside = _beside(analysis).get(person)
    return max(beside, key=lambda entity: beside[entity]) if beside else None


@lru_cache(maxsize=1)  # as above
def _beside(analysis: Analysis) -> dict[int, dict[int, int]]:
    """For each entity the organisations that stand beside it, and how often."""
    found: dict[int, dict[int, int]] = {}
    between = _between(analysis.language)
    for one, other in pairwise(analysis.names.mentions):
        if one.entity == other.entity or not between.fullmatch(analysis.text, one.end, other.start):
            continue
        for person, company in ((one.entity, other.entity), (other.entity, one.entity)):
            if is_organisation(analysis, company):
                beside = found.setdefault(person, {})
                beside[company] = beside.get(company, 0) + 1
    return found


@cache
def _between(language: str) -> re.Pattern[str]:
    """What may stand between a person and the company: "NORVIK chief executive BERG", "BERG, chairman of NORVIK"."""
    whose = "|".join(sorted(references(language).working_for | lexicon(language).genitive_articles))
    post = rf", (?:[\w-]+ ){{0,5}}(?:{whose}) (?:the )?"
    joined = lexicon(language).any_of("conjunction")  # "Huber UND Norvik-Chef Moser" are of two companies
    return re.compile(rf"-[\w-]+ |['’]s(?: [\w-]+){{0,3}} |(?: (?!(?:{joined}) )[\w-]+){{1,4}} |{post}")


def managed_by(person: int, analysis: Analysis) -> int | None:
    """The company that a person manages, as it is said beside the name: "BERG, chief executive of NORVIK,", "der Chef
    der NORVIK AG, BERG,"; none for founders, owners and former managers, who may deal on their own account."""
    return _managed(analysis).get(person)


@lru_cache(maxsize=1)  # asked for by each party of one text
def _managed(analysis: Analysis) -> dict[int, int]:
    """Those of whom a text says which company they manage → the company."""
    found: dict[int, int] = {}
    text, manages = analysis.text, _posts(analysis.language)
    for one, other in pairwise(analysis.names.mentions):
        between = text[one.end : other.start]
        if len(between) > POST or one.entity == other.entity:
            continue
        if manages.own_account.search(text[max(0, one.start - POST) : one.start]):
            continue
        if manages.behind.fullmatch(between) and _is_led_by(other.entity, one.entity, analysis):
            found.setdefault(one.entity, other.entity)
        elif _is_led_by(one.entity, other.entity, analysis) and (
            manages.between.fullmatch(between)
            or (between == ", " and manages.before.search(text[max(0, one.start - POST) : one.start]))
        ):
            found.setdefault(other.entity, one.entity)
    return found


def _is_led_by(company: int, manager: int, analysis: Analysis) -> bool:
    """Whether one is a company and the other a person: "Norvik, ASSET MANAGER of Tal" is none."""
    return is_organisation(analysis, company) and is_person(analysis, manager, ("given_name", "given_word"))


POST = 60
"""How many characters a post beside a name has."""


class _Posts(NamedTuple):
    """What stands between a manager and the company, by the order of the two."""

    behind: re.Pattern[str]
    """ "Berg, CHIEF EXECUTIVE OF Norvik"."""
    between: re.Pattern[str]
    """ "Norvik'S CHIEF EXECUTIVE, Berg", "Norvik CHIEF EXECUTIVE Berg"."""
    before: re.Pattern[str]
    """ "DER CHEF DER Norvik AG, Berg"."""
    own_account: re.Pattern[str]
    """ "FORMER Norvik executive Berg", "A GROUP LED BY Norvik president Berg": who deals for himself."""


@cache
def _posts(language: str) -> _Posts:
    words, grammar = references(language), lexicon(language)
    whose = "|".join(sorted(words.working_for | grammar.genitive_articles))
    group = rf"\b(?:{grammar.any_of('bidders')})\b(?: [\w-]+){{0,4}} (?:{grammar.any_of('passive_agent')}) (?:[\w-]+ )?"
    own = "|".join(sorted({*words.dealers, *words.founders, *words.former}))
    post = rf"(?:(?!(?:{own}))[\w-]+ ){{0,5}}?[\w-]*(?:{'|'.join(words.managers)})"
    link = rf" (?:{whose}) (?:[\w-]+ )?"
    return _Posts(
        re.compile(rf", {post}{link}", re.IGNORECASE),
        re.compile(rf"(?:['’]s)? {post},? ", re.IGNORECASE),
        re.compile(rf"\b(?<!-){post}{link}$", re.IGNORECASE),
        re.compile(rf"(?:{group}|\b(?:{'|'.join(words.former)}) ?)$", re.IGNORECASE),
    )


def is_of_relation(place: tuple[int, int], frame: Frame, analysis: Analysis) -> bool:
    """Whether the company at a place only says who somebody unnamed is: "steigt bei einem KONKURRENTEN VON TAL ein",
    "kauft einen TAL-KONKURRENTEN"."""
    relations = references(analysis.language).relations
    phrases = [p for found in frame.slots.values() for p in found]
    related = [p for p in phrases if p.head.low in relations and (p.head.glued or not p.names)]
    behind = {p.index + 1 for p in related}
    belonging = [
        *(p if p.head.glued else p.of for p in related),
        *(p for p in phrases if p.preposition == "von" and p.index in behind),
    ]
    return any(p is not None and p.start <= place[0] < p.end for p in belonging)
