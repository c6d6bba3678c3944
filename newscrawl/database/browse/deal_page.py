"""A deal → what its page shows: a few large facts, how it went, and what each report claims, with the proofs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawl.database.amounts import readable_amount
from newscrawl.database.browse.marks import Mark, pieces, surroundings
from newscrawl.database.browse.rows import Row, first, select
from newscrawl.database.dates import readable_date
from newscrawl.database.deal_list import GIVERS, TAKERS
from newscrawl.database.numbers import from_column
from newscrawl.deals.model import Amount

if TYPE_CHECKING:
    from datasette.database import Database

REPORTS = """
    SELECT r.*, v.text, v.fetched_at, v.id <> a.version AS superseded,
           a.id AS article, a.title, a.url, a.published, a.language, coalesce(s.title, s.name) AS source
    FROM reports r JOIN article_versions v ON v.id = r.article_version JOIN articles a ON a.id = v.article
    LEFT JOIN sources s ON s.id = a.source
    WHERE r.deal = ? ORDER BY a.published IS NULL, a.published, r.id LIMIT 100
"""
EVENTS = """
    SELECT t.*, a.language, coalesce(s.title, s.name, 'a page') AS source
    FROM deal_timeline t JOIN articles a ON a.id = t.article LEFT JOIN sources s ON s.id = a.source
    WHERE t.deal = ? ORDER BY t.day, t.report LIMIT 300
"""
NAMED = 3
"""Names on one side of a headline; with more, the others are only counted."""


DIFFER = "reports differ"


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the large facts: ``value`` None if it is not told, ``note`` what is to be known of it."""

    label: str
    value: str | None
    note: str | None = None

    @property
    def differ(self) -> bool:
        """Whether the reports contradict each other in it."""
        return self.note == DIFFER


async def deal_page(db: "Database", deal: Row) -> Row:
    """A deal with its parties, its timeline, and what each report claims."""
    key = deal["id"]
    parties = await select(db, "SELECT * FROM deal_parties WHERE deal = ? ORDER BY position", key)
    reports = [await claim(db, report) for report in await select(db, REPORTS, key)]
    return {
        "deal": deal,
        "headline": headline([(party["role"], party["name"]) for party in parties]) or deal["uid"],
        "strip": strip(deal, reports),
        "parties": parties,
        "steps": steps(await select(db, EVENTS, key)),
        "reports": reports,
    }


def headline(parties: Sequence[tuple[str, str]]) -> str:
    """Who with whom, from (role, name): "Buyer – Target"; sellers and ventures only if there is nobody else."""
    sides = [_side(name for role, name in parties if role in roles) for roles in (GIVERS, TAKERS)]
    partners = list(dict.fromkeys(name for role, name in parties if role == "partner"))
    shown = [*filter(None, sides), *(partners if len(partners) <= NAMED else [_side(partners)])]
    return " – ".join(shown) or _side(name for _, name in parties)


def _side(names: Iterable[str]) -> str:
    known = list(dict.fromkeys(names))
    if len(known) <= NAMED:
        return ", ".join(known)
    return f"{', '.join(known[: NAMED - 1])} and {len(known) - NAMED + 1} others"


def strip(deal: Row, reports: list[Row]) -> list[Fact]:
    """What one wants to know first, and whether the reports agree on it."""
    differing = dict.fromkeys(differing_fields(reports), DIFFER)
    stake = f"{deal['stake_percent']} %" if deal["stake_percent"] is not None else None
    closing, field = ("Closed", "closed") if deal["closed"] else ("Expected to close", "closing_expected")
    facts = [
        Fact("Amount", shown_amount(deal), DIFFER if deal["amounts_differ"] else None),
        Fact("Stake", stake, differing.get("stake_percent")),
        Fact("First rumour", _date(deal["rumoured"])),
        Fact("Announced", _date(deal["announced"]), differing.get("announced")),
        Fact(closing, _date(deal[field]), differing.get(field)),
        Fact("Articles", str(deal["articles"]), f"{deal['independent_reports']} independent"),
    ]
    return [fact for fact in facts if fact.value or fact.label in ("Amount", "Announced")]


