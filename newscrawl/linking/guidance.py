"""What is known besides the reports: exchange rates, and what the user says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newscrawl.linking.memory import Memory
from newscrawl.linking.money import Rates, no_rates


@dataclass(frozen=True)
class Guidance:
    """What overrules or helps the comparison of reports.

    ``aliases`` leads from the key of a name to that of the company that it is. ``different`` are pairs of company keys
    that are never one company. ``together`` names for a report's uid the set
    of reports that are one deal with it; ``apart`` are pairs of uids that are never one deal. What was compared under
    it is kept in ``memory``.
    """

    rates: Rates = no_rates
    aliases: Mapping[str, str] = field(default_factory=dict)
    different: frozenset[frozenset[str]] = frozenset()
    together: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()
    memory: Memory = field(default_factory=Memory, init=False, compare=False, repr=False)

    def are_apart(self, uid: str, uids: set[str]) -> bool:
        return bool(self.apart) and any(frozenset((uid, other)) in self.apart for other in uids)


NONE = Guidance()
