"""Reports → groups that tell one deal each: a function of the set of reports alone.

The reports are taken in the order of their publication; each joins the group that it fits best, or begins its own. A
report is only ever compared with groups that hold one like it (``may_tell_the_same``), so that a deal depends on
nothing but the reports that are connected with it, and a new report on those alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from newscrawl.linking.compare import Fit, fit
from newscrawl.linking.guidance import NONE, Guidance
from newscrawl.linking.keys import keys_of
from newscrawl.linking.model import Group, Member, Report
from newscrawl.linking.objections import OTHER_BUYER, OTHER_PARTIES
from newscrawl.linking.profile import Profile
from newscrawl.linking.sides import may_tell_the_same

Find = Callable[[Report], Iterable[Report]]
"""A report → all reports that share a key with it, or that the user says are one deal with it; it may be among them."""
Shape = tuple[object, ...]
"""What ``may_tell_the_same`` looks at: reports of one shape have the same neighbours."""
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
    group: Group = field(default_factory=Group)
    profile: Profile = field(default_factory=Profile)
    shapes: set[Shape] = field(default_factory=set)

    def add(self, report: Report, why: tuple[str, ...] = ()) -> None:
        self.group.members.append(Member(report, why))
        self.profile.add(report)
        self.shapes.add(shape_of(report))


class Web:
    """Reports and all that are connected with them, each found when it is needed."""

    def __init__(self, find: Find, guidance: Guidance = NONE) -> None:
        self.find = find
        self.guidance = guidance
        self.reports: dict[str, Report] = {}
        self.near: dict[Shape, set[Shape]] = {}

    def include(self, report: Report) -> None:
        """Add a report and whatever is connected with it, directly or through others."""
        waiting = [report]
        while waiting:
            one = waiting.pop()
            if one.uid not in self.reports:
                self.reports[one.uid] = one
                if shape_of(one) not in self.near or one.uid in self.guidance.together:
                    waiting += self._neighbours(one)

    def _neighbours(self, report: Report) -> list[Report]:
        """The reports like this one; that they are is noted for their shapes."""
        near = self.near.setdefault(shape_of(report), set())
        forced = self.guidance.together.get(report.uid, ())
        judged: dict[Shape, bool] = {}
        found = []
        for other in self.find(report):
            theirs = shape_of(other)
            if theirs not in judged:
                judged[theirs] = may_tell_the_same(report, other, self.guidance.different)
            if judged[theirs]:
                near.add(theirs)
            if judged[theirs] or other.uid in forced:
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
            shape = shape_of(report)
            if shape not in clusters[number].shapes:
                by_shape.setdefault(shape, []).append(number)
            clusters[number].add(report, why)
            placed[report.uid] = number
        return [cluster.group for cluster in self._joined(clusters)]

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
        if not self._touch(one, other):
            return None
        if (whys := self._all_fit(other, one)) is not None:
            return _merged(one, other, whys)
        whys = self._all_fit(one, other) if self._differs_in_names(other, one) else None
        return None if whys is None else _merged(other, one, whys)

    def _differs_in_names(self, cluster: _Cluster, other: _Cluster) -> bool:
        found = [fit(report, other.profile, self.guidance) for report in cluster.group.reports]
        return all(isinstance(one, Fit) or one.why in (OTHER_PARTIES, OTHER_BUYER) for one in found)

    def _touch(self, one: _Cluster, other: _Cluster) -> bool:
        return any(not other.shapes.isdisjoint(self.near.get(shape, ())) for shape in one.shapes)

    def _all_fit(self, cluster: _Cluster, into: _Cluster) -> list[tuple[str, ...]] | None:
        """Why each report of a cluster fits another; None if one does not."""
        whys = []
        for report in cluster.group.reports:
            found = fit(report, into.profile, self.guidance)
            if not isinstance(found, Fit):
                return None
            whys.append(found.why)
        return whys

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
        near = sorted({n for shape in self.near.get(shape_of(report), ()) for n in by_shape.get(shape, ())})
        fits = [(fit(report, clusters[number].profile, self.guidance), number) for number in near]
        fitting = [(found.score, -number, found.why) for found, number in fits if isinstance(found, Fit)]
        if not fitting:
            return len(clusters), ()
        _, number, why = max(fitting)
        return -number, why


def _merged(one: _Cluster, other: _Cluster, whys: list[tuple[str, ...]]) -> _Cluster:
    """Two clusters made one; the reports of the second have the reasons for which they fit the first."""
    joined = _Cluster()
    moved = [Member(report, why) for report, why in zip(other.group.reports, whys, strict=True)]
    for member in sorted([*one.group.members, *moved], key=lambda m: m.report.order):
        joined.add(member.report, member.why)
    return joined


def _without(clusters: list[_Cluster], i: int, j: int) -> list[_Cluster]:
    """What stands behind ``i``, but for ``j``."""
    return [*clusters[i + 1 : j], *clusters[j + 1 :]]


def shape_of(report: Report) -> Shape:
    return report.type, tuple(
        sorted(
            (
                side.role,
                side.key,
                side.bare,
                tuple(sorted(side.heads)),
                side.initials,
                tuple(sorted(side.others)),
                side.description or (),
            )
            for side in report.sides
        )
    )
