"""A report and a group of reports → the facts that are compared: who is who, what agrees, what lies between."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report
from newscrawl.linking.money import Verdict, compare_amounts
from newscrawl.linking.profile import Claim, Profile, claim_of, gap, profile_of, span_of
from newscrawl.linking.sides import MAIN, Match, match_sides, part

PERCENT = 1.5
"""Points by which two prints of one share may differ: "a third", 33 and 33.3."""
SAME_DAYS = 3
"""Within so many days the same parties hardly agree twice: what differs then is a slip or a correction."""
HALF = 50
CONTROL = frozenset(("acquisition", "merger"))


@dataclass
class Facts:
    """One report beside one group, fact by fact."""

    report: Report
    group: Profile
    guidance: Guidance

    @cached_property
    def own(self) -> Profile:
        return profile_of(self.report)

    @cached_property
    def types(self) -> set[str]:
        return self.group.types | {self.report.type}

    @cached_property
    def is_control(self) -> bool:
        """Whether both tell that a whole company or unit changes hands: that happens once."""
        both = (self.own, self.group)
        return all(profile.types & CONTROL or max(profile.percents, default=0) > HALF for profile in both) and not any(
            min(profile.percents, default=100) <= HALF for profile in both
        )

    @cached_property
    def matches(self) -> list[Match]:
        """Who is who, whatever the roles; of a funding or purchase every part for itself first."""
        different = self.guidance.different
        if "partner" in self.own.sides or "partner" in self.group.sides:
            return match_sides(self.own.of(*MAIN), self.group.of(*MAIN), different)
        straight = [m for p in MAIN for m in match_sides(self.own.of(p), self.group.of(p), different)]
        if self.is_equity and any(match.one.role == "target" for match in straight):
            return straight
        across = match_sides(self.own.of(*MAIN), self.group.of(*MAIN), different)
        return across if len(across) > len(straight) else straight

    @cached_property
    def is_equity(self) -> bool:
        return self.report.family == "equity" and "equity" in self.group.families

    @cached_property
    def buyers(self) -> Verdict:
        """Whether the buyers or investors agree; None if one side names none, or there are no such roles."""
        if any("giver" in (part(match.one), part(match.other)) for match in self.matches) or self.is_merger:
            return "agree"
        return "differ" if self.own.of("giver") and self.group.of("giver") else None

    @cached_property
    def amounts(self) -> Verdict:
        """Whether its amount agrees with one that the group names, or differs from all of them."""
        claim = claim_of(self.report)
        if claim is None:
            return None
        mine = [claim, *self._yearly(claim)]
        theirs = [one for other in self.group.claims for one in (other, *self._yearly(other))]
        found = {
            compare_amounts(one, other, self.guidance.rates)
            for one, other in product(mine, theirs)
            if one is claim or other in self.group.claims
        }
        return "agree" if "agree" in found else "differ" if "differ" in found else None

    def _yearly(self, claim: Claim) -> list[Claim]:
        """What an amount is in all if it is that of one year of a contract."""
        amount, qualifier, month = claim
        if self.is_equity or amount is None or amount.value is None:
            return []
        durations = self.report.durations | self.group.durations
        years = [int(found[1]) for iso in durations if (found := re.fullmatch(r"P([0-9]{1,2})Y", iso))]
        return [(replace(amount, value=amount.value * count, max=None), qualifier, month) for count in years]

    @cached_property
    def percents(self) -> Verdict:
        mine = self.report.stake_percent
        if mine is None or not self.group.percents:
            return None
        return "agree" if min(abs(mine - other) for other in self.group.percents) <= PERCENT else "differ"

    @cached_property
    def rounds(self) -> Verdict:
        return _overlap(self.report.rounds, self.group.rounds)

    @cached_property
    def durations(self) -> Verdict:
        return _overlap(self.report.durations, self.group.durations)

    @cached_property
    def details(self) -> tuple[Verdict, ...]:
        return self.amounts, self.percents, self.rounds, self.durations

    @cached_property
    def agrees(self) -> bool:
        """Whether something that tells deals of the same parties apart is the same in both, and nothing differs."""
        return "agree" in self.details and "differ" not in self.details

    @cached_property
    def gap(self) -> int | None:
        """Days between the report and the nearest of the group; None if it is told in passing, without a date."""
        span = span_of(self.report)
        if span is None or not self.group.spans:
            return None
        return min(gap(span, other) for other in self.group.spans)

    @cached_property
    def is_near(self) -> bool:
        return self.gap is not None and self.gap <= SAME_DAYS

    @cached_property
    def has_moved(self) -> bool:
        """Whether the one tells another stage of a deal than the other: a rumour before, an ending after."""
        return self.report.status not in self.group.statuses

    @cached_property
    def is_merger(self) -> bool:
        return self.is_equity and "merger" in self.types


def _overlap(one: frozenset[str], other: set[str]) -> Verdict:
    if not one or not other:
        return None
    return "agree" if one & other else "differ"
