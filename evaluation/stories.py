"""`python -m evaluation.stories [FOLDER]`: link the reports of fixtures/stories and score the groups pair by pair.

A pair of reports of one file counts as right if they are in one deal and were put in one. Exit status 1 if precision or
recall is below what is wanted.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from newscrawl.deals.model import Deal
from newscrawl.linking.group import group_reports
from newscrawl.linking.model import Group, Report
from newscrawl.linking.read import report_of

FOLDER = Path(__file__).parent.parent / "fixtures" / "stories"
WANTED = (0.98, 0.90)
"""Precision and recall over pairs of reports."""

Pairs = set[frozenset[str]]


@dataclass(frozen=True)
class Story:
    """A file of stories: its reports, and the pairs of them that tell one deal."""

    name: str
    reports: list[Report]
    right: Pairs


@dataclass(frozen=True)
class Score:
    """Pairs linked rightly, linked wrongly, and missed, each with the name of its file."""

    right: list[tuple[str, frozenset[str]]]
    wrong: list[tuple[str, frozenset[str]]]
    missed: list[tuple[str, frozenset[str]]]

    @property
    def precision(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def read_stories(folder: Path) -> list[Story]:
    return [read_story(path) for path in sorted(folder.glob("*.json"))]


def read_story(path: Path) -> Story:
    """Read one file.

    Raises:
        ValueError: a deal is in no list of its grouping or in several; or evidence is not in the text.
    """
    told = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    reports = [report for line in told["reports"] for report in reports_of(line, path)]
    grouping = [[name if "#" in name else f"{name}#0" for name in group] for group in told["grouping"]]
    listed = [name for group in grouping for name in group]
    if sorted(listed) != sorted(report.uid for report in reports):
        raise ValueError(f"{path}: the grouping lists {sorted(listed)}, the reports are {[r.uid for r in reports]}")
    return Story(path.stem, reports, {frozenset(pair) for group in grouping for pair in combinations(group, 2)})


def reports_of(line: dict[str, Any], path: Path) -> Iterator[Report]:
    """The reports of one line; ``id#n`` is their uid."""
    for number, told in enumerate(line["deals"]):
        deal = deal_of(told)
        if deal.evidence not in line["text"]:
            raise ValueError(f"{path}: {line['id']}: the evidence is not in the text: {deal.evidence!r}")
        yield report_of(
            deal, uid=f"{line['id']}#{number}", url=line["url"], day=line["published"][:10], language=line["language"]
        )


def deal_of(told: dict[str, Any]) -> Deal:
    """A deal from its JSON, in which quotes, confidence and what is null may be left out."""
    known = {name: value for name, value in told.items() if value is not None and name != "quotes"}
    return msgspec.convert({"main": True} | known, Deal, dec_hook=None, strict=False)


def linked(groups: Iterable[Group]) -> Pairs:
    return {frozenset(pair) for group in groups for pair in combinations([r.uid for r in group.reports], 2)}


def score(stories: Iterable[Story]) -> Score:
    """Link each file's reports for themselves and compare the pairs."""
    total = Score([], [], [])
    for story in stories:
        found = linked(group_reports(story.reports))
        total.right.extend((story.name, pair) for pair in found & story.right)
        total.wrong.extend((story.name, pair) for pair in found - story.right)
        total.missed.extend((story.name, pair) for pair in story.right - found)
    return total


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evaluation.stories", description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    stories = read_stories(options.parse_args().folder)
    result = score(stories)
    for name, pairs in (("linked wrongly", result.wrong), ("missed", result.missed)):
        for story, pair in sorted(pairs, key=lambda p: (p[0], sorted(p[1]))):
            print(f"{name}: {story}: {' and '.join(sorted(pair))}")
    counts = f"{len(result.right)} pairs right, {len(result.wrong)} wrong, {len(result.missed)} missed"
    print(f"{len(stories)} files: precision {result.precision:.3f}, recall {result.recall:.3f} ({counts})")
    return int(result.precision < WANTED[0] or result.recall < WANTED[1])


if __name__ == "__main__":
    sys.exit(main())
