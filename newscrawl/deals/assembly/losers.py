"""Who lost to the winner of a deal has a deal of its own."""

from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.assembly.untargeted import FAR
from newscrawl.deals.tellings.members import everyone, meet
from newscrawl.deals.tellings.telling import Telling

WINNER = {"contract": ("supplier", "customer"), "acquisition": ("acquirer", "target")}
"""Of the types for which several compete: the role that one of them gets, and whose deal it is."""


def is_loser(telling: Telling) -> bool:
    """Whether no more is told than who lost: "Durchgesetzt hat sich Norvik gegen TAL"."""
    return telling.frame.rivals and telling.frame.type == "contract" and list(telling.roles) == ["supplier"]


def add_loser(telling: Telling, drafts: list[Draft]) -> None:
    """Make of who lost a deal of its own, once: the one that the nearest draft tells of who won."""
    won = [d for d in drafts if d.type in WINNER and set(WINNER[d.type]) <= d.roles.keys()]
    near = [(way, d) for d in won if (way := _way_to(d, telling))[1] <= FAR]
    losers = telling.roles["supplier"]
    draft = min(near, key=lambda pair: pair[0], default=(None, None))[1]
    if draft is None or meet(losers, everyone(draft.roles)):
        return
    role, other = WINNER[draft.type]
    lost = [m for d in won if d.type == draft.type and meet(draft.roles[other], d.roles[other]) for m in d.roles[role]]
    drafts += [
        Draft(draft.type, {role: group, other: list(draft.roles[other])}, [telling])
        for group in ([losers] if telling.frame.jointly else [[one] for one in losers])
        if not meet(group, lost)
    ]


def _way_to(draft: Draft, telling: Telling) -> tuple[bool, int]:
    """How far from a telling a draft is told, in sentences; what is told only behind it is further than any before."""
    ways = [telling.frame.sentence - t.frame.sentence for t in draft.tellings]
    return min((way < 0, abs(way)) for way in ways)
