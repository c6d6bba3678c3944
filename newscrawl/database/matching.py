"""Which deal of an article, as read now, is which of those read before: what keeps a deal's uid the same."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from newscrawl.deals.canonical import canonical_name
from newscrawl.deals.model import Deal

LEAST_SHARED = 0.5
"""Share of the companies that two readings of one deal have in common, at least."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a deal: what it is recognised by. ``companies`` are canonical names."""

    type: str
    companies: frozenset[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Known:
    """A report in the database: its key, its uid and the deal it belongs to."""

    report: int
    uid: str
    deal: int
    reading: Reading


def reading_of(deal: Deal) -> Reading:
    return Reading(deal.type, frozenset(canonical_name(party.name) for party in deal.parties), deal.evidence)


def match(now: Sequence[Reading], before: Sequence[Known]) -> list[Known | None]:
    """For each reading the report that told the same deal before, or None; no report and no uid is given twice.

    The most similar are paired first. Earlier ones in ``before`` are preferred.
    """
    pairs = [
        (-_similarity(reading, known.reading), j, i) for i, reading in enumerate(now) for j, known in enumerate(before)
    ]
    found: list[Known | None] = [None] * len(now)
    taken: set[str] = set()
    for score, j, i in sorted(pairs):
        if score < 0 and found[i] is None and before[j].uid not in taken:
            found[i] = before[j]
            taken.add(before[j].uid)
    return found


def _similarity(one: Reading, other: Reading) -> float:
    """0 for two deals, otherwise the more the surer that they are one; a corrected type or role parts none."""
    union = one.companies | other.companies
    shared = len(one.companies & other.companies) / len(union) if union else 0.0
    same_sentence = one.sentence == other.sentence
    nested = one.companies <= other.companies or other.companies <= one.companies
    if shared < LEAST_SHARED and not (same_sentence and nested):
        return 0.0
    return 4.0 * (one.type == other.type) + 3.0 * shared + 2.0 * same_sentence + 1.0


def uid_of(url: str, reading: Reading, number: int = 0) -> str:
    """The uid of a new deal: twelve letters and digits that follow from address, type and companies.

    ``number`` parts deals of one article that have all three in common.
    """
    said = "\n".join((url, reading.type, *sorted(reading.companies), str(number)))
    return base64.b32encode(hashlib.sha256(said.encode()).digest()).decode().lower()[:12]
