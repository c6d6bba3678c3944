"""Reports that are new or changed, and all that are connected with them → the deals that they belong to.

What belongs together is decided by ``newscrawl.linking`` from the reports alone; here it is put into the tables so
that uids stay. A deal stays with the report whose uid it has; of deals that become one the oldest stays, and the uids
of the others lead there.
"""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from newscrawl.database.deals import new_deal, refresh_deal
from newscrawl.database.nodes import Node, Nodes, marks
from newscrawl.database.pages import parts
from newscrawl.linking.group import Web
from newscrawl.linking.model import Group

OWNERS = """
    SELECT d.id, d.uid, coalesce(
        (SELECT uid FROM reports WHERE uid = d.uid AND deal = d.id), (SELECT min(uid) FROM reports WHERE deal = d.id)
    )
    FROM deals d WHERE d.id IN ({}) ORDER BY d.id
"""


def link(db: Database, nodes: Nodes, seeds: Iterable[Node], fresh: set[str], touched: Iterable[int] = ()) -> None:
    """Group the seeds with all that is connected with them, and write what that changes; within a transaction.

    ``fresh`` are the uids of reports that are new or were read anew, ``touched`` deals that lost reports: their deals
    are derived anew in any case.
    """
    web = Web(nodes.find, nodes.guidance)
    for node in seeds:
        web.include(node.report)
    groups = web.groups()
    changed, gone = set(touched), set[int]()
    for group, deals in zip(groups, _owned(db, nodes, groups), strict=True):
        changed |= assign(db, nodes, group, deals, fresh, gone)
    for deal in sorted(changed - gone):
        refresh_deal(db, deal, nodes)


def _members(nodes: Nodes, group: Group) -> list[Node]:
    return [nodes.by_uid[report.uid] for report in group.reports]


def _owned(db: Database, nodes: Nodes, groups: Sequence[Group]) -> list[list[tuple[int, str]]]:
    """For each group its deals, key and uid: a deal goes with the report whose uid it has. If that is told no more, it
    goes with the first of its reports by their uids.
    """
    place = {report.uid: number for number, group in enumerate(groups) for report in group.reports}
    owned: list[list[tuple[int, str]]] = [[] for _ in groups]
    for part in parts(sorted({nodes.by_uid[uid].deal for uid in place})):
        for deal, uid, owner in db.execute(OWNERS.format(marks(part)), list(part)):
            if owner in place:
                owned[place[owner]].append((deal, uid))
    return owned


def assign(
    db: Database, nodes: Nodes, group: Group, deals: list[tuple[int, str]], fresh: set[str], gone: set[int]
) -> set[int]:
    """Give all reports of a group one deal, and return the deals that must be derived anew; those that are removed on
    the way are added to ``gone``.
    """
    members = _members(nodes, group)
    if not deals:
        first = members[0].report
        deals = [(new_deal(db, first.uid, first), first.uid)]
    (deal, uid), *others = deals
    moved = [node for node in members if node.deal != deal]
    _write_reasons(db, group, members)
    if not moved and not others and not fresh & {report.uid for report in group.reports}:
        return set()
    left = {node.deal for node in moved}
    for node in moved:
        _move(db, node, deal)
    for other, former in others:
        if _merge(db, other, former, deal):
            gone.add(other)
    _redirect(db, [node.report.uid for node in members if node.report.uid != uid], uid, deal)
    return {deal} | left


def _write_reasons(db: Database, group: Group, members: list[Node]) -> None:
    for node, member in zip(members, group.members, strict=True):
        why = "; ".join(member.why) or None
        if node.why != why:
            db.execute("UPDATE reports SET why = ? WHERE id = ?", [why, node.key])
            node.why = why


def _move(db: Database, node: Node, deal: int) -> None:
    """Give a report with its earlier versions to a deal."""
    uid = node.report.uid
    db.execute("UPDATE deal_events SET deal = ? WHERE report IN (SELECT id FROM reports WHERE uid = ?)", [deal, uid])
    db.execute("UPDATE reports SET deal = ? WHERE uid = ?", [deal, uid])
    node.deal = deal


def _merge(db: Database, deal: int, uid: str, into: int) -> bool:
    """Remove a deal if all of its reports have gone; its uid, and those that led to it, lead to the other then."""
    if db.execute("SELECT 1 FROM reports WHERE deal = ?", [deal]).fetchone():
        return False
    db.execute("UPDATE deal_redirects SET deal = ? WHERE deal = ?", [into, deal])
    db.execute("DELETE FROM deals WHERE id = ?", [deal])
    _redirect(db, [uid], None, into)
    return True


def _redirect(db: Database, uids: Iterable[str], own: str | None, deal: int) -> None:
    """Let uids lead to a deal, unless they are deals; its own uid leads nowhere else."""
    for uid in uids:
        db.execute(
            "INSERT INTO deal_redirects (uid, deal) SELECT :uid, :deal"
            " WHERE NOT EXISTS (SELECT 1 FROM deals WHERE uid = :uid)"
            " ON CONFLICT (uid) DO UPDATE SET deal = excluded.deal WHERE deal <> excluded.deal",
            {"uid": uid, "deal": deal},
        )
    db.execute("DELETE FROM deal_redirects WHERE uid = ?", [own])
