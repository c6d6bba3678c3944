"""How sure a deal is: the share of deals told like it whose type and parties are right, as measured on read articles.

It follows from the rule that found it, from how far and how surely the parties stand beside the trigger, and from how
the text hedges. How often other articles tell the deal has no part in it. The weights are those of ``confidence.toml``.
"""

import math
from functools import cache
from pathlib import Path

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.mentions.names import STRONG
from newscrawl.deals.story import Story
from newscrawl.deals.tellings.telling import Telling
from newscrawl.tables import Table, read_table

FILE = Path(__file__).parent / "confidence.toml"
FAR = 150
"""Characters from the trigger to the farthest party: more than a clause."""
HEDGED = ("rumoured", "talks", "denied")
LEAST, MOST = 0.02, 0.98


class Weights(Table, frozen=True):
    """What is added up, in log odds: ``base`` and ``unseen`` for every deal, and a weight for each fact that is true of
    it. ``unseen`` is what is taken off since the weights come from articles that the rules were written with.
    """

    base: float
    unseen: float
    facts: dict[str, float]


@cache
def weights() -> Weights:
    return read_table(FILE, Weights)


def confidence_of(story: Story, best: Telling, analysis: Analysis) -> float:
    """The confidence of a deal, rounded to two digits; ``best`` is the telling that says most of it."""
    known = weights()
    facts = facts_of(story, best, analysis)
    total = known.base + known.unseen + sum(known.facts[name] for name, true in facts.items() if true)
    return round(min(max(1 / (1 + math.exp(-total)), LEAST), MOST), 2)


def facts_of(story: Story, best: Telling, analysis: Analysis) -> dict[str, bool]:
    """What is looked at, by the names of ``confidence.toml``."""
    frame = best.frame
    fillers = [filler for found in frame.roles.values() for filler in found]
    named = [analysis.names.entities[f.entity] for f in fillers if f.entity is not None]
    reach = max((max(frame.start - f.end, f.start - frame.end) for f in fillers), default=0)
    details = best.details
    return {
        "the trigger is a noun": frame.noun is not None,
        "the trigger is a weak one": frame.weak,
        "two parties are named beside it": len(named) > 1,
        "a party is meant by a pronoun or noun": any(f.reference is not None for f in fillers),
        "a party is known by its place only": any(f.named or f.weak for f in fillers),
        "a name may be none": any(entity.score < STRONG for entity in named),
        "a party is far": reach > FAR,
        "a verb form or cue tells the status": best.is_explicit,
        "nothing tells which side delivers": not best.sides_told,
        "it is hedged": best.status in HEDGED,
        "it is told more than once": len(story.tellings) > 1,
        "a sum or share stands beside it": details.money is not None or details.percent is not None,
        "a date stands beside it": details.date is not None,
    }
