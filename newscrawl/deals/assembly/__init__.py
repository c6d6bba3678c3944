"""Tellings → deals: put together what the text says of one deal in several places."""

from collections.abc import Iterator

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft, is_complete
from newscrawl.deals.assembly.dropped import is_mere_plan, is_part_of_another, is_told_better, is_turned_round
from newscrawl.deals.assembly.for_sale import name_sellers
from newscrawl.deals.assembly.halves import join_halves
from newscrawl.deals.assembly.named_units import name_units
from newscrawl.deals.assembly.owners_told import add_owners
from newscrawl.deals.assembly.placing import place
from newscrawl.deals.assembly.serial import of_each, of_rivals
from newscrawl.deals.assembly.untargeted import is_about_the_same
from newscrawl.deals.deal_types import DealType, deal_types
from newscrawl.deals.mentions.references import references
from newscrawl.deals.tellings.telling import Telling, tell


def assemble(analysis: Analysis) -> list[Draft]:
    """The deals of a text as drafts, in the order in which the text first tells them."""
    told = [telling for frame in analysis.frames if (telling := tell(frame, analysis)) is not None]
    drafts = [draft for block in _blocks(told) for draft in _put_together(block, analysis)]
    return sorted(drafts, key=lambda draft: min(t.frame.start for t in draft.tellings))


MOST_TOLD = 80
"""Parties whose tellings are compared with each other: in real news an article tells of up to forty. What tells of more
is many articles in one, and takes time in proportion."""


def _blocks(told: list[Telling]) -> Iterator[list[Telling]]:
    """The tellings in their order, in blocks that are put together each for itself: one for an article."""
    block: list[Telling] = []
    size = 0
    for telling in told:
        block.append(telling)
        size += max(map(len, telling.roles.values()), default=0)
        if size > MOST_TOLD:
            yield block
            block, size = [], 0
    yield block


def _put_together(told: list[Telling], analysis: Analysis) -> list[Draft]:
    """The drafts of deals that are complete."""
    tellings = [one for telling in told for rival in of_rivals(telling, told) for one in of_each(rival, analysis)]
    tellings = [t for t in tellings if not is_told_better(t, tellings) and not is_turned_round(t, tellings)]
    drafts: list[Draft] = []
    types = deal_types()
    for telling in sorted(tellings, key=lambda t: (is_about_the_same(t, types), -_completeness(t, types))):
        place(telling, drafts, types, analysis)
    join_halves(drafts, types)
    name_units(drafts, analysis)
    name_sellers(drafts)
    add_owners(drafts, analysis)
    complete = [draft for draft in drafts if is_complete(draft, types[draft.type]) and not is_mere_plan(draft)]
    return [
        draft for draft in complete if not is_part_of_another(draft, complete, types, references(analysis.language))
    ]


def _completeness(telling: Telling, types: dict[str, DealType]) -> float:
    kind = types[telling.frame.type]
    return sum(1 for role in kind.core if role in telling.roles) - (0.5 if telling.frame.weak else 0)
