"""The keys under which stored reports are found by new ones: those of each article's newest reports."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from newscrawl.database.nodes import Node, Nodes, marks
from newscrawl.linking.guidance import NONE
from newscrawl.linking.keys import keys_of

PART = 500
"""Articles whose keys are written in one transaction."""

LACKING = """
    SELECT DISTINCT v.article FROM reports r JOIN article_versions v ON v.id = r.article_version
    WHERE v.article > ? AND NOT EXISTS (SELECT 1 FROM report_keys WHERE report = r.id) ORDER BY 1 LIMIT ?
"""


def write_keys(db: Database, nodes: Nodes, articles: Sequence[int], is_new: bool = False) -> list[Node]:
    """Write the keys of the articles' newest reports anew, forget those of earlier ones, and return the former.

    ``is_new`` says that none of their reports has keys yet.
    """
    if not is_new:
        db.execute(
            "DELETE FROM report_keys WHERE report IN (SELECT r.id FROM reports r JOIN article_versions v"
            f" ON v.id = r.article_version WHERE v.article IN ({marks(articles)}))",
            list(articles),
        )
    newest = nodes.of_articles(articles)
    rows = [(key, node.key) for node in newest for key in keys_of(node.report)]
    db.conn.executemany("INSERT INTO report_keys (key, report) VALUES (?, ?)", rows)
    return newest


def write_missing_keys(db: Database, tell: Callable[[int], None]) -> None:
    """Write the keys of reports that an older newscrawl stored, so that new reports find them.

    ``tell`` is called after each part with the key of its last article.
    """
    last = 0
    while articles := [article for (article,) in db.execute(LACKING, [last, PART])]:
        with db.atomic():
            write_keys(db, Nodes(db, NONE), articles)
        last = articles[-1]
        tell(last)
