"""How sure a deal is, from how it is told: a number between 0 and 1 that orders deals, no probability."""

from newscrawl.deals.assembly import Telling
from newscrawl.deals.story import Story

BASE = 0.5
STEPS = (
    ("two parties named in one place", 0.2),
    ("an explicit verb form or cue tells the status", 0.1),
    ("told more than once", 0.1),
    ("a sum, share or date beside it", 0.05),
    ("the trigger is a weak one", -0.2),
    ("a party was found by reference only", -0.1),
)
"""What raises and lowers it; set by hand."""


def confidence_of(story: Story, best: Telling) -> float:
    """The confidence of a deal, rounded to two digits."""
    named = sum(1 for found in best.frame.roles.values() for filler in found if filler.entity is not None)
    details = best.details
    facts = (
        named > 1,
        best.is_explicit,
        len(story.tellings) > 1,
        any((details.money, details.percent, details.date)),
        best.frame.weak,
        named < 2,
    )
    total = BASE + sum(step for fact, (_, step) in zip(facts, STEPS, strict=True) if fact)
    return round(min(max(total, 0.05), 0.95), 2)
