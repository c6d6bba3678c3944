"""Who lost to the winner of a deal has a deal of its own."""

from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.assembly.untargeted import FAR
from newscrawl.deals.members import everyone, meet
from newscrawl.deals.telling import Telling

WINNER = {"contract": ("supplier", "customer"), "acquisition": ("acquirer", "target")}
"""Of the types for which several compete: the role that one of them gets, and whose deal it is."""


def is_loser(telling: Telling) -> bool:
    """Whether no more is told than who lost: "Durchgesetzt hat sich Norvik gegen TAL"."""
    return telling.frame.rivals and telling.frame.type == "contract" and list(telling.roles) == ["supplier"]


def add_loser(telling: Telling, drafts: list[Draft]) -> None:
    """Make of who lost a deal of its own: the one that the nearest draft tells of who won."""
    won = [d for d in drafts if d.type in WINNER and set(WINNER[d.type]) <= d.roles.keys()]
    near = [d for d in won if abs(d.tellings[0].frame.sentence - telling.frame.sentence) <= FAR]
    draft = min(near, key=lambda d: abs(d.tellings[0].frame.sentence - telling.frame.sentence), default=None)
    losers = telling.roles["supplier"]
    if draft is None or meet(losers, everyone(draft.roles)):
        return
    role, other = WINNER[draft.type]
    drafts += [Draft(draft.type, {role: [one], other: list(draft.roles[other])}, [telling]) for one in losers]
