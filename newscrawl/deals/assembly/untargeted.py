"""Tellings without the company that they are about: they add to a deal told before."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft, merge_member
from newscrawl.deals.assembly.rounds_and_years import is_another_round, is_dated_round, is_years_apart
from newscrawl.deals.deal_types import DealType
from newscrawl.deals.members import everyone, meet
from newscrawl.deals.telling import Telling


def is_about_the_same(telling: Telling, types: dict[str, DealType]) -> bool:
    """A telling without the company that it is about ("the round was led by Norvik") adds to a deal told before."""
    core = types[telling.frame.type].core
    return "target" in core and "target" not in telling.roles


def attach(telling: Telling, drafts: list[Draft], types: dict[str, DealType], analysis: Analysis) -> None:
    """Add to the deal of the same type told last before it."""
    before = [
        (t.frame.start, draft)
        for draft in drafts
        if _tells_of(telling, draft)
        and (_has_room(draft, telling) or (_is_rivals(draft, telling) and "target" in draft.roles))
        for t in draft.tellings
        if 0 <= telling.frame.sentence - t.frame.sentence <= (FAR if _names_target(telling, draft) else NEXT)
    ]
    if not before:
        before = [(t.frame.start, d) for d in drafts if _is_told_next(telling, d) for t in d.tellings]
    if before:
        draft = max(before, key=lambda pair: pair[0])[1]
        if _is_another(draft, telling, analysis):
            drafts.append(Draft(draft.type, {**telling.roles, "target": list(draft.roles["target"])}, [telling]))
            return
        _become_acquisition(draft, telling)
        draft.tellings.append(telling)
        for role, members in telling.roles.items():
            for member in members:
                merge_member(draft, _role_in(draft, role), member, types)


def _is_told_next(telling: Telling, draft: Draft) -> bool:
    """Whether the next sentence tells what is bought, and not by whom: "Norvik unterschrieb den Kaufvertrag. Übernommen
    wird TAL"."""
    first = min(t.frame.sentence for t in draft.tellings)
    lacks = draft.roles.keys().isdisjoint(telling.roles)
    return first == telling.frame.sentence + 1 and lacks and draft.type == telling.frame.type


def _is_another(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a telling without its target tells another deal with that of the draft: a rival's, an earlier round."""
    if _is_rivals(draft, telling):
        return True
    if {"acquirer", "investor"} & telling.roles.keys() and is_years_apart(draft, telling, analysis):
        return True
    return bool(draft.roles.get("investor")) and (is_another_round(draft, telling) or is_dated_round(draft, telling))


NEXT, FAR = 3, 12
"""How many sentences back a deal may be told to which a telling without its target adds; FAR if that is named."""


def _is_rivals(draft: Draft, telling: Telling) -> bool:
    """Whether somebody else's bid for what the draft buys is told: "Zuvor hatte Bergen ihr Angebot zurückgezogen"."""
    if telling.frame.rivals:
        return True
    bid = telling.frame.status == "talks" or telling.status == "terminated"
    if meet(everyone(telling.roles), draft.roles.get("target", [])):
        return False
    return bid and draft.type == "acquisition" and not _has_room(draft, telling) and "acquirer" in telling.roles


def _names_target(telling: Telling, draft: Draft) -> bool:
    rounds = telling.frame.type == "funding"
    return rounds and any(member.entity in telling.named for member in draft.roles.get("target", []))


def _tells_of(telling: Telling, draft: Draft) -> bool:
    """The same type; the buyer of a stake that is sold is told like any buyer."""
    if draft.type == telling.frame.type:
        return True
    if (draft.type, telling.frame.type) == ("funding", "stake") and list(telling.roles) == ["investor"]:
        return telling.details.percent is None and not draft.roles.get("investor")
    return (draft.type, telling.frame.type) == ("stake", "acquisition") and list(telling.roles) == ["acquirer"]


def _become_acquisition(draft: Draft, telling: Telling) -> None:
    """Whose new owner is told is bought as a whole, if nothing was said of a share: "Bergen zieht sich bei Tal zurück.
    Neuer Mehrheitseigner wird Norvik"."""
    shares = any(t.details.percent is not None or t.frame.noun is not None for t in draft.tellings)
    if draft.type == "stake" and telling.frame.type == "acquisition" and not shares:
        draft.type = "acquisition"
        draft.roles = {"acquirer" if role == "investor" else role: found for role, found in draft.roles.items()}


def _role_in(draft: Draft, role: str) -> str:
    return "investor" if draft.type == "stake" and role == "acquirer" else role


def _has_room(draft: Draft, telling: Telling) -> bool:
    """Whether the roles told are free in the draft or filled alike; a round takes any number of investors."""
    if draft.type == "funding":
        return True
    filled = [(draft.roles.get(_role_in(draft, role), []), members) for role, members in telling.roles.items()]
    return all(not known or meet(known, members) for known, members in filled)
