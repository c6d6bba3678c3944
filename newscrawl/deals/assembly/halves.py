"""Deals of which each side is told alone."""

from newscrawl.deals.assembly.draft import Draft, is_complete
from newscrawl.deals.deal_types import DealType
from newscrawl.deals.tellings.members import everyone, meet

HALF = 2
"""How many sentences the two sides of one deal may stand apart ("Norvik has won an order. Tal ordered 30 trains")."""


def join_halves(drafts: list[Draft], types: dict[str, DealType]) -> None:
    """Put together what is told of each side alone, where together it is a deal."""
    halves = [d for d in drafts if not is_complete(d, types[d.type])]
    while halves:
        draft = halves.pop(0)
        other = next((d for d in halves if _are_halves(draft, d, types)), None)
        if other is not None:
            draft.roles |= other.roles
            draft.tellings += other.tellings
            halves.remove(other)
            drafts.remove(other)


def _are_halves(one: Draft, other: Draft, types: dict[str, DealType]) -> bool:
    """Whether two drafts of one type lack just what the other tells, a few sentences away."""
    if one.type != other.type or set(one.roles) & set(other.roles):
        return False
    if meet(everyone(one.roles), everyone(other.roles)):
        return False
    apart = min(abs(a.frame.sentence - b.frame.sentence) for a in one.tellings for b in other.tellings)
    whole = Draft(one.type, {**one.roles, **other.roles}, [])
    return apart <= HALF and is_complete(whole, types[one.type])
