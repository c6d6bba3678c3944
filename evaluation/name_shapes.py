"""`python -m evaluation.name_shapes`: how many deals are still found when a company bears another name.

Of each open passage whose deals are all found, one company's name is replaced by made-up names of many shapes
(``name_shapes.toml``). What is lost then is lost by the shape of the name alone, whatever else the text says.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from evaluation.passages import Located, PassageDeal, passages
from newscrawl.deals import find_deals

SHAPES = Path(__file__).parent / "name_shapes.toml"
Core = tuple[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True)
class Renamed:
    """A passage's text, and the deals wanted of it by type and parties."""

    language: str
    text: str
    wanted: frozenset[Core]

    def with_name(self, old: str, new: str) -> "Renamed":
        """The same text and deals with a company's name replaced."""
        place = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
        wanted = frozenset(
            (kind, frozenset((role, new if name == old else name) for role, name in parties))
            for kind, parties in self.wanted
        )
        return replace(self, text=place.sub(lambda _: new, self.text), wanted=wanted)

    def is_found(self) -> bool:
        """Whether the text gives all these deals, each name in its fullest form."""
        found = [
            (deal.type, frozenset((party.role, party.name) for party in deal.parties))
            for deal in find_deals(self.text, self.language)
        ]
        return self.wanted <= set(found)


def main() -> int:
    """Print for each language and shape how many passages keep their deals."""
    for language, shapes in tomllib.loads(SHAPES.read_text(encoding="utf-8")).items():
        found = list(renameable(language))
        kept = {shape: sum(kept_with(found, names)) for shape, names in shapes.items()}
        for shape, count in kept.items():
            print(f"{language}  {shape:20}  {count:4} of {len(found)}  {count / len(found):.2f}")
        print(f"{language}  {'all':20}  {sum(kept.values()) / (len(found) * len(shapes)):.3f}")
    return 0


def kept_with(found: list[tuple[Renamed, str]], names: list[str]) -> Iterator[bool]:
    """For each passage, whether it keeps its deals under the next of the names."""
    for (passage, old), new in zip(found, cycle(names), strict=False):
        yield passage.with_name(old, new).is_found()


def renameable(language: str) -> Iterator[tuple[Renamed, str]]:
    """The open passages whose deals are all found, with the name of one word that is to be replaced."""
    for renamed in found_passages(language):
        names = sorted(name for _, parties in renamed.wanted for _, name in parties if name.isalpha())
        if names:
            yield renamed, names[0]


def found_passages(language: str) -> Iterator[Renamed]:
    """The open passages that tell deals, all of which are found."""
    for located in passages():
        if located.language == language and not located.held_back and located.passage.deals:
            passage = of_passage(located)
            if passage.is_found():
                yield passage


def of_passage(located: Located) -> Renamed:
    deals = frozenset(core(deal) for deal in located.passage.deals)
    return Renamed(located.language, located.passage.text, deals)


def core(deal: PassageDeal) -> Core:
    return deal.type, frozenset((role, name) for role, names in deal.parties.items() for name in names)


if __name__ == "__main__":
    sys.exit(main())
