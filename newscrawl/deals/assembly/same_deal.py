"""Whether a telling tells the deal of a draft again."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.assembly.earlier_steps import are_shares_before_bid, is_another_step
from newscrawl.deals.assembly.rounds_and_years import is_another_round, is_years_apart
from newscrawl.deals.assembly.untargeted import NEXT
from newscrawl.deals.deal_types import DealType
from newscrawl.deals.syntax.lexicon import lexicon
from newscrawl.deals.tellings.members import Member, Roles, are_among, everyone, meet
from newscrawl.deals.tellings.telling import Telling


def fit(draft: Draft, telling: Telling, types: dict[str, DealType], analysis: Analysis) -> float:
    """How well a telling fits a draft; 0 or less: it tells another deal."""
    if types[draft.type].family != types[telling.frame.type].family:
        return 0
    ours = everyone(draft.roles)
    shared = sum(any(m.same_as(o) for o in ours) for m in everyone(telling.roles))
    if not shared or is_years_apart(draft, telling, analysis) or is_another_round(draft, telling, analysis):
        return 0
    if is_another_step(draft, telling, analysis):
        return 0
    if types[draft.type].core == ["partner"]:
        return _fit_of_partners(draft, telling)
    if draft.type == telling.frame.type:
        return shared if _have_the_same_sides(draft, telling, types, analysis) else 0
    return shared - 1 if _may_be_told_as(draft, telling, types, analysis) else 0


def _have_the_same_sides(draft: Draft, telling: Telling, types: dict[str, DealType], analysis: Analysis) -> bool:
    """Whether no role is filled by others; of what is sure, "Norvik" may be short for "Norvik Systems"."""
    if _bought_before(draft.roles, telling.roles) or _bought_before(telling.roles, draft.roles):
        return False
    sure = telling.status in SURE and all(t.status in SURE for t in draft.tellings)
    return all(_agree(role, draft, telling, analysis, sure) for role in types[draft.type].core)


def _agree(role: str, draft: Draft, telling: Telling, analysis: Analysis, short: bool) -> bool:
    """Whether a role is filled by one that both name, or by one of them only."""
    here, there = draft.roles.get(role, []), telling.roles.get(role, [])
    if not here or not there:
        return True
    if role == "acquirer" and _is_vehicle(there, here, draft, telling, analysis):
        return True
    return any(a.same_as(b) or (short and is_short_for(a, b, analysis)) for a in here for b in there)


def _is_vehicle(ours: list[Member], parents: list[Member], draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    """Whether a telling right behind says by which daughter who buys does it: "Norvik kauft Tal. Käuferin ist DIE
    TOCHTER BERGEN", not the daughter of somebody else."""
    near = any(0 <= telling.frame.sentence - t.frame.sentence <= NEXT for t in draft.tellings)
    if not near or len(ours) != 1 or ours[0].entity is None or not ours[0].places:
        return False
    start = ours[0].places[0][0]
    noun = analysis.text[max(0, start - DAUGHTER) : start].rstrip().rpartition(" ")[2]
    owner, _, kind = noun.rpartition("-")
    known = {analysis.name_of(m.entity).casefold() for m in parents if m.entity is not None}
    return lexicon(analysis.language).ends_as(kind.lower(), "daughters") and (not owner or owner.casefold() in known)


DAUGHTER = 60
"""How many characters before its name a daughter is called so."""


def _may_be_told_as(draft: Draft, telling: Telling, types: dict[str, DealType], analysis: Analysis) -> bool:
    """Whether a deal may be told as one of another type: the same is bought, and nobody is on both sides."""
    if types[telling.frame.type].core == ["partner"] and not _are_its_sides(draft, telling, types):
        return False
    if comes_of_partnership(draft, telling) or are_shares_before_bid(draft, telling, analysis):
        return False
    for one, other in ((draft.roles, telling.roles), (telling.roles, draft.roles)):
        if _is_bought_and_sells(one, other) or _bought_before(one, other):
            return False
    return _agree("target", draft, telling, analysis, short=True)


