"""Which prints of a name are one company, and which are slips of the pen: the examples of names.toml and more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.linking.names import bare_key, company_key, distance, is_misprint, name_table


@pytest.mark.parametrize("names", [example.names for example in name_table().example])
def test_examples_have_one_key(names: tuple[str, ...]) -> None:
    assert len({company_key(name) for name in names}) == 1


@pytest.mark.parametrize("names", [example.names for example in name_table().counterexample])
def test_counterexamples_are_different_companies(names: tuple[str, ...]) -> None:
    keys = [company_key(name) for name in names]
    assert len(set(keys)) == len(keys)
    assert not is_misprint(*keys)


@pytest.mark.parametrize("ending", name_table().endings)
def test_endings_are_left_out_for_comparing_only(ending: str) -> None:
    assert bare_key(f"Norvik {ending}") == company_key("Norvik") != company_key(f"Norvik {ending}")
    assert bare_key(ending)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("norvik", "norvick", True),
        ("norvik", "novrik", True),
        ("norvik", "norrvik", True),
        ("norvik", "morvik", False),
        ("tallis", "tallys", True),
        ("talli", "tally", False),
        ("telsa", "tesla", True),
        ("talis", "tallis", True),
        ("tali", "talli", False),
        ("kornblumsystem", "komblumsystem", True),
        ("nordbank", "nordbahn", False),
        ("studio13", "studio14", False),
        ("norvik", "norvik", False),
    ],
)
def test_misprints(one: str, other: str, expected: bool) -> None:
    assert is_misprint(one, other) is expected is is_misprint(other, one)


@given(st.text(alphabet="abc", max_size=7), st.text(alphabet="abc", max_size=7))
def test_distance_is_the_same_both_ways_and_bounded(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9) <= max(len(one), len(other))
    assert (distance(one, other, 9) == 0) == (one == other)


@given(st.text())
def test_any_name_has_a_key(name: str) -> None:
    assert bool(company_key(name)) == bool(name.split())
