"""Which draft a telling belongs to."""

from dataclasses import replace

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft, merge_member
from newscrawl.deals.assembly.losers import add_loser, is_loser
from newscrawl.deals.assembly.same_deal import fit, is_short_for
from newscrawl.deals.assembly.serial import MOST_SERIAL, own_date, own_money, serial_role
from newscrawl.deals.assembly.untargeted import (
    attach,
    become_acquisition,
    follow_exit,
    goes_on_with_none,
    is_about_the_same,
    of_shares,
    unsaid_target,
)
from newscrawl.deals.deal_types import DealType
from newscrawl.deals.mentions.references import references
from newscrawl.deals.tellings.members import Member
from newscrawl.deals.tellings.telling import Telling


def place(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> None:
    """Add a telling to the draft that it tells again, or start a new one."""
    role = serial_role(telling, types)
    if role is not None:
        for member in telling.roles[role] if len(telling.roles[role]) <= MOST_SERIAL else ():
            date = own_date(telling, member, telling.roles[role], analysis)
            money = own_money(telling, member, telling.roles[role], analysis)
            own = replace(telling.details, date=date, money=money)
            place(replace(telling, roles={**telling.roles, role: [member]}, details=own), drafts, types, analysis)
        return
    if is_loser(telling):
        add_loser(telling, drafts)
        return
    if is_about_the_same(telling, types):
        if goes_on_with_none(telling, analysis):
            return
        if not attach(telling, drafts, types, analysis) and (target := unsaid_target(telling, drafts, analysis)):
            place(
                of_shares(replace(telling, roles={**telling.roles, "target": [target]}), analysis),
                drafts,
                types,
                analysis,
            )
        return
    if _is_with_any(telling, types, analysis):
        return
    follow_exit(telling, drafts)
    fits = [(fit(draft, telling, types, analysis), _is_beside(draft, telling)) for draft in drafts]
    if (most := max(fits, default=(0, False)))[0] > 0:
        best = drafts[fits.index(most)]
        become_acquisition(best, telling)
        best.tellings.append(telling)
        if telling.frame.type == "joint_venture" or _is_round_for_shares(best, telling):
            best.type = telling.frame.type
        for role, members in telling.roles.items():
            for member in members:
                if not _fill_out(best.roles.get(role, []), member, analysis):
                    merge_member(best, role, member, types)
    else:
        drafts.append(Draft(telling.frame.type, {r: list(m) for r, m in telling.roles.items()}, [telling]))


def _is_with_any(telling: Telling, types: dict[str, DealType], analysis: Analysis) -> bool:
    """ "Last year it won ORDERS FROM SEVERAL HOSPITALS": with others than the one told before, whoever they are."""
    frame, words = telling.frame, references(analysis.language)
    missing = set(types[frame.type].core) - telling.roles.keys()
    if words.compounding or frame.type != "contract" or missing.isdisjoint(frame.others):
        return False
    others = [p for slot in ANYBODY for p in frame.slots.get(slot, ()) if not p.names]
    return any(p.head.low.endswith("s") and not (words.is_definite(p.determiner) or p.is_owned) for p in others)


ANYBODY = ("from", "with", "for", "to")
"""The slots in which the other side of a contract stands."""


def _is_beside(draft: Draft, telling: Telling) -> bool:
    """Whether a draft is told in the same sentence: of two rounds, "the round" is the one with its sum beside it."""
    return any(t.frame.sentence == telling.frame.sentence for t in draft.tellings)


def _is_round_for_shares(draft: Draft, telling: Telling) -> bool:
    """Whether what was told as a stake is told to be a round: "leads a round for Tal, buying a slice"."""
    if draft.type != "stake" or telling.frame.type != "funding" or "seller" in draft.roles:
        return False
    return all(t.details.percent is None for t in draft.tellings)


def _fill_out(known: list[Member], member: Member, analysis: Analysis) -> bool:
    """Where a party is known by the beginning of its name or by the whole, keep the whole; whether it was so."""
    for other in known:
        if not other.same_as(member) and is_short_for(other, member, analysis):
            if len(analysis.name_of(member.entity)) > len(analysis.name_of(other.entity)):
                other.entity = member.entity
            other.places += member.places
            return True
    return False
