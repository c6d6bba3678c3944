"""Any text gives names: offsets hold, mentions do not overlap, long and hostile texts take no time."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.deals.languages import languages
from newscrawl.deals.mentions.lexicon import word_list
from tests.deals.name_cases import names_of

WORDS = st.sampled_from(
    ["Norvik", "Tal's", "GmbH", "AG", "Inc.", "&", "und", "and", "of", "von", "der", "the", "CEO", "(", ")", ",", "."]
) | st.sampled_from(
    ["“", "”", "„", "’s", "-Chef", "Berg", "Mr.", "Herr", "3", "1&1", "eTorv", "E.ON", "Bank", "NYSE:", "A-B", "\n"]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@pytest.mark.parametrize("language", languages())
@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_offsets(language: str, text: str) -> None:
    found = names_of(text, language)
    end = 0
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.name
        assert end <= mention.start < mention.end
        assert mention.name == mention.name.strip()
        assert 0 <= mention.entity < len(found.entities)
        end = mention.end
    assert {m.entity for m in found.mentions} == set(range(len(found.entities)))


def _distinct(count: int) -> str:
    letters = random.Random(1)
    return " ".join("N" + "".join(letters.choices("abcdefgh", k=6)) for _ in range(count))


HOSTILE = {
    "capitals": "A" * 100_000,
    "words": "Abc " * 25_000,
    "different words": _distinct(12_000),
    "brackets": "(" * 50_000 + ")" * 50_000,
    "aliases": "Norvik (NVK) " * 7_500,
    "hyphens": "A-" * 50_000,
    "dots": "A." * 50_000,
    "ampersands": "A & " * 25_000,
    "legal forms": "Norvik GmbH & Co. KG " * 4_500,
    "mail": "a@" * 50_000,
    "short forms": "".join(f"Norvik Z{n}x. Norvik said. " for n in range(4_000)),
    "compound": "Übernahme" * 11_000,
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_takes_no_time(language: str, case: str) -> None:
    names_of("Norvik.", language)
    started = time.process_time()
    names_of(HOSTILE[case], language)
    assert time.process_time() - started < 2.5, "well under a second on an idle machine"


def test_without_names() -> None:
    assert names_of("", "en").mentions == ()


def test_lists_that_the_lexicon_lacks_are_empty() -> None:
    assert word_list("xx-words") == frozenset()
    assert "norvik" not in word_list("en-words")


def test_a_text_that_ends_with_a_name_behind_its_article() -> None:
    names = names_of("Norvik bauen hat vereinbart.! mit Tal zu der Ladesäulen", "de")
    assert names.entities[0].name == "Norvik"
