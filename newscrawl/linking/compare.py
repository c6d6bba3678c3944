"""A report and a group of reports → whether the report tells the group's deal, how sure that is, and why or why not.

What speaks against it is looked at first (``_objection``): one article's two deals, another buyer, another round,
another share, an attempt after the first had failed. Then the time between them, which may be the longer the more
agrees.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product

from newscrawl.linking.facts import CONTROL, HALF, Facts
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report, Side
from newscrawl.linking.names import distance
from newscrawl.linking.profile import Profile, announced_day, span_of
from newscrawl.linking.sides import MAIN, UNEXPLAINED, Match, are_unit_sales, likeness

OTHER_PARTIES, OTHER_BUYER = "other parties", "another buyer or investor"
"""Refusals that a name explained by another report may overcome."""
ALLIANCES = frozenset(("joint_venture", "partnership"))
BEGINNING = frozenset(("rumoured", "talks"))
GOING = BEGINNING | {"announced"}

ENDS = {"terminated": 60, "completed": 60, "denied": 365}
"""Days after which a deal of this status is no longer told as rumoured, in talks or announced."""
POINTS = {"same": 2.0, "ending": 1.8, "alias": 1.8, "misprint": 1.0, "head": 1.0, "initials": 1.0}


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


class Comparison(Facts):
    """One report beside one group: what speaks against their being one deal, and what for it."""

    def result(self) -> Fit | Refusal:
        objection = self._objection() or self._too_far()
        return Refusal(objection) if objection else Fit(self._score(), tuple(self._reasons()))

    # --- what speaks against it ---

    def _objection(self) -> str | None:
        if self.report.article in self.group.articles:
            return "the article tells them as two deals"
        if self.guidance.are_apart(self.report.uid, self.group.uids):
            return "the user says that they are two"
        return self._other_parties() or self._other_details() or self._other_attempt()

    def _other_parties(self) -> str | None:
        if self.is_equity and not self.is_merger:
            return self._sold_on() or self._other_buyer()
        lone = [self._has_lone(self.own, self.group), self._has_lone(self.group, self.own)]
        if len(self.matches) < 2 or all(lone):
            return OTHER_PARTIES
        if any(lone) and not (self.is_near or self.agrees):
            return "one of them has more parties"
        return self._other_kind() or self._other_third() or self._doubtful_name()

    def _other_kind(self) -> str | None:
        """Partners may have a venture, a licence and an order at once; an alliance is a word for any of them."""
        if self.is_equity or self.report.type in self.group.types or self.types <= ALLIANCES:
            return None
        if self.agrees and self.is_near:
            return None
        loose = "partnership" in self.types and (self.agrees or self.is_near)
        return None if loose else "an agreement of another kind"

    def _has_lone(self, profile: Profile, other: Profile) -> bool:
        """Whether a party of the one is none of the other's."""
        theirs = other.of(*MAIN)
        return any(not any(self._alike(side, one) for one in theirs) for side in profile.of(*MAIN))

    def _alike(self, one: Side, other: Side) -> bool:
        return likeness(one, other, self.guidance.different) is not None

    def _other_third(self) -> str | None:
        """Another seller, where the buyer is not known to be the same, or another company founded."""
        for name in ("venture",) if self.buyers == "agree" else ("seller", "venture"):
            ours, theirs = self.own.of(name), self.group.of(name)
            if ours and theirs and not any(self._alike(one, other) for one in ours for other in theirs):
                return f"another {name}"
        return None

    def _sold_on(self) -> str | None:
        """Who bought in the one deal sells in the other."""
        for sellers, buyers in ((self.own, self.group), (self.group, self.own)):
            pairs = product(sellers.of("seller"), buyers.of("giver"))
            if any(self._alike(seller, buyer) for seller, buyer in pairs) and self.buyers != "agree":
                return "sold by who bought it in the other"
        return None

    def _other_buyer(self) -> str | None:
        targets = [match for match in self.matches if "target" in (match.one.role, match.other.role)]
        if not targets:
            return None if self._is_unit_sale() else OTHER_PARTIES
        if self.buyers == "differ" and not self._is_round():
            return OTHER_BUYER
        short = {match.likeness for match in targets} & {"alias", "head"}
        if "head" in short or (short and self._may_be_parent()):
            return f"{targets[0].one.name} may be the parent or a part of {targets[0].other.name}"
        return self._other_third() or self._doubtful_name()

    def _is_unit_sale(self) -> bool:
        """The same buyer and seller, and a unit that only one of the reports knows by name."""
        mine, theirs = ([*profile.of("taker"), *profile.of("seller")] for profile in (self.own, self.group))
        alike = self.buyers == "agree" and are_unit_sales(mine, theirs, self.guidance.different)
        return alike and "differ" not in self.details and (self.agrees or (self.gap is not None and self.gap <= 30))

    def _is_round(self) -> bool:
        """Different investors of one round: each report names some of them."""
        if "funding" not in self.types or "differ" in self.details or self.gap is None:
            return False
        return self.gap <= (60 if self.agrees else 30)

    def _may_be_parent(self) -> bool:
        """Whether a short name in one report is more likely the parent of what the other names."""
        return self.amounts == "differ" or not (self.agrees or (self.gap is not None and self.gap <= 90))

    def _doubtful_name(self) -> str | None:
        """A slip of the pen is believed where something else agrees; a lost or swapped letter also on the same days."""
        unexplained = any(m.likeness in UNEXPLAINED for m in self.matches if m.one.role != "acquirer")
        if unexplained and not (self.agrees or (self.gap is not None and self.gap <= 30) or self.has_moved):
            return "a short name that no article explains"
        slips = [match for match in self.matches if match.likeness == "misprint"]
        if not slips or (self.agrees and self.gap is not None and self.gap <= 60):
            return None
        if self.is_near and "differ" not in self.details and all(_is_typing_error(match) for match in slips):
            return None
        return f"{slips[0].one.name} is not {slips[0].other.name}"

    def _other_details(self) -> str | None:
        if self.rounds == "differ":
            return "another round"
        if self.percents == "differ" and not ((self.is_near and self.amounts != "differ") or self._was_rumour(120)):
            return "another share"
        if self.durations == "differ" and not self.is_equity:
            return "another duration"
        return "another amount" if self.amounts == "differ" and not self._may_be_corrected() else None

    def _may_be_corrected(self) -> bool:
        """Whether different amounts may be told of one deal: a rumour's, a raised bid, a slip."""
        if self.is_control:
            return self.buyers == "agree" or self.is_near or self._was_rumour(120)
        if not self.is_equity:
            return self._was_rumour(90)
        return self.buyers == "agree" and (self.is_near or self._was_rumour(120))

    def _was_rumour(self, days: int) -> bool:
        """Whether the one is a rumour or tells of talks, and the other of what came of it within so many days."""
        begun = bool(BEGINNING & {self.report.status, *self.group.statuses}) and self.has_moved
        return begun and self.gap is not None and self.gap <= days

    def _other_attempt(self) -> str | None:
        """A deal that was called off, denied or closed long ago does not begin anew; what begins later is another."""
        begins = self._begins()
        for status, days in ENDS.items():
            if begins is not None and begins - self.group.statuses.get(status, begins) > days:
                return f"told after the deal was {status}"
        return self._other_announcement()

    def _begins(self) -> int | None:
        """The day on which the report tells of a beginning; None if it tells of something else, or in passing."""
        told = announced_day(self.report)
        if not self.report.main or self.report.status not in GOING:
            return None
        if self.is_control and self.report.status == "announced" and told is None and not self._has_failed():
            return None
        span = span_of(self.report)
        return told or (span[1] if span else None)

    def _has_failed(self) -> bool:
        return "terminated" in self.group.statuses

    def _other_announcement(self) -> str | None:
        told = announced_day(self.report)
        if told is None or not self.group.announced:
            return None
        apart = min(abs(told - other) for other in self.group.announced)
        return "announced on another day" if apart > (200 if self.is_control else 45) else None

    # --- time ---

    def _too_far(self) -> str | None:
        if self.gap is None:
            return None if self._may_be_meant() else "told in passing, without a date"
        window = self._window()
        return f"{self.gap} days apart, more than {window}" if self.gap > window else None

    def _may_be_meant(self) -> bool:
        """Whether a deal that is told in passing, without a date, can be the group's: the parties have no later one."""
        if self.agrees or (self.is_control and self.buyers == "agree"):
            return True
        if "differ" in self.details or self.report.type not in self.group.types or not self.group.spans:
            return False
        told = self.buyers == "agree" if self.is_equity else True
        ago = date.fromisoformat(self.report.day).toordinal() - max(last for _, last in self.group.spans)
        return told and ago <= (400 if self.is_equity else 120)

    def _window(self) -> int:
        """Days that may lie between two reports of one deal. News of one stage come together; other stages follow."""
        if self.is_control:
            return 550 if self.buyers == "agree" else 200
        follows = self.has_moved or not self.report.main
        if self.is_equity:
            return self._equity_window(follows)
        return (400 if self.agrees else 200) if follows else (75 if self.agrees else 30)

    def _equity_window(self, follows: bool) -> int:
        if self.types & CONTROL and self.types - CONTROL and not self.agrees:
            return 120 if max(self.own.percents | self.group.percents, default=0) > HALF else 30
        if not follows:
            return 75 if self.agrees else 45
        if self.buyers != "agree":
            return 200 if self.agrees else 45
        return 400 if self.agrees else 270

    # --- what speaks for it ---

    def _score(self) -> float:
        points = sum(POINTS[match.likeness] for match in self.matches)
        points += 1.5 * self.details.count("agree") - self.details.count("differ")
        points += 0.5 * (self.report.type in self.group.types)
        return points - (self.gap or 0) / self._window()

    def _reasons(self) -> Iterable[str]:
        yield " and ".join(dict.fromkeys(match.one.name for match in self.matches)) + " in both"
        for match in self.matches:
            if match.likeness != "same":
                yield REASONS[match.likeness].format(one=match.one.name, other=match.other.name)
        if any(match.one.role == "target" != match.other.role for match in self.matches):
            yield "roles told otherwise"
        names = ("amount", "share", "round", "duration")
        yield from (f"same {name}" for name, verdict in zip(names, self.details, strict=True) if verdict == "agree")
        yield from (f"{name}s differ" for name, verdict in zip(names, self.details, strict=True) if verdict == "differ")
        yield "told in passing" if self.gap is None else _days(self.gap)


REASONS = {
    "ending": "{one} is taken for {other}",
    "alias": "{one} and {other} are one by an article's own words",
    "head": "{one} is taken for {other}, by its first word",
    "initials": "{one} is taken for {other}, by its initials",
    "misprint": "{one} is taken for a misprint of {other}, or the other way round",
}


def _is_typing_error(match: Match) -> bool:
    """Whether letters were left out, doubled or swapped; another letter in its place makes another name too easily."""
    one, other = match.one.bare, match.other.bare
    return len(one) != len(other) or (sorted(one) == sorted(other) and distance(one, other, 1) == 1)


def _days(count: int) -> str:
    return "on the same days" if count == 0 else f"{count} day{'s' * (count > 1)} apart"
