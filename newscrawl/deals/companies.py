"""What an entity can be in a deal: an organisation, a person, an authority; the company that a text is about."""

import re
from collections.abc import Collection
from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.mentions.references import references

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
    counts: dict[int, int] = {}
    for mention in analysis.names.mentions:
        if mention.entity not in taken and is_organisation(analysis, mention.entity):
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
    return max(counts, key=lambda entity: counts[entity]) if counts else None


def company_of(person: int, analysis: Analysis) -> int | None:
    """The company beside whose name the person's stands most often, with nothing but their post between; else the
    company that the text is about.
    """
    beside: dict[int, int] = {}
    for one, other in pairwise(analysis.names.mentions):
        pair = {one.entity, other.entity} - {person}
        if person not in (one.entity, other.entity) or len(pair) != 1:
            continue
        company = pair.pop()
        if is_organisation(analysis, company) and BESIDE.fullmatch(analysis.text, one.end, other.start):
            beside[company] = beside.get(company, 0) + 1
    return max(beside, key=lambda entity: beside[entity]) if beside else main_entity(analysis)


BESIDE = re.compile(
    r"-[\w-]+ |['’]s(?: [\w-]+){0,3} |(?: [\w-]+){1,4} |, (?:[\w-]+ ){0,5}(?:of|at|bei|von|der|des) (?:the )?"
)
"""What may stand between a person and the company: "NORVIK chief executive BERG", "BERG, chairman of NORVIK"."""
