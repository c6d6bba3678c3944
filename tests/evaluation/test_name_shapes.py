"""Another name in a passage's text and in the deals wanted of it, and nothing else changed."""

from evaluation.name_shapes import Renamed

PASSAGE = Renamed(
    "en",
    "Norvik has bought Tal. Norvik's rival Norvik-Tal waits.",
    frozenset({("acquisition", frozenset({("acquirer", "Norvik"), ("target", "Tal")}))}),
)


def test_name_is_replaced_in_text_and_deals() -> None:
    renamed = PASSAGE.with_name("Norvik", "Hale & Finch")
    assert renamed.text == "Hale & Finch has bought Tal. Hale & Finch's rival Norvik-Tal waits."
    assert renamed.wanted == {("acquisition", frozenset({("acquirer", "Hale & Finch"), ("target", "Tal")}))}


def test_deals_are_found_under_both_names() -> None:
    assert PASSAGE.is_found()
    assert PASSAGE.with_name("Norvik", "Hale & Finch").is_found()
