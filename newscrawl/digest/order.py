"""What a digest is asked for: since when, and of which deals."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation

from newscrawl.deals.model import TYPES

SPANS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}
WORDS = {"today": 0, "yesterday": 1}
"""Days that begin at midnight where we are, so many days back."""


class OrderError(ValueError):
    """An argument is wrong; the message says which and what was expected, in one line."""


@dataclass(frozen=True, slots=True)
class Since:
    """A time, ISO 8601 in UTC; ``moves`` if it was said relative to now."""

    at: str
    moves: bool


@dataclass(frozen=True, slots=True)
class Filters:
    """Which deals are told: of any of these companies, of this type, of at least this amount in its own currency.

    ``passing``: also those that articles only mention in passing.
    """

    companies: tuple[str, ...] = ()
    type: str | None = None
    least: str | None = None
    passing: bool = False

    @property
    def text(self) -> str:
        """The filters as one text; what was told is remembered for each."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def read_filters(companies: list[str], kind: str | None, least: str | None, passing: bool) -> Filters:
    """Check the filters as they were given.

    Raises:
        OrderError: an unknown type, or an amount that is no number.
    """
    if kind is not None and kind not in TYPES:
        raise OrderError(f"--type: {kind!r} is unknown; there are {', '.join(TYPES)}")
    if empty := [name for name in companies if not name.strip()]:
        raise OrderError(f"--company: {empty[0]!r} is no name")
    amount = None if least is None else _amount(least)
    return Filters(tuple(sorted(name.strip() for name in companies)), kind, amount, passing)


def _amount(given: str) -> str:
    try:
        number = Decimal(given)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise OrderError(f"--min-amount: {given!r} is no number such as 50000000 or 5e7")
    return f"{number:f}"


def read_arguments(given: list[str]) -> dict[str, str]:
    """What stands after each ``-a``, by name.

    Raises:
        OrderError: one is no NAME=VALUE.
    """
    if wrong := [argument for argument in given if "=" not in argument]:
        raise OrderError(f"-a: {wrong[0]!r} is no NAME=VALUE such as since=yesterday")
    return dict(argument.split("=", 1) for argument in given)


def read_since(arguments: Mapping[str, str], now: datetime) -> Since:
    """Since when: a date or time of ISO 8601, today, yesterday, or "7 days", "12 hours", "2 weeks".

    Args:
        arguments: what was given after ``-a``, by name; without ``since``, yesterday.
        now: the time, with its zone; dates and words are meant in this zone.

    Raises:
        OrderError: it is none of these, or something else than ``since`` was given.
    """
    if unknown := sorted(set(arguments) - {"since"}):
        raise OrderError(f"-a: unknown argument {unknown[0]!r}; there is since")
    given = arguments.get("since", "yesterday").strip()
    if given in WORDS:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return Since(_utc(midnight - timedelta(days=WORDS[given])), moves=True)
    if span := re.fullmatch(r"([0-9]{1,4}) *(hour|day|week)s?(?: ago)?", given):
        return Since(_utc(now - int(span[1]) * SPANS[span[2]]), moves=True)
    try:
        said = datetime.fromisoformat(given)
    except ValueError:
        raise OrderError(f"since: {given!r} is no date like 2026-01-31, yesterday, or 7 days") from None
    return Since(_utc(said if said.tzinfo else said.replace(tzinfo=now.tzinfo)), moves=False)


def _utc(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00")
