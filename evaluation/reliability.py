"""Does confidence mean something? Deals found in the gold, in bins of confidence: how many of each are right."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import sqrt
from pathlib import Path
from types import ModuleType

from evaluation.changes import load_scorer
from evaluation.gold import DEALS, Gold
from evaluation.measure import read

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Z = 1.96
"""Of the interval that holds the true share in 95 of 100 cases."""

Judged = tuple[float, bool]


def reliability(gold: Gold, work: Path) -> Iterator[str]:
    """A table for people: for each bin the deals, those exactly right, their share with Wilson's interval."""
    scorer = load_scorer(gold.folder / "score" / "deals.py")
    judged = [one for name in DEALS for one in _judged(scorer, work, name)]
    yield "confidence   deals   right   share   95 %          mean confidence"
    for low, high in pairwise(BINS):
        inside = [one for one in judged if low <= one[0] < high]
        if inside:
            yield f"{low:.1f} – {min(high, 1):.1f}  {_row(inside)}"
    if judged:
        yield f"all        {_row(judged)}"


def _judged(scorer: ModuleType, work: Path, name: str) -> Iterator[Judged]:
    """The confidence of each deal found, and whether type and parties are exactly right."""
    if not (work / f"{name}.deals.jsonl").exists():
        return
    known = {str(row["id"]): row["deals"] for row in read(work / f"{name}.gold.jsonl")}
    for row in read(work / f"{name}.deals.jsonl"):
        pairs = scorer.pair_deals(known.get(str(row["id"]), []), row["deals"])[0]
        right = [found for true, found in pairs if scorer.exact(true, found)]
        yield from ((deal["confidence"], any(deal is one for one in right)) for deal in row["deals"])


def _row(judged: Iterable[Judged]) -> str:
    listed = list(judged)
    right = sum(one[1] for one in listed)
    low, high = wilson(right, len(listed))
    mean = sum(one[0] for one in listed) / len(listed)
    return f"{len(listed):6}  {right:6}   {right / len(listed):.2f}    {low:.2f} – {high:.2f}   {mean:.2f}"


def wilson(right: int, count: int) -> tuple[float, float]:
    """The interval that a share lies in, from so many right of so many (Wilson 1927)."""
    share, weight = right / count, Z * Z / count
    middle = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / count + weight / (4 * count)) / (1 + weight)
    return max(0.0, middle - half), min(1.0, middle + half)
