"""Which texts are the same article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pages import WIRE_STORY

from newscrawl.crawl.resemblance import CLASSES, ROWS, bands, is_same_story

SAME = {
    "itself": WIRE_STORY,
    "a place line in front": "BREMEN (Nordwire) - " + WIRE_STORY,
    "a line at the end": WIRE_STORY + "\nThis report was taken over from an agency.",
    "other white space": WIRE_STORY.replace(" ", "\n", 30),
    "without its last sentence": WIRE_STORY.rpartition("\n")[0],
    "one word more": WIRE_STORY.replace("said on Monday", "said late on Monday"),
}
OTHER = {
    "another buyer": WIRE_STORY.replace("Kelvadon", "Morwenna"),
    "another sum": WIRE_STORY.replace("40 million", "45 million"),
    "another day": WIRE_STORY.replace("Monday", "Friday"),
    "half of it": WIRE_STORY[: len(WIRE_STORY) // 2],
    "another story": "The committee met in the old town hall and talked about the weather for hours. " * 8,
    "nothing": "",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_same(text: str) -> None:
    assert is_same_story(WIRE_STORY, text)
    assert is_same_story(text, WIRE_STORY)
    assert not set(bands(text)).isdisjoint(bands(WIRE_STORY))


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other(text: str) -> None:
    assert not is_same_story(WIRE_STORY, text)
    assert not is_same_story(text, WIRE_STORY)


def test_notices_are_never_the_same() -> None:
    notice = "Please subscribe to read on. " * 4
    assert bands(notice) == ()
    assert not is_same_story(notice, notice)


def test_bands_are_the_same_everywhere() -> None:
    assert len(bands(WIRE_STORY)) == CLASSES // ROWS
    assert bands(WIRE_STORY)[:2] == (-6194556737878099281, 4466985860415363307)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=600), st.text(max_size=600))
def test_any_texts(one: str, other: str) -> None:
    assert is_same_story(one, other) == is_same_story(other, one)
    assert all(-(2**63) <= band < 2**63 for band in bands(one))
