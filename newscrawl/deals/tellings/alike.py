"""An agreement that is called like one told before: "granted Norvik the rights … signed A SIMILAR DEAL with Tal"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import SIDED
from newscrawl.deals.discourse.earlier_deals import deals_before
from newscrawl.deals.discourse.topics import organisations_in
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.references import references
from newscrawl.deals.tellings.members import Member, Roles
from newscrawl.deals.tellings.sides import part_sides

BACK = 6
"""How many sentences back the other one may be told."""


PAIR = 2
"""How many make an agreement at least."""


def is_alike(frame: Frame, analysis: Analysis) -> bool:
    """Whether the noun of a frame is said to be of the kind of one told before: "a SIMILAR deal"."""
    noun = frame.noun
    return noun is not None and not references(analysis.language).alike.isdisjoint(t.low for t in noun.tokens)


def as_before(partners: list[Member], frame: Frame, analysis: Analysis) -> tuple[str, Roles] | None:
    """Type and roles of an agreement, or of one with each of several, that is said to be like another of one of them;
    None if it is not."""
    if len(partners) < PAIR or not is_alike(frame, analysis):
        return None
    for other in deals_before(frame, analysis, BACK):
        roles = _roles_in(other, analysis)
        known = [m for m in partners if m.entity in roles]
        if other.type == "partnership" and len(known) == 1:
            return "partnership", {"partner": partners}
        if other.type not in SIDED or len(known) != 1 or roles[known[0].entity] not in SIDED[other.type]:
            continue
        own = roles[known[0].entity]
        opposite = next(role for role in SIDED[other.type] if role != own)
        return other.type, {own: known, opposite: [m for m in partners if m is not known[0]]}
    return None


def _roles_in(frame: Frame, analysis: Analysis) -> dict[int | None, str]:
    """Who has which role in a frame, as the text tells them apart where its grammar does not."""
    roles = {
        role: [Member(f.entity, None, []) for f in found if f.entity is not None] for role, found in frame.roles.items()
    }
    if frame.type == "contract" and frame.trigger.sides_open:
        part_sides(roles, analysis)
    return {m.entity: role for role, members in roles.items() for m in members}


def other_side_alike(entity: int, frame: Frame, analysis: Analysis) -> int | None:
    """Who is on the other side of an agreement like one told before, of which only the new side is named: "Norvik
    signed a supply agreement with Tal. A SIMILAR pact with Ostra followed": whom the sentence before names, or the
    text names more often."""
    if not is_alike(frame, analysis):
        return None
    told = next((f for f in deals_before(frame, analysis, BACK) if f.type in SIDED and len(set(f.named())) > 1), None)
    if told is None or entity in told.named():
        return None
    number = max(0, frame.sentence - 1)
    before = [e for e in organisations_in(analysis, number, len(analysis.text)) if e in told.named()]
    if len(before) == 1:
        return before[0]
    mentions = analysis.names.by_entity
    least, *_, most = sorted(told.named(), key=lambda e: len(mentions[e]))
    return most if len(mentions[most]) > len(mentions[least]) else None
