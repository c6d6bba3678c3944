"""`python -m evaluation [--closed] [--raise] [--only NAME]`: measure, print the tables, compare with the floors.

Exit status 1 if a figure is below its floor. The closed third prints totals only, leaves no files and has no floors.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from evaluation.changes import changes
from evaluation.floors import FLOORS, LAST, below, raised, read_json, write_json
from evaluation.gold import Gold, gold_folder
from evaluation.kept import save
from evaluation.measure import PROJECT, Result, measure
from evaluation.reliability import reliability

WORK = PROJECT / "var" / "evaluation"


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    options.add_argument("--closed", action="store_true", help="totals of the closed third")
    options.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="write the floors and figures reached"
    )
    options.add_argument("--only", action="append", default=[], metavar="NAME", help='one set, such as "de-dev text"')
    chosen = options.parse_args()
    folder = gold_folder()
    if folder is None:
        print("skipped: NEWSCRAWL_GOLD names no folder with gold data", file=sys.stderr)
        return 0
    return evaluate_closed(folder, chosen.only) if chosen.closed else evaluate(folder, chosen.only, chosen.raise_floors)


def evaluate(folder: Path, only: list[str], raise_floors: bool) -> int:
    """The open two thirds: tables, what changed deal by deal, and whether the floors hold."""
    WORK.mkdir(parents=True, exist_ok=True)
    gold = Gold(folder)
    results = [shown(result) for result in measure(gold, WORK, only)]
    print("\n".join(["", "== confidence", *reliability(gold, WORK)]))
    print("\n".join(changes(gold, WORK)))
    if raise_floors:
        write_json(FLOORS, raised(results, read_json(FLOORS)))
        write_json(LAST, read_json(LAST) | {result.name: result.counts for result in results})
        save()
    failures = below(results, read_json(FLOORS)) + [
        f"{r.name}: an article could not be read" for r in results if r.failed
    ]
    for failure in failures:
        print(failure, file=sys.stderr)
    return int(bool(failures))


def shown(result: Result) -> Result:
    print(f"\n== {result.name}\n{result.table}", flush=True)
    return result


def evaluate_closed(folder: Path, only: list[str]) -> int:
    """The closed third: totals by field and type per set; what was extracted is gone when it ends."""
    with tempfile.TemporaryDirectory() as work:
        for result in measure(Gold(folder, closed=True), Path(work), only):
            shown(result)
        print("\n".join(reliability(Gold(folder, closed=True), Path(work))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
