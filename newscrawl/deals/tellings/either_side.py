"""Who buys whom where a relative pronoun before a name can be subject or object: "die Tal GmbH, DIE NORVIK kaufte"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import BUYERS
from newscrawl.deals.discourse.earlier_deals import NEAR, deals_before
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.tellings.members import Member, Roles


def turn_relative(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """What is bought before is what was bought earlier, too, if who sells it or buys it before is the other side:
    "Norvik kauft Tal. Verkäufer ist die Bergen AG, DIE TAL 2017 GEKAUFT HATTE"."""
    buyer = BUYERS.get(frame.type)
    if buyer is None or not _can_be_either(frame) or not (roles.get(buyer) and roles.get("target")):
        return
    bought = sold_or_bought = False
    for other in deals_before(frame, analysis, NEAR):
        bought = bought or _fills(roles[buyer], other, ("target",))
        sold_or_bought = sold_or_bought or _fills(roles["target"], other, ("seller", *BUYERS.values()))
    if bought and sold_or_bought:
        roles[buyer], roles["target"] = roles["target"], roles[buyer]


def _can_be_either(frame: Frame) -> bool:
    """Whether the object is a relative pronoun that can be a subject, too, before a bare name that is taken for it."""
    things, doers = frame.slots.get("object", ()), frame.slots.get("subject", ())
    if frame.noun is not None or len(things) != 1 or len(doers) != 1 or not things[0].relative:
        return False
    return {"nominative", "accusative"} <= things[0].cases and bool(doers[0].names) and doers[0].determiner is None


def _fills(members: list[Member], other: Frame, roles: tuple[str, ...]) -> bool:
    known = other.named_as(*roles)
    return any(member.entity in known for member in members)
