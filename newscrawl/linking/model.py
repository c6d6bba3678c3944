"""What linking looks at: reports, each what one article tells of one deal; and the groups that it puts them in."""

from dataclasses import dataclass, field
from functools import cached_property

from newscrawl.deals.deal_types import deal_types
from newscrawl.deals.model import Amount
from newscrawl.linking.generic import Description
from newscrawl.linking.wording import counts_in, matter_of, says


@dataclass(frozen=True, slots=True)
class Side:
    """A party of a report under the keys of its name (see ``company_key``) and of the article's other names for it.

    ``bare`` is the key without an ending such as "Group"; ``heads`` are the keys of its first words and ``initials``
    the first letters of a name of several words; ``first`` and ``last`` are the keys of the first and the last word,
    ``description`` is what the name means (see ``description_of``).
    """

    name: str
    role: str
    key: str
    bare: str
    others: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    initials: str = ""
    first: str = ""
    last: str = ""
    description: Description | None = None

    @property
    def keys(self) -> frozenset[str]:
        return self.others | {self.key}


@dataclass(frozen=True, kw_only=True)
class Report:
    """What one article tells of one deal.

    ``uid`` names it among all reports and orders those of one day. ``article`` is the key of the article: two deals of
    one article are two. ``site`` is where it stands. ``day`` is the day of publication or, if unknown, of the fetching.
    Dates are ISO 8601, as exact as told; ``events`` are the statuses and dates of what else it tells of the deal.
    """

    uid: str
    article: str
    site: str
    day: str
    language: str | None
    type: str
    status: str
    main: bool
    sides: tuple[Side, ...]
    sentence: str
    amount: Amount | None = None
    qualifier: str | None = None
    stake_percent: float | None = None
    announced: str | None = None
    closing_expected: str | None = None
    closed: str | None = None
    events: tuple[tuple[str, str | None], ...] = ()
    confidence: float = 0.0
    rounds: frozenset[str] = frozenset()
    durations: frozenset[str] = frozenset()

    @cached_property
    def family(self) -> str:
        return deal_types()[self.type].family

    @cached_property
    def counts(self) -> frozenset[int | str]:
        """Numbers of things and codes of products in its sentence."""
        return counts_in(self.sentence)

    @cached_property
    def matter(self) -> frozenset[str]:
        """Beginnings of the words of its sentence that tell of the matter, but for the names."""
        names = {word for side in self.sides for word in matter_of(side.name)}
        return matter_of(self.sentence) - names

    @cached_property
    def instruments(self) -> frozenset[str]:
        """Whether it tells of a loan (debt) or of shares (equity); empty if of both or neither."""
        told = frozenset(name for name in ("debt", "equity") if says(name, self.sentence))
        told |= {"equity"} if self.rounds and not told else frozenset()
        return told if len(told) == 1 else frozenset()

    @cached_property
    def is_sequel(self) -> bool:
        """Whether it says that the parties had such a deal before."""
        return says("sequel", self.sentence)

    @cached_property
    def order(self) -> tuple[str, str]:
        """The order in which reports are linked: as they were published."""
        return self.day, self.uid


@dataclass(slots=True)
class Member:
    """A report in a group, and why it was put there; no reasons for the first."""

    report: Report
    why: tuple[str, ...] = ()


@dataclass(slots=True)
class Group:
    """Reports that tell one deal, in the order of their publication."""

    members: list[Member] = field(default_factory=list)

    @property
    def reports(self) -> list[Report]:
        return [member.report for member in self.members]
