"""`python -m evaluation.surroundings`: how many deals are still found when other news stands around the text.

Each open passage whose deals are all found is put between what ``surroundings.toml`` has for the language, which
changes nothing of them: what is lost is lost to the neighbours. Headlines without a full stop count as lost where a
sentence follows in the same line.
"""

import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from evaluation.name_shapes import found_passages

SURROUNDINGS = Path(__file__).parent / "surroundings.toml"


def main() -> int:
    """Print for each language and surrounding how many passages keep their deals."""
    for language, surroundings in tomllib.loads(SURROUNDINGS.read_text(encoding="utf-8")).items():
        found, kept = list(found_passages(language)), 0
        for named, around in surroundings.items():
            still = sum(replace(one, text=around.replace("{}", one.text)).is_found() for one in found)
            print(f"{language}  {named:22}  {still:4} of {len(found)}  {still / len(found):.3f}")
            kept += still
        print(f"{language}  {'all':22}  {kept / (len(found) * len(surroundings)):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
