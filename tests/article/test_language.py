"""The language of a text."""

import pytest

from newscrawl.article import detect_language

from .pages import STORY, STORY_DE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY[0], "en"),
        (STORY_DE[0], "de"),
        ("Microsoft buys Skype for 8.5 billion dollars", "en"),
        ("Le fabricant de pompes Norvik rachète son concurrent Tal pour quarante millions d'euros.", "fr"),
        ("El fabricante de bombas Norvik compra a su rival Tal por cuarenta millones de euros.", "es"),
        ("Norvik kjøper konkurrenten Tal for førti millioner euro.", "no"),
        ("", None),
        ("40 000 000", None),
        ("Norvik", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language
