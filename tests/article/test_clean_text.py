"""The line filter on a bare text."""

import json
import os
from pathlib import Path

import pytest

from newscrawl.article import clean_text, detect_language

from .pages import STORY, STORY_DE, TITLE

TEASERS = ["Wer auf Pumpen wartet, muss sich noch bis…", "Im Test überzeugen die Ventile von Lund. Die…"]


def test_litter_goes_and_blank_lines_stay() -> None:
    text = "\n\n".join([TITLE, *STORY, "Leave a comment", "Your email address will not be published.", "Anything"])
    assert clean_text(text, "en")[0] == "\n\n".join([TITLE, *STORY])


def test_promotion_and_teasers() -> None:
    promotion = "Tipp: Was wissen Sie über Pumpen? Testen Sie Ihr Wissen mit 10 Fragen."
    text, dropped = clean_text("\n".join([*STORY_DE, "[mit Material von Jo Berg]", promotion, *TEASERS]), "de")
    assert text.split("\n") == STORY_DE
    assert [line.reason for line in dropped] == ["credit", "promotion", "teaser", "teaser"]


def test_one_cut_off_line_is_text() -> None:
    text = "\n".join([*STORY, "Nobody knows what comes next…"])
    assert clean_text(text, "en")[0] == text


@pytest.mark.parametrize("language", ["fi", None])
def test_a_language_without_rules_keeps_its_lines(language: str | None) -> None:
    assert clean_text("Leave a comment", language)[0] == "Leave a comment"


def test_a_comment_form_in_front_of_the_story_cuts_nothing() -> None:
    text = "\n".join(["Comments", *STORY])
    assert STORY[3] in clean_text(text, "en")[0]


GOLD = os.environ.get("NEWSCRAWL_GOLD")


@pytest.mark.skipif(not GOLD, reason="NEWSCRAWL_GOLD is not set")
def test_samples() -> None:
    """The credit line, the promotion and what stands behind, the comment form: no part of the samples' text."""
    seeds = Path(str(GOLD)) / "seeds"
    for name, expected in json.loads((seeds / "expected.json").read_text()).items():
        raw = (seeds / name).read_text()
        text, dropped = clean_text(raw, detect_language(raw))
        assert [deal["evidence"] for deal in expected["deals"] if deal["evidence"] not in text] == []
        for begin in (never.split('"')[1].removesuffix(" …") for never in expected["never"] if " line" in never):
            behind = raw[raw.index(begin) :].splitlines()
            foreign = behind[:1] if begin.startswith("[") else behind
            assert [line for line in foreign if line and line in text] == []
        assert dropped
