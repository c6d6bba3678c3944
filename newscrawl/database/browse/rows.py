"""The database → what one of our pages shows, as plain values."""

from typing import TYPE_CHECKING, Any

from newscrawl.database.amounts import readable_amount
from newscrawl.database.browse.marks import Mark, pieces, surroundings
from newscrawl.database.numbers import from_column
from newscrawl.deals.model import Amount

if TYPE_CHECKING:
    from datasette.database import Database

Row = dict[str, Any]

REPORTS = """
    SELECT r.*, v.text, v.fetched_at, v.id <> a.version AS superseded,
           a.id AS article, a.title, a.url, a.published, a.language, s.name AS source
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    LEFT JOIN sources s ON s.id = a.source
    WHERE r.deal = ? ORDER BY superseded, a.published, r.id
"""
LINES = """
    SELECT l.*, d.uid FROM deal_list l JOIN deals d ON d.id = l.deal WHERE l.deal IN ({})
    ORDER BY l.reported DESC, l.deal
"""


async def select(db: "Database", sql: str, *values: Any) -> list[Row]:
    """The rows of a query as dicts."""
    return [dict(row) for row in (await db.execute(sql, list(values))).rows]


async def first(db: "Database", sql: str, *values: Any) -> Row | None:
    """The first row of a query, or None."""
    return next(iter(await select(db, sql, *values)), None)


async def deal_page(db: "Database", deal: Row) -> Row:
    """A deal with its parties, its timeline, and what each report claims."""
    key = deal["id"]
    reports = [await claim(db, report) for report in await select(db, REPORTS, key)]
    return {
        "deal": deal | {"amount_shown": shown_amount(deal)},
        "line": await first(db, "SELECT * FROM deal_list WHERE deal = ?", key),
        "parties": await select(db, "SELECT * FROM deal_parties WHERE deal = ? ORDER BY position", key),
        "events": await select(
            db,
            "SELECT e.*, r.article_version, v.article FROM deal_events e JOIN reports r ON r.id = e.report"
            " JOIN article_versions v ON v.id = r.article_version"
            " WHERE e.deal = ? ORDER BY e.date IS NULL, e.date, e.report, e.position",
            key,
        ),
        "reports": reports,
        "differing": differing(reports),
    }


async def claim(db: "Database", report: Row) -> Row:
    """A report with its terms, its sentence in marked pieces, and what proofs stand elsewhere."""
    text = report["text"]
    proofs = await select(db, "SELECT * FROM evidence WHERE report = ? ORDER BY start", report["id"])
    marks = [Mark(proof["start"], proof["end"], proof["field"]) for proof in proofs]
    start = text.find(report["sentence"])
    end = start + len(report["sentence"]) if start >= 0 else -1
    elsewhere = dict.fromkeys(mark for mark in marks if not start <= mark.start < mark.end <= end)
    return report | {
        "amount_shown": shown_amount(report),
        "terms": await select(db, "SELECT * FROM terms WHERE report = ? ORDER BY position", report["id"]),
        "pieces": pieces(text, marks, start, end) if start >= 0 else pieces(report["sentence"], []),
        "elsewhere": [(mark.label, pieces(text, [mark], *surroundings(text, mark))) for mark in elsewhere],
    }


def differing(reports: list[Row]) -> set[str]:
    """Fields in which reports contradict each other; what one does not tell is no contradiction."""
    fields = ("amount_shown", "stake_percent", "announced", "status")
    return {field for field in fields if len({r[field] for r in reports if r[field] is not None}) > 1}


def shown_amount(row: Row) -> str | None:
    """The readable amount of a deal or report."""
    amount = Amount(
        row["currency"], from_column(row["amount"]), from_column(row["amount_max"]), from_column(row["per_share"])
    )
    return readable_amount(amount, row["amount_qualifier"], row["amount_text"])


async def company_page(db: "Database", company: Row) -> Row:
    """A company with its names and its deals."""
    key = company["id"]
    parts = await select(db, "SELECT deal, role FROM deal_parties WHERE company = ?", key)
    return {
        "company": company,
        "aliases": await select(
            db,
            "SELECT n.name, count(DISTINCT v.article) AS articles, min(v.article) AS article FROM company_aliases n"
            " LEFT JOIN article_versions v ON v.id = n.article_version"
            " WHERE n.company = ? GROUP BY n.name ORDER BY articles DESC, n.name",
            key,
        ),
        "roles": {part["deal"]: part["role"] for part in parts},
        "lines": await select(db, LINES.format("SELECT deal FROM deal_parties WHERE company = ?"), key),
    }


async def article_page(db: "Database", article: Row) -> Row:
    """An article with its deals, and its text with their proofs marked, line by line."""
    reports = await select(
        db, "SELECT r.* FROM reports r WHERE r.article_version = ? ORDER BY r.position", article["version"]
    )
    lines = await select(db, LINES.format("SELECT deal FROM reports WHERE article_version = ?"), article["version"])
    uids = {line["deal"]: line["uid"] for line in lines}
    marks = []
    for report in reports:
        proofs = await select(db, 'SELECT start, "end" FROM evidence WHERE report = ?', report["id"])
        places = {(proof["start"], proof["end"]) for proof in proofs} | {_place(article["text"], report["sentence"])}
        marks += [Mark(start, end, uids[report["deal"]]) for start, end in sorted(places) if start >= 0]
    return {
        "article": article,
        "source": await first(db, "SELECT * FROM sources WHERE id = ?", article["source"]),
        "lines": lines,
        "numbers": {line["uid"]: number for number, line in enumerate(lines, 1)},
        "paragraphs": paragraphs(article["text"], marks),
    }


def paragraphs(text: str, marks: list[Mark]) -> list[list[Any]]:
    """The lines of a text, each in marked pieces."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append(pieces(text, marks, start, start + len(line)) if line else [])
        start += len(line) + 1
    return found


def _place(text: str, sentence: str) -> tuple[int, int]:
    start = text.find(sentence)
    return start, start + len(sentence)
