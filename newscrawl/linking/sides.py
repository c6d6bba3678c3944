"""The parties of two reports → who is who: by the same name, by an article's own short name, by a slip of the pen."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from newscrawl.linking.generic import is_translation
from newscrawl.linking.model import Report, Side
from newscrawl.linking.names import are_initials, is_described, is_misprint

Likeness = Literal["same", "alias", "ending", "translation", "misprint", "head", "last", "initials"]
ORDER: tuple[Likeness, ...] = ("same", "alias", "ending", "translation", "misprint", "head", "last", "initials")

UNEXPLAINED: tuple[Likeness, ...] = ("head", "last", "initials")
DOUBTFUL: tuple[Likeness, ...] = ("misprint", *UNEXPLAINED)
"""What is only believed beside a party that is surely the same."""

PARTS = {
    "acquirer": "giver", "investor": "giver", "licensor": "giver", "supplier": "giver",
    "target": "taker", "licensee": "taker", "customer": "taker",
    "partner": "partner", "seller": "seller", "venture": "venture",
}  # fmt: skip
"""What the roles have in common over the types of a family."""

PERSONS = frozenset(("acquirer", "investor", "seller"))
"""Roles that persons have, who are called by their last names."""
MAIN = ("giver", "taker", "partner")
Different = Set[frozenset[str]]
"""Pairs of keys that are two companies, whatever they look like: the user's word."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two parties that are one company, as far as their names tell, and how alike they are."""

    one: Side
    other: Side
    likeness: Likeness


def part(side: Side) -> str:
    return PARTS[side.role]


def likeness(one: Side, other: Side, different: Different = frozenset()) -> Likeness | None:
    """How the names of two parties are alike; None if they are two companies."""
    if one.key == other.key:
        return "same"
    if different and frozenset((one.key, other.key)) in different:
        return None
    if one.key in other.others or other.key in one.others:
        return "alias"
    if one.bare == other.bare:
        return "ending"
    if is_translation(one.description, other.description):
        return "translation"
    if is_misprint(one.bare, other.bare):
        return "misprint"
    if not other.heads.isdisjoint((one.key, one.bare)) or not one.heads.isdisjoint((other.key, other.bare)):
        return "head"
    if {one.role, other.role} <= PERSONS and (one.key == other.last or other.key == one.last):
        return "last"
    shortened = are_initials(one.key, other.key, other.initials) or are_initials(other.key, one.key, one.initials)
    return "initials" if shortened else None


def match_sides(
    ones: Iterable[Side], others: Iterable[Side], different: Different = frozenset(), sure: bool = False
) -> list[Match]:
    """Pair the parties of two lists, the most alike first; none is paired twice. With ``sure`` none whose short name or
    initials no article explains.
    """
    seconds, firsts = list(others), list(ones)
    pairs = sorted(
        (ORDER.index(found), i, j)
        for i, one in enumerate(firsts)
        for j, other in enumerate(seconds)
        if (found := likeness(one, other, different)) and not (sure and found in UNEXPLAINED)
    )
    left, right, matches = set[int](), set[int](), list[Match]()
    for rank, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            matches.append(Match(firsts[i], seconds[j], ORDER[rank]))
    return matches


def may_tell_the_same(one: Report, other: Report, different: Different = frozenset()) -> bool:
    """Whether the names and types of two reports allow that they tell one deal; only then they are compared further.

    Two parties must be the same, only one of them by a slip of the pen or initials; or what is bought or funded is.
    Of a unit that has no name in one of them, buyer and seller must be the same.
    """
    if one.family != other.family and {one.type, other.type} != {"merger", "joint_venture"}:
        return are_rights(one.type, one.sides, other.type, other.sides, different)
    matches = match_sides(_main(one), _main(other), different)
    sure = [match for match in matches if match.likeness not in DOUBTFUL]
    known = [*sure, *(match for match in matches if match.likeness == "head")]
    if (len(matches) > 1 and bool(known)) or any(_is_named_target(match) for match in known):
        return True
    buyers = ([side for side in report.sides if part(side) == "giver"] for report in (one, other))
    return (bool(known) or not all(buyers)) and are_unit_sales(one.sides, other.sides, different)


def are_unit_sales(ones: Sequence[Side], others: Sequence[Side], different: Different = frozenset()) -> bool:
    """Whether the sellers of two reports are the same, and what is sold is in one of them a unit without a name."""
    sides = [*ones, *others]
    mine, theirs = ([side for side in listed if side.role == "seller"] for listed in (ones, others))
    sellers = (match for match in match_sides(mine, theirs, different) if match.likeness != "initials")
    return any(side.role == "target" and is_described(side.name) for side in sides) and any(sellers)


def _is_named_target(match: Match) -> bool:
    """Whether what is bought is the same, and has a name: "assets" may be anybody's."""
    return match.one.role == match.other.role == "target" and not (
        is_described(match.one.name) or is_described(match.other.name)
    )


def are_rights(
    one_type: str, ones: Sequence[Side], other_type: str, others: Sequence[Side], different: Different = frozenset()
) -> bool:
    """Whether the one tells that rights were sold, such as patents, and the other that they were licensed."""
    if one_type == "licensing" and other_type == "acquisition":
        one_type, ones, other_type, others = other_type, others, one_type, ones
    if (one_type, other_type) != ("acquisition", "licensing") or not any(
        side.role == "target" and is_described(side.name) for side in ones
    ):
        return False
    pairs = (("acquirer", "licensee"), ("seller", "licensor"))
    return all(
        match_sides((s for s in ones if s.role == mine), (s for s in others if s.role == theirs), different)
        for mine, theirs in pairs
    )


def _main(report: Report) -> Iterator[Side]:
    return (side for side in report.sides if part(side) in MAIN)
