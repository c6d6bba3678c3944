"""Dates as pages print them, to ISO 8601 with exactly the precision printed."""

import re
from datetime import UTC, datetime, timedelta

# Offsets of the zone names that news pages print, hours from UTC; other names give a time without zone.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3,
    "est": -5, "edt": -4, "et": None, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner",
            "february feb februar feber",
            "march mar märz maerz mrz mär",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_CLOCK = (
    r"(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d++)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?Uhr\b)?"
    r"(?:\s?\(?(?P<zone>[A-Z]{1,4}\b|[+-]\d\d:?\d\d|[+-]\d\d\b))?"
)
_ZONE = r"(?P<zone>[A-Z]{1,4}\b|[+-]\d\d:?\d\d|[+-]\d\d\b)?"
_ISO_CLOCK = r"(?P<hour>[0-2]\d):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d)(?:[.,]\d++)?)?\s?" + _ZONE
_BETWEEN = r"(?:\s*+(?:,|at|um|-|–|—|\||·|/)?\s*+(?:at|um)?\s*+"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d)(?P<year>[12]\d{{3}})-(?P<month>\d\d)-(?P<day>\d\d)(?:(?:T|\s++){_ISO_CLOCK})?(?![\d])",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)"
        r"(?:T?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?P<zone>Z)?)?(?!\d)",
        rf"(?<!\d)(?P<year>[12]\d{{3}})/(?P<month>\d\d?)/(?P<day>\d\d?)(?:\s++{_CLOCK})?(?!\d)",
        rf"(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>[12]\d{{3}}){_BETWEEN}{_CLOCK})?(?!\d)",
        rf"(?<![\d.])(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?[ -](?:of )?(?P<name>{_MONTH})\b"
        rf"\.?,?[ -]?(?P<year>[12]\d{{3}})\b{_BETWEEN}{_CLOCK})?",
        rf"\b(?P<name>{_MONTH})\b\.?\s?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s(?P<year>[12]\d{{3}})\b{_BETWEEN}{_CLOCK})?",
    )
)
SHORT_YEAR = re.compile(  # "14.12.15 17:22", "17:21 23.02.16": only beside a clock, or it may be a version number
    r"(?<![\d.])(?:(?P<early>[0-2]?\d:[0-5]\d)\s++)?(?P<day>[0-3]\d)\.(?P<month>[01]\d)\.(?P<short>\d\d)(?![\d.])"
    r"(?:,?\s++(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d))?"
)
SLASHED = re.compile(
    rf"(?<![\d/])(?P<first>\d\d?)/(?P<second_>\d\d?)/(?P<year>[12]\d{{3}})(?:,?\s++{_CLOCK})?(?![\d/])", re.IGNORECASE
)
MONTH_ONLY = re.compile(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])")
EARLIEST = 1985  # no news page states a date before there was a web worth archiving


def iso_date(printed: str) -> str | None:
    """The first date in ``printed`` as ISO 8601 (``2013-04-30T09:12:00+02:00``, ``2013-04-30``, ``2013-04``), or None.

    A date whose day and month cannot be told apart (``03/04/2013``) is None.
    """
    printed = printed.strip()
    if MONTH_ONLY.fullmatch(printed):
        return printed
    for form in FORMS:
        for match in form.finditer(printed):
            if found := _assemble(match):
                return found
    return _slashed(printed) or _short_year(printed)


def _short_year(printed: str) -> str | None:
    match = SHORT_YEAR.search(printed)
    if match is None or not (match["early"] or match["hour"]):
        return None
    return _build(match, 2000 + int(match["short"]), int(match["month"]), int(match["day"]))


def _slashed(printed: str) -> str | None:
    """A date with slashes: month first or day first, if only one of them is possible."""
    match = SLASHED.search(printed)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second_"])
    if (first > 12) == (second > 12) and first != second:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return _build(match, int(match["year"]), month, day)


def _assemble(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = MONTHS[groups["name"].lower()] if groups.get("name") else int(groups["month"])
    return _build(match, int(groups["year"]), month, int(groups["day"]))


def _build(match: re.Match[str], year: int, month: int, day: int) -> str | None:
    """ISO 8601 out of the numbers, or None if there is no such day."""
    if year < EARLIEST:
        return None
    try:
        date = datetime(year, month, day).date().isoformat()
    except ValueError:
        return None
    groups = match.groupdict()
    if groups.get("hour") is None:
        return date
    return date + _time(groups)


def _time(groups: dict[str, str | None]) -> str:
    """``T09:12:00+02:00``, the seconds and the zone only if printed; empty if there is no such time."""
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    if half := groups.get("half"):
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23:
        return ""
    seconds = f":{groups['second']}" if groups.get("second") else ""
    return f"T{hour:02}:{minute:02}{seconds}{_zone(groups.get('zone'))}"


def _zone(printed: str | None) -> str:
    """``+02:00`` for ``+0200``, ``+02`` or ``CEST``; empty if the name is unknown."""
    if not printed:
        return ""
    if printed[0] in "+-":
        digits = printed[1:].replace(":", "").ljust(4, "0")
        return f"{printed[0]}{digits[:2]}:{digits[2:]}"
    hours = ZONES.get(printed.lower())
    return "" if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def is_future(date: str, fetched: str | None) -> bool:
    """Whether ``date`` lies after ``fetched``, both ISO 8601. Without a zone the date gets the benefit of a day."""
    if fetched is None:
        return False
    return _latest_allowed(fetched) < _moment(date)


def _latest_allowed(fetched: str) -> datetime:
    return _moment(fetched) + timedelta(days=1)


def _moment(date: str) -> datetime:
    """The first moment of a date in UTC."""
    moment = datetime.fromisoformat(date + "-01" if len(date) == 7 else date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
