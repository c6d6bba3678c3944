"""An article → what its page shows: its deals, and its text with their proofs marked."""

from typing import TYPE_CHECKING

from newscrawl.database.browse.marks import Mark, Piece, pieces
from newscrawl.database.browse.rows import Row, first, select

if TYPE_CHECKING:
    from datasette.database import Database

LINES = """
    SELECT l.*, d.uid FROM reports r JOIN deal_list l ON l.deal = r.deal JOIN deals d ON d.id = r.deal
    WHERE r.article_version = ? GROUP BY r.deal ORDER BY min(r.position)
"""
COPIES = """
    SELECT a.url, coalesce(s.title, s.name, 'another site') AS source
    FROM addresses a LEFT JOIN sources s ON s.id = a.source
    WHERE a.article = ? AND a.origin = 'copy' ORDER BY source, a.url
"""
PLACES = """
    SELECT r.deal, e.start, e."end" FROM reports r JOIN evidence e ON e.report = r.id
    WHERE r.article_version = ? ORDER BY r.position, e.start
"""


async def article_page(db: "Database", article: Row) -> Row:
    """An article with its deals, and its text with their proofs marked, line by line."""
    version, text = article["version"], article["text"]
    lines = await select(db, LINES, version)
    uids = {line["deal"]: line["uid"] for line in lines}
    reports = await select(db, "SELECT deal, sentence FROM reports WHERE article_version = ?", version)
    sentences = [(report["deal"], *_place(text, report["sentence"])) for report in reports]
    proofs = [(place["deal"], place["start"], place["end"]) for place in await select(db, PLACES, version)]
    return {
        "article": article,
        "source": await first(db, "SELECT * FROM sources WHERE id = ?", article["source"]),
        "copies": await select(db, COPIES, article["id"]),
        "lines": lines,
        "numbers": {line["uid"]: number for number, line in enumerate(lines, 1)},
        "sentences": [] if text else list(dict.fromkeys((uids[r["deal"]], r["sentence"]) for r in reports)),
        "paragraphs": paragraphs(text, [Mark(start, end, uids[deal]) for deal, start, end in sentences + proofs]),
    }


def paragraphs(text: str, marks: list[Mark]) -> list[list[Piece]]:
    """The lines of a text, each in marked pieces."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(pieces(text, marks, start, start + len(line)) if line else [])
        start += len(line) + 1
    return found


def _place(text: str, sentence: str) -> tuple[int, int]:
    """Where a sentence stands; an empty place at the beginning, which nothing marks, if it does not."""
    start = text.find(sentence)
    return (start, start + len(sentence)) if start >= 0 else (0, 0)
