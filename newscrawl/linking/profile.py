"""What a group of reports says as a whole, kept small: a hundred reports of one deal say few different things."""

from dataclasses import dataclass, field
from datetime import date

from newscrawl.deals.model import Amount
from newscrawl.linking.model import Report, Side
from newscrawl.linking.sides import part

Claim = tuple[Amount | None, str | None, str]
"""An amount, its qualifier and the month in which it was printed."""
Days = tuple[int, int]
"""First and last day of a span, as ordinals."""


@dataclass(slots=True)
class Profile:
    """The different things that reports say of one deal, each with nothing but itself: dicts serve as ordered sets."""

    sides: dict[str, dict[Side, None]] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    claims: dict[Claim, None] = field(default_factory=dict)
    percents: set[float] = field(default_factory=set)
    rounds: set[str] = field(default_factory=set)
    durations: set[str] = field(default_factory=set)
    spans: dict[Days, None] = field(default_factory=dict)
    announced: set[int] = field(default_factory=set)
    statuses: dict[str, int] = field(default_factory=dict)
    """For each status the last day on which it was told."""
    articles: set[str] = field(default_factory=set)
    uids: set[str] = field(default_factory=set)
    _said: "Said" = field(default_factory=lambda: Said())
    _unread: list[Report] = field(default_factory=list)

    @property
    def said(self) -> "Said":
        """What their sentences say besides the facts, read when it is first asked for."""
        for report in self._unread:
            self._said.add(report)
        self._unread.clear()
        return self._said

    def add(self, report: Report) -> None:
        for side in report.sides:
            self.sides.setdefault(part(side), {})[side] = None
        self.types.add(report.type)
        self.families.add(report.family)
        if (claim := claim_of(report)) is not None:
            self.claims[claim] = None
        if report.stake_percent is not None:
            self.percents.add(report.stake_percent)
        self.rounds |= report.rounds
        self.durations |= report.durations
        if (span := span_of(report)) is not None:
            self.spans[span] = None
            self.statuses[report.status] = max(self.statuses.get(report.status, 0), span[1])
        if (told := announced_day(report)) is not None:
            self.announced.add(told)
        self._unread.append(report)
        self.articles.add(report.article)
        self.uids.add(report.uid)

    def of(self, *parts: str) -> list[Side]:
        """The parties in these parts of the deal."""
        return [side for name in parts for side in self.sides.get(name, ())]


@dataclass(slots=True)
class Said:
    """What the sentences of reports say besides the facts; ``matter`` is by language."""

    counts: set[int | str] = field(default_factory=set)
    matter: dict[str | None, set[str]] = field(default_factory=dict)
    instruments: set[str] = field(default_factory=set)
    has_sequel: bool = False

    def add(self, report: Report) -> None:
        self.counts |= report.counts
        self.matter.setdefault(report.language, set()).update(report.matter)
        self.instruments |= report.instruments
        self.has_sequel |= report.is_sequel


def profile_of(report: Report) -> Profile:
    profile = Profile()
    profile.add(report)
    return profile


def claim_of(report: Report) -> Claim | None:
    return None if report.amount is None else (report.amount, report.qualifier, report.day[:7])


def span_of(report: Report) -> Days | None:
    """The days from the one on which the deal became known to that of the article; for a deal told of in passing only
    the former, and None where that is not told.
    """
    told = days_of(report.announced) or days_of(report.closed)
    if not report.main:
        return told
    published = date.fromisoformat(report.day).toordinal()
    return (min(told[0], published), max(min(told[1], published), published)) if told else (published, published)


def announced_day(report: Report) -> int | None:
    """The day of an announcement, where it is told to the day."""
    if report.announced is None or len(report.announced) < 10 or report.status != "announced":
        return None
    days = days_of(report.announced)
    return days[0] if days else None


def days_of(told: str | None) -> Days | None:
    """First and last day of a date as exact as told: 2013-02 → the 1st and the 28th of February 2013."""
    if told is None:
        return None
    try:
        year, month, day = (int(number) for number in [*told.split("-"), "0", "0"][:3])
        first = date(year, month or 1, day or 1)
        after = first.toordinal() + 1 if day else _next_month(first) if month else date(year + 1, 1, 1).toordinal()
    except ValueError:  # "2013-13" has the shape of a date and is none
        return None
    return first.toordinal(), after - 1


def _next_month(first: date) -> int:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1).toordinal()


def gap(one: Days, other: Days) -> int:
    """Days between two spans, 0 if they meet."""
    return max(one[0] - other[1], other[0] - one[1], 0)
