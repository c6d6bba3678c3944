"""The parties of all reports of a deal → the companies that take part, each under its canonical name and key.

Within a deal it is known who is who: a short name, initials or a misprint in one report is the company that another
report names in full. Nowhere else is anything concluded from it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from newscrawl.deals.model import ROLES
from newscrawl.linking.model import Report, Side
from newscrawl.linking.sides import UNEXPLAINED, Different, likeness, match_sides


@dataclass(slots=True)
class Company:
    """One party of a deal in all its reports: the sides that name it, by the report's uid."""

    sides: dict[str, Side] = field(default_factory=dict)

    def may_be(self, other: "Company") -> bool:
        """Whether the one may be the other's short name or initials, which no article explains."""
        pairs = product(self.sides.values(), other.sides.values())
        return self is not other and any(
            likeness(one, two) in UNEXPLAINED and one.role == two.role for one, two in pairs
        )

    @property
    def key(self) -> str:
        """The fullest name's key: not one that a report gives as another name of it, then the one most often used."""
        counts = Counter(side.key for side in self.sides.values())
        short = {key for side in self.sides.values() for key in side.others if key != side.key}
        return min(counts, key=lambda key: (key in short, -counts[key], -len(key), key))

    def name(self, lead: str) -> str:
        """How it is printed: by the leading report, if under this key, or else as most reports do."""
        key = self.key
        if lead in self.sides and self.sides[lead].key == key:
            return self.sides[lead].name
        names = Counter(side.name for side in self.sides.values() if side.key == key)
        return min(names, key=lambda name: (-names[name], len(name), name))

    def role(self, types: dict[str, str], type_: str, lead: str) -> str | None:
        """Its role according to most of the reports of the deal's type, the leading one first; ``types`` by uid."""
        counts = Counter(side.role for uid, side in self.sides.items() if types[uid] == type_)
        own = self.sides[lead].role if lead in self.sides else None
        return min(counts, key=lambda role: (-counts[role], role != own, ROLES.index(role)), default=None)


def companies_of(reports: Sequence[Report], different: Different) -> list[Company]:
    """The companies of a deal, in the order in which its reports name them."""
    companies: list[Company] = []
    for report in reports:
        known = {side: company for company in companies for side in company.sides.values()}
        met: dict[Side, Company] = {}
        for match in match_sides(report.sides, known, different, sure=True):
            if known[match.other] not in met.values():
                met[match.one] = known[match.other]
        for side in report.sides:
            if side not in met:
                met[side] = Company()
                companies.append(met[side])
            met[side].sides[report.uid] = side
    return companies


def taking_part(companies: Iterable[Company], reports: Sequence[Report], lead: str) -> list[Company]:
    """Those that the leading report names, or a third of all reports: one slip of the reader adds nobody to ten."""
    told = [c for c in companies if lead in c.sides or 3 * len(c.sides) >= len(reports)]
    return [c for c in told if lead in c.sides or not any(c.may_be(other) for other in told)]
