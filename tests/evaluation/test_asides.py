"""Something said of a company beside its name, and the deals wanted as they were."""

from evaluation.asides import with_aside
from evaluation.name_shapes import Renamed

PASSAGE = Renamed(
    "en",
    "Norvik, a rival, has bought Tal.",
    frozenset({("acquisition", frozenset({("acquirer", "Norvik"), ("target", "Tal")}))}),
)


def test_aside_is_put_behind_names_of_which_nothing_is_said() -> None:
    (said,) = with_aside(PASSAGE, "{}, based in Chicago,")
    assert said.text == "Norvik, a rival, has bought Tal, based in Chicago."
    assert said.wanted == PASSAGE.wanted
    assert said.is_found()
