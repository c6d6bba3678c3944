"""What the words of a date mean, counted from the day an article was published, and from nothing else.

All functions take the publication day and give ISO 8601 strings whose length is the precision, or None for what cannot
be known. ISO 8601 has no shorter form for weeks and quarters that the database could hold: a week is given as its
month if it lies in one, else as its year; a quarter, a half-year and a season as their year.
"""

from datetime import date, timedelta

YEARS = range(1900, 2100)


def parse_published(published: str) -> tuple[date, date]:
    """The first and the last day that a publication date means.

    Args:
        published: ISO 8601, a year, a month, a day, or a day and a time; the day counts as printed, in its own zone.

    Raises:
        ValueError: it is none of these.
    """
    try:
        if len(published) == 4:
            return date(int(published), 1, 1), date(int(published), 12, 31)
        if len(published) == 7:
            first = date.fromisoformat(published + "-01")
            return first, add_months(first, 1) - timedelta(days=1)
        day = date.fromisoformat(published[:10])
    except ValueError as error:
        raise ValueError(f"published: {published!r} is no ISO 8601 date") from error
    return day, day


def absolute(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """A date that says its year; None for a day that no calendar has."""
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies ``months`` after that of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def relative(unit: str, offset: int, published: date) -> str | None:
    """Day, weekend, week, month, quarter or year, ``offset`` of them after the one of the publication."""
    if unit == "year":
        return f"{published.year + offset:04}"
    if unit == "month":
        return add_months(published, offset).isoformat()[:7]
    if unit == "quarter":
        return f"{add_months(published, 3 * offset).year:04}"
    if unit == "day":
        return (published + timedelta(days=offset)).isoformat()
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
    return _span(monday + timedelta(days=5) if unit == "weekend" else monday, monday + timedelta(days=6))


def _span(first: date, last: date) -> str | None:
    """The longest ISO date that holds all days from ``first`` to ``last``."""
    if first.year != last.year:
        return None
    return first.isoformat()[: 7 if first.month == last.month else 4]


def weekday(number: int, published: date, direction: int) -> str:
    """A weekday, Monday being 0.

    ``direction`` 0 is the latest one up to the day of publication itself, -1 the latest before it, 1 the first after
    it, 2 the first from the day of publication on.
    """
    back = (published.weekday() - number) % 7
    if direction == 0:
        days = -back
    elif direction < 0:
        days = -(back or 7)
    else:
        days = (7 - back) % 7 if direction == 2 else 7 - back
    return (published + timedelta(days=days)).isoformat()


def month(number: int, published: date, direction: int) -> str:
    """A month without a year; ``direction`` as for ``weekday``."""
    year = published.year
    if direction == 0:
        year -= number > published.month
    elif direction < 0:
        year -= number >= published.month
    else:
        year += number < published.month if direction == 2 else number <= published.month
    return f"{year:04}-{number:02}"


def month_day(month_number: int, day: int, published: date, direction: int) -> str | None:
    """A day and month without a year; ``direction`` as for ``weekday``, None for a day that no calendar has."""
    step = -1 if direction <= 0 else 1
    for year in range(published.year, published.year + 9 * step, step):
        iso = _day(year, month_number, day)
        if iso and _on_side(iso, published.isoformat(), direction):
            return iso
    return None


def _on_side(iso: str, published: str, direction: int) -> bool:
    return {0: iso <= published, -1: iso < published, 1: iso > published, 2: iso >= published}[direction]


def quarter(number: int, published: date, direction: int) -> str:
    """The year of a quarter from 1 to 4 given without a year; ``direction`` as for ``weekday``."""
    return month(3 * number if direction > 0 else 3 * number - 2, published, direction)[:4]


def half(number: int, published: date, direction: int) -> str:
    """The year of a half-year, 1 or 2, given without a year; ``direction`` as for ``weekday``."""
    return quarter(2 * number if direction > 0 else 2 * number - 1, published, direction)


def season(last_month: int, published: date, direction: int) -> str:
    """The year of a season of three months that ends in ``last_month``; ``direction`` as for ``weekday``.

    The latest season may still last, the last one is over, the next one has not begun.
    """
    return month(last_month - 2 if direction in (0, 1) else last_month, published, direction)[:4]
