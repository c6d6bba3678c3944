"""Dropping the texts of old articles. Deals, quotes and everything else that was read in them stay."""

from sqlite_utils import Database

STEP = 200
"""Versions in one transaction: a run that is killed has done a part, and readers never wait long."""

OLD = "SELECT id FROM article_versions WHERE fetched_at < ? AND pruned_at IS NULL ORDER BY id LIMIT ?"


def prune_texts(db: Database, before: str, at: str) -> int:
    """Empty the text of every article version fetched before a moment, and give its room back to the disk.

    A version keeps its fingerprint, so an unchanged page that is fetched again is still known, and its evidence keeps
    the quotes; their offsets count in the text that was there.

    Args:
        db: as ``open_database`` gives it; no other program may be writing.
        before: the moment, ISO 8601 in UTC.
        at: what is written down as the time of pruning, likewise.

    Returns:
        How many versions lost their text.
    """
    pruned = 0
    while versions := [row[0] for row in db.execute(OLD, [before, STEP])]:
        with db.atomic():
            for version in versions:
                db.execute("UPDATE article_versions SET text = '', pruned_at = ? WHERE id = ?", [at, version])
                db.execute("UPDATE articles SET text = '' WHERE version = ?", [version])
        pruned += len(versions)
    if pruned:
        db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")  # drops the words, not only the rows
        db.vacuum()
    return pruned
