"""Numbers → bars. A chart is drawn by its template as SVG, and every number is written beside its bar."""

from collections.abc import Sequence
from dataclasses import dataclass

FULL = 100.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``length`` from 0 to 100, as a share of the longest; ``key`` says where it leads, None if nowhere."""

    label: str
    count: int
    length: float
    key: int | None


def bars(counts: Sequence[tuple[str, int, int | None]]) -> list[Bar]:
    """Bars for (label, count, key), in their order."""
    most = max((count for _, count, _ in counts), default=0) or 1
    return [Bar(label, count, round(FULL * count / most, 1), key) for label, count, key in counts]


def months_back(newest: str, how_many: int) -> list[str]:
    """So many months (2026-11) up to the newest, the oldest first."""
    year, month = (int(part) for part in newest.split("-"))
    numbers = range(12 * year + month - how_many, 12 * year + month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]
