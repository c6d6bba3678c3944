"""What was found when reports were compared before, so that linking one more report compares only what is new.

A company that thousands of articles tell of has all their reports in view when one is added: what belongs together
follows from the reports alone. Comparing them all again would cost the square of their number each time.
"""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # compare needs guidance, which holds a memory
    from newscrawl.linking.compare import Fit, Refusal

MOST = 200_000
"""Things that are remembered before all is forgotten: some 50 MB."""


class Memory:
    """Results of comparing, by the numbers of what was compared; equal things have the same number.

    ``fits`` are of reports and groups, ``alike`` of the shapes of two reports, ``apart`` groups that do not become one.
    """

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}
        self.fits: dict[tuple[int, int], Fit | Refusal] = {}
        self.alike: dict[tuple[int, int], bool] = {}
        self.apart: set[tuple[int, int]] = set()

    def number(self, thing: Hashable) -> int:
        """The number of a report, or of a group grown by one report."""
        return self.numbers.setdefault(thing, len(self.numbers) + 1)

    def fit(self, report: int, group: int, find: "Callable[[], Fit | Refusal]") -> "Fit | Refusal":
        """How a report fits a group, found only once."""
        found = self.fits.get((report, group))
        if found is None:
            found = self.fits[report, group] = find()
        return found

    def make_room(self) -> None:
        """Forget everything if it has become much; numbers given before mean nothing any more."""
        if len(self.numbers) + len(self.fits) + len(self.alike) + len(self.apart) > MOST:
            for kept in (self.numbers, self.fits, self.alike, self.apart):
                kept.clear()
