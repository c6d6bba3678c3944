"""Any text gives deals or none: sentences that end anywhere, and such as stop in the middle of another one."""

import random

import pytest

from newscrawl.deals import find_deals
from newscrawl.deals.frames.triggers import trigger_tables
from newscrawl.deals.languages import languages

MARKS = (",", ".", ";", ":", "?", "(", "–", '"', "“", "%", "\n", "²", "&", "21", "Inc.", "ss", "ß", " ")
TEXTS = 400


@pytest.mark.parametrize("language", languages())
def test_sentences_that_end_anywhere(language: str) -> None:
    tables = trigger_tables(language)
    told = [e.split() for table in tables for t in (*table.verb, *table.noun) for e in t.examples]
    chance = random.Random(language)
    for _ in range(TEXTS):
        words = [word for _ in range(3) for word in _part(chance.choice(told), chance)]
        text = " ".join(words)
        for deal in find_deals(text, language, "2024-05-06", text[:40]):
            quotes = [quote for found in deal.quotes.values() for quote in found]
            assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes), text


def _part(words: list[str], chance: random.Random) -> list[str]:
    """The words up to somewhere, with a mark somewhere in between."""
    part = words[: chance.randint(1, len(words))]
    part.insert(chance.randint(0, len(part)), chance.choice(MARKS))
    return part if chance.random() < 0.5 else [part[-1].rstrip("."), *part[:-1]]


def test_a_compound_may_be_nothing_but_hyphens() -> None:
    text = "Das 30-Millionen-Euro-der, - 1,5derMrd.--Deal und Geschäft Drei-MilliardenDollar-Dollar-Auftrag"
    assert find_deals(f"Norvik ist Teil der ,Kodrex AG.\n\n{text}", "de") == []


@pytest.mark.parametrize("text", ["Kanal & ", "der Konzern Kanal &"])
def test_a_text_may_end_with_an_ampersand(text: str) -> None:
    assert find_deals(text, "de") == []


def test_a_date_may_have_more_than_one_blank_between_its_words() -> None:
    (deal,) = find_deals("Im ersten  Halbjahr übernahm die Norvik AG die Tal GmbH.", "de", "2024-09-03")
    assert deal.announced == "2024"
