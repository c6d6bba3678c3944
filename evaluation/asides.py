"""`python -m evaluation.asides`: how many deals are still found when something is said of a company beside its name.

Of each open passage whose deals are all found, what ``asides.toml`` has for the language is put behind the name of each
company in turn. It changes nothing of the deals, so what is lost is lost by the sentence's form alone. Some of what is
written so nobody would write ("the Norvik, based in Chicago, unit"); those count as lost, too.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evaluation.name_shapes import Renamed, found_passages

ASIDES = Path(__file__).parent / "asides.toml"
SHORT = 260
"""Characters of the passages tried: in longer ones most sentences tell nothing."""


def main() -> int:
    """Print for each language and aside of how many places the deals stay."""
    for language, asides in tomllib.loads(ASIDES.read_text(encoding="utf-8")).items():
        found = [passage for passage in found_passages(language) if len(passage.text) <= SHORT]
        kept = tried = 0
        for named, aside in asides.items():
            results = [said.is_found() for passage in found for said in with_aside(passage, aside)]
            print(f"{language}  {named:20}  {sum(results):4} of {len(results)}  {sum(results) / len(results):.3f}")
            kept, tried = kept + sum(results), tried + len(results)
        print(f"{language}  {'all':20}  {kept / tried:.3f}")
    return 0


def with_aside(passage: Renamed, aside: str) -> Iterator[Renamed]:
    """The passage with an aside behind the first place of each company's name where nothing is said of it yet."""
    for name in sorted({name for _, parties in passage.wanted for _, name in parties}):
        place = re.search(rf"(?<![\w&.-]){re.escape(name)}(?![\w&'’,(-]| [-–(&])", passage.text)
        if place is not None:
            before, behind = passage.text[: place.start()], passage.text[place.end() :]
            said = aside.format(name)
            closed = said.rstrip(" ,–-") if BEFORE_STOP.match(behind) else said
            yield replace(passage, text=f"{before}{closed}{behind}")


BEFORE_STOP = re.compile(r"[.!?;:\n]|$")


if __name__ == "__main__":
    sys.exit(main())
