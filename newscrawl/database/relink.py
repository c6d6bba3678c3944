"""All stored reports → their deals, decided anew; deal by deal, so that it takes time and memory in proportion."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from newscrawl.database.link import link
from newscrawl.database.nodes import Node, Nodes
from newscrawl.database.report_keys import write_keys
from newscrawl.linking.group import Web
from newscrawl.linking.guidance import Guidance

PART = 500
"""Articles written in one transaction."""

ARTICLES = """
    SELECT DISTINCT v.article FROM reports r JOIN article_versions v ON v.id = r.article_version
    WHERE v.article > ? ORDER BY 1 LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Moved:
    """A report that came to another deal: its uid and article, the uids of both deals, and why it belongs there."""

    uid: str
    url: str
    former: str
    deal: str
    why: str | None


def relink(db: Database, guidance: Guidance) -> Iterator[Moved | int]:
    """Decide for all reports anew which tell the same deal, and derive all deals anew.

    Yields each report that came to another deal, and after each part of the work the number of reports done so far.
    """
    for part in _parts(db):
        with db.atomic():
            write_keys(db, Nodes(db, guidance), part)
    done: set[str] = set()
    for part in _parts(db):
        with db.atomic():
            moved = [move for article in part for move in _relink_article(db, article, guidance, done)]
        yield from moved
        yield len(done)


def _parts(db: Database) -> Iterator[list[int]]:
    last = 0
    while part := [article for (article,) in db.execute(ARTICLES, [last, PART])]:
        yield part
        last = part[-1]


def _relink_article(db: Database, article: int, guidance: Guidance, done: set[str]) -> Iterator[Moved]:
    """Link the reports of an article with all that are connected with them, unless that was done with another's."""
    nodes = Nodes(db, guidance)
    for node in nodes.of_articles([article]):
        if node.report.uid in done:
            continue
        connected = connected_with(nodes, node)
        before = {one.report.uid: one.deal for one in connected}
        uids = _uids(db, before)
        link(db, nodes, connected, set(before))
        done.update(before)
        moved = [one for one in connected if one.deal != before[one.report.uid]]
        yield from (_moved(db, one, uids[before[one.report.uid]]) for one in moved)


def connected_with(nodes: Nodes, node: Node) -> list[Node]:
    """All reports that may be in one deal with one, directly or through others."""
    web = Web(nodes.find, nodes.guidance)
    web.include(node.report)
    return [nodes.by_uid[uid] for uid in sorted(web.reports)]


def _uids(db: Database, deals: dict[str, int]) -> dict[int, str]:
    found = (db.execute("SELECT id, uid FROM deals WHERE id = ?", [deal]).fetchone() for deal in set(deals.values()))
    return dict(found)


def _moved(db: Database, node: Node, former: str) -> Moved:
    url, deal, why = db.execute(
        "SELECT a.url, d.uid, r.why FROM reports r JOIN deals d ON d.id = r.deal"
        " JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article WHERE r.id = ?",
        [node.key],
    ).fetchone()
    return Moved(node.report.uid, url, former, deal, why)
