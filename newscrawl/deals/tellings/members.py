"""Who fills a role of a deal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newscrawl.deals.frames.filler import Filler


@dataclass(slots=True)
class Member:
    """Who fills a role: an entity, or a unit known by its noun; with every place that says so."""

    entity: int | None
    unit: Filler | None
    places: list[tuple[int, int, str]] = field(default_factory=list)

    def same_as(self, other: "Member") -> bool:
        """Whether both mean the same party."""
        if self.entity is not None or other.entity is not None:
            return self.entity == other.entity
        return self.unit is not None and other.unit is not None and self.unit.word == other.unit.word


Roles = dict[str, list[Member]]
"""Role → who fills it."""


def add_member(roles: Roles, role: str, member: Member) -> None:
    for known in roles.setdefault(role, []):
        if known.same_as(member):
            known.places += member.places
            return
    roles[role].append(member)


def meet(ones: Iterable[Member], others: Sequence[Member]) -> bool:
    """Whether somebody is among both."""
    return any(one.same_as(other) for one in ones for other in others)


def are_among(ones: Iterable[Member], others: Sequence[Member]) -> bool:
    """Whether all of the one are among the others."""
    return all(meet([one], others) for one in ones)


def everyone(roles: Roles) -> list[Member]:
    return [member for members in roles.values() for member in members]
