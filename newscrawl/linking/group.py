"""Reports → groups that tell one deal each: a function of the set of reports alone.

The reports are taken in the order of their publication; each joins the group that it fits best, or begins its own. A
report is only ever compared with groups that hold one like it (``may_tell_the_same``), so that a deal depends on
nothing but the reports that are connected with it, and a new report on those alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from newscrawl.linking.compare import Fit, Refusal, fit
from newscrawl.linking.guidance import NONE, Guidance
from newscrawl.linking.keys import keys_of
from newscrawl.linking.model import Group, Member, Report
from newscrawl.linking.names import is_described
from newscrawl.linking.objections import OTHER_BUYER, OTHER_PARTIES
from newscrawl.linking.profile import Profile
from newscrawl.linking.sides import may_tell_the_same

Find = Callable[[Report], Iterable[Report]]
"""A report → all reports that share a key with it, or that the user says are one deal with it; it may be among them."""
Shape = int
"""The hash of what ``may_tell_the_same`` looks at: reports of one shape have the same neighbours."""
BY_USER = ("the user says that they are one deal",)


def group_reports(reports: Iterable[Report], guidance: Guidance = NONE) -> list[Group]:
    """Group reports that are all at hand; the groups come in the order of their first report."""
    listed = list(reports)
    by_key: dict[str, list[Report]] = {}
    for report in listed:
        for key in (*keys_of(report), *guidance.together.get(report.uid, ())):
            by_key.setdefault(key, []).append(report)

    def find(report: Report) -> Iterable[Report]:
        return (found for key in (*keys_of(report), report.uid) for found in by_key.get(key, ()))

    web = Web(find, guidance)
    for report in listed:
        web.include(report)
    return web.groups()


@dataclass
class _Cluster:
    """A group with what it says as a whole; ``number`` is that of the reports in it, in their order."""

    group: Group = field(default_factory=Group)
    profile: Profile = field(default_factory=Profile)
    shapes: set[Shape] = field(default_factory=set)
    number: int = 0


class Web:
    """Reports and all that are connected with them, each found when it is needed."""

    def __init__(self, find: Find, guidance: Guidance = NONE) -> None:
        self.find = find
        self.guidance = guidance
        self.memory = guidance.memory
        self.memory.make_room()
        self.reports: dict[str, Report] = {}
        self.numbers: dict[str, tuple[int, Shape]] = {}
        """Uid → the number of the report, and of its shape."""
        self.near: dict[Shape, set[Shape]] = {}

    def include(self, report: Report) -> None:
        """Add a report and whatever is connected with it, directly or through others."""
        waiting = [report]
        while waiting:
            one = waiting.pop()
            if one.uid not in self.reports:
                self.reports[one.uid] = one
                if self._shape(one) not in self.near or one.uid in self.guidance.together:
                    waiting += self._neighbours(one)

    def _number(self, report: Report) -> int:
        return self._numbers(report)[0]

    def _shape(self, report: Report) -> Shape:
        return self._numbers(report)[1]

    def _numbers(self, report: Report) -> tuple[int, Shape]:
        if report.uid not in self.numbers:
            same = report.uid, hash(report)  # the report itself would be kept with all that it says
            self.numbers[report.uid] = self.memory.number(same), hash(shape_of(report))
        return self.numbers[report.uid]

    def _neighbours(self, report: Report) -> list[Report]:
        """The reports like this one; that they are is noted for their shapes."""
        shape = self._shape(report)
        near = self.near.setdefault(shape, set())
        forced = self.guidance.together.get(report.uid, ())
        found = []
        for other in self.find(report):
            theirs = self._shape(other)
            alike = self.memory.alike.get((shape, theirs))
            if alike is None:
                alike = may_tell_the_same(report, other, self.guidance.different)
                self.memory.alike[shape, theirs] = alike
            if alike:
                near.add(theirs)
            if alike or other.uid in forced:
                found.append(other)
        return found

    def groups(self) -> list[Group]:
        """All reports in groups, in the order of their first report."""
        clusters: list[_Cluster] = []
        by_shape: dict[Shape, list[int]] = {}
        placed: dict[str, int] = {}
        for report in sorted(self.reports.values(), key=lambda r: r.order):
            number, why = self._place(report, clusters, by_shape, placed)
            if number == len(clusters):
                clusters.append(_Cluster())
            shape = self._shape(report)
            if shape not in clusters[number].shapes:
                by_shape.setdefault(shape, []).append(number)
            self._add(clusters[number], Member(report, why))
            placed[report.uid] = number
        return [cluster.group for cluster in self._joined(clusters)]

    def _add(self, cluster: _Cluster, member: Member) -> None:
        cluster.group.members.append(member)
        cluster.profile.add(member.report)
        cluster.shapes.add(self._shape(member.report))
        cluster.number = self.memory.number((cluster.number, self._number(member.report)))

    def _fit(self, report: Report, cluster: _Cluster) -> Fit | Refusal:
        return self.memory.fit(
            self._number(report), cluster.number, lambda: fit(report, cluster.profile, self.guidance)
        )

    def _joined(self, clusters: list[_Cluster]) -> list[_Cluster]:
        """Clusters that a later report showed to be one: it named in full what the one had by its short name."""
        for i, one in enumerate(clusters):
            for j in range(i + 1, len(clusters)):
                if (joined := self._join(one, clusters[j])) is not None:
                    return self._joined([*clusters[:i], joined, *_without(clusters, i, j)])
        return clusters

    def _join(self, one: _Cluster, other: _Cluster) -> _Cluster | None:
        """Two clusters made one if all reports of the later fit the earlier, or the other way round where nothing but
        names spoke against it; None if they do not.
        """
        if (one.number, other.number) in self.memory.apart:
            return None
        if self._touch(one, other):
            if (whys := self._all_fit(other, one)) is not None:
                return self._merged(one, other, whys)
            whys = self._all_fit(one, other) if self._differs_in_names(other, one) else None
            if whys is not None:
                return self._merged(other, one, whys)
        self.memory.apart.add((one.number, other.number))
        return None

    def _differs_in_names(self, cluster: _Cluster, other: _Cluster) -> bool:
        found = [self._fit(report, other) for report in cluster.group.reports]
        return all(isinstance(one, Fit) or one.why in (OTHER_PARTIES, OTHER_BUYER) for one in found)

    def _touch(self, one: _Cluster, other: _Cluster) -> bool:
        return any(not other.shapes.isdisjoint(self.near.get(shape, ())) for shape in one.shapes)

    def _all_fit(self, cluster: _Cluster, into: _Cluster) -> list[tuple[str, ...]] | None:
        """Why each report of a cluster fits another; None if one does not."""
        whys = []
        for report in cluster.group.reports:
            found = self._fit(report, into)
            if not isinstance(found, Fit):
                return None
            whys.append(found.why)
        return whys

    def _merged(self, one: _Cluster, other: _Cluster, whys: list[tuple[str, ...]]) -> _Cluster:
        """Two clusters made one; the reports of the second have the reasons for which they fit the first."""
        joined = _Cluster()
        moved = [Member(report, why) for report, why in zip(other.group.reports, whys, strict=True)]
        for member in sorted([*one.group.members, *moved], key=lambda m: m.report.order):
            self._add(joined, Member(member.report, member.why))
        return joined

    def _place(
        self,
        report: Report,
        clusters: list[_Cluster],
        by_shape: Mapping[Shape, list[int]],
        placed: Mapping[str, int],
    ) -> tuple[int, tuple[str, ...]]:
        """The number of the cluster that a report joins, that of a new one if it fits none, and why."""
        for other in sorted(self.guidance.together.get(report.uid, ())):
            if other in placed:
                return placed[other], BY_USER
        near = sorted({n for shape in self.near.get(self._shape(report), ()) for n in by_shape.get(shape, ())})
        fits = [(self._fit(report, clusters[number]), number) for number in near]
        fitting = [(found.score, -number, found.why) for found, number in fits if isinstance(found, Fit)]
        if not fitting:
            return len(clusters), ()
        _, number, why = max(fitting)
        return -number, why


def _without(clusters: list[_Cluster], i: int, j: int) -> list[_Cluster]:
    """What stands behind ``i``, but for ``j``."""
    return [*clusters[i + 1 : j], *clusters[j + 1 :]]


def shape_of(report: Report) -> tuple[object, ...]:
    """What ``may_tell_the_same`` looks at in a report."""
    return report.type, tuple(
        sorted(
            (
                side.role,
                is_described(side.name),
                side.key,
                side.bare,
                tuple(sorted(side.heads)),
                side.initials,
                side.last,
                tuple(sorted(side.others)),
                side.description or (),
            )
            for side in report.sides
        )
    )
