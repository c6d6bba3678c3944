"""Under which keys a report is found by others that may tell the same deal: linking stays cheap in a large database.

Two reports of one deal share a key as long as the first word of one party's name is the same in both, and the other's
begins alike, ends alike, is a translation or may be the other's initials; or they name the same company as bought or
funded; or the same company sells a part of itself. No key depends on date or amount.
"""

from collections.abc import Iterator
from itertools import permutations

from newscrawl.linking.generic import generic_table
from newscrawl.linking.model import Report, Side
from newscrawl.linking.names import SHORT, is_described

BEGINNING, END = 2, 3
"""Letters at either end of a name of six letters or more: a slip of the pen spares one of them."""
SIDES = 6
"""Parties of a report that are looked at; a list of thirty partners would be found under nine hundred pairs."""


def keys_of(report: Report) -> frozenset[str]:
    """The keys of a report."""
    return frozenset(_keys(report))


def _keys(report: Report) -> Iterator[str]:
    sides = [side for side in report.sides if side.role != "venture"][:SIDES]
    for one, other in permutations(sides, 2):
        traits = _traits(other)
        for first in {one.first, *one.others}:
            yield from (f"{first} {trait}" for trait in traits)
    targets = [side for side in sides if side.role == "target"]
    for side in targets:
        if is_described(side.name):
            continue
        yield from (side.key, side.bare, *side.others, *side.heads, *_meaning(side))
    yield from (f"part of {side.first}" for side in sides if targets and side.role == "seller")


def _traits(side: Side) -> set[str]:
    """What the name of a party has in common with its misprints, translations and initials: one of these."""
    traits = set(_meaning(side))
    for name in (side.bare, *side.others):
        traits |= {f"{name[:BEGINNING]}-", f"-{name[-END:]}"}
    if side.initials or len(side.key) <= SHORT[1]:
        traits.add(side.key[:1])
    return traits


def _meaning(side: Side) -> list[str]:
    """What a name has in common with its translation: its proper words, or else what it means beside a nation."""
    if side.description is None:
        return []
    proper, meanings, _ = side.description
    nations = [] if proper else [meaning for meaning in meanings if meaning in generic_table().nations]
    kept = proper or [meaning for meaning in meanings if meaning not in nations] or meanings
    return [f"~{' '.join(kept)}", *(f"~{nation}" for nation in nations)]
