"""Who buys whom where grammar leaves it open: "die Tal GmbH, DIE NORVIK kaufte", "kauft 20 Prozent VON TAL"."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.deal_types import BUYERS
from newscrawl.deals.discourse.earlier_deals import NEAR, deals_before
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.model import Mention
from newscrawl.deals.mentions.references import references
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


def sell_what_was_told(frame: Frame, roles: Roles, analysis: Analysis) -> None:
    """Shares bought "of" somebody are those of a company whose new owner the sentence before tells, and he sells them:
    "Norvik steigt bei Tal ein. Der Konzern übernimmt 20 Prozent der Anteile VON BERGEN"; or which who buys them has
    sold since."""
    if frame.noun is None or "seller" in roles or not _is_only_of(frame, roles, analysis):
        return
    other = next((f for f in deals_before(frame, analysis, 1) if f.sentence < frame.sentence), None)
    if other is None or not _goes_on(other, roles[BUYERS[frame.type]], frame, analysis):
        return
    seller, places = roles["target"][0], roles["target"][0].places
    company = next((e for e in other.named_as("target") if e != seller.entity), None)
    if company is not None and seller.entity not in other.named():
        roles["seller"], roles["target"] = [seller], [Member(company, None, list(places))]


def _is_only_of(frame: Frame, roles: Roles, analysis: Analysis) -> bool:
    """Whether the one company whose shares are bought stands behind "von" alone, without an "auch"."""
    target, told = roles.get("target", []), BUYERS.get(frame.type)
    if told not in roles or len(target) != 1 or target[0].entity is None:
        return False
    if not references(analysis.language).compounding:
        return False
    behind = [t.mention.entity for p in frame.slots.get("von", ()) for t in p.names if isinstance(t.mention, Mention)]
    words = (t for p in analysis.phrases[frame.sentence] for t in p.with_adverbs)
    return target[0].entity in behind and not any(t.is_a("also") for t in words)


def _goes_on(other: Frame, buyers: list[Member], frame: Frame, analysis: Analysis) -> bool:
    """Whether a frame tells that somebody gets a company or a stake, without the size of the share, and nobody else
    than those who buy; or that one of them sells it."""
    if any(m.entity in other.named_as("seller") for m in buyers):
        return references(analysis.language).is_definite(frame.noun.determiner if frame.noun is not None else None)
    figures = analysis.figures(other.sentence)
    dated = bool(analysis.figures(frame.sentence).dates)
    if other.type not in BUYERS or "seller" in other.roles or figures.percents or dated:
        return False
    known = other.named_as(*BUYERS.values())
    return not known or any(m.entity in known for m in buyers)
