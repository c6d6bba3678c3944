"""An agreement that is called like one told before: "granted Norvik the rights … signed A SIMILAR DEAL with Tal"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.discourse.earlier_deals import deals_before
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.tellings.members import Member, Roles

BACK = 6
"""How many sentences back the other one may be told."""
SIDED = {"contract": ("supplier", "customer"), "licensing": ("licensor", "licensee")}


def is_alike(frame: Frame, analysis: Analysis) -> bool:
    """Whether the noun of a frame is said to be of the kind of one told before: "a SIMILAR deal"."""
    noun = frame.noun
    return noun is not None and not references(analysis.language).alike.isdisjoint(t.low for t in noun.tokens)


def as_before(partners: list[Member], frame: Frame, analysis: Analysis) -> tuple[str, Roles] | None:
    """Type and roles of an agreement of two that is said to be like another of one of them; None if it is not."""
    if len(partners) != 2 or not is_alike(frame, analysis):
        return None
    for other in deals_before(frame, analysis, BACK):
        roles: dict[int | None, str] = {
            f.entity: role for role, found in other.roles.items() for f in found if f.entity is not None
        }
        known = [m for m in partners if m.entity in roles]
        if other.type not in SIDED or len(known) != 1 or roles[known[0].entity] not in SIDED[other.type]:
            continue
        own = roles[known[0].entity]
        opposite = next(role for role in SIDED[other.type] if role != own)
        return other.type, {own: known, opposite: [m for m in partners if m is not known[0]]}
    return None
