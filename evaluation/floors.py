"""Floors: figures that were reached once and may not be missed again. They only rise."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluation.gold import PASSAGES
from evaluation.measure import Figures, Result

FLOORS = Path(__file__).parent / "floors.json"
LAST = Path(__file__).parent / "last.json"
ROUNDING = 0.00005

Floors = dict[str, Figures]


def read_json(path: Path) -> dict[str, Any]:
    """What a file of floors or counts holds; nothing yet if it is not there."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return content


def below(results: Iterable[Result], floors: Floors) -> list[str]:
    """One line for every figure under its floor."""
    return [
        f"{result.name}: {figure} is {result.figures[figure]:.4f}, below its floor {floor:.4f}"
        for result in results
        for figure, floor in floors.get(result.name, {}).items()
        if result.figures[figure] < floor - ROUNDING
    ]


def raised(results: Iterable[Result], floors: Floors) -> Floors:
    """The floors with every figure that is higher now; none falls. The passages have none, since they grow."""
    return floors | {
        result.name: {
            figure: max(value, floors.get(result.name, {}).get(figure, 0.0)) for figure, value in result.figures.items()
        }
        for result in results
        if result.name not in PASSAGES
    }


def write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")
