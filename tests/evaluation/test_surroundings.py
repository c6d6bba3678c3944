"""What stands around a text in `python -m evaluation.surroundings`."""

import tomllib

from evaluation.surroundings import SURROUNDINGS
from newscrawl.deals import find_deals


def test_each_surrounding_holds_the_text_once_and_is_told_in_every_language() -> None:
    table = tomllib.loads(SURROUNDINGS.read_text(encoding="utf-8"))
    assert len({tuple(surroundings) for surroundings in table.values()}) == 1
    for language, surroundings in table.items():
        for around in surroundings.values():
            assert around.count("{}") == 1
            assert len(find_deals(around.replace("{}", ""), language)) <= 1
