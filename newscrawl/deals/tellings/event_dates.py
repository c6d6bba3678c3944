"""Which dates of a sentence can be that of the deal which it tells."""

from datetime import date as calendar_date

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.figures import OF_DEALS
from newscrawl.deals.frames.frame import Frame
from newscrawl.deals.mentions.dates import Date
from newscrawl.deals.tellings.detail_rules import DetailRules, before, behind, own_words


def may_be_past(date: Date, frame: Frame | None, analysis: Analysis) -> bool:
    """Whether a date is known and can lie before the publication."""
    if date.iso is None or date.future or _is_ahead(date, analysis):
        return False
    if _is_to_come(frame) and (_is_month_ahead(date, analysis) or _is_season_ahead(date)):
        return False
    return _has_happened(frame) or not _is_nearer_ahead(date, analysis)


def _has_happened(frame: Frame | None) -> bool:
    """ "Norvik BOUGHT Tal on Dec. 3": what has happened is dated before the publication."""
    group = frame.group if frame is not None else None
    return group is not None and group.form == "past" and not group.helpers


def _is_to_come(frame: Frame | None) -> bool:
    """ "Norvik WILL BUY Tal in June", "übernimmt Tal im Juni": by its verb not yet done."""
    group = frame.group if frame is not None else None
    if group is None or group.helper("H") or group.helper("2"):
        return False
    return group.helper("W") or group.form in ("present", "gerund")


def is_of_other(date: Date, frame: Frame | None, text: str, rules: DetailRules) -> bool:
    """Whether what stands beside a date says that it is that of something else than of the deal."""
    if date.rule in OF_DEALS:
        return False
    said = before(text, date)
    told = rules.other.search(said)
    if told and frame is not None:
        begins = date.start - len(said) + told.start()
        if begins in _verb_starts(frame) or begins < frame.start < date.start:
            told = None  # "the venture that both FOUNDED in 2019", "founded before its PURCHASE by Norvik in 2019"
    after = rules.behind.search(behind(text, date))
    if after and frame is not None and (frame.type == "joint_venture" or 0 <= frame.start - date.end < after.end()):
        after = None  # "the venture FOUNDED by both in 2019"
    return bool(told or after or rules.other.search(own_words(text, date)))


def _verb_starts(frame: Frame) -> set[int]:
    """Where the word that tells the deal begins, and the verb beside it."""
    return {frame.start} if frame.group is None else {frame.start, frame.group.head.start}


def is_behind_clause(date: Date, frame: Frame | None, analysis: Analysis) -> bool:
    """Whether a date stands behind the relative clause that tells the deal: "Norvik, which has bought Tal, said ON
    FRIDAY that …"."""
    phrases = analysis.phrases[frame.sentence] if frame is not None else None
    if frame is None or phrases is None or frame.index >= len(phrases) or phrases[0].clause >= 0:
        return False
    opened = next((p for p in reversed(phrases[: frame.index]) if p.kind in "L,;"), None)
    if opened is None or opened.kind != "L" or not opened.index or phrases[opened.index - 1].kind != ",":
        return False
    closed = next((p for p in phrases[frame.index :] if p.kind == ","), None)
    if closed is None or closed.start > date.start or closed.index + 1 >= len(phrases):
        return False
    return phrases[closed.index + 1].kind == "VG"


def _is_ahead(date: Date, analysis: Analysis) -> bool:
    """Whether a date lies behind the day of publication."""
    published = (analysis.published or "9999")[: len(date.iso or "")]
    return (date.iso or "") > published


LONG_AGO = 60
"""Days: a date without a year that was so long ago, and will be again sooner, is meant to come."""


def _is_nearer_ahead(date: Date, analysis: Analysis) -> bool:
    """Whether a day without a year lies ahead rather than behind: "on 1 April", told in March."""
    days = (date.iso or "", (analysis.published or "")[:10], date.iso_future or "")
    if date.kind != "relative" or any(len(day) != 10 for day in days):
        return False
    past, today, ahead = (calendar_date.fromisoformat(day) for day in days)
    return (today - past).days > LONG_AGO and ahead - today < today - past


def _is_month_ahead(date: Date, analysis: Analysis) -> bool:
    """Whether a month without a year, told in the one before or some before it, is rather the next one of that name."""
    if date.kind != "relative" or len(date.iso or "") != MONTH:
        return False
    past, today, ahead = (_month_of(day) for day in (date.iso, analysis.published, date.iso_future))
    if past is None or today is None or ahead is None:
        return False
    return 0 < ahead - today < today - past


def _is_season_ahead(date: Date) -> bool:
    """Whether a season without a year was last in another year than it will be next: "übernimmt Tal IM SOMMER"."""
    return date.kind == "relative" and len(date.iso or "") == YEAR and (date.iso_future or "") > (date.iso or "")


YEAR = 4
"""Characters of an ISO 8601 date that names a year only."""

MONTH = 7
"""Characters of an ISO 8601 date that names a month: "2016-06"."""


def _month_of(iso: str | None) -> int | None:
    """The number of a month, counted over the years; None if the date names none."""
    return int(iso[:4]) * 12 + int(iso[5:7]) if iso is not None and len(iso) >= MONTH and iso[5:7].isdigit() else None
