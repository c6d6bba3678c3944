"""The table that says whether confidence means something."""

import pytest

from evaluation.reliability import wilson


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(0, 10, 0.0, 0.28), (5, 10, 0.24, 0.76), (10, 10, 0.72, 1.0), (80, 100, 0.71, 0.87)],
)
def test_wilson_interval(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == (pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005))
