"""A deal as it is put together."""

from dataclasses import dataclass

from newscrawl.deals.deal_types import DealType
from newscrawl.deals.mentions.money import Money
from newscrawl.deals.tellings.members import Member, Roles, add_member
from newscrawl.deals.tellings.telling import Telling


@dataclass(slots=True, eq=False)
class Draft:
    """A deal as it is put together: all tellings of it, and its roles so far."""

    type: str
    roles: Roles
    tellings: list[Telling]

    @property
    def sums(self) -> list[Money]:
        """The sums that its tellings say."""
        return [t.details.money for t in self.tellings if t.details.money is not None]


def merge_member(draft: Draft, role: str, member: Member, types: dict[str, DealType]) -> None:
    """Add a party to a role, if the type has it and the party fills no other one."""
    if role in types[draft.type].roles and not any(
        known.same_as(member) for other, members in draft.roles.items() if other != role for known in members
    ):
        add_member(draft.roles, role, member)


def is_complete(draft: Draft | Telling, kind: DealType) -> bool:
    """Whether one of the ways in which a deal of the type is complete is fulfilled."""
    return any(
        all(sum(len(draft.roles.get(role, [])) for role in need.split("|")) >= count for need, count in way.items())
        for way in kind.needs
    )