def comes_of_partnership(draft: Draft, telling: Telling) -> bool:
    """Whether a contract is only what two do by the partnership told before: "announced a PARTNERSHIP. Tal WILL USE
    Norvik's cloud"."""
    named = telling.frame.type == "partnership" and telling.frame.noun is not None and not telling.frame.weak
    done = draft.type == "contract" and all(t.frame.noun is None for t in draft.tellings)
    return named and done and all(0 <= t.frame.sentence - telling.frame.sentence <= NEXT for t in draft.tellings)


def _are_its_sides(draft: Draft, telling: Telling, types: dict[str, DealType]) -> bool:
    """Whether partners are the two sides of a deal ("the merger" for a takeover); a joint venture is one of its own."""
    core = types[draft.type].core
    sides = [m for role in core for m in draft.roles.get(role, [])]
    same = are_among(telling.roles.get("partner", []), sides) and draft.roles.keys() >= set(core)
    return same and telling.frame.type != "joint_venture"


SURE = ("announced", "completed", "terminated")
"""What is only rumoured or talked of may be told of a parent ("Norvik" for "Norvik Systems"): see ``story``."""


def _is_bought_and_sells(bought: Roles, sold: Roles) -> bool:
    """Whether who is bought here sells there: those are two deals, though of the same parties."""
    return meet(bought.get("target", []), sold.get("seller", []))


def _bought_before(one: Roles, other: Roles) -> bool:
    """Whether who sells here bought there: "NORVIK verkauft Tal an Bergen. Norvik war 2013 bei Tal eingestiegen"."""
    return any(meet(one.get("seller", []), other.get(role, [])) for role in ("acquirer", "investor"))


def is_short_for(one: Member, other: Member, analysis: Analysis) -> bool:
    """Whether one name is the beginning of the other, or its end: with the other side the same, "Norvik" is "Norvik
    Systems", and "Talwin" is "Kodrex Talwin"."""
    if one.entity is None or other.entity is None:
        return False
    short, long = sorted((analysis.name_of(m.entity).casefold().split() for m in (one, other)), key=len)
    return bool(short) and short in (long[: len(short)], long[-len(short) :])


def _is_its_venture(draft: Draft, telling: Telling) -> bool:
    """Whether one says of the partners of the other, a few sentences away, that they have a joint venture; where that
    is named, of one of them: "Norvik und Tal bauen Zellen. An der neuen BERGEN GMBH hält NORVIK 51 Prozent"."""
    if {draft.type, telling.frame.type} != {"partnership", "joint_venture"}:
        return False
    ours, theirs = draft.roles["partner"], telling.roles.get("partner", [])
    named = telling.frame.type == "joint_venture" and "venture" in telling.roles
    away = [abs(t.frame.sentence - telling.frame.sentence) for t in draft.tellings]
    same = ((named and 0 not in away) or len(ours) == len(theirs)) and are_among(theirs, ours)
    return same and any(distance <= NEXT for distance in away)


def _has_the_same_venture(draft: Draft, telling: Telling) -> bool:
    """Whether a sentence tells of the same new company who else has a share: "hält Norvik 60 Prozent, TAL 40"."""
    if {draft.type, telling.frame.type} != {"joint_venture"}:
        return False
    beside = any(t.frame.sentence == telling.frame.sentence for t in draft.tellings)
    return beside and meet(draft.roles.get("venture", []), telling.roles.get("venture", []))


def _fit_of_partners(draft: Draft, telling: Telling) -> float:
    """Partners fit if one set holds the other; one of type merger may be told as an acquisition of the same two."""
    if _is_its_venture(draft, telling) or _has_the_same_venture(draft, telling):
        return 1
    if draft.type != telling.frame.type and telling.frame.type != "acquisition":
        return 0
    ours, theirs = everyone(draft.roles), everyone(telling.roles)
    done = telling.status == "completed" and all(t.status != "completed" for t in draft.tellings)
    if done and len(theirs) == 1 and draft.type != telling.frame.type:
        return 0  # "Norvik und Tal fusionieren. Tal WAR 2012 für 5 Millionen Euro GEKAUFT WORDEN"
    inside = are_among(theirs, ours)
    around = are_among(ours, theirs)
    return len(theirs) if inside or (around and draft.type == telling.frame.type) else 0
