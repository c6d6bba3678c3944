"""Under which keys a report is found by others that may tell the same deal: linking stays cheap in a large database.

Two reports of one deal share a key as long as one party's name is the same in both and the other's begins alike, ends
alike or has the same letters, or they name the same company as bought or funded. No key depends on date or amount.
"""

from collections.abc import Iterator
from itertools import permutations

from newscrawl.linking.model import Report, Side
from newscrawl.linking.names import SHORT

ENDS = 3
"""Letters at either end of a name of six letters or more; a slip of the pen spares one end, or it swaps two letters."""
SIDES = 6
"""Parties of a report that are looked at; a list of thirty partners would be found under nine hundred pairs."""
TAKERS = ("target",)


def keys_of(report: Report) -> frozenset[str]:
    """The keys of a report."""
    return frozenset(_keys(report))


def _keys(report: Report) -> Iterator[str]:
    sides = [side for side in report.sides if side.role != "venture"][:SIDES]
    for one, other in permutations(sides, 2):
        for whole in _names(one):
            yield from (f"{whole} {trait}" for trait in _all_traits(other))
    for side in sides:
        if side.role in TAKERS:
            yield from _names(side)


def _all_traits(side: Side) -> frozenset[str]:
    """The traits of all names of a party, and the first letter where it is initials or may be called by some."""
    traits = {trait for name in _names(side) for trait in _traits(name)}
    return frozenset(traits | {side.key[:1]} if side.initials or len(side.key) <= SHORT[1] else traits)


def _traits(name: str) -> tuple[str, ...]:
    """What a name and its misprints have in common: at least one of these."""
    return f"{name[:ENDS]}-", f"-{name[-ENDS:]}", "".join(sorted(set(name)))


def _names(side: Side) -> frozenset[str]:
    return side.keys | {side.bare}
