"""The measuring: which articles are open, what the Reuters slots are, floors that only rise."""

import json
from pathlib import Path

import pytest

from evaluation.floors import FLOORS, below, raised, read_json
from evaluation.gold import DEALS, TEXTS, Gold, gold_folder, is_closed
from evaluation.measure import Result, slots_of

RESULT = Result("en", {"deal": 0.5, "slots": 0.7}, {}, "")


@pytest.fixture
def gold_data() -> Path:
    folder = gold_folder()
    if folder is None:
        pytest.skip("NEWSCRAWL_GOLD names no folder with gold data")
    return folder


def test_closed_third_is_a_third_and_stays() -> None:
    closed = [n for n in range(3000) if is_closed(f"article-{n}")]
    assert 900 < len(closed) < 1100
    assert closed[:5] == [n for n in range(50) if is_closed(f"article-{n}")][:5]


def test_open_and_closed_share_nothing(gold_data: Path) -> None:
    for name in {*DEALS, *TEXTS}:
        ids = [{row["id"] for row in Gold(gold_data, closed).rows(name)} for closed in (False, True)]
        assert ids[0]
        assert ids[1]
        assert not ids[0] & ids[1]


def test_floors_below_and_raised() -> None:
    assert below([RESULT], {"en": {"deal": 0.5}}) == []
    assert below([RESULT], {"en": {"deal": 0.51}}) == ["en: deal is 0.5000, below its floor 0.5100"]
    assert raised([RESULT], {"en": {"deal": 0.6}, "de": {"deal": 0.1}}) == {
        "en": {"deal": 0.6, "slots": 0.7},
        "de": {"deal": 0.1},
    }


def test_floors_are_figures() -> None:
    assert all(0 <= value <= 1 for figures in read_json(FLOORS).values() for value in figures.values())


def test_reuters_slots_hold_names_and_amounts_of_purchases_once() -> None:
    parties = [
        {"name": "Tal", "role": "acquirer"},
        {"name": "Norvik", "role": "target"},
        {"name": "Ost", "role": "seller"},
    ]
    bought = {"type": "acquisition", "parties": parties, "amount_text": "5 mln dlrs"}
    other = {"type": "contract", "parties": [{"name": "Süd", "role": "supplier"}], "amount_text": "1 mln dlrs"}
    said = slots_of({"id": "1", "deals": [bought, bought, other]})
    assert said == {
        "id": "1",
        "PURCHASER": ["Tal"],
        "ACQUIRED": ["Norvik"],
        "SELLER": ["Ost"],
        "DLRAMT": ["5 mln dlrs"],
    }


def test_the_first_who_merges_is_the_purchaser() -> None:
    parties = [
        {"name": name, "role": role} for name, role in (("Tal", "partner"), ("Norvik", "partner"), ("Ost", "venture"))
    ]
    said = slots_of({"id": "1", "deals": [{"type": "merger", "parties": parties}]})
    assert said == {"id": "1", "PURCHASER": ["Tal"], "ACQUIRED": ["Norvik"]}


def test_no_sentence_of_gold_is_kept(tmp_path: Path) -> None:
    kept = Path(__file__).parents[2] / "evaluation" / "last.json"
    if not kept.exists():
        pytest.skip("nothing was kept yet")
    strings: list[str] = []
    json.loads(kept.read_text(encoding="utf-8"), object_hook=lambda found: strings.extend(_words(found)))
    assert max(map(len, strings)) < 30


def _words(found: dict[str, object]) -> list[str]:
    return [*found, *(value for value in found.values() if isinstance(value, str))]
