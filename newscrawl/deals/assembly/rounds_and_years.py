"""Whether the same parties make another deal: in another round, or years later."""

from newscrawl.deals.analysis import Analysis
from newscrawl.deals.assembly.draft import Draft
from newscrawl.deals.tellings.members import are_among
from newscrawl.deals.tellings.telling import Telling


def is_another_round(draft: Draft, telling: Telling) -> bool:
    """Two sums that differ by more than rounding are two rounds; what one gives to a round told before is its part."""
    own = telling.details.money
    if telling.frame.follows:
        return False
    if telling.frame.type != "funding" or own is None or own.value is None:
        return False
    sums = [t.details.money for t in draft.tellings if t.details.money is not None]
    told = [m.value for m in sums if m.value is not None and m.currency == own.currency]
    if told and own.value < max(told) and _is_part_of_round(draft, telling):
        return False
    rounding = ROUNDED if _is_in_another_month(draft, telling) else ROUGHLY
    return bool(told) and all(abs(value - own.value) * rounding > own.value for value in told)


def _is_part_of_round(draft: Draft, telling: Telling) -> bool:
    """ "a round led by Norvik, which is PUTTING IN $12 MILLION": what one of the investors gives of it, in a clause
    that says neither to whom nor when."""
    if telling.frame.noun is not None or "target" in telling.frame.roles or telling.details.date is not None:
        return False
    beside = any(t.frame.sentence == telling.frame.sentence for t in draft.tellings)
    return beside or are_among(telling.roles.get("investor", []), draft.roles.get("investor", []))


ROUGHLY, ROUNDED = 5, 50
"""A round told again differs by no more than one of so many parts; what is of another month, by hardly any."""


def _is_in_another_month(draft: Draft, telling: Telling) -> bool:
    """Whether both tellings have a month of their own: "raised $56m IN FEBRUARY 2019 … $53m IN DECEMBER 2019"."""
    own = telling.details.date.iso if telling.details.date is not None else None
    months = {t.details.date.iso[:7] for t in draft.tellings if t.details.date is not None and t.details.date.iso}
    return own is not None and len(own) >= MONTH and bool(months) and own[:MONTH] not in months


MONTH = len("2019-02")


def is_dated_round(draft: Draft, telling: Telling) -> bool:
    """A round with a sum and a date of its own beside one without a sum."""
    if telling.frame.type != "funding" or telling.details.money is None or telling.details.date is None:
        return False
    return all(t.details.money is None for t in draft.tellings)


YEARS_APART = 2
"""The same parties so many years later make another deal: a second round, the rest of the shares."""


def is_years_apart(draft: Draft, telling: Telling, analysis: Analysis) -> bool:
    own = _year(telling, analysis)
    if own is None or any(_tell_together(t, telling) for t in draft.tellings):
        return False
    years = _years(draft, analysis)
    return bool(years) and all(abs(own - year) >= YEARS_APART for year in years)


def is_of_years_before(draft: Draft, later: Draft, analysis: Analysis) -> bool:
    """Whether a deal was done years before another is talked of: "NORVIK BIETET FÜR TAL. 2009 hatte es Tal gekauft"."""
    years, laters = (_years(d, analysis) for d in (draft, later))
    return bool(years and laters) and max(years) + YEARS_APART <= min(laters)


def _years(draft: Draft, analysis: Analysis) -> set[int]:
    return {year for telling in draft.tellings if (year := _year(telling, analysis)) is not None}


def _tell_together(one: Telling, other: Telling) -> bool:
    """Whether two nouns hang on one verb ("kaufte 2014 EIN AKTIENPAKET von 29 PROZENT an Tal"), or one sentence dates
    what it says twice ("changed hands in 2014, when Norvik BOUGHT it")."""
    if one.frame.group is not None and one.frame.group is other.frame.group:
        return True
    done = one.frame.sentence == other.frame.sentence and one.status == other.status == "completed"
    return done and (one.details.date is None or other.details.date is None)


TOP = 3
"""What one of so many first sentences tells in the perfect, or as a bid, without a date is of this year too."""


def _year(telling: Telling, analysis: Analysis) -> int | None:
    """The year of a telling's date; an undated announcement is of the year of the article."""
    date = telling.details.date
    if date is not None and date.iso:
        return int(date.iso[:4])
    top = telling.status in ("completed", "talks") and telling.frame.sentence <= TOP
    is_news = telling.is_explicit and (telling.status == "announced" or top)
    return int(analysis.published[:4]) if is_news and analysis.published else None
