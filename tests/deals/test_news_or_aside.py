"""Which deal is the news, and which is only told beside it."""

import pytest

from newscrawl.deals import find_deals

CASES = [
    ("en", "Norvik is buying Taldorf.", True),
    ("en", "Norvik grew. It is buying Taldorf.", True),
    ("en", "Norvik has 300 people. After its takeover of Taldorf it hired 200 more.", False),
    ("en", "Norvik grew. It had bought Taldorf.", False),
    ("en", "Norvik grew. It runs the plant with partner Taldorf.", False),
    ("de", "Norvik übernimmt Taldorf.", True),
    ("de", "Norvik wächst. Der Konzern übernimmt nun Taldorf.", True),
    ("de", "Norvik wächst. Durch den Kauf von Taldorf stieg der Umsatz.", False),
    ("de", "Norvik wächst. Der Konzern hatte Taldorf übernommen.", False),
    ("de", "Norvik wächst. Der Konzern betreibt mit Taldorf eine Fabrik.", False),
]


@pytest.mark.parametrize(("language", "text", "main"), CASES)
def test_news_or_aside(language: str, text: str, main: bool) -> None:
    assert [deal.main for deal in find_deals(text, language)] == [main]


@pytest.mark.parametrize(("language", "text", "main"), [case for case in CASES if not case[2]])
def test_what_the_headline_names_is_the_news(language: str, text: str, main: bool) -> None:
    assert [deal.main for deal in find_deals(text, language, title="Norvik & Taldorf")] == [True]
