"""For people: why the reports of a deal belong together, and why reports like them tell other deals."""

from collections.abc import Iterator

from sqlite_utils import Database

from newscrawl.database.nodes import Nodes
from newscrawl.database.relink import connected_with
from newscrawl.linking.compare import Refusal, fit
from newscrawl.linking.group import Web
from newscrawl.linking.guidance import Guidance
from newscrawl.linking.model import Group, Report
from newscrawl.linking.profile import Profile


def explanation(db: Database, uid: str, guidance: Guidance) -> Iterator[str]:
    """Lines about the deal that a uid leads to; none if it leads nowhere."""
    nodes = Nodes(db, guidance)
    found = db.execute(
        "SELECT id FROM deals WHERE uid = :uid UNION SELECT deal FROM deal_redirects WHERE uid = :uid", {"uid": uid}
    ).fetchone()
    members = nodes.of_deal(found[0]) if found else []
    web = Web(nodes.find, guidance)
    for node in members:
        for other in connected_with(nodes, node):
            web.include(other.report)
    own = {node.report.uid for node in members}
    groups = [(group, bool(own & {report.uid for report in group.reports})) for group in web.groups()]
    for group, _ in (pair for pair in groups if pair[1]):
        yield from _together(group)
    for group, _ in (pair for pair in groups if not pair[1]):
        yield from _apart(group, [node.report for node in members], guidance)


def _together(group: Group) -> Iterator[str]:
    yield "one deal:"
    for member in group.members:
        yield f"  {_line(member.report)}"
        yield f"      {'; '.join(member.why) or 'the first report'}"


def _apart(group: Group, reports: list[Report], guidance: Guidance) -> Iterator[str]:
    """A group that is another deal, with what its first report would have to get over."""
    profile = Profile()
    for report in reports:
        profile.add(report)
    verdict = fit(group.reports[0], profile, guidance)
    yield f"another deal: {verdict.why if isinstance(verdict, Refusal) else 'fits another report better'}"
    yield from (f"  {_line(report)}" for report in group.reports)


def _line(report: Report) -> str:
    parties = ", ".join(f"{side.role} {side.name}" for side in report.sides)
    return f"{report.uid}  {report.day}  {report.site}  {report.type} {report.status}: {parties}"
