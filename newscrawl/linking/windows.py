"""How many days may lie between two reports of one deal. News of one stage come together; other stages follow."""

from datetime import date

from newscrawl.linking.facts import CONTROL, HALF, Facts

BEGINNING = frozenset(("rumoured", "talks"))
OVER = frozenset(("completed", "terminated"))
LASTING = 1500
"""Days after which the end of an agreement is still told, if nothing says how long it was made for."""


class Windows(Facts):
    """One report beside one group: whether too much time lies between them."""

    def too_far(self) -> str | None:
        if self.gap is None:
            return None if self._may_be_meant() else "told in passing, without a date"
        window = self.window()
        return f"{self.gap} days apart, more than {window}" if self.gap > window else None

    def _may_be_meant(self) -> bool:
        """Whether a deal that is told in passing, without a date, can be the group's: the parties have no later one."""
        if self.agrees or self.same_venture or (self.is_control and self.buyers == "agree"):
            return True
        if "differ" in self.details or self.report.type not in self.group.types or not self.group.spans:
            return False
        told = self.buyers == "agree" if self.is_equity else True
        ago = date.fromisoformat(self.report.day).toordinal() - max(last for _, last in self.group.spans)
        return told and ago <= (550 if self.is_equity else 400)

    def window(self) -> int:
        """Days that may lie between the report and the nearest of the group."""
        if self.is_control:
            return 550 if self.buyers == "agree" else 200
        follows = self.has_moved or not self.report.main
        if self.is_equity:
            return self._equity_window(follows)
        if follows and self.report.status in OVER:
            return self._lasting()
        if self.is_later_venture:
            return 400 if self.same_venture else 200
        return (400 if self.agrees else 200) if follows else (75 if self.agrees else 30)

    def _lasting(self) -> int:
        """Days after which an agreement may end."""
        durations = [years for iso in self.group.durations | self.report.durations if (years := self.years(iso))]
        return 365 * (max(durations) + 1) if durations else LASTING

    @property
    def is_later_venture(self) -> bool:
        """Whether a venture of these partners is told to go on, rather than to be founded once more: by its name, or
        without a day of founding, and where it had a name it is not told without one.
        """
        if self.same_venture:
            return True
        if self.report.announced is not None or self.report.is_sequel or all(self.lone):
            return False
        known = self.report.status in OVER or not self.group.of("venture") or bool(self.shared_words)
        return known and self.types == {"joint_venture"}

    def was_sought(self) -> bool:
        """Whether a round was so far only rumoured or talked about; who would pay was not known."""
        return self.types == {"funding"} and self.group.statuses.keys() <= BEGINNING

    def _equity_window(self, follows: bool) -> int:
        if self.types & CONTROL and self.types - CONTROL and not self.agrees:
            return 120 if follows or max(self.own.percents | self.group.percents, default=0) > HALF else 30
        if not follows:
            return 75 if self.agrees else 45
        if self.buyers != "agree":
            return 200 if self.agrees or self.was_sought() else 45
        return 400 if self.agrees else 270
