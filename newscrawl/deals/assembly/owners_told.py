"""Whose a company is that somebody buys, where a sentence beside the deal says it: its owner sells it."""

from collections.abc import Iterator
from itertools import pairwise

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.deal_types import BUYERS
from newscrawl.deals.discourse.companies import is_organisation
from newscrawl.deals.model import OPEN
from newscrawl.deals.tellings.detail_rules import detail_rules
from newscrawl.deals.tellings.members import Member, everyone

REACH = 4
"""How many sentences behind the first that tells a deal may say whose the company is."""


def add_owners(drafts: list[Draft], analysis: Analysis) -> None:
    """Name as its seller who owns what is bought: "Norvik agreed to buy Tal. Tal IS A UNIT OF QUORRA"; what is told in
    the present of a deal that is done would be who owns it now."""
    for draft in drafts:
        if draft.type != "acquisition" or BUYERS[draft.type] not in draft.roles or "seller" in draft.roles:
            continue
        targets = [m.entity for m in draft.roles.get("target", [])]
        if len(targets) != 1 or targets[0] is None:
            continue
        known = {m.entity for other in drafts for m in everyone(other.roles)}
        owner = next((m for m in _owners(targets[0], draft, analysis) if m.entity not in known), None)
        if owner is not None:
            draft.roles["seller"] = [owner]


def _owners(target: int, draft: Draft, analysis: Analysis) -> Iterator[Member]:
    """Who is said to own a company in the sentences from the first telling of the deal on."""
    rules = detail_rules(analysis.language)
    is_open = all(t.status in (*OPEN, "announced") for t in draft.tellings)
    first = min(t.frame.sentence for t in draft.tellings)
    rule = draft.tellings[0].frame.rule
    for number in range(first, min(first + REACH, len(analysis.sentences))):
        for firm, owner in pairwise(analysis.names_in(number)):
            if firm.entity != target or not is_organisation(analysis, owner.entity):
                continue
            between = analysis.text[firm.end : owner.start]
            if rules.once_owned.match(analysis.text, owner.end):
                continue
            if rules.was_owned.fullmatch(between) or (is_open and rules.is_owned.fullmatch(between)):
                yield Member(owner.entity, None, [(owner.start, owner.end, rule)])
