"""Dates for people: 2026-11-17 → 17 Nov 2026, 2026-11 → Nov 2026, 2026 → 2026; never more exact than known."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def readable_date(date: str) -> str:
    """An ISO 8601 date as exact as known, for people; what is no such date stays as it is."""
    year, *rest = date.split("-")
    if len(rest) > 2 or not all(part.isdecimal() for part in (year, *rest)):
        return date
    if rest and not 1 <= int(rest[0]) <= len(MONTHS):
        return date
    return " ".join([*(str(int(day)) for day in rest[1:]), *(MONTHS[int(month) - 1] for month in rest[:1]), year])
