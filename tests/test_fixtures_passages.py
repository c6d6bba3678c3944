"""The passages that were right stay right, and those that are not get no worse: one test for each file of passages."""

from collections import defaultdict

import pytest

from evaluation.kept import open_passages, read_kept, worse_than
from evaluation.passages import Located, Passage, PassageDeal

FILES: dict[str, list[Located]] = defaultdict(list)
for passage in open_passages():
    FILES[f"{passage.language}/{passage.subject}"].append(passage)


@pytest.mark.parametrize("file", FILES)
def test_no_passage_is_worse_than_it_was(file: str) -> None:
    kept = read_kept()
    worse = [line for located in FILES[file] for line in worse_than(kept, located)]
    assert not worse, "\n".join([*worse, "if that is meant: python -m evaluation.kept --save"])


def test_what_is_kept_is_there() -> None:
    assert set(read_kept()) <= {str(located) for located in open_passages()}


def test_what_is_missing_or_false_is_named() -> None:
    deals = [PassageDeal("acquisition", "completed", acquirer=("Tal",), target=("Norvik",), announced="2023")]
    located = Located("en", "made", False, Passage("bought", "In 2023 Norvik AG bought Tal AG.", deals=deals))
    assert worse_than({}, located) == [
        "en/made: bought: missing acquisition acquirer Tal; acquisition target Norvik, "
        "false acquisition acquirer Norvik AG; acquisition target Tal AG; saved were [0, 0]"
    ]
    assert worse_than({"en/made: bought": [2, 2]}, located) == []
