"""`python -m evaluation.fit`: weights for newscrawl/deals/confidence.toml from the open gold, by logistic regression.

What is fitted is whether a deal found is exactly right: its type, and all its parties in their roles. Prints a table to
be put into the file by hand, with how often each fact was true. A fact that is true of no deal there gets no weight.
"""

import math
import sys
from collections.abc import Iterator

from evaluation.changes import load_scorer
from evaluation.gold import DEALS, Gold, gold_folder
from newscrawl.deals import Deal
from newscrawl.deals.analysis import analyse
from newscrawl.deals.assembly import assemble
from newscrawl.deals.confidence import facts_of
from newscrawl.deals.load import load_language
from newscrawl.deals.story import stories
from newscrawl.deals.ventures import name_ventures
from newscrawl.deals.writing import best_telling, write_deals
from newscrawl.output import deal_to_json

ROUNDS, RATE, SHRINK = 2000, 0.5, 0.02
"""Steps of gradient descent, their length, and how strongly weights are held near 0: facts are many, deals are few."""

Example = tuple[dict[str, bool], bool]


def main() -> int:
    folder = gold_folder()
    if folder is None:
        print("skipped: NEWSCRAWL_GOLD names no folder with gold data", file=sys.stderr)
        return 0
    examples = list(read_examples(Gold(folder)))
    base, weights = fit(examples)
    print(f"base = {base:.2f}\n\n[facts]")
    for name, weight in weights.items():
        true = [right for facts, right in examples if facts[name]]
        print(f'"{name}" = {weight:.2f}  # {sum(true)} of {len(true)} right')
    return 0


def read_examples(gold: Gold) -> Iterator[Example]:
    """For each deal found in the open gold the facts that its confidence follows from, and whether it is right."""
    scorer = load_scorer(gold.folder / "score" / "deals.py")
    for row in (row for name in DEALS for row in gold.rows(name)):
        found = [(deal_to_json(deal), facts) for deal, facts in told(row)]
        pairs = scorer.pair_deals(row["deals"], [deal for deal, _ in found])[0]
        right = [deal for known, deal in pairs if scorer.exact(known, deal)]
        yield from ((facts, any(deal is one for one in right)) for deal, facts in found)


def told(row: dict[str, str]) -> Iterator[tuple[Deal, dict[str, bool]]]:
    """The deals of a gold article as ``find_deals`` gives them, each with the facts about its telling."""
    load_language(row["language"])
    analysis = analyse(row["text"], row["language"], row.get("published"), row.get("title"))
    drafts = assemble(analysis)
    name_ventures(drafts, analysis)
    for story in stories(drafts, analysis):
        (deal,) = write_deals([story], analysis)
        yield deal, facts_of(story, best_telling(story), analysis)


def fit(examples: list[Example]) -> tuple[float, dict[str, float]]:
    """Base and weights in log odds."""
    names = list(examples[0][0])
    weights, base = dict.fromkeys(names, 0.0), 0.0
    for _ in range(ROUNDS):
        slopes, shift = {name: SHRINK * weight for name, weight in weights.items()}, 0.0
        for facts, right in examples:
            true = [name for name in names if facts[name]]
            error = 1 / (1 + math.exp(-base - sum(weights[name] for name in true))) - right
            shift += error / len(examples)
            for name in true:
                slopes[name] += error / len(examples)
        base -= RATE * shift
        weights = {name: weight - RATE * slopes[name] for name, weight in weights.items()}
    return base, weights


if __name__ == "__main__":
    sys.exit(main())
