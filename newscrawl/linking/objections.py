"""What speaks against a report's telling the deal of a group: other parties, other facts, another attempt."""

from itertools import product

from newscrawl.linking.facts import SAME_DAYS
from newscrawl.linking.model import Side
from newscrawl.linking.names import distance, is_described, is_typing_error, may_be_division
from newscrawl.linking.profile import announced_day, span_of
from newscrawl.linking.sides import DOUBTFUL, MAIN, PERSONS, Match, are_unit_sales
from newscrawl.linking.windows import BEGINNING, Windows

OTHER_PARTIES, OTHER_BUYER = "other parties", "another buyer or investor"
"""Refusals that a name explained by another report may overcome."""
ALLIANCES = frozenset(("joint_venture", "partnership"))
GOING = BEGINNING | {"announced"}
AGREED = frozenset(("announced", "completed"))

ENDS = {"terminated": 60, "completed": 60, "denied": 365}
"""Days after which a deal of this status is no longer told as rumoured, in talks or announced."""
SLIP = 7
"""Days within which a misprint or a short name is believed, where nothing else has changed."""


class Objections(Windows):
    """One report beside one group: the first thing that says that they are two deals."""

    def objection(self) -> str | None:
        if self.report.article in self.group.articles:
            return "the article tells them as two deals"
        if self.guidance.are_apart(self.report.uid, self.group.uids):
            return "the user says that they are two"
        return (
            self._other_parties()
            or self._other_direction()
            or self._other_details()
            or self._other_attempt()
            or self._sequel()
        )

    # --- parties ---

    def _other_parties(self) -> str | None:
        if not self.is_equity and {"acquisition", "licensing"} <= self.types:
            return self._other_rights()
        if self.is_equity and not self.is_merger:
            return self._sold_on() or self._other_buyer()
        if len(self.matches) < 2 or (all(self.lone) and not self._is_large_circle()):
            return OTHER_PARTIES
        if self.has_lone and not (self.is_near or self.is_retold or self.is_related or self.is_later_venture):
            return "one of them has more parties"
        return self._other_kind() or self._other_third() or self._doubtful_name()

    def _other_rights(self) -> str | None:
        """A sale of rights that is told as a licence: the same sum or number of them, in the same days."""
        sure = self.agrees and self.within(SLIP)
        return None if sure else "a purchase and an agreement"

    def _is_large_circle(self) -> bool:
        """Of many partners each report names some: two of three at least are the same."""
        most = max(len(profile.of(*MAIN)) for profile in (self.own, self.group))
        return (self.is_near or self.agrees) and 3 * len(self.matches) >= 2 * most

    def _other_kind(self) -> str | None:
        """Partners may have a venture, a licence and an order at once; an alliance is a word for any of them."""
        if self.is_equity or self.report.type in self.group.types:
            return None
        if self.agrees and self.is_recent:
            return None
        if self.types <= ALLIANCES:
            other = self.is_other_matter and not (self.is_near or self.has_moved or self.same_venture)
            return "an agreement of another kind" if other else None
        alone = len(self.types - {"partnership"}) == 1  # an alliance that is told as an order is no venture too
        loose = alone and "partnership" in self.types and (self.is_related or self.is_near or self.is_retold)
        return None if loose else "an agreement of another kind"

    def _other_third(self) -> str | None:
        """Another seller, where the buyer is not known to be the same, or another company founded."""
        for name in ("venture",) if self.buyers == "agree" else ("seller", "venture"):
            ours, theirs = self.own.of(name), self.group.of(name)
            if ours and theirs and not any(self.alike(one, other) for one in ours for other in theirs):
                return f"another {name}"
        return None

    def _sold_on(self) -> str | None:
        """Who bought in the one deal sells in the other."""
        for sellers, buyers in ((self.own, self.group), (self.group, self.own)):
            pairs = product(sellers.of("seller"), buyers.of("giver"))
            if any(self.alike(seller, buyer) for seller, buyer in pairs) and self.buyers != "agree":
                return "sold by who bought it in the other"
        return None

    def _other_direction(self) -> str | None:
        """Who gives in the one takes in the other: an article may confuse them, but two may also buy of each other."""
        if not self.has_swapped_roles:
            return None
        sure = self.is_near or self.is_control or self.agrees
        return None if sure and "differ" not in self.details else "the other way round"

    def _other_buyer(self) -> str | None:
        targets = [match for match in self.matches if "target" in (match.one.role, match.other.role)]
        if not targets or (self.buyers != "agree" and all(is_described(match.one.name) for match in targets)):
            return None if self._is_unit_sale() else OTHER_PARTIES
        if self.buyers == "differ" and not self._is_round() and not self._is_owner():
            return OTHER_BUYER
        if any(self._may_be_part(match) for match in targets):
            return f"{targets[0].one.name} may be the parent or a part of {targets[0].other.name}"
        return self._other_third() or self._doubtful_name()

    def _is_unit_sale(self) -> bool:
        """The same buyer and seller, and a unit that only one of the reports knows by name."""
        mine, theirs = ([*profile.of("taker"), *profile.of("seller")] for profile in (self.own, self.group))
        alike = self.buyers != "differ" and are_unit_sales(mine, theirs, self.guidance.different)
        if not alike or "differ" in self.details or self._is_another_unit() or self.gap is None:
            return False
        if self.buyers != "agree":
            return self.agrees or self.gap <= SLIP
        return self.agrees or self.shares_target_words or self.gap <= (120 if self.has_moved else 30)

    def _is_another_unit(self) -> bool:
        """Whether both say in the same language what is sold, and have no word in common."""
        ours, theirs = ([s for s in profile.of("taker") if is_described(s.name)] for profile in (self.own, self.group))
        same = any(one.name[:1].islower() == other.name[:1].islower() for one, other in product(ours, theirs))
        return same and not self.shares_target_words

    def _is_round(self) -> bool:
        """Different investors of one round: each report names some of them."""
        if "funding" not in self.types or "differ" in self.details:
            return False
        return self.within(60 if self.agrees else 30)

    def _is_owner(self) -> bool:
        """Different buyers of one company at one price, on the same days or at the closing: one owns the other, or they
        bid together.
        """
        sure = self.is_control and self.amounts == "agree" and "differ" not in self.details
        if self.report.status == "completed":
            return sure and "terminated" not in self.group.statuses
        return sure and self.is_near and self.report.status in self.group.statuses

    def _may_be_part(self, match: Match) -> bool:
        """Whether a short name of what is bought in one report is the parent of what the other names, or a part."""
        if match.likeness not in ("alias", "head"):
            return False
        short, full = sorted((match.one, match.other), key=lambda side: len(side.key))
        if self.amounts == "differ" or any(self.alike(short, seller) for seller in self._sellers()):
            return True
        near = self.agrees or (self.buyers == "agree" and self.within(90))
        if short.bare not in full.heads:
            return False  # a former name, or initials that an article explains
        if match.likeness == "alias":
            return not (near or self.within(90))
        near = near or (self.gap is None and self.buyers == "agree")
        if may_be_division(short.bare, full.name):
            return not (self.agrees and (self.has_moved or self.within(SLIP)))
        return not (near or (self.has_moved and self.buyers == "agree"))

    def _sellers(self) -> list[Side]:
        return [*self.own.of("seller"), *self.group.of("seller")]

    def _doubtful_name(self) -> str | None:
        """A slip of the pen is believed where something else agrees; a lost or swapped letter also on the same days."""
        sure = sum(match.likeness not in DOUBTFUL for match in self.matches)
        unexplained = sure < 2 and any(
            _is_unexplained(match) for match in self.matches if match.one.role not in PERSONS
        )
        both = self.is_merger and all(match.likeness == "head" for match in self.matches)
        close = both or self.agrees or self.has_moved or self.within(30)
        if unexplained and not close:
            return "a short name that no article explains"
        slips = [match for match in self.matches if match.likeness == "misprint"]
        if not slips or self._is_slip(slips):
            return None
        return f"{slips[0].one.name} is not {slips[0].other.name}"

    def _is_slip(self, slips: list[Match]) -> bool:
        """Whether a name is misprinted: within days of the other news of this stage, the rest of the facts alike."""
        if self.gap is None or self.announced_apart > SAME_DAYS or "differ" in self.details:
            return False
        if self.is_other_matter and not (self.is_near and self.agrees):
            return False
        if all(match.likeness in DOUBTFUL for match in self.matches) and not (self.is_near and self.agrees):
            return False
        if (
            self.is_near
            and all(is_typing_error(match.one.bare, match.other.bare) for match in slips)
            and not self.is_other_matter
        ):
            return True
        one_letter = all(distance(m.one.bare, m.other.bare, 1) <= 1 or self.is_near for m in slips)
        return self.agrees and one_letter and self.gap <= (60 if self.has_moved else SLIP)

    # --- facts ---

    def _other_details(self) -> str | None:
        if self.rounds == "differ":
            return "another round"
        if self.instruments == "differ" and "funding" in self.types:
            return "a loan is no round"
        if self.percents == "differ" and not ((self.is_near and self.amounts != "differ") or self._was_rumour(120)):
            return "another share"
        if self.durations == "differ" and not self.is_equity:
            return "another duration"
        if self.amounts == "differ" and not self._may_be_corrected():
            return "another amount"
        return "another matter" if self._is_other_agreement() else None

    def _is_other_agreement(self) -> bool:
        """Partners agree on many things: what is told of other things on other days, without a fact in common."""
        same = self.is_equity or self.is_near or self.agrees or self.has_moved or self.same_venture
        return self.is_other_matter and not same

    def _may_be_corrected(self) -> bool:
        """Whether different amounts may be told of one deal: a rumour's, a raised bid, a slip."""
        if self.is_control:
            return self.buyers == "agree" or self.is_near or self._was_rumour(120)
        if not self.is_equity:
            named_by_parts = "contract" not in self.types and self.is_retold  # at once, by the year, or at most
            return named_by_parts or self._was_rumour(90)
        begun = self.was_sought() or (self.buyers == "agree" and self._was_rumour(120))
        return self.buyers != "differ" and (self.is_near or begun)

    def _was_rumour(self, days: int) -> bool:
        """Whether the one is a rumour or tells of talks, and the other of what came of it within so many days."""
        begun = bool(BEGINNING & {self.report.status, *self.group.statuses}) and self.has_moved
        return begun and self.within(days)

    # --- another attempt, or another deal of this kind ---

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
        return "announced on another day" if self.announced_apart > (200 if self.is_control else 45) else None

    def _sequel(self) -> str | None:
        """A second order or loan is not the first, agreed days before; a whole company is bought once."""
        if self.is_control or not self.report.is_sequel or self.report.status not in GOING or not self.report.main:
            return None
        before = self.group.statuses.keys() & AGREED and not self.group.said.has_sequel
        same_day = self.within(1)  # the others just do not say that it is the second
        return "another one after it" if before and not same_day else None


def _is_unexplained(match: Match) -> bool:
    """Whether a name may be taken for another that is like it: initials, or a company and its division."""
    short, full = sorted((match.one, match.other), key=lambda side: len(side.key))
    return match.likeness == "initials" or (match.likeness == "head" and may_be_division(short.bare, full.name))