def _date(date: str | None) -> str | None:
    return readable_date(date) if date else None


def differing_fields(reports: list[Row]) -> set[str]:
    """Fields in which reports contradict each other; what one does not tell is no contradiction."""
    fields = ("stake_percent", "announced", "closing_expected", "closed")
    return {field for field in fields if len({r[field] for r in reports if r[field] is not None}) > 1}


def steps(events: Sequence[Row]) -> list[Row]:
    """The events of a deal; what several reports say of the same day is one step, and who says so stands beside it."""
    found: dict[tuple[str, str], list[Row]] = {}
    for event in events:
        found.setdefault((event["status"], event["day"]), []).append(event)
    return [_step(same) for same in found.values()]


def _step(same: list[Row]) -> Row:
    said_by = next((event["said_by"] for event in same if event["said_by"]), None)
    told_by = dict.fromkeys((event["article"], event["source"]) for event in same)
    dated = any(event["date"] for event in same)
    return same[0] | {"said_by": said_by, "told_by": list(told_by), "dated": dated}


async def claim(db: "Database", report: Row) -> Row:
    """A report with its terms, its sentence in marked pieces, and what proofs stand elsewhere."""
    proofs = await select(db, "SELECT * FROM evidence WHERE report = ? ORDER BY start", report["id"])
    return report | {
        "amount_shown": shown_amount(report),
        "terms": await select(db, "SELECT * FROM terms WHERE report = ? ORDER BY position", report["id"]),
        **(marked_sentence if report["text"] else marked_quotes)(report, proofs),
    }


def marked_sentence(report: Row, proofs: list[Row]) -> Row:
    """The sentence of a report in marked pieces, and proofs elsewhere in the text with what stands around them."""
    text, sentence = report["text"], report["sentence"]
    start = text.find(sentence)
    end = start + len(sentence) if start >= 0 else -1
    marks = [Mark(proof["start"], proof["end"], proof["field"]) for proof in proofs]
    elsewhere = dict.fromkeys(mark for mark in marks if not start <= mark.start < mark.end <= end)
    return {
        "pieces": pieces(text, distinct(marks, start, end), start, end) if start >= 0 else pieces(sentence, []),
        "elsewhere": [(mark.label, pieces(text, [mark], *surroundings(text, mark))) for mark in elsewhere],
    }


def marked_quotes(report: Row, proofs: list[Row]) -> Row:
    """The same where the text was dropped: quotes are looked up in the sentence, others stand alone."""
    sentence = report["sentence"]
    places = [(sentence.find(proof["quote"]), proof) for proof in proofs]
    marks = [Mark(at, at + len(proof["quote"]), proof["field"]) for at, proof in places if at >= 0]
    alone = [(proof["field"], pieces(proof["quote"], [])) for at, proof in places if at < 0]
    return {"pieces": pieces(sentence, distinct(marks, 0, len(sentence))), "elsewhere": alone}


def distinct(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The marks that single out a part of a sentence; to mark all of it would say nothing."""
    return [mark for mark in marks if not (mark.start <= start and end <= mark.end)]


def shown_amount(row: Row) -> str | None:
    """The readable amount of a deal or report."""
    amount = Amount(
        row["currency"], from_column(row["amount"]), from_column(row["amount_max"]), from_column(row["per_share"])
    )
    return readable_amount(amount, row["amount_qualifier"], row["amount_text"])


async def redirected(db: "Database", name: str) -> Any:
    """The uid of the deal that a former uid, a report's uid, or the key of a deal leads to; None if there is none."""
    found = await first(
        db,
        "SELECT uid FROM deals WHERE id = CAST(? AS INTEGER) AND ? NOT GLOB '*[^0-9]*'"
        " UNION ALL SELECT d.uid FROM deal_redirects r JOIN deals d ON d.id = r.deal WHERE r.uid = ?"
        " UNION ALL SELECT d.uid FROM reports r JOIN deals d ON d.id = r.deal WHERE r.uid = ?",
        name, name, name, name,
    )  # fmt: skip
    return found["uid"] if found else None
