"""A report and a group of reports → the facts that are compared: who is who, what agrees, what lies between."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report, Side
from newscrawl.linking.money import Verdict, compare_amounts
from newscrawl.linking.names import is_shell
from newscrawl.linking.profile import Claim, Profile, announced_day, claim_of, gap, profile_of, span_of
from newscrawl.linking.sides import MAIN, Match, likeness, match_sides, part
from newscrawl.linking.wording import matter_of

PERCENT = 1.5
"""Points by which two prints of one share may differ: "a third", 33 and 33.3."""
SAME_DAYS = 3
"""Within so many days the same parties hardly agree twice: what differs then is a slip or a correction."""
WEEK = 7
RECENT = 14
"""Within so many days the weeklies have told of it too."""
HALF = 50
MATTER = 2
"""Words on the matter that make it one, or another."""
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
        return "differ" if all(self._known_buyers(profile) for profile in (self.own, self.group)) else None

    @staticmethod
    def _known_buyers(profile: Profile) -> list[Side]:
        """The buyers, but for companies made for the purchase: they may be anybody's."""
        return [side for side in profile.of("giver") if not is_shell(side.name)]

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
        years = [count for iso in durations if (count := self.years(iso))]
        return [(replace(amount, value=amount.value * count, max=None), qualifier, month) for count in years]

    @staticmethod
    def years(iso: str) -> int | None:
        """How many years a duration has, if it has whole ones."""
        found = re.fullmatch(r"P([0-9]{1,2})Y", iso)
        return int(found[1]) if found else None

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
    def counts(self) -> Verdict:
        """Whether both name a number of things; another number says nothing, it may be one of other things."""
        return "agree" if self.report.counts & self.group.said.counts else None

    @cached_property
    def instruments(self) -> Verdict:
        return _overlap(self.report.instruments, self.group.said.instruments)

    @cached_property
    def shared_words(self) -> set[str]:
        """Words on the matter that both have, beside the names."""
        return {word for words in self.group.said.matter.values() for word in self.report.matter & words}

    @cached_property
    def is_other_matter(self) -> bool:
        """Whether both tell in one language, and at some length, of different things."""
        mine, theirs = self.report.matter, self.group.said.matter.get(self.report.language, set())
        return not self.shared_words and min(len(mine), len(theirs)) >= MATTER

    @cached_property
    def is_related(self) -> bool:
        """Whether something agrees, or the words on the matter do within two weeks."""
        return self.agrees or (self.is_recent and len(self.shared_words) >= MATTER)

    @cached_property
    def is_recent(self) -> bool:
        return self.within(RECENT)

    @cached_property
    def shares_target_words(self) -> bool:
        """Whether what is bought is described with the same word in both: "sensor business", "Sensorsparte"."""
        ours, theirs = ({w for s in p.of("taker") for w in matter_of(s.name)} for p in (self.own, self.group))
        return not ours.isdisjoint(theirs)

    @cached_property
    def same_venture(self) -> bool:
        """Whether both name the company that is founded, and it is the same."""
        pairs = product(self.own.of("venture"), self.group.of("venture"))
        return any(self.alike(one, other) for one, other in pairs)

    @cached_property
    def lone(self) -> tuple[bool, bool]:
        """Whether a party of the report is none of the group's, and the other way round."""
        return self._has_lone(self.own, self.group), self._has_lone(self.group, self.own)

    @cached_property
    def has_lone(self) -> bool:
        return any(self.lone)

    def _has_lone(self, profile: Profile, other: Profile) -> bool:
        """Whether a party of the one is none of the other's; nor one that is named otherwise within its own group."""
        met, theirs = other.of(*MAIN), profile.of(*MAIN)
        while found := [side for side in theirs if any(self.alike(side, one) for one in met)]:
            met, theirs = found, [side for side in theirs if side not in found]
        return bool(theirs)

    def alike(self, one: Side, other: Side) -> bool:
        return likeness(one, other, self.guidance.different) is not None

    @cached_property
    def has_swapped_roles(self) -> bool:
        """Whether who buys in the one is bought in the other."""
        return any({part(match.one), part(match.other)} == {"giver", "taker"} for match in self.matches)

    @cached_property
    def announced_apart(self) -> int:
        """Days between the days of announcement, if both are told to the day."""
        told = announced_day(self.report)
        return min((abs(told - other) for other in self.group.announced), default=0) if told is not None else 0

    @cached_property
    def details(self) -> tuple[Verdict, ...]:
        return self.amounts, self.percents, self.rounds, self.durations, self.counts

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

    def within(self, days: int) -> bool:
        """Whether no more days lie between them; not if it is told in passing, without a date."""
        return self.gap is not None and self.gap <= days

    @cached_property
    def is_near(self) -> bool:
        return self.within(SAME_DAYS)

    @cached_property
    def is_retold(self) -> bool:
        """Whether it may be the same news in a weekly: a week apart, and not of another matter."""
        return self.within(WEEK) and not self.is_other_matter

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
