"""A report and a group of reports → whether the report tells the group's deal, how sure that is, and why or why not.

What speaks against it is looked at first (see ``Objections``), then the time between them (see ``Windows``), which may
be the longer the more agrees.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report
from newscrawl.linking.objections import Objections
from newscrawl.linking.profile import Profile

POINTS = {
    "same": 2.0,
    "ending": 1.9,
    "translation": 1.8,
    "alias": 1.8,
    "head": 1.6,
    "last": 1.4,
    "misprint": 1.0,
    "initials": 1.0,
}
CLOSENESS = ((3, 1.5), (10, 1.0), (30, 0.5))
"""Points for news within so many days of each other."""
WORDS = 0.4
"""Points for a word on the matter that a report has in common with the group, up to three."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A report tells the deal of a group: how well it fits among several, and the reasons for people."""

    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A report tells another deal than a group, for this reason."""

    why: str


def fit(report: Report, group: Profile, guidance: Guidance) -> Fit | Refusal:
    """Whether a report joins a group whose parties are like its own (see ``may_tell_the_same``)."""
    return Comparison(report, group, guidance).result()


class Comparison(Objections):
    """One report beside one group: what speaks against their being one deal, and what for it."""

    def result(self) -> Fit | Refusal:
        objection = self.objection() or self.too_far()
        return Refusal(objection) if objection else Fit(self._score(), tuple(self._reasons()))

    def _score(self) -> float:
        points = sum(POINTS[match.likeness] for match in self.matches)
        points += 1.5 * self.details.count("agree") - self.details.count("differ")
        points += 0.5 * (self.report.type in self.group.types) + WORDS * min(3, len(self.shared_words))
        points -= 1.0 * self.has_swapped_roles
        closeness = next((more for days, more in CLOSENESS if self.within(days)), 0.0)
        return points + closeness - (self.gap or 0) / self.window()

    def _reasons(self) -> Iterable[str]:
        if self.matches:
            yield " and ".join(dict.fromkeys(match.one.name for match in self.matches)) + " in both"
        for match in self.matches:
            if match.likeness != "same":
                yield REASONS[match.likeness].format(one=match.one.name, other=match.other.name)
        yield from self._reasons_beside_names()
        yield from (f"same {name}" for name, verdict in zip(NAMES, self.details, strict=True) if verdict == "agree")
        yield from (f"{name}s differ" for name, verdict in zip(NAMES, self.details, strict=True) if verdict == "differ")
        yield "told in passing" if self.gap is None else _days(self.gap)

    def _reasons_beside_names(self) -> Iterable[str]:
        if self.has_swapped_roles:
            yield "roles told otherwise"
        has_target = any("target" in (match.one.role, match.other.role) for match in self.matches)
        if self.is_equity and not self.is_merger and not has_target:
            yield "the same seller, and a part of it without a name"
        if self.buyers == "differ":
            yield "other investors of one round" if "funding" in self.types else "another buyer at the same price"
        if self.same_venture:
            yield "the same venture"
        if self.shared_words:
            yield "the same matter"


NAMES = ("amount", "share", "round", "duration", "number")
REASONS = {
    "ending": "{one} is taken for {other}",
    "alias": "{one} and {other} are one by an article's own words",
    "translation": "{one} means the same as {other}",
    "head": "{one} is taken for {other}, one of them by a short name",
    "last": "{one} is taken for {other}, one of them by the last name",
    "initials": "{one} is taken for {other}, one of them by initials",
    "misprint": "{one} is taken for a misprint of {other}, or the other way round",
}


def _days(count: int) -> str:
    return "on the same days" if count == 0 else f"{count} day{'s' * (count > 1)} apart"
