"""The reports of one deal → what follows for the deal: its type and status, its dates, its amount, who takes part.

Every value is one that a report tells. Which one is chosen depends on the set of reports alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from newscrawl.deals.model import ROLES, TYPES
from newscrawl.linking.companies import Company, companies_of, taking_part
from newscrawl.linking.copies import copies, independent
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Report
from newscrawl.linking.money import APART, compare_amounts
from newscrawl.linking.profile import claim_of

OVER = ("completed", "terminated")
AGREED = ("announced", "completed")
STAGES = ("rumoured", "denied", "talks", "announced", "completed", "terminated")


@dataclass(frozen=True, slots=True)
class Party:
    """A company in a deal: its key, its name as printed, its role."""

    key: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the reports of a deal.

    ``lead`` is the uid of the report that its words are taken from, ``amount_from`` of that whose amount it has.
    ``copies`` leads from a copied report to the original. ``keys`` has for each report's uid and the place of a party
    in it the key of the company.
    """

    lead: str
    type: str
    status: str
    main: bool
    parties: tuple[Party, ...]
    amount_from: str
    stake_percent: float | None
    rumoured: str | None
    announced: str | None
    closing_expected: str | None
    closed: str | None
    confidence: float
    amounts_differ: bool
    articles: int
    independent_reports: int
    copies: dict[str, str]
    keys: dict[tuple[str, int], str]


def follow(reports: Sequence[Report], guidance: Guidance) -> Outcome:
    """What follows from reports that tell one deal, given in their order (see ``Report.order``)."""
    type_, status = type_of(reports), status_of(reports)
    lead = lead_of(reports, type_, status)
    companies = companies_of(reports, guidance.different)
    copied = copies(reports)
    amount = amount_of(reports, lead, guidance)
    return Outcome(
        lead=lead.uid,
        type=type_,
        status=status,
        main=any(report.main for report in reports),
        parties=_parties(companies, reports, lead, type_),
        amount_from=amount.uid,
        stake_percent=_most(r.stake_percent for r in [lead, *reports]),
        rumoured=rumoured(reports),
        announced=announced(reports, lead),
        closing_expected=_last(r.closing_expected for r in reports),
        closed=_exactest([*(r.closed for r in reports), *_dates(reports, "completed")]),
        confidence=lead.confidence,
        amounts_differ=amounts_differ(reports, guidance),
        articles=len({report.article for report in reports}),
        independent_reports=independent(reports, copied),
        copies=copied,
        keys=_keys(companies, reports),
    )


def type_of(reports: Sequence[Report]) -> str:
    """The type that most say, those that are about the deal first; of two the one told first in the list of types."""
    counts = Counter(r.type for r in _about(reports))
    return min(counts, key=lambda name: (-counts[name], TYPES.index(name)))


def status_of(reports: Sequence[Report]) -> str:
    """How far the deal has come: the latest ending, else announced if any says so, else what was said last.

    What an article mentions in passing counts only as an ending: such mentions are hardly ever up to date.
    """
    told = [r for r in reports if r.main or r.status == "terminated"] or list(reports)
    ended = [r for r in told if r.status in OVER]
    if ended:
        return max(ended, key=lambda r: (r.day, STAGES.index(r.status))).status
    if any(r.status == "announced" for r in told):
        return "announced"
    return max(told, key=lambda r: (r.day, STAGES.index(r.status))).status


def lead_of(reports: Sequence[Report], type_: str, status: str) -> Report:
    """The report that says most of the deal as it stands; of equals the surest, then the first."""
    return min(
        reports,
        key=lambda r: (
            not r.main,
            r.type != type_,
            len(r.sides) < 2,
            r.status != status,
            -_told(r),
            -r.confidence,
            r.order,
        ),
    )


def _told(report: Report) -> int:
    return sum(x is not None for x in (report.amount, report.stake_percent, report.announced, report.closed))


def amount_of(reports: Sequence[Report], lead: Report, guidance: Guidance) -> Report:
    """The report whose amount the deal has: one that most others agree with, rather an announcement's than a rumour's,
    rather exact than about, then the newest; the leading report if none names an amount.
    """
    named = [r for r in reports if r.amount is not None]
    if not named:
        return lead
    support = {r.uid: sum(_compare(r, other, guidance) == "agree" for other in named) for r in named}
    return max(named, key=lambda r: (r.status not in ("rumoured", "talks", "denied"), support[r.uid],
                                     r.qualifier != "about", r is lead, r.order))  # fmt: skip


def amounts_differ(reports: Sequence[Report], guidance: Guidance) -> bool:
    """Whether two reports name amounts that cannot be the same money, however near."""
    named = {claim_of(r): r for r in reports if r.amount is not None}
    return any(_compare(one, other, guidance, apart=1.0) == "differ" for one, other in combinations(named.values(), 2))


def _compare(one: Report, other: Report, guidance: Guidance, apart: float = APART) -> str | None:
    mine, theirs = ((report.amount, report.qualifier, report.day) for report in (one, other))
    return compare_amounts(mine, theirs, guidance.rates, apart)


def rumoured(reports: Sequence[Report]) -> str | None:
    """When it was first rumoured: as told, or the day of the first article that tells it as a rumour."""
    days = [(r.announced or r.day) for r in reports if r.status == "rumoured" and r.main]
    return min([*days, *_dates(reports, "rumoured")], default=None)


def announced(reports: Sequence[Report], lead: Report) -> str | None:
    """When it was announced, according to reports of an announcement or closing, not of a rumour or ending.

    Of a deal of which no report tells an announcement, when it became known.
    """
    agreed = [r for r in reports if r.status in AGREED]
    told = [r.announced for r in agreed if r.announced] or _dates(reports, "announced")
    return _exactest(told) if told or agreed else lead.announced


def _dates(reports: Iterable[Report], status: str) -> list[str]:
    return [date for report in reports for said, date in report.events if said == status and date]


def _about(reports: Sequence[Report]) -> list[Report]:
    return [report for report in reports if report.main] or list(reports)


def _exactest(dates: Iterable[str | None]) -> str | None:
    """The most exact date, of several the one told most often, then the earliest."""
    counts = Counter(date for date in dates if date)
    return min(counts, key=lambda date: (-len(date), -counts[date], date), default=None)


def _most(values: Iterable[float | None]) -> float | None:
    """The value told most often, the first of several."""
    counts = Counter(value for value in values if value is not None)
    return max(counts, key=lambda value: counts[value], default=None)


def _last(values: Iterable[str | None]) -> str | None:
    return next((value for value in reversed(list(values)) if value), None)


def _parties(companies: list[Company], reports: Sequence[Report], lead: Report, type_: str) -> tuple[Party, ...]:
    types = {report.uid: report.type for report in reports}
    found = [
        Party(company.key, company.name(lead.uid), role)
        for company in taking_part(companies, reports, lead.uid)
        if (role := company.role(types, type_, lead.uid))
    ]
    return tuple(sorted(found, key=lambda party: ROLES.index(party.role)))


def _keys(companies: list[Company], reports: Sequence[Report]) -> dict[tuple[str, int], str]:
    key_of = {(uid, side): company.key for company in companies for uid, side in company.sides.items()}
    return {(r.uid, position): key_of[r.uid, side] for r in reports for position, side in enumerate(r.sides)}
